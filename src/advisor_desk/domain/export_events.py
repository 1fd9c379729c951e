"""Copies of forms that left the book: who took them, of which set, and why. Clause: S38.

The subject is the client, not the interview: an interview that is over stays as it was closed.
"""

from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.events import Event, event_kind


@event_kind
@dataclass(frozen=True, slots=True)
class FormsExported(Event):
    """The signed bytes of these forms (``number-form``) were written as files."""

    kind: ClassVar[str] = "forms_exported"
    interview: str
    forms: tuple[str, ...]
    reason: str
