"""Printing a form: values in, the bytes that are seen, signed and kept out."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor_desk.domain.languages import Language
from advisor_desk.forms.boxes import HandBox, PrintedText, SignatureBox, TickBox
from advisor_desk.forms.checks import check_printed
from advisor_desk.forms.drawing import drawn
from advisor_desk.forms.heading import Heading
from advisor_desk.forms.pages import pages_of
from advisor_desk.forms.template import Template
from advisor_desk.forms.values import Values, fill, printable


@dataclass(frozen=True, slots=True)
class RenderedForm:
    """A form ready to be signed. The same template, values and heading give the same bytes."""

    form: str
    content: bytes
    pages: int
    boxes: tuple[SignatureBox, ...]
    by_hand: tuple[HandBox, ...]
    printed: tuple[PrintedText, ...]
    ticks: tuple[TickBox, ...]


def render(
    template: Template, values: Values, *, language: Language, heading: Heading
) -> RenderedForm:
    """Return the form, after reading it back and comparing it with the values.

    Values are text by field name (``template.fields`` says which); a choice takes an option's
    name, a choice of many a tuple of them, a table a tuple of rows, a switch ``yes`` or ``no``.

    Raises:
        BadInput: ``FORM_FIELD_UNKNOWN``, ``FORM_FIELD_MISSING``, ``FORM_FIELD_KIND``,
            ``FORM_CHOICE_UNKNOWN``, ``TEXT_UNPRINTABLE``, ``TEXT_TOO_WIDE``,
            ``FORM_CHECK_FAILED``, and what ``checked_text`` raises; each names the field.
    """
    filled = fill(template, values, language)
    for name, text in _heading_texts(heading):
        printable(text, name, language)
    sheets = pages_of(filled, heading)
    content = drawn(
        sheets,
        title=f"{filled.words('title')} {heading.number}",
        subject=f"{template.form} {heading.number}",
        author=filled.words("bank"),
    )
    check_printed(content, sheets)
    return RenderedForm(
        template.form,
        content,
        len(sheets),
        tuple(box for sheet in sheets for box in sheet.signatures),
        tuple(box for sheet in sheets for box in sheet.by_hand),
        tuple(text for sheet in sheets for text in sheet.printed),
        tuple(box for sheet in sheets for box in sheet.ticks),
    )


def _heading_texts(heading: Heading) -> Iterator[tuple[str, str]]:
    yield "number", heading.number
    yield "outlet", heading.outlet
    yield "station", heading.station
    yield "chain_head", heading.chain_head
    for pack in heading.packs:
        yield "packs", pack.name
