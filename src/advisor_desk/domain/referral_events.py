"""Acts of staff without a certificate valid today (轉介模式). Clauses: S24, S25.

Handing out approved material, passing on facts of a product, introducing the client to a certified
colleague: nothing else. Whoever may advise today leads the interview instead, so these acts are
closed to that person: a referral slip says that no advice was given.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from advisor_desk.domain.events import event_kind
from advisor_desk.domain.interview import Stage, State
from advisor_desk.domain.interview_events import FormFile, InterviewEvent, VoidSet
from advisor_desk.domain.people import StaffNo


@dataclass(frozen=True, slots=True)
class ReferEvent(InterviewEvent):
    """An act in refer mode. It belongs to no step: a certificate may end in any of them."""

    leads_to: ClassVar[State | None] = None
    needs_certificate: ClassVar[bool] = False
    only_without_certificate: ClassVar[bool] = True


@event_kind
@dataclass(frozen=True, slots=True)
class MaterialHandedOut(ReferEvent):
    """The client got approved material: which version, and the SHA-256 approved. Clause: S67."""

    kind: ClassVar[str] = "material_handed_out"
    product: str
    material_version: str
    sha256: str


@event_kind
@dataclass(frozen=True, slots=True)
class ProductFactsPassedOn(ReferEvent):
    """The client was told what stands in the catalogue of a day, and nothing beside it."""

    kind: ClassVar[str] = "product_facts_passed_on"
    product: str
    edition: date


@event_kind
@dataclass(frozen=True, slots=True)
class StepRefused(ReferEvent):
    """A locked step was tried; ``code`` says why it is locked. Once a visit and step."""

    kind: ClassVar[str] = "step_refused"
    can_be_undone: ClassVar[bool] = False
    step: Stage
    code: str


@event_kind
@dataclass(frozen=True, slots=True)
class ReferralAnswered(ReferEvent):
    """The client said whether name and topic may be passed on to the colleague named."""

    kind: ClassVar[str] = "referral_answered"
    can_be_undone: ClassVar[bool] = False
    colleague: StaffNo
    topic: str
    agrees: bool


@event_kind
@dataclass(frozen=True, slots=True)
class MeetingAgreed(ReferEvent):
    """When client and colleague meet; ``at`` None: it is not agreed yet after all."""

    kind: ClassVar[str] = "referral_meeting_agreed"
    at: datetime | None


@event_kind
@dataclass(frozen=True, slots=True)
class Referred(ReferEvent):
    """The end: the client was introduced. ``forms``: the slip F8; ``voids``: a set left behind."""

    kind: ClassVar[str] = "referred"
    leads_to: ClassVar[State | None] = State.ended_referred
    can_be_undone: ClassVar[bool] = False
    colleague: StaffNo
    topic: str
    number: str
    forms: tuple[FormFile, ...]
    voids: VoidSet | None


@event_kind
@dataclass(frozen=True, slots=True)
class SlipPrinted(InterviewEvent):
    """The slip was sent to a printer, and what became of it; both people then sign it by hand."""

    kind: ClassVar[str] = "slip_printed"
    possible_in: ClassVar[frozenset[State]] = frozenset({State.ended_referred})
    leads_to: ClassVar[State | None] = None
    can_be_undone: ClassVar[bool] = False
    needs_certificate: ClassVar[bool] = False
    to: str
    job: str
    came_out: bool
    cause: str
    forms: tuple[str, ...]
