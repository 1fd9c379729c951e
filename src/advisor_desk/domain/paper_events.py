"""Acts around the set of forms: review, sealing, printing, marks, signing, handing over, closing.

From the first act of signing nothing is undone: it is completed, or void. Every digest is of the
bytes the book keeps.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from advisor_desk.domain.events import event_kind
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.interview import Mark, Stage, State
from advisor_desk.domain.interview_events import (
    AFTER_SIGNING,
    FormFile,
    InterviewEvent,
    InterviewRecord,
    VoidSet,
)
from advisor_desk.domain.people import StaffNo
from advisor_desk.domain.suitability import Decision

SIGNING = frozenset({State.signing})
PRINT_BEGUN = "PRINT_UNCLEAR"  # as what comes of a job whose end is not known


@dataclass(frozen=True, slots=True)
class InkStrokes:
    """Ink in one box, ``F1.client``.

    A stroke is x, y (ten-thousandths), pressure (thousandths), milliseconds, and so on.
    """

    box: str
    strokes: tuple[tuple[int, ...], ...]


@event_kind
@dataclass(frozen=True, slots=True)
class ReviewOpened(InterviewEvent):
    """A number is reserved and the forms are made: exactly the bytes to be signed."""

    kind: ClassVar[str] = "review_opened"
    stage: ClassVar[Stage | None] = Stage.review
    can_be_undone: ClassVar[bool] = False
    number: str
    voids: VoidSet | None
    forms: tuple[FormFile, ...]
    relied_on: Fingerprint


@event_kind
@dataclass(frozen=True, slots=True)
class ReviewConfirmedByClient(InterviewEvent):
    """The client read the forms and found them right."""

    kind: ClassVar[str] = "review_confirmed_by_client"
    stage: ClassVar[Stage | None] = Stage.review
    number: str


@event_kind
@dataclass(frozen=True, slots=True)
class ReviewConfirmedByAdviser(InterviewEvent):
    """The adviser did so after the client."""

    kind: ClassVar[str] = "review_confirmed_by_adviser"
    stage: ClassVar[Stage | None] = Stage.review
    leads_to: ClassVar[State | None] = State.ready_to_sign
    number: str


@dataclass(frozen=True, slots=True)
class SigningEvent(InterviewEvent):
    """An act of the ceremony."""

    stage: ClassVar[Stage | None] = Stage.signing
    possible_in: ClassVar[frozenset[State]] = SIGNING
    leads_to: ClassVar[State | None] = State.signing
    can_be_undone: ClassVar[bool] = False


@event_kind
@dataclass(frozen=True, slots=True)
class SigningBegun(SigningEvent):
    """Everything was judged again. On paper the set now bears the station's seal."""

    kind: ClassVar[str] = "signing_begun"
    possible_in: ClassVar[frozenset[State]] = frozenset({State.in_progress, State.ready_to_sign})
    number: str
    forms: tuple[FormFile, ...]
    decision: Decision


@event_kind
@dataclass(frozen=True, slots=True)
class FormsPrinted(SigningEvent):
    """A print job ended, well or not; or it begins. ``to``: the queue's name, or ``file``."""

    kind: ClassVar[str] = "forms_printed"
    possible_in: ClassVar[frozenset[State]] = SIGNING | AFTER_SIGNING
    leads_to: ClassVar[State | None] = None
    needs_certificate: ClassVar[bool] = False  # it tells of a job; to send one the packs are asked
    to: str
    job: str
    came_out: bool
    cause: str
    forms: tuple[str, ...]

    @property
    def is_begun(self) -> bool:
        """Say whether forms are being sent: unless another act follows, nobody saw the end."""
        return self.cause == PRINT_BEGUN and not self.job and not self.forms


@event_kind
@dataclass(frozen=True, slots=True)
class MarkSeen(SigningEvent):
    """A mark stands on the printed set; who saw it being made."""

    kind: ClassVar[str] = "mark_seen"
    mark: Mark
    seen_by: StaffNo


@event_kind
@dataclass(frozen=True, slots=True)
class InkGiven(SigningEvent):
    """Somebody wrote on the screen, in the boxes of one mark.

    ``forms``: with the witness's ink alone, the set as everybody signed it, the witness last.
    """

    kind: ClassVar[str] = "ink_given"
    mark: Mark
    ink: tuple[InkStrokes, ...]
    forms: tuple[FormFile, ...] = ()


@event_kind
@dataclass(frozen=True, slots=True)
class SetVoided(SigningEvent):
    """The ceremony is void and may start again: its number is never used again. Clause: S60.

    ``pages_returned``: printed pages counted back, where some had been printed.
    """

    kind: ClassVar[str] = "set_voided"
    leads_to: ClassVar[State | None] = State.in_progress
    needs_certificate: ClassVar[bool] = False
    reason: str
    voids: VoidSet
    pages_returned: int | None


@event_kind
@dataclass(frozen=True, slots=True)
class PagesReturned(InterviewEvent):
    """Every printed page of a set that the rules made void was counted back. Clause: S60."""

    kind: ClassVar[str] = "pages_returned"
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    pages_returned: int


@event_kind
@dataclass(frozen=True, slots=True)
class SetSigned(SigningEvent):
    """The set is complete; these digests are registered."""

    kind: ClassVar[str] = "set_signed"
    leads_to: ClassVar[State | None] = State.signed
    number: str
    forms: tuple[FormFile, ...]
    decision: Decision


@event_kind
@dataclass(frozen=True, slots=True)
class HandedOver(InterviewEvent):
    """The right paper went to the right person."""

    kind: ClassVar[str] = "handed_over"
    stage: ClassVar[Stage | None] = Stage.handover
    possible_in: ClassVar[frozenset[State]] = frozenset({State.signed})
    leads_to: ClassVar[State | None] = State.handed_over
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    copies: tuple[str, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class RecordMade(InterviewEvent):
    """The interview record of a sale, F7. Clause: S53."""

    kind: ClassVar[str] = "record_made"
    stage: ClassVar[Stage | None] = Stage.close
    possible_in: ClassVar[frozenset[State]] = frozenset({State.handed_over})
    leads_to: ClassVar[State | None] = None
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    record: InterviewRecord
    number: str
    forms: tuple[FormFile, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class InterviewClosed(InterviewEvent):
    """The interview is over; when the client is met next, if that is agreed."""

    kind: ClassVar[str] = "interview_closed"
    stage: ClassVar[Stage | None] = Stage.close
    possible_in: ClassVar[frozenset[State]] = frozenset({State.handed_over})
    leads_to: ClassVar[State | None] = State.closed
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    next_contact: date | None
