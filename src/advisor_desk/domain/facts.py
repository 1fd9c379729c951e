"""What is known of an interview: the fold of its events, and nothing that is not in them.

Values that a later step relies on are compared by fingerprint, so that going back and changing an
answer shows by itself what has to be done again.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from advisor_desk.domain.assessment_events import AssessmentRecord, Change, GivenAnswer, Holding
from advisor_desk.domain.client import ClientId, IdentityDocument
from advisor_desk.domain.fingerprint import Fingerprint, fingerprint
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import (
    Channel,
    Confirmer,
    InterviewId,
    Mark,
    OpenedBy,
    PartyRole,
    Protection,
    Reaction,
    SigningWay,
    Stage,
    State,
)
from advisor_desk.domain.interview_events import CHANGING, FormFile, InterviewRecord, Party, VoidSet
from advisor_desk.domain.languages import Language
from advisor_desk.domain.needs import Block, NeedsAnswer, Pot
from advisor_desk.domain.over_risk_events import Alternative
from advisor_desk.domain.pages_out import PagesOut
from advisor_desk.domain.paper_events import FormsPrinted, InkStrokes
from advisor_desk.domain.people import StaffNo, WitnessRank
from advisor_desk.domain.purchase_events import Choice, Presented
from advisor_desk.domain.referral_events import (
    MaterialHandedOut,
    ProductFactsPassedOn,
    ReferralAnswered,
    Referred,
    SlipPrinted,
)
from advisor_desk.domain.suitability import AskedBy, Decision

VISIT_OVER = "VISIT_OVER"


@dataclass(frozen=True, slots=True)
class Recording:
    """The number of a recording, or why there is none."""

    number: str | None
    reason_none: str | None


@dataclass(frozen=True, slots=True)
class Suggested:
    """What was suggested and what the client said: a change, words alone, or to keep everything."""

    words: str
    change: Change | None
    reaction: Reaction
    relied_on: Fingerprint
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """How a product came onto the table."""

    product: str
    risk: ProductRisk
    how: OpenedBy
    words: str | None
    shown_before: bool = False

    @property
    def is_client(self) -> bool:
        """Say whether it was the client who brought it up, and never the adviser before."""
        return self.how.is_client and not self.shown_before

    @property
    def origin(self) -> str:
        """Return the end of the code that says who brought it up; before: the adviser."""
        here = "client" if self.how.is_client else "adviser"
        return "before" if self.how.is_client and self.shown_before else here


@dataclass(frozen=True, slots=True)
class Judged:
    """A choice and the answer of the packs to it."""

    choice: Choice
    decision: Decision


@dataclass(frozen=True, slots=True)
class Presentation:
    """What was shown and explained of the choice named, and what was said back rightly.

    ``put_off``: why an element is passed over for now; it stays due.
    """

    choice: Fingerprint
    presented: Presented
    explained: tuple[str, ...] = ()
    said_back: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    put_off: Mapping[str, str] = field(default_factory=dict)

    @property
    def left(self) -> tuple[str, ...]:
        """Return what is still to be explained, in its order; what was put off comes last."""
        due = [one for one in self.presented.elements if one not in self.explained]
        return tuple(sorted(due, key=lambda one: one in self.put_off))


@dataclass(frozen=True, slots=True)
class OverRisk:
    """How far the client's own wish above the grade was led, for the choice named."""

    choice: Fingerprint
    warned_at: datetime | None = None
    declined: tuple[Alternative, ...] = ()
    declared: str = ""


@dataclass(frozen=True, slots=True)
class Witness:
    """Who witnesses the choice named, since when, and what was said. ``decided_at`` None: open."""

    choice: Fingerprint
    staff_no: StaffNo
    name: str
    post: str
    rank: WitnessRank
    came_at: datetime
    questions: tuple[str, ...]
    recap_heard: bool = False
    warned: bool = False
    heard: Mapping[str, str] = field(default_factory=dict)
    client_goes_on: bool | None = None
    proceeds: bool | None = None
    words: str = ""
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """The set under review: its reserved number and its bytes."""

    number: str
    forms: tuple[FormFile, ...]
    relied_on: Fingerprint
    confirmed_by: tuple[Confirmer, ...] = ()


@dataclass(frozen=True, slots=True)
class Ceremony:
    """How far the set is signed; ``sealed`` and ``signed`` name the bytes in the book.

    ``printed`` is the newest print as it stood when last looked at; ``printed_before`` the forms
    that came out in prints before it, one as often as it did, and ``doubtful_before`` those of
    which nobody saw whether they did. ``witnessed`` are the forms as
    everybody signed them on the screen, the witness last; they count once the set is signed.
    """

    number: str
    sealed: tuple[FormFile, ...]
    came_out: bool = False
    printed: FormsPrinted | None = None
    printed_before: tuple[str, ...] = ()
    doubtful_before: tuple[str, ...] = ()
    marks: Mapping[Mark, StaffNo] = field(default_factory=dict)
    ink: Mapping[Mark, tuple[InkStrokes, ...]] = field(default_factory=dict)
    witnessed: tuple[FormFile, ...] = ()
    signed: tuple[FormFile, ...] = ()

    @property
    def pages_out(self) -> PagesOut:
        """Return how many pages came out, or may have, in all prints together."""
        now = self.printed.forms if self.printed else ()
        least = self._pages((*self.printed_before, *now))
        return PagesOut(least, least + self._pages((*self.doubtful_before, *self.doubtful())))

    def doubtful(self) -> tuple[str, ...]:
        """Return the forms of the newest print that may have come out, unseen."""
        printed, forms = self.printed, tuple(form.form for form in self.sealed)
        if printed is None or printed.came_out:
            return ()
        if printed.is_begun:
            return forms
        return forms[len(printed.forms) :][:1] if printed.job else ()

    def _pages(self, forms: tuple[str, ...]) -> int:
        pages = {form.form: form.pages for form in self.sealed}
        return sum(pages[form] for form in forms)


@dataclass(frozen=True, slots=True)
class VoidPrint:
    """A printed set that became void. Its pages come back, every one; ``is_counted``: they did."""

    voids: VoidSet
    pages: PagesOut
    is_counted: bool


@dataclass(frozen=True, slots=True)
class Added:
    """What was added after signing, and who agreed."""

    at: datetime
    words: str
    second: str


@dataclass(frozen=True, slots=True)
class Referral:
    """What was done without a certificate; ``refused``: locked steps tried, with their visit."""

    handed_out: tuple[MaterialHandedOut, ...] = ()
    passed_on: tuple[ProductFactsPassedOn, ...] = ()
    refused: tuple[tuple[int, Stage], ...] = ()
    answer: ReferralAnswered | None = None
    meeting: datetime | None = None
    end: Referred | None = None
    printed: SlipPrinted | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """An interview as it stands. ``visit`` counts from 1; each resumption begins another.

    A visit, begun at ``came_at``, lasts until the end of its day: see ``on``.
    ``drafts`` are half-typed texts by the name of their field; they belong to no act yet.
    """

    interview: InterviewId
    client: ClientId
    client_seen: Fingerprint
    adviser: StaffNo
    opened_at: datetime
    came_at: datetime
    visit_purpose: str
    language: Language
    signing_way: SigningWay
    channel: Channel
    state: State = State.opened
    visit: int = 1
    parties: Mapping[PartyRole, Party] = field(default_factory=dict)
    notice_understood: bool = False
    recording: Recording | None = None
    opening_confirmed: Fingerprint | None = None
    opening_decision: Decision | None = None
    needs: Mapping[Block, tuple[NeedsAnswer, ...]] = field(default_factory=dict)
    pots: Mapping[str, Pot] = field(default_factory=dict)
    needs_confirmed: Fingerprint | None = None
    protections: tuple[Protection, ...] = ()
    own_estimate: RiskTolerance | None = None
    guidance: str | None = None
    guardian_seen: IdentityDocument | None = None
    answers: Mapping[str, GivenAnswer] = field(default_factory=dict)
    retake_reason: str | None = None
    assessment: AssessmentRecord | None = None
    made_here: tuple[AssessmentRecord, ...] = ()
    kept_on: Fingerprint | None = None
    assessment_signed: bool = False
    result_accepted: str | None = None
    holdings: tuple[Holding, ...] | None = None
    proposed_on: Fingerprint | None = None
    suggestions: tuple[Suggested, ...] = ()
    opened: tuple[Opened, ...] = ()
    judged: tuple[Judged, ...] = ()
    chosen: Judged | None = None
    choice_confirmed: Fingerprint | None = None
    over_risk: OverRisk | None = None
    presentation: Presentation | None = None
    special_attention: Fingerprint | None = None
    witness: Witness | None = None
    review: Review | None = None
    ceremony: Ceremony | None = None
    handed_over: tuple[str, ...] = ()
    record: InterviewRecord | None = None
    addenda: tuple[Added, ...] = ()
    void_reason: str = ""
    referral: Referral = Referral()
    pause_reason: str = ""
    pause_documents: tuple[str, ...] = ()
    drafts: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    numbers_void: tuple[str, ...] = ()
    void_prints: tuple[VoidPrint, ...] = ()

    @property
    def pages_due(self) -> PagesOut:
        """Return the printed pages of void sets that nobody has counted back yet."""
        return sum((one.pages for one in self.void_prints if not one.is_counted), PagesOut())

    def is_visit_over(self, day: date) -> bool:
        """Say whether a later day has begun since everybody came. Clauses: S22, S49."""
        return day > self.came_at.date()

    def on(self, day: date) -> "Facts":
        """Return the interview as it stands on a day: it rests once the day of its visit is over.

        Nobody paused it, so nothing is recorded for it. A set being signed does not rest: its
        marks stand, and no other is made.
        """
        if self.state in CHANGING and self.is_visit_over(day):
            return replace(self, state=State.paused, pause_reason=VISIT_OVER, pause_documents=())
        return self

    def parties_seen(self) -> Fingerprint:
        """Fingerprint who is here, the client's record and the visit."""
        return fingerprint(self.visit, self.client_seen, self.parties)

    def needs_seen(self) -> Fingerprint:
        """Fingerprint the fact-find and the pots."""
        return fingerprint(self.needs, self.pots)

    def advice_rests_on(self) -> Fingerprint:
        """Fingerprint what a suggestion relies on: needs, holdings, the accepted grade."""
        number = self.assessment.number if self.assessment else None
        return fingerprint(self.needs_seen(), self.holdings, number)

    def advice(self) -> tuple[Suggested, ...]:
        """Return what was suggested on needs, holdings and grade as they stand now."""
        now = self.advice_rests_on()
        return tuple(one for one in self.suggestions if one.relied_on == now)

    def purchase_rests_on(self) -> Fingerprint:
        """Fingerprint what a choice is judged by, beside the choice itself."""
        number = self.assessment.number if self.assessment else None
        return fingerprint(self.client_seen, self.needs_seen(), number)

    def choice_seen(self) -> Fingerprint | None:
        """Fingerprint product, pot and amount as chosen; None where nothing is."""
        return fingerprint(self.chosen.choice) if self.chosen else None

    def forms_rest_on(self) -> Fingerprint:
        """Fingerprint everything that is printed."""
        return fingerprint(
            self.parties_seen(),
            self.purchase_rests_on(),
            self.choice_seen(),
            self.presentation,
            self.over_risk,
            self.witness,
        )

    def is_protected(self, protection: Protection) -> bool:
        """Say whether the client's age of this visit brings a protection."""
        return protection in self.protections

    def asked_by(self, product: str) -> AskedBy:
        """Say whose idea a product was: the client's only by evidence. Clause: S57.

        The first opening decides, and it needs the client's own words: typing a code that the
        adviser had shown before is no request.
        """
        found = [one for one in self.opened if one.product == product]
        own = [one for one in found if one.how.is_client and one.words]
        return AskedBy.client if found and found[0].is_client and own else AskedBy.adviser
