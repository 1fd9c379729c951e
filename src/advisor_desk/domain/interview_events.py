"""Acts of an interview that belong to no purchase: opening, fact-find, pausing, ending, undoing.

Each kind says as class attributes what guards it: the stage it belongs to (None: any), the states
it is possible in, the state it leads to (None: unchanged), whether it can be undone, and whether
the actor needs a certificate valid that day, or must have none. The services read these; they
repeat nothing. Receiving a client and the end need no certificate: whoever has none refers.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from advisor_desk.domain.client import ClientId, IdentityDocument
from advisor_desk.domain.events import Event, event_kind
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.interview import (
    Channel,
    PartyRole,
    Protection,
    SigningWay,
    Stage,
    State,
)
from advisor_desk.domain.languages import Language
from advisor_desk.domain.needs import Block, NeedsAnswer, Pot
from advisor_desk.domain.people import StaffNo
from advisor_desk.domain.suitability import Decision, GuardianProof

CHANGING = frozenset({State.opened, State.in_progress, State.ready_to_sign})
UNSIGNED = CHANGING | {State.paused, State.signing}
AFTER_SIGNING = frozenset({State.signed, State.handed_over})
NOT_OVER = frozenset(state for state in State if not state.is_over)


@dataclass(frozen=True, slots=True)
class InterviewEvent(Event):
    """An act whose subject is ``interview:<id>``."""

    stage: ClassVar[Stage | None] = None
    possible_in: ClassVar[frozenset[State]] = CHANGING
    leads_to: ClassVar[State | None] = State.in_progress
    can_be_undone: ClassVar[bool] = True
    needs_certificate: ClassVar[bool] = True
    only_without_certificate: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class PaperCopy:
    """Where the copy of a paper is kept: in the book, by its digest, or in a folder, by number."""

    sha256: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """A person in the room, identified by eye. All after the document is a guardian's. S45."""

    role: PartyRole
    name: str
    document: IdentityDocument | None
    relation: str | None = None
    proof: GuardianProof | None = None
    proof_number: str = ""
    copy: PaperCopy | None = None

    @property
    def proof_copied(self) -> bool:
        """Say whether a copy of the guardian's paper is kept."""
        return self.copy is not None


@dataclass(frozen=True, slots=True)
class InterviewRecord:
    """The six items kept of every interview (面談記錄). Clause: S53."""

    finances: str
    investment_goals: str
    product_type_wanted: str
    reason_not_bought: str
    unmet_needs: str
    family_situation: str
    advice: str
    next_step: str


@dataclass(frozen=True, slots=True)
class InkPlace:
    """A box for ink on a form, in hundredths of a point; see ``forms.boxes.SignatureBox``."""

    name: str
    page: int
    left: int
    bottom: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FormFile:
    """A form of a set, by the digest of its bytes, which the book keeps.

    ``places`` are the boxes that client and adviser write in.
    """

    form: str
    sha256: str
    pages: int
    places: tuple[InkPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class VoidSet:
    """A set of forms whose number was reserved and is void: never completed, never reused."""

    number: str
    forms: tuple[str, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class InterviewOpened(InterviewEvent):
    """A client was received. ``client_seen`` fingerprints the record as it stood."""

    kind: ClassVar[str] = "interview_opened"
    stage: ClassVar[Stage | None] = Stage.opening
    leads_to: ClassVar[State | None] = State.opened
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    client: ClientId
    client_seen: Fingerprint
    adviser: StaffNo
    visit_purpose: str
    language: Language
    signing_way: SigningWay
    channel: Channel


@event_kind
@dataclass(frozen=True, slots=True)
class ClientDetailsChanged(InterviewEvent):
    """The client's record was corrected during the interview."""

    kind: ClassVar[str] = "client_details_changed"
    possible_in: ClassVar[frozenset[State]] = CHANGING | {State.paused}
    leads_to: ClassVar[State | None] = None
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    client_seen: Fingerprint


@event_kind
@dataclass(frozen=True, slots=True)
class PartyIdentified(InterviewEvent):
    """The adviser saw a person's document and face."""

    kind: ClassVar[str] = "party_identified"
    stage: ClassVar[Stage | None] = Stage.opening
    needs_certificate: ClassVar[bool] = False
    party: Party


@event_kind
@dataclass(frozen=True, slots=True)
class PartyLeft(InterviewEvent):
    """Somebody beside the client is not here any more, or was named by mistake."""

    kind: ClassVar[str] = "party_left"
    stage: ClassVar[Stage | None] = Stage.opening
    needs_certificate: ClassVar[bool] = False
    role: PartyRole


@event_kind
@dataclass(frozen=True, slots=True)
class DataNoticeUnderstood(InterviewEvent):
    """The client read the data notice and said so."""

    kind: ClassVar[str] = "data_notice_understood"
    stage: ClassVar[Stage | None] = Stage.opening
    needs_certificate: ClassVar[bool] = False


@event_kind
@dataclass(frozen=True, slots=True)
class RecordingStated(InterviewEvent):
    """The number of the recording, or why there is none."""

    kind: ClassVar[str] = "recording_stated"
    stage: ClassVar[Stage | None] = Stage.opening
    needs_certificate: ClassVar[bool] = False
    number: str | None
    reason_none: str | None


@event_kind
@dataclass(frozen=True, slots=True)
class OpeningConfirmed(InterviewEvent):
    """Everybody needed is here. ``decision``: what the packs say to the safest purchase of all.

    ``protections`` are those of the client's age on that day.
    """

    kind: ClassVar[str] = "opening_confirmed"
    stage: ClassVar[Stage | None] = Stage.opening
    can_be_undone: ClassVar[bool] = False
    parties_seen: Fingerprint
    decision: Decision
    protections: tuple[Protection, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class NeedsBlockRecorded(InterviewEvent):
    """A block of the fact-find, all of its answers; it replaces the block as it was."""

    kind: ClassVar[str] = "needs_block_recorded"
    stage: ClassVar[Stage | None] = Stage.needs
    block: Block
    answers: tuple[NeedsAnswer, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class PotRecorded(InterviewEvent):
    """A pot of money; one of the same name is replaced."""

    kind: ClassVar[str] = "pot_recorded"
    stage: ClassVar[Stage | None] = Stage.needs
    pot: Pot
    flags: tuple[str, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class PotRemoved(InterviewEvent):
    """A pot was a mistake."""

    kind: ClassVar[str] = "pot_removed"
    stage: ClassVar[Stage | None] = Stage.needs
    name: str


@event_kind
@dataclass(frozen=True, slots=True)
class NeedsConfirmed(InterviewEvent):
    """The client checked the summary and said that it is right."""

    kind: ClassVar[str] = "needs_confirmed"
    stage: ClassVar[Stage | None] = Stage.needs
    relied_on: Fingerprint


@event_kind
@dataclass(frozen=True, slots=True)
class NoteTaken(InterviewEvent):
    """A note of the adviser, past the phrase guard. Clause: S29."""

    kind: ClassVar[str] = "note_taken"
    possible_in: ClassVar[frozenset[State]] = CHANGING | {State.signing} | AFTER_SIGNING
    leads_to: ClassVar[State | None] = None
    words: str


@event_kind
@dataclass(frozen=True, slots=True)
class DraftKept(InterviewEvent):
    """A text that was typed and belongs to no act yet; empty: it is needed no more."""

    kind: ClassVar[str] = "draft_kept"
    possible_in: ClassVar[frozenset[State]] = NOT_OVER
    leads_to: ClassVar[State | None] = None
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    name: str
    text: str


@event_kind
@dataclass(frozen=True, slots=True)
class Undone(InterviewEvent):
    """The act ``seq`` is taken back; both stay in the book."""

    kind: ClassVar[str] = "undone"
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    seq: int


@event_kind
@dataclass(frozen=True, slots=True)
class Paused(InterviewEvent):
    """The interview rests. ``documents``: what the procedure needs that is not here."""

    kind: ClassVar[str] = "paused"
    leads_to: ClassVar[State | None] = State.paused
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    reason: str
    documents: tuple[str, ...]
    next_date: date | None


@event_kind
@dataclass(frozen=True, slots=True)
class Resumed(InterviewEvent):
    """The client is back: a new visit, so identity is checked again.

    ``said_again``: what was said before and was said once more, in codes.
    """

    kind: ClassVar[str] = "resumed"
    possible_in: ClassVar[frozenset[State]] = frozenset({State.paused})
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    said_again: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InterviewEnd(InterviewEvent):
    """An end without a sale: record and papers in the same act, a reserved number voided.

    ``pages_returned``: printed pages counted back, where some had been printed.
    """

    possible_in: ClassVar[frozenset[State]] = UNSIGNED
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    record: InterviewRecord
    number: str
    forms: tuple[FormFile, ...]
    voids: VoidSet | None
    pages_returned: int | None


@event_kind
@dataclass(frozen=True, slots=True)
class EndedWithoutSale(InterviewEnd):
    """The client bought nothing. Clause: S53."""

    kind: ClassVar[str] = "ended_without_sale"
    leads_to: ClassVar[State | None] = State.ended_no_sale


@event_kind
@dataclass(frozen=True, slots=True)
class StoppedByRule(InterviewEnd):
    """The rules refused, and the client chose nothing else."""

    kind: ClassVar[str] = "stopped_by_rule"
    leads_to: ClassVar[State | None] = State.stopped_by_rule


@event_kind
@dataclass(frozen=True, slots=True)
class Abandoned(InterviewEvent):
    """The interview was given up; a reserved form number is void."""

    kind: ClassVar[str] = "abandoned"
    possible_in: ClassVar[frozenset[State]] = UNSIGNED
    leads_to: ClassVar[State | None] = State.abandoned
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    reason: str
    voids: VoidSet | None
    pages_returned: int | None
