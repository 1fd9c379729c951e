"""What the procedure lets happen in an interview, read from its events alone.

Written a second time on purpose, without the steps, the fold and the guards of the program: what
they let through wrongly is seen here. Each rule looks at one act with everything before it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tests.services import kinds_of_acts as kinds
from tests.services.pages_out import pages_out

from advisor_desk.domain import assessment_events as grades
from advisor_desk.domain import interview_events as acts
from advisor_desk.domain import paper_events as papers
from advisor_desk.domain import presentation_events as shows
from advisor_desk.domain import purchase_events as sales
from advisor_desk.domain import referral_events as referrals
from advisor_desk.domain.events import Event, Recorded
from advisor_desk.domain.interview import Mark, PartyRole, SigningWay
from advisor_desk.domain.people import Certificate
from advisor_desk.domain.suitability import Decision

Kind = TypeVar("Kind", bound=Event)
Rule = Callable[["Story"], bool]
RULES: list[Rule] = []


def broken_rules(
    events: tuple[Recorded, ...], at: int, certificate: Certificate | None
) -> tuple[str, ...]:
    """Return the names of the rules that the act at a place breaks."""
    taken_back = {one.event.seq for one in events[:at] if isinstance(one.event, acts.Undone)}
    before = [one.event for one in events[:at] if one.seq not in taken_back]
    story = Story(before, events[at], certificate)
    return tuple(rule.__name__ for rule in RULES if not rule(story))


@dataclass(frozen=True)
class Story:
    """An act by a person with this certificate, and everything that stands before it."""

    before: list[Event]
    recorded: Recorded
    certificate: Certificate | None

    @property
    def act(self) -> Event:
        return self.recorded.event

    @property
    def opened(self) -> acts.InterviewOpened:
        first = self.before[0]
        assert isinstance(first, acts.InterviewOpened)
        return first

    @property
    def is_on_paper(self) -> bool:
        return self.opened.signing_way is SigningWay.paper

    def all(self, *kinds: type[Kind], since: type[Event] | None = None) -> list[Kind]:
        """Return all of some kinds, the oldest first; of those after the newest ``since``."""
        known = self.before
        if since is not None:
            places = [at for at, one in enumerate(known) if type(one) is since]
            known = known[places[-1] :] if places else []
        return [one for one in known if isinstance(one, kinds)]

    def newest(self, *kinds: type[Kind]) -> Kind | None:
        return next((one for one in reversed(self.before) if isinstance(one, kinds)), None)

    def choice(self, until: Event | None = None) -> sales.ProductChosen | None:
        """Return what the client has chosen, now or when something else was done."""
        end = next((at for at, one in enumerate(self.before) if one is until), len(self.before))
        newest = Story(self.before[:end], self.recorded, None).newest(*kinds.CHOOSING)
        is_chosen = isinstance(newest, sales.ProductChosen) and not newest.decision.is_refused
        return newest if is_chosen and isinstance(newest, sales.ProductChosen) else None

    def assessment(self) -> grades.AssessmentRecord | None:
        newest = self.newest(*kinds.ASSESSED, *kinds.UNASSESSED)
        return newest.assessment if isinstance(newest, kinds.ASSESSED) else None

    def is_sealed(self) -> bool:
        newest = self.newest(papers.SigningBegun, papers.SetVoided, *kinds.VOID_BY_RULE)
        return isinstance(newest, papers.SigningBegun)

    def marks_wanted(self) -> list[Mark]:
        """Return the marks the last choice asks for."""
        choices = [one for one in self.before if isinstance(one, sales.ProductChosen)]
        papers_wanted = choices[-1].decision.documents if choices else ()
        special = {
            Mark.guardian_signature: "GUARDIAN_SIGNATURE",
            Mark.declaration_signature: "SPECIAL_DECLARATION",
            Mark.witness_signature: "WITNESS_SIGNATURE",
        }
        return [one for one in Mark if one not in special or special[one] in papers_wanted]

    def marks(self) -> list[Mark]:
        return [one.mark for one in self.all(*kinds.MARKS, since=papers.SigningBegun)]

    def came_out(self) -> bool:
        since = papers.SigningBegun if self.is_on_paper else papers.SetSigned
        return any(one.came_out for one in self.all(kinds.PRINTED, since=since))


# What must be done before the next step, and the acts of each step.


def _opened(story: Story) -> bool:
    newest = story.newest(acts.OpeningConfirmed, acts.Resumed)
    return isinstance(newest, acts.OpeningConfirmed) and not newest.decision.is_refused


def _needs_known(story: Story) -> bool:
    return bool(story.all(acts.NeedsConfirmed)) and bool(story.all(acts.PotRecorded))


def _assessed(story: Story) -> bool:
    return story.assessment() is not None


def _agreed(story: Story) -> bool:
    newest, assessment = story.newest(*kinds.RESULT), story.assessment()
    is_agreed = isinstance(newest, grades.ResultAccepted)
    return is_agreed and assessment is not None and newest.assessment == assessment.number


def _advised(story: Story) -> bool:
    said = story.all(grades.SuggestionMade, grades.PortfolioKept)
    return bool(said) and bool(story.all(grades.HoldingsRecorded))


def _chosen(story: Story) -> bool:
    chosen = story.choice()
    confirmed = [story.choice(one) for one in story.all(sales.ChoiceConfirmed)]
    return chosen is not None and chosen in confirmed


def _presented(story: Story) -> bool:
    opened = story.newest(sales.PresentationOpened)
    if opened is None or story.choice(opened) != story.choice():
        return False
    said = story.all(sales.SaidBack, since=sales.PresentationOpened)
    right = {one.question: one.was_right for one in said}
    return _explained(story) and all(right.get(one) for one in opened.presented.questions)


def _explained(story: Story) -> bool:
    opened = story.newest(sales.PresentationOpened)
    told = story.all(sales.ElementExplained, since=sales.PresentationOpened)
    return opened is not None and set(opened.presented.elements) <= {one.element for one in told}


def _read(story: Story) -> bool:
    opened = story.newest(papers.ReviewOpened)
    read = story.all(*kinds.READ, since=papers.ReviewOpened)
    is_read = bool(read) and isinstance(read[-1], papers.ReviewConfirmedByAdviser)
    return opened is not None and story.choice(opened) == story.choice() and is_read


def _signed(story: Story) -> bool:
    return bool(story.all(papers.SetSigned))


def _handed_over(story: Story) -> bool:
    return bool(story.all(papers.HandedOver))


STEPS: tuple[tuple[tuple[type[Event], ...], Rule], ...] = (
    (kinds.OPENING, _opened),
    (kinds.NEEDS, _needs_known),
    (kinds.ASSESSING, _assessed),
    (kinds.RESULT, _agreed),
    (kinds.PORTFOLIO, _advised),
    (kinds.PRODUCTS, _chosen),
    (kinds.PRESENTING, _presented),
    ((papers.ReviewOpened, *kinds.READ), _read),
    ((*kinds.SIGNING, kinds.PRINTED), _signed),
    ((papers.HandedOver,), _handed_over),
    ((papers.RecordMade, papers.InterviewClosed), lambda _: True),
)


# The rules. A name says what holds.


def _rule(rule: Rule) -> Rule:
    RULES.append(rule)
    return rule


@_rule
def no_step_is_skipped(story: Story) -> bool:
    if isinstance(story.act, kinds.BESIDE) or _signed(story):
        return True
    for of_step, done in STEPS:
        if isinstance(story.act, of_step):
            return True
        if not done(story):
            return False
    return False


@_rule
def an_opening_knows_who_is_here(story: Story) -> bool:
    return not isinstance(story.act, acts.OpeningConfirmed) or _is_known(story)


@_rule
def only_the_own_adviser_acts(story: Story) -> bool:
    return story.recorded.actor == story.opened.adviser


@_rule
def the_certificate_is_valid(story: Story) -> bool:
    certificate, day = story.certificate, story.recorded.at.date()
    is_valid = certificate is not None and certificate.valid_from <= day <= certificate.valid_until
    if isinstance(story.act, kinds.REFERRING):
        return not is_valid  # whoever may advise leads the interview
    return is_valid or isinstance(story.act, kinds.WITHOUT_CERTIFICATE)


@_rule
def nobody_is_introduced_unless_known_and_agreed(story: Story) -> bool:
    act, answer = story.act, story.newest(referrals.ReferralAnswered)
    if not isinstance(act, referrals.Referred):
        return True
    is_agreed = answer is not None and answer.agrees
    is_this = answer is not None and (answer.colleague, answer.topic) == (act.colleague, act.topic)
    return is_agreed and is_this and _is_known(story)


def _is_known(story: Story) -> bool:
    """Say whether the client was identified on this visit and read the data notice."""
    returned = story.newest(acts.Resumed)
    met = story.all(acts.PartyIdentified, since=acts.Resumed if returned else None)
    is_here = any(one.party.role is PartyRole.client for one in met)
    return is_here and bool(story.all(acts.DataNoticeUnderstood))


@_rule
def nothing_happens_after_the_end(story: Story) -> bool:
    if isinstance(story.act, referrals.SlipPrinted):
        return bool(story.all(referrals.Referred))
    return not story.all(*kinds.GIVEN_UP, papers.InterviewClosed, referrals.Referred)


@_rule
def a_paused_interview_rests(story: Story) -> bool:
    newest = story.newest(acts.Paused, acts.Resumed)
    return not isinstance(newest, acts.Paused) or isinstance(story.act, kinds.WHILE_PAUSED)


@_rule
def what_is_sealed_is_not_changed(story: Story) -> bool:
    if _signed(story):
        return isinstance(story.act, kinds.ONCE_SIGNED)
    return not story.is_sealed() or isinstance(story.act, kinds.ONCE_SEALED)


@_rule
def a_product_is_opened_before_it_is_chosen(story: Story) -> bool:
    act, opened = story.act, [one.product for one in story.all(sales.ProductOpened)]
    return not isinstance(act, sales.ProductChosen) or act.choice.product.code in opened


@_rule
def what_was_refused_is_not_confirmed(story: Story) -> bool:
    return not isinstance(story.act, sales.ChoiceConfirmed) or story.choice() is not None


@_rule
def only_what_may_be_sold_is_signed(story: Story) -> bool:
    """The choice fits the client's grade, nobody else is needed, the assessment counts."""
    chosen, assessment = story.choice(), story.assessment()
    if not isinstance(story.act, (papers.ReviewOpened, *kinds.READ, papers.SigningBegun)):
        return True
    if chosen is None or assessment is None or assessment.grade is None:
        return False
    risk, grade = chosen.choice.product.risk.value, assessment.grade.value
    fits = risk <= grade and _needs_nobody(chosen.decision)
    days = (story.recorded.at.date() - assessment.taken).days
    counts = days <= kinds.LONGEST_ASSESSED_DAYS or isinstance(story.act, kinds.READ)
    return fits and counts


@_rule
def the_packs_allow_it_on_the_day(story: Story) -> bool:
    act = story.act
    if not isinstance(act, papers.SigningBegun | papers.SetSigned):
        return True
    return not act.decision.is_refused and _needs_nobody(act.decision)


def _needs_nobody(decision: Decision) -> bool:
    return set(decision.documents) <= kinds.SHOWN_BY_US


@_rule
def what_is_explained_stood_on_the_clients_screen(story: Story) -> bool:
    seen = [one.element for one in story.all(shows.ElementShown, since=sales.PresentationOpened)]
    return not isinstance(story.act, sales.ElementExplained) or story.act.element in seen


@_rule
def nothing_is_skipped_without_a_reason(story: Story) -> bool:
    act, opened = story.act, story.newest(sales.PresentationOpened)
    if opened is None or not isinstance(act, shows.ElementShown | sales.ElementExplained):
        return True
    told, order = story.all(*kinds.SETTLED, since=type(opened)), opened.presented.elements
    return set(order[: order.index(act.element)]) <= {one.element for one in told}


@_rule
def the_worst_case_is_explained_first(story: Story) -> bool:
    act = story.act
    if not isinstance(act, sales.ElementExplained) or act.element == "worst_case":
        return True
    told = story.all(sales.ElementExplained, since=sales.PresentationOpened)
    return "worst_case" in [one.element for one in told]


@_rule
def all_is_explained_before_it_is_said_back(story: Story) -> bool:
    return not isinstance(story.act, sales.SaidBack) or _explained(story)


@_rule
def the_client_reads_before_the_adviser(story: Story) -> bool:
    read = story.all(papers.ReviewConfirmedByClient, since=papers.ReviewOpened)
    return not isinstance(story.act, papers.ReviewConfirmedByAdviser) or bool(read)


@_rule
def what_was_read_is_signed(story: Story) -> bool:
    opened, act = story.newest(papers.ReviewOpened), story.act
    if not isinstance(act, papers.SigningBegun):
        return True
    return opened is not None and opened.number == act.number


@_rule
def marks_are_made_in_their_order(story: Story) -> bool:
    if not isinstance(story.act, kinds.MARKS):
        return True
    made = [*story.marks(), story.act.mark]
    by_hand = isinstance(story.act, papers.MarkSeen)
    return made == story.marks_wanted()[: len(made)] and by_hand is story.is_on_paper


@_rule
def a_set_is_signed_with_every_mark(story: Story) -> bool:
    if not isinstance(story.act, papers.SetSigned):
        return True
    return story.is_sealed() and story.marks() == story.marks_wanted()


@_rule
def paper_is_printed_before_a_hand_writes_on_it(story: Story) -> bool:
    return not isinstance(story.act, papers.MarkSeen) or story.came_out()


@_rule
def what_is_printed_is_sealed(story: Story) -> bool:
    """On the screen nothing is printed before it is signed."""
    if not isinstance(story.act, kinds.PRINTED):
        return True
    return _signed(story) or (story.is_on_paper and story.is_sealed())


@_rule
def all_three_copies_are_handed_over(story: Story) -> bool:
    act = story.act
    if not isinstance(act, papers.HandedOver):
        return True
    return story.came_out() and sorted(act.copies) == kinds.COPIES


@_rule
def an_interview_ends_with_its_record(story: Story) -> bool:
    """Every item of S53 has words, whether or not something was bought."""
    act = story.act
    if isinstance(act, (papers.RecordMade, *kinds.NO_SALE)):
        return _is_filled(act.record)
    return not isinstance(act, papers.InterviewClosed) or bool(story.all(papers.RecordMade))


def _is_filled(record: acts.InterviewRecord) -> bool:
    return all(getattr(record, name).strip() for name in record.__dataclass_fields__)


@_rule
def printed_pages_come_back(story: Story) -> bool:
    """A set that came out and is given up, by whomever, is counted back, every print of it."""
    act = story.act
    if isinstance(act, (*kinds.GIVEN_UP, papers.SetVoided, papers.PagesReturned)):
        return (act.pages_returned or 0) == pages_out(story.before)
    return not isinstance(act, papers.ReviewOpened) or pages_out(story.before) == 0
