"""Printing a form: values in, the bytes that are seen, signed and kept out."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor_desk.domain.languages import Language
from advisor_desk.forms.boxes import HandBox, PrintedText, SignatureBox, TickBox
from advisor_desk.forms.heading import Heading
from advisor_desk.forms.template import Template

Value = str | tuple[str, ...] | tuple[tuple[str, ...], ...]
Values = Mapping[str, Value]


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
    raise NotImplementedError
