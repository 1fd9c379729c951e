"""Reading a rule pack: TOML in, the domain's ``RulePack`` out, or every mistake at once.

The header is a model; a rule is read by the fields of its kind's class in ``domain/rules.py``, so
that a new kind needs nothing here. A value may be written out or name a parameter of the pack; a
field that bears a parameter's name takes it.
"""

import dataclasses
import hashlib
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Annotated, Any, cast

from pydantic import Field

from advisor_desk.domain.codec import restored
from advisor_desk.domain.languages import Language, Words
from advisor_desk.domain.product import Regime
from advisor_desk.domain.rules import KINDS, BirthDateNeeded, Rule
from advisor_desk.domain.suitability import (
    Document,
    PackParameters,
    Reason,
    RuleKind,
    RulePack,
    WitnessQuestion,
    WitnessScript,
)
from advisor_desk.domain.trouble import BadData, Mistake
from advisor_desk.packs.clauses import clauses
from advisor_desk.packs.reading import Place, Strict, draft_toml, place_text, toml_line, touches

_PARAMETERS = frozenset(one.name for one in dataclasses.fields(PackParameters))
_WORDS_OF_RULE = ("say", "client", "change")
_OF_EVERY_RULE = frozenset({"id", "code", "kind", "clause", *_WORDS_OF_RULE})
_DECIDING = frozenset({"regimes", "effective", "parameters", "default_case", "document", "rule"})
_MISSING = object()
_WRONG = object()
_NO_WORDS = Words("", "", "")


class _Words(Strict):
    en: Annotated[str, Field(min_length=1)]
    zh_CN: Annotated[str, Field(min_length=1)]  # noqa: N815 - the locale's own name
    zh_TW: Annotated[str, Field(min_length=1)]  # noqa: N815 - the locale's own name

    def words(self) -> Words:
        return Words(self.en, self.zh_CN, self.zh_TW)


class _Document(Strict):
    clause: str
    name: _Words


class _Question(Strict):
    id: Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$")]
    ask: _Words


class _Witness(Strict):
    second_warning: _Words
    over_grade_warning: _Words
    question: Annotated[tuple[_Question, ...], Field(min_length=1)]


class _PackFile(Strict):
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    effective: date
    regimes: Annotated[tuple[Regime, ...], Field(min_length=1)]
    name: _Words
    issuer: _Words
    interpreter: _Words
    parameters: dict[str, Any]
    statement: _Words | None = None
    witness: _Witness | None = None
    default_case: dict[str, Any]
    document: dict[str, _Document] = Field(default_factory=dict)
    rule: Annotated[tuple[dict[str, Any], ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class PackDraft:
    """A pack as far as it can be read: None where its shape is wrong, and the mistakes found.

    ``decides`` says that nothing a decision rests on is missing, only words or clauses, so that
    the pack's cases can be run.
    """

    pack: RulePack | None
    default_case: Mapping[str, Any]
    mistakes: tuple[Mistake, ...]
    text: str
    decides: bool


def read_pack(content: bytes, file: str) -> RulePack:
    """Return the pack a file describes; its cases are not run.

    Raises:
        BadData: every mistake of the file.
    """
    draft = draft_pack(content, file)
    if draft.mistakes or draft.pack is None:
        raise BadData(draft.mistakes)
    return draft.pack


def draft_pack(content: bytes, file: str) -> PackDraft:
    """Return what a pack file describes together with its mistakes, in the order of the file.

    Raises:
        BadData: it is not TOML at all.
    """
    draft = draft_toml(content, _PackFile, file)
    report = _Report(file, draft.text, list(draft.mistakes), draft.guessed)
    if draft.model is None:
        return PackDraft(None, {}, report.in_order(), draft.text, decides=False)
    table = draft.model
    parameters, wrong = _parameters(table, report)
    for code, document in table.document.items():
        report.check_clause(document.clause, ("document", code, "clause"))
    report.check_questions(table.witness)
    reader = _RuleReader(table.id, parameters, wrong, frozenset(table.document), report)
    for position, one in enumerate(table.rule):
        reader.read(one, ("rule", position))
    reader.check_birth_date()
    pack = _pack(table, reader, parameters, hashlib.sha256(content).hexdigest())
    as_written = not any(
        place[0] in _DECIDING and not set(place) & {"name", "clause"} for place in draft.guessed
    )
    parameters_known = table.parameters.keys() <= _PARAMETERS and not wrong
    decides = parameters_known and as_written and len(reader.rules) == len(table.rule)
    return PackDraft(pack, table.default_case, report.in_order(), draft.text, decides)


def _parameters(table: _PackFile, report: "_Report") -> tuple[PackParameters, frozenset[str]]:
    """Return the parameters, and the names of those that are not what the file says."""
    values, wrong = _Table(table.parameters, ("parameters",), report).read(PackParameters)
    if ("parameters",) in report.guessed:
        wrong = _PARAMETERS
    return PackParameters(**cast("Any", {"assessment_valid_months": 1, **values})), wrong


def _pack(
    table: _PackFile, reader: "_RuleReader", parameters: PackParameters, sha256: str
) -> RulePack:
    return RulePack(
        id=table.id,
        effective=table.effective,
        name=table.name.words(),
        issuer=table.issuer.words(),
        interpreter=table.interpreter.words(),
        regimes=frozenset(table.regimes),
        parameters=parameters,
        rules=tuple(cast("list[RuleKind]", reader.rules)),
        reasons=reader.reasons,
        documents={
            code: Document(code, one.clause, one.name.words())
            for code, one in table.document.items()
        },
        statement=table.statement.words() if table.statement else None,
        sha256=sha256,
        witness=_script(table.witness) if table.witness else None,
    )


def _script(witness: _Witness) -> WitnessScript:
    questions = tuple(WitnessQuestion(one.id, one.ask.words()) for one in witness.question)
    said = witness.second_warning.words(), witness.over_grade_warning.words()
    return WitnessScript(*said, questions)


@dataclass(frozen=True, slots=True)
class _Report:
    """Mistakes of one file, each with its line."""

    file: str
    text: str
    mistakes: list[Mistake]
    guessed: Mapping[Place, object]

    def note(self, code: str, place: Place, **facts: str) -> None:
        if touches(place, self.guessed):
            return  # what stands there is not the file's own, and its mistake is told already
        line = toml_line(self.text, place)
        mistake = Mistake(code, file=self.file, line=line, place=place_text(place), **facts)
        self.mistakes.append(mistake)

    def check_clause(self, clause: object, place: Place) -> None:
        if not isinstance(clause, str) or clause not in clauses():
            self.note("CLAUSE_UNKNOWN", place, cited=str(clause))

    def check_questions(self, witness: _Witness | None) -> None:
        """Report a question that is asked twice: its answers would not be told apart."""
        ids: set[str] = set()
        for position, one in enumerate(witness.question if witness else ()):
            if one.id in ids:
                self.note("KEY_REPEATED", ("witness", "question", position, "id"), key=one.id)
            ids.add(one.id)

    def in_order(self) -> tuple[Mistake, ...]:
        return tuple(sorted(self.mistakes, key=lambda mistake: mistake.line))


@dataclass(frozen=True, slots=True)
class _RuleReader:
    """Reads the rules of one pack, one after another."""

    pack: str
    parameters: PackParameters
    wrong: frozenset[str]
    documents: frozenset[str]
    report: _Report
    rules: list[Rule] = field(default_factory=list)
    reasons: dict[str, Reason] = field(default_factory=dict)
    kinds: list[type[Rule] | None] = field(default_factory=list)

    def read(self, table: dict[str, Any], place: Place) -> None:
        """Read one rule; what is wrong with it is reported, and left out if it cannot decide."""
        rule, clause, code = (self._word(table, place, key) for key in ("id", "clause", "code"))
        if rule in self.reasons:
            self.report.note("KEY_REPEATED", (*place, "id"), key=rule)
        if clause:
            self.report.check_clause(clause, (*place, "clause"))
        say, client, change = (self._words(table, place, key) for key in _WORDS_OF_RULE)
        kind = self._kind(table, place)
        self.kinds.append(kind)
        built = None
        if kind is not None:
            fields = {key: one for key, one in table.items() if key not in _OF_EVERY_RULE}
            source = _Table(fields, place, self.report, self.parameters, self.wrong)
            built = source.built(kind, rule=rule, clause=clause)
        if built is None:
            return
        self._check(built, place)
        self.rules.append(built)
        self.reasons[rule] = Reason(
            code or rule, clause, self.pack, say or _NO_WORDS, client or _NO_WORDS, change
        )

    def check_birth_date(self) -> None:
        """Report rules for ages in a pack that would let an unknown birth date pass."""
        asks = any(kind is None or issubclass(kind, BirthDateNeeded) for kind in self.kinds)
        if not asks and any(rule.needs_age for rule in self.rules):
            self.report.note("BIRTH_DATE_RULE_MISSING", ("rule",))

    def _check(self, rule: Rule, place: Place) -> None:
        named = () if ("document",) in self.report.guessed else getattr(rule, "documents", ())
        for document in named:
            if document not in self.documents:
                self.report.note("DOCUMENT_UNKNOWN", (*place, "documents"), document=document)
        if getattr(rule, "from_age", 0) >= getattr(rule, "below_age", 1):
            self.report.note("AGES_EMPTY", (*place, "from_age"))

    def _kind(self, table: dict[str, Any], place: Place) -> type[Rule] | None:
        word = self._word(table, place, "kind")
        if word and word not in KINDS:
            self.report.note("KIND_UNKNOWN", (*place, "kind"), kind=word, known=", ".join(KINDS))
        return KINDS.get(word)

    def _word(self, table: dict[str, Any], place: Place, key: str) -> str:
        word = table.get(key, _MISSING)
        if word is _MISSING:
            if key != "code":
                self.report.note("KEY_MISSING", (*place, key))
            return ""
        if not isinstance(word, str) or not word.replace("-", "_").isidentifier():
            self.report.note("VALUE_UNEXPECTED", (*place, key), expected="A-Z 0-9 _ -")
            return ""
        return word

    def _words(self, table: dict[str, Any], place: Place, key: str) -> Words | None:
        if key == "change" and key not in table:
            return None
        texts = table.get(key)
        found = texts if isinstance(texts, dict) else {}
        for language in Language:
            text = found.get(language.name, _MISSING)
            if text is _MISSING:
                self.report.note("KEY_MISSING", (*place, key, language.name))
            elif not isinstance(text, str) or not text.strip():
                self.report.note("WORDS_MISSING", (*place, key, language.name))
        for extra in found.keys() - Language.__members__.keys():
            self.report.note("KEY_UNKNOWN", (*place, key, extra))
        try:
            return Words(*(str(found[language.name]) for language in Language))
        except KeyError:
            return None


_Built = typing.TypeVar("_Built")


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of the file that becomes a dataclass of the domain, field by field."""

    values: Mapping[str, Any]
    place: Place
    report: _Report
    parameters: PackParameters | None = None
    wrong: frozenset[str] = frozenset()

    def built(self, made: type[_Built], **given: object) -> _Built | None:
        """Return ``made`` by its fields' types; None where one of them is wrong."""
        before = len(self.report.mistakes)
        values, wrong = self.read(made, given)
        if wrong or len(self.report.mistakes) != before:
            return None
        return made(**given, **values)

    def read(
        self, made: type[Any], given: Iterable[str] = ()
    ) -> tuple[dict[str, object], frozenset[str]]:
        """Return the values of the fields that can be read, and the names of the others."""
        hints = typing.get_type_hints(made)
        fields = [one for one in dataclasses.fields(made) if one.init and one.name not in given]
        for unknown in self.values.keys() - {one.name for one in fields}:
            self.report.note("KEY_UNKNOWN", (*self.place, unknown))
        values: dict[str, object] = {}
        wrong: set[str] = set()
        for one in fields:
            raw = self._raw(one)
            if raw is _WRONG:
                wrong.add(one.name)
            elif raw is not _MISSING:
                try:
                    values[one.name] = _restored(hints[one.name], raw)
                except (ValueError, KeyError, TypeError):
                    wrong.add(one.name)
                    expected = _expected(hints[one.name])
                    place = (*self.place, one.name)
                    self.report.note("VALUE_UNEXPECTED", place, expected=expected)
        return values, frozenset(wrong)

    def _raw(self, one: dataclasses.Field[Any]) -> object:
        raw = self.values.get(one.name, _MISSING)
        name = one.name if raw is _MISSING else raw
        if self.parameters is not None and isinstance(name, str) and name in _PARAMETERS:
            if name in self.wrong:
                return _WRONG
            raw = getattr(self.parameters, name)
            if raw is None:
                place = (*self.place, one.name)
                self.report.note("PARAMETER_MISSING", place, parameter=name)
                return _WRONG
        elif raw is _MISSING and one.default is dataclasses.MISSING:
            self.report.note("KEY_MISSING", (*self.place, one.name))
            return _WRONG
        return raw


def _restored(hint: Any, raw: object) -> object:  # noqa: ANN401 - a type hint
    if isinstance(raw, Enum):
        return raw
    value = restored(hint, raw)
    if type(value) is int and value < 0:
        raise ValueError(value)
    return value


def _expected(hint: Any) -> str:  # noqa: ANN401 - a type hint
    options = typing.get_args(hint) or (hint,)
    enums = [one for one in options if isinstance(one, type) and issubclass(one, Enum)]
    if enums:
        return " | ".join(f'"{member.name}"' for member in enums[0])
    if int in options:
        return "0, 1, 2 …"
    return "true | false" if bool in options else '["…"]'
