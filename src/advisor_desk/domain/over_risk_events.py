"""Acts where the client asks for a product above the own grade. Clauses: S57-S61.

The risk is restated, others are offered, and only then the client may insist, in own words. Each
act names the choice it is about: another choice begins anew.
"""

from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.events import event_kind
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.interview_events import InterviewEvent


@dataclass(frozen=True, slots=True)
class Alternative:
    """A fitting product that was offered and not wanted; ``words`` are the client's own."""

    product: str
    name: str
    risk: ProductRisk
    words: str


@dataclass(frozen=True, slots=True)
class OverRiskEvent(InterviewEvent):
    """An act of the procedure for what exceeds the grade."""

    stage: ClassVar[Stage | None] = Stage.over_risk
    choice: Fingerprint


@event_kind
@dataclass(frozen=True, slots=True)
class OverRiskWarned(OverRiskEvent):
    """The client read that, and by how much, the product exceeds the own tolerance. S58."""

    kind: ClassVar[str] = "over_risk_warned"


@event_kind
@dataclass(frozen=True, slots=True)
class AlternativeDeclined(OverRiskEvent):
    """Another product was offered, and the client does not want it. Clause: S59."""

    kind: ClassVar[str] = "alternative_declined"
    alternative: Alternative


@event_kind
@dataclass(frozen=True, slots=True)
class DeclarationMade(OverRiskEvent):
    """The client insists, on a second page, and says why in own words. Clause: S60."""

    kind: ClassVar[str] = "declaration_made"
    words: str


@event_kind
@dataclass(frozen=True, slots=True)
class SpecialAttentionGiven(InterviewEvent):
    """The client was told once more, apart, how risky the product is, and took time to think."""

    kind: ClassVar[str] = "special_attention_given"
    stage: ClassVar[Stage | None] = Stage.presentation
    choice: Fingerprint
