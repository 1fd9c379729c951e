"""Acts around one purchase: opening products, choosing, presenting.

The choice is the client's own recorded act, with what the packs said to it, refusals too; who
asked for the product follows from how it came onto the table. Clauses: S26, S27, S57, S65-S67.
"""

from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.events import event_kind
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import OpenedBy, Stage, State
from advisor_desk.domain.interview_events import CHANGING, InterviewEvent, VoidSet
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import Product
from advisor_desk.domain.suitability import AskedBy, Decision


@dataclass(frozen=True, slots=True)
class Choice:
    """Product, pot and amount. ``relied_on``: the needs, client and assessment judged."""

    product: Product
    is_closed: bool
    pot: str
    amount: Money
    asked_by: AskedBy
    relied_on: Fingerprint


@dataclass(frozen=True, slots=True)
class Presented:
    """What is to be explained: the day's list of elements and questions, and the material."""

    material: str
    material_sha256: str
    elements: tuple[str, ...]
    questions: tuple[str, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class ProductOpened(InterviewEvent):
    """A product came onto the table; ``words`` are the client's own where there were any.

    ``shown_before``: the adviser had suggested it, or shown it in another interview. S57.
    """

    kind: ClassVar[str] = "product_opened"
    stage: ClassVar[Stage | None] = Stage.products
    can_be_undone: ClassVar[bool] = False
    product: str
    risk: ProductRisk
    how: OpenedBy
    words: str | None
    shown_before: bool = False


@event_kind
@dataclass(frozen=True, slots=True)
class ProductChosen(InterviewEvent):
    """The client chose, and the packs answered; after a refusal nothing is chosen."""

    kind: ClassVar[str] = "product_chosen"
    stage: ClassVar[Stage | None] = Stage.products
    can_be_undone: ClassVar[bool] = False
    choice: Choice
    decision: Decision


@event_kind
@dataclass(frozen=True, slots=True)
class ChoiceRefusedLater(InterviewEvent):
    """Asked again before signing, the packs refuse what they had allowed; the set is void."""

    kind: ClassVar[str] = "choice_refused_later"
    possible_in: ClassVar[frozenset[State]] = CHANGING | {State.signing}
    can_be_undone: ClassVar[bool] = False
    choice: Choice
    decision: Decision
    voids: VoidSet | None


@event_kind
@dataclass(frozen=True, slots=True)
class ChoiceJudgedAgain(InterviewEvent):
    """Asked again, the packs allow the choice and ask for something else; a set is void.

    A birthday, another edition of the rules: the client confirms the choice once more.
    """

    kind: ClassVar[str] = "choice_judged_again"
    possible_in: ClassVar[frozenset[State]] = CHANGING | {State.signing}
    can_be_undone: ClassVar[bool] = False
    choice: Choice
    decision: Decision
    voids: VoidSet | None


@event_kind
@dataclass(frozen=True, slots=True)
class ChoiceOutdated(InterviewEvent):
    """What was chosen is sold no more, or not as it was: it is chosen anew; a set is void.

    ``why`` is the code of the trouble with the product. Clauses: S31, S67.
    """

    kind: ClassVar[str] = "choice_outdated"
    possible_in: ClassVar[frozenset[State]] = CHANGING | {State.signing}
    can_be_undone: ClassVar[bool] = False
    product: str
    why: str
    voids: VoidSet | None


@event_kind
@dataclass(frozen=True, slots=True)
class ChoiceConfirmed(InterviewEvent):
    """The client confirmed product, pot and amount on the client view. Clause: S28."""

    kind: ClassVar[str] = "choice_confirmed"
    stage: ClassVar[Stage | None] = Stage.products
    choice: Fingerprint


@event_kind
@dataclass(frozen=True, slots=True)
class ChoiceDropped(InterviewEvent):
    """The client does not want it after all."""

    kind: ClassVar[str] = "choice_dropped"
    stage: ClassVar[Stage | None] = Stage.products


@event_kind
@dataclass(frozen=True, slots=True)
class PresentationOpened(InterviewEvent):
    """The approved material of the chosen product lies on the table. Clause: S67."""

    kind: ClassVar[str] = "presentation_opened"
    stage: ClassVar[Stage | None] = Stage.presentation
    choice: Fingerprint
    presented: Presented


@event_kind
@dataclass(frozen=True, slots=True)
class ElementExplained(InterviewEvent):
    """An element was explained, and the client said so. Clause: S66."""

    kind: ClassVar[str] = "element_explained"
    stage: ClassVar[Stage | None] = Stage.presentation
    element: str


@event_kind
@dataclass(frozen=True, slots=True)
class SaidBack(InterviewEvent):
    """The client said it back in own words; wrong: explained again and asked again."""

    kind: ClassVar[str] = "said_back"
    stage: ClassVar[Stage | None] = Stage.presentation
    question: str
    was_right: bool
    words: str
