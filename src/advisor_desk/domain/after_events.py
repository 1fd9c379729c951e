"""Acts after signing: nothing signed is changed, only added to or made void, by four eyes.

``second`` is who agreed, signed in at this station with the own password: never the adviser.
"""

from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.events import event_kind
from advisor_desk.domain.interview import State
from advisor_desk.domain.interview_events import AFTER_SIGNING, InterviewEvent, VoidSet
from advisor_desk.domain.people import Role, StaffNo

# Who may be the second pair of eyes: heads and supervisors of the business.
SECOND_EYES = frozenset(
    {
        Role.business_supervisor,
        Role.wealth_head,
        Role.outlet_head,
        Role.branch_retail_head,
        Role.branch_head,
        Role.head_office_retail,
    }
)


@dataclass(frozen=True, slots=True)
class AfterSigning(InterviewEvent):
    """An act on what is signed."""

    possible_in: ClassVar[frozenset[State]] = AFTER_SIGNING | {State.closed}
    leads_to: ClassVar[State | None] = None
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    second: StaffNo
    second_name: str


@event_kind
@dataclass(frozen=True, slots=True)
class Addendum(AfterSigning):
    """Something is added to what was recorded; the signed forms stay as they are."""

    kind: ClassVar[str] = "addendum"
    words: str


@event_kind
@dataclass(frozen=True, slots=True)
class InterviewVoided(AfterSigning):
    """The signed set is void; the assessment signed with it stays what it was."""

    kind: ClassVar[str] = "interview_voided"
    leads_to: ClassVar[State | None] = State.voided
    reason: str
    voids: VoidSet
