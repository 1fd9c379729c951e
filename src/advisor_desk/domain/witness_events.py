"""Acts of the witness (見證人) in the adviser's interview. Clauses: S43, S60.

Their actor is the witness, signed in at this station with the own password; the client's answer
alone is recorded for the client. Each names the choice it is about, and the witness must be here
in the same visit: a resumed interview begins this step anew.
"""

from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.events import event_kind
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.interview_events import InterviewEvent
from advisor_desk.domain.people import StaffNo, WitnessRank


@dataclass(frozen=True, slots=True)
class WitnessEvent(InterviewEvent):
    """An act of the step; none of them is taken back."""

    stage: ClassVar[Stage | None] = Stage.witness
    can_be_undone: ClassVar[bool] = False
    choice: Fingerprint


@event_kind
@dataclass(frozen=True, slots=True)
class WitnessCame(WitnessEvent):
    """Somebody of sufficient rank signed in; ``questions`` are those of the packs of the day."""

    kind: ClassVar[str] = "witness_came"
    staff_no: StaffNo
    name: str
    post: str
    rank: WitnessRank
    questions: tuple[str, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class RecapHeard(WitnessEvent):
    """The witness heard the recap and the worst case put to the client."""

    kind: ClassVar[str] = "recap_heard"


@event_kind
@dataclass(frozen=True, slots=True)
class SecondWarningGiven(WitnessEvent):
    """The witness gave the warning in person (二次風險提示)."""

    kind: ClassVar[str] = "second_warning_given"


@event_kind
@dataclass(frozen=True, slots=True)
class WitnessAsked(WitnessEvent):
    """The witness asked, and what the client said."""

    kind: ClassVar[str] = "witness_asked"
    question: str
    words: str


@event_kind
@dataclass(frozen=True, slots=True)
class ClientDecided(WitnessEvent):
    """The client wants to go on, or stops, by own touch; stopping gives the choice up."""

    kind: ClassVar[str] = "client_decided"
    goes_on: bool


@event_kind
@dataclass(frozen=True, slots=True)
class WitnessDecided(WitnessEvent):
    """The witness lets the sale go on or stops it; stopping gives the choice up."""

    kind: ClassVar[str] = "witness_decided"
    proceeds: bool
    words: str
