"""A pack's own cases: written with compliance, run whenever the pack is checked.

``cases/*.toml`` beside a pack. ``given`` overrides the pack's default case; ``"none"`` stands for
null, which TOML does not have. ``expect`` is the whole answer: a list left out is expected empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from advisor_desk.domain.suitability import Decision, Purchase, RulePack, judge
from advisor_desk.domain.trouble import BadData, Mistake
from advisor_desk.packs.case_file import purchase_of
from advisor_desk.packs.clauses import clauses
from advisor_desk.packs.pack_file import PackDraft, draft_pack
from advisor_desk.packs.reading import Place, Strict, place_text, read_bytes, read_toml, toml_line

NULL = "none"


@dataclass(frozen=True, slots=True)
class SoundPack:
    """A pack without mistakes, and how many cases of its own hold."""

    pack: RulePack
    cases: int


class _Expect(Strict):
    outcome: Literal["ALLOW", "ALLOW_WITH", "REFUSE"]
    reasons: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    def answer(self) -> str:
        return _answer(self.outcome, self.reasons, self.documents)


class _Case(Strict):
    name: Annotated[str, Field(min_length=1)]
    clause: str
    given: dict[str, Any]
    expect: _Expect


class _CaseFile(Strict):
    case: tuple[_Case, ...]


def check_pack(path: Path) -> SoundPack:
    """Return the pack in a file once it and all its cases hold.

    Raises:
        BadData: every mistake of the pack and of its cases.
        Unavailable: the file cannot be read.
    """
    draft = draft_pack(read_bytes(path, may_be_pipe=True), str(path))
    mistakes = list(draft.mistakes)
    count = 0
    if draft.pack is not None:
        mistakes += _default_case_mistakes(draft, str(path))
        for file in sorted((path.parent / "cases").glob("*.toml")):
            count += _run_file(draft, file, mistakes)
    if mistakes or draft.pack is None:
        raise BadData(tuple(mistakes))
    return SoundPack(draft.pack, count)


def _default_case_mistakes(draft: PackDraft, file: str) -> tuple[Mistake, ...]:
    def line_of(place: Place) -> int:
        return toml_line(draft.text, ("default_case", *place))

    try:
        purchase_of(_json_like(draft.default_case), file, line_of)
    except BadData as bad:
        return bad.mistakes
    return ()


def _run_file(draft: PackDraft, path: Path, mistakes: list[Mistake]) -> int:
    content = read_bytes(path)
    try:
        cases = read_toml(content, _CaseFile, str(path)).case
    except BadData as bad:
        mistakes.extend(bad.mistakes)
        return 0
    text = content.decode()
    for position, case in enumerate(cases):
        mistakes.extend(_case_mistakes(draft, case, str(path), text, ("case", position)))
    return len(cases)


def _case_mistakes(
    draft: PackDraft, case: _Case, file: str, text: str, place: Place
) -> list[Mistake]:
    found = []
    if case.clause not in clauses():
        found.append(_unknown_clause(case.clause, file, text, (*place, "clause")))

    def line_of(part: Place) -> int:
        return toml_line(text, (*place, "given", *part))

    try:
        merged = _json_like(_merged(draft.default_case, case.given))
        purchase = purchase_of(merged, file, line_of)
    except BadData as bad:
        return [*found, *bad.mistakes]
    return [*found, *_differing(draft, case, purchase, file, line_of(()))]


def _differing(
    draft: PackDraft, case: _Case, purchase: Purchase, file: str, line: int
) -> list[Mistake]:
    if draft.pack is None or not draft.decides:
        return []
    answer = answer_of(judge([draft.pack], purchase))
    expected = case.expect.answer()
    if answer == expected:
        return []
    facts = {"name": case.name, "found": answer, "expected": expected}
    return [Mistake("CASE_DIFFERS", file=file, line=line, place=case.name, **facts)]


def _unknown_clause(clause: str, file: str, text: str, place: Place) -> Mistake:
    line = toml_line(text, place)
    where = place_text(place)
    return Mistake("CLAUSE_UNKNOWN", file=file, line=line, place=where, cited=clause)


def answer_of(decision: Decision) -> str:
    """Return a decision in one line of codes."""
    codes = tuple(reason.code for reason in decision.reasons)
    return _answer(decision.outcome.name, codes, decision.documents)


def _answer(outcome: str, reasons: tuple[str, ...], documents: tuple[str, ...]) -> str:
    return " ".join([outcome, *reasons, *(f"+{document}" for document in sorted(documents))])


def _merged(default: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(default)
    for key, value in given.items():
        below = merged.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            merged[key] = _merged(below, value)
        else:
            merged[key] = value
    return merged


def _json_like(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _json_like(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return None if value == NULL else value
