"""The values of a form against its template: all there, none too many, every text checked.

This is the one door through which text reaches the paper.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from advisor_desk.domain.languages import Language
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.fonts import drawn, faces, selectors
from advisor_desk.forms.template import FieldRule, Template

Value = str | tuple[str, ...] | tuple[tuple[str, ...], ...]
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with checked values in one language."""

    template: Template
    language: Language
    texts: Mapping[str, str]
    chosen: Mapping[str, frozenset[str]]
    tables: Mapping[str, tuple[tuple[str, ...], ...]]
    switches: Mapping[str, bool]

    def words(self, key: str) -> str:
        """Return a text of the template; a missing one is a fault of the template."""
        return self.template.texts[self.language][key]

    def words_or_none(self, key: str) -> str:
        """Return a text of the template, ``""`` where it has none."""
        return self.template.text(key, self.language)

    def is_on(self, switch: str) -> bool:
        """Say whether a switch is on; no switch is always on."""
        return not switch or self.switches[switch]


def fill(template: Template, values: Values, language: Language) -> Filled:
    """Return the values checked and sorted by kind; see ``render`` for what is raised."""
    for name in values:
        if name not in template.fields:
            raise BadInput("FORM_FIELD_UNKNOWN", form=template.form, field=name)
    filled = Filled(template, language, {}, {}, {}, dict(_switches(template, values)))
    texts, chosen, tables = dict[str, str](), dict[str, frozenset[str]](), {}
    for rule in template.fields.values():
        value = values.get(rule.name, "")
        if rule.kind in {"choice", "choices"}:
            chosen[rule.name] = _chosen(rule, value)
        elif rule.kind == "table":
            tables[rule.name] = tuple(_rows(rule, value, language))
        elif rule.kind != "switch":
            texts[rule.name] = _text(rule, value, filled)
    return Filled(template, language, texts, chosen, tables, filled.switches)


def printable(text: str, field: str, language: Language, *, lines: bool = False) -> str:
    """Return a text as it will be printed, in NFC.

    Raises:
        BadInput: ``TEXT_UNPRINTABLE`` naming the characters no face has, variation selectors
            among them, and what ``checked_text`` raises.
    """
    checked = checked_text(text, field, lines=lines)
    visible = checked.replace("\n", "") if lines else checked
    missing = faces(language).unprintable(visible) + faces(language, bold=True).unprintable(visible)
    missing += selectors(visible)
    if missing:
        characters = " ".join(
            f"{drawn(character)} (U+{ord(character):04X})".lstrip()
            for character in dict.fromkeys(missing)
        )
        raise BadInput("TEXT_UNPRINTABLE", field=field, characters=characters)
    return checked


def _switches(template: Template, values: Values) -> Iterator[tuple[str, bool]]:
    for rule in template.fields.values():
        if rule.kind == "switch":
            value = values.get(rule.name)
            if value not in {"yes", "no"}:
                raise BadInput("FORM_CHOICE_UNKNOWN", field=rule.name, option=value)
            yield rule.name, value == "yes"


def _text(rule: FieldRule, value: Value, filled: Filled) -> str:
    if not isinstance(value, str):
        raise BadInput("FORM_FIELD_KIND", field=rule.name, kind=rule.kind)
    if value.strip():
        if not filled.is_on(rule.only_if):
            raise BadInput("FORM_FIELD_SWITCHED_OFF", field=rule.name, switch=rule.only_if)
        return printable(value, rule.name, filled.language, lines=rule.kind == "lines")
    if rule.required:
        raise BadInput("FORM_FIELD_MISSING", field=rule.name)
    return ""


def _chosen(rule: FieldRule, value: Value) -> frozenset[str]:
    given = (value,) if isinstance(value, str) else value
    if rule.kind == "choice" and len(given) != 1:
        raise BadInput("FORM_FIELD_KIND", field=rule.name, kind=rule.kind)
    for option in given:
        if option not in rule.options and value != "":
            raise BadInput("FORM_CHOICE_UNKNOWN", field=rule.name, option=option)
    if rule.kind == "choice" and value == "":
        raise BadInput("FORM_FIELD_MISSING", field=rule.name)
    return frozenset(option for option in given if isinstance(option, str) and option)


def _rows(rule: FieldRule, value: Value, language: Language) -> Iterator[tuple[str, ...]]:
    if value in {"", ()}:
        if rule.required:
            raise BadInput("FORM_FIELD_MISSING", field=rule.name)
        return
    for number, row in enumerate(value, start=1):
        if isinstance(value, str) or isinstance(row, str) or len(row) != len(rule.columns):
            raise BadInput("FORM_FIELD_KIND", field=rule.name, kind=rule.kind)
        yield tuple(
            printable(text, f"{rule.name}[{number}].{column}", language) if text.strip() else ""
            for text, column in zip(row, rule.columns, strict=True)
        )
