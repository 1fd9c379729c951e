"""What the client's screen showed of the material, page by page. Clauses: S31, S66, S67."""

from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.events import event_kind
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.interview_events import InterviewEvent


@event_kind
@dataclass(frozen=True, slots=True)
class ElementShown(InterviewEvent):
    """The page of an element stood whole on the client's screen; which file it was, by digest."""

    kind: ClassVar[str] = "element_shown"
    stage: ClassVar[Stage | None] = Stage.presentation
    can_be_undone: ClassVar[bool] = False
    element: str
    page: int
    pages_sha256: str


@event_kind
@dataclass(frozen=True, slots=True)
class ElementPutOff(InterviewEvent):
    """An element is passed over for now, with the reason; it stays due and comes last."""

    kind: ClassVar[str] = "element_put_off"
    stage: ClassVar[Stage | None] = Stage.presentation
    element: str
    reason: str
