"""Acts around the client's grade: own estimate, answers, result, portfolio.

Confirming the answers makes the assessment in the same act; from then on answers are changed only
by beginning a new one, which counts towards the limits. Clauses: S28, S46, S48-S52, S54.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from advisor_desk.domain.client import ClientId
from advisor_desk.domain.events import event_kind
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import EnteredBy, Reaction, Stage, State
from advisor_desk.domain.interview_events import CHANGING, InterviewEvent, VoidSet
from advisor_desk.domain.languages import Words
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """A letter, and who put it in; ``reason`` where it was not the client."""

    letter: str
    entered_by: EnteredBy
    reason: str | None


@dataclass(frozen=True, slots=True)
class AssessmentRecord:
    """A risk assessment (風險承受能力評估). ``grade`` None: the client did not pass.

    Counts include this one; ``previous`` is the grade before it. Until when it counts is asked of
    the packs on the day, never stored.
    """

    number: str
    questionnaire: str
    edition: date
    sha256: str
    answers: Mapping[str, GivenAnswer]
    score: int | None
    grade: RiskTolerance | None
    label: Words
    overrides: tuple[str, ...]
    inconsistencies: tuple[str, ...]
    taken: date
    count_today: int
    count_12_months: int
    previous: RiskTolerance | None
    previous_taken: date | None
    repeat_reason: str | None
    own_estimate: RiskTolerance | None

    @property
    def changes_grade(self) -> bool:
        """Say whether the client had another grade before."""
        return self.previous is not None and self.previous is not self.grade


@dataclass(frozen=True, slots=True)
class Holding:
    """Something the client owns now, as of a day.

    ``product`` is its code where the catalogue has it; ``matures_on`` None: no such day, or not
    known.
    """

    name: str
    amount: Money
    risk: ProductRisk | None
    as_of: date
    asset_class: AssetClass = AssetClass.other
    product: str | None = None
    matures_on: date | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a suggestion would do: move ``amount`` into a class, into a product where one is meant.

    ``taken_from`` is the name of a holding; None: money that is not among them yet.
    """

    amount: Money
    taken_from: str | None
    into: AssetClass
    product: str | None


@event_kind
@dataclass(frozen=True, slots=True)
class OwnEstimateGiven(InterviewEvent):
    """What the client thinks the result will be."""

    kind: ClassVar[str] = "own_estimate_given"
    stage: ClassVar[Stage | None] = Stage.questionnaire
    grade: RiskTolerance


@event_kind
@dataclass(frozen=True, slots=True)
class AnswerGiven(InterviewEvent):
    """An answer to one item; a later one replaces it."""

    kind: ClassVar[str] = "answer_given"
    stage: ClassVar[Stage | None] = Stage.questionnaire
    item: str
    answer: GivenAnswer


@event_kind
@dataclass(frozen=True, slots=True)
class AnswersConfirmed(InterviewEvent):
    """The client said "these are my answers"; the assessment is made. It counts, for good."""

    kind: ClassVar[str] = "answers_confirmed"
    stage: ClassVar[Stage | None] = Stage.questionnaire
    can_be_undone: ClassVar[bool] = False
    client: ClientId
    assessment: AssessmentRecord
    flags: tuple[str, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class GuidanceConfirmed(InterviewEvent):
    """The guardian guided the minor through the questions and agrees. Clause: S46."""

    kind: ClassVar[str] = "guidance_confirmed"
    stage: ClassVar[Stage | None] = Stage.questionnaire
    assessment: str


@event_kind
@dataclass(frozen=True, slots=True)
class AssessmentKept(InterviewEvent):
    """An assessment still valid serves: the client said that nothing has changed. Clause: S48.

    ``is_signed``: its form was signed before; else it is signed with this set.
    """

    kind: ClassVar[str] = "assessment_kept"
    stage: ClassVar[Stage | None] = Stage.questionnaire
    assessment: AssessmentRecord
    is_signed: bool
    relied_on: Fingerprint


@event_kind
@dataclass(frozen=True, slots=True)
class RetakeBegun(InterviewEvent):
    """A new assessment is made in this interview, with the reason. Clause: S49."""

    kind: ClassVar[str] = "retake_begun"
    stage: ClassVar[Stage | None] = Stage.questionnaire
    reason: str


@event_kind
@dataclass(frozen=True, slots=True)
class AssessmentOutdated(InterviewEvent):
    """A later one was made or entered outside this interview; a set is void. Clauses: S48, S50.

    The questionnaire opens again: the later one is kept, or another is made.
    """

    kind: ClassVar[str] = "assessment_outdated"
    possible_in: ClassVar[frozenset[State]] = CHANGING | {State.signing}
    can_be_undone: ClassVar[bool] = False
    assessment: str
    voids: VoidSet | None


@event_kind
@dataclass(frozen=True, slots=True)
class ResultDiscussed(InterviewEvent):
    """The client wanted to talk about the result; what was said."""

    kind: ClassVar[str] = "result_discussed"
    stage: ClassVar[Stage | None] = Stage.result
    words: str


@event_kind
@dataclass(frozen=True, slots=True)
class ResultAccepted(InterviewEvent):
    """The client agreed to the grade, a changed one explicitly."""

    kind: ClassVar[str] = "result_accepted"
    stage: ClassVar[Stage | None] = Stage.result
    assessment: str
    change_confirmed: bool


@event_kind
@dataclass(frozen=True, slots=True)
class HoldingsRecorded(InterviewEvent):
    """Everything the client holds now; empty: a first investment."""

    kind: ClassVar[str] = "holdings_recorded"
    stage: ClassVar[Stage | None] = Stage.portfolio
    holdings: tuple[Holding, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class SuggestionMade(InterviewEvent):
    """An improvement was proposed, and what the client said to it. Clauses: S54-S56.

    ``change`` None: it was put in words alone. ``prices`` is the SHA-256 of those told from, where
    there were any.
    """

    kind: ClassVar[str] = "suggestion_made"
    stage: ClassVar[Stage | None] = Stage.portfolio
    words: str
    change: Change | None
    reaction: Reaction
    prices: str | None
    relied_on: Fingerprint


@event_kind
@dataclass(frozen=True, slots=True)
class PortfolioKept(InterviewEvent):
    """The suggestion is to change nothing, and why; what the client said to it."""

    kind: ClassVar[str] = "portfolio_kept"
    stage: ClassVar[Stage | None] = Stage.portfolio
    reason: str
    reaction: Reaction
    relied_on: Fingerprint
