"""The procedure read from events alone: whole interviews keep it, and each breach is found."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.services import kinds_of_acts as kinds
from tests.services import procedure as the
from tests.services.branch import CERTIFICATE, RECORD, STEPS, Walk, practice
from tests.services.procedure import RULES, broken_rules

from advisor_desk.domain import assessment_events as grades
from advisor_desk.domain import interview_events as acts
from advisor_desk.domain import paper_events as papers
from advisor_desk.domain import presentation_events as shows
from advisor_desk.domain import purchase_events as sales
from advisor_desk.domain import referral_events as referrals
from advisor_desk.domain.events import Event, Recorded
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Mark, SigningWay
from advisor_desk.domain.suitability import Effect

Events = tuple[Recorded, ...]
YEARS = timedelta(days=400)


class Interview:
    """A good interview, closed, out of which bad ones are made. Each ends with the bad act."""

    def __init__(self, events: Events) -> None:
        self.events = events

    def until(self, kind: type[Event], *, without: tuple[type[Event], ...] = ()) -> Events:
        """Return what leads to the first act of a kind, some acts left out."""
        end = self._place(kind)
        kept = [one for one in self.events[:end] if not isinstance(one.event, without)]
        return (*kept, self.events[end])

    def altered(self, kind: type[Event], **changes: Any) -> Events:
        """Return what leads to an act that is not as it was."""
        *before, last = self.until(kind)
        return (*before, replace(last, event=replace(last.event, **changes)))

    def put(self, act: Event, after: type[Event]) -> Events:
        """Return an interview in which an act follows the first of another kind."""
        before = self.until(after)
        return (*before, replace(before[-1], seq=before[-1].seq + 1, event=act))

    def decided(self, kind: type[Event], **changes: Any) -> Events:
        """Return what leads to an act with another answer of the packs."""
        decision = self.until(kind)[-1].event.decision  # type: ignore[attr-defined]
        return self.altered(kind, decision=replace(decision, **changes))

    def again(self, kind: type[Event], after: type[Event]) -> Events:
        return self.put(self.until(kind)[-1].event, after)

    def _place(self, kind: type[Event]) -> int:
        return next(at for at, one in enumerate(self.events) if isinstance(one.event, kind))


def by_another(whole: Interview) -> Events:
    *before, last = whole.until(acts.NeedsConfirmed)
    return (*before, replace(last, actor="20431"))


def a_year_later(whole: Interview) -> Events:
    *before, last = whole.until(papers.SigningBegun)
    return (*before, replace(last, at=last.at + YEARS))


def above_the_grade(whole: Interview) -> Events:
    *before, last = whole.until(papers.ReviewOpened)
    made = next(one.event for one in before if isinstance(one.event, grades.AnswersConfirmed))
    low = replace(made, assessment=replace(made.assessment, grade=RiskTolerance.A1))
    return (*(replace(one, event=low) if one.event is made else one for one in before), last)


def refused(whole: Interview, then: type[Event]) -> Events:
    *before, last = whole.until(then)
    made = next(one.event for one in before if isinstance(one.event, sales.ProductChosen))
    no = replace(made, decision=replace(made.decision, outcome=Effect.REFUSE))
    return (*(replace(one, event=no) if one.event is made else one for one in before), last)


PAUSED = acts.Paused("客戶去接孩子", (), None)
BLANK = replace(RECORD, advice=" ")
TOLD = referrals.ProductFactsPassedOn("DEMO-R1-001", date(2026, 1, 1))
INTRODUCED = referrals.Referred("20455", "到期的存款", "CD3-2026-01-00009", (), None)
OUTDATED = grades.AssessmentOutdated("RA-01-000001", None)
BREACHES: tuple[tuple[Callable[[Interview], Events], Callable[..., bool]], ...] = (
    (lambda i: i.again(grades.ResultAccepted, acts.NeedsConfirmed), the.no_step_is_skipped),
    (lambda i: i.until(papers.ReviewOpened, without=kinds.PRESENTING), the.no_step_is_skipped),
    (lambda i: i.until(papers.SigningBegun, without=kinds.READ), the.no_step_is_skipped),
    (lambda i: i.again(sales.ChoiceConfirmed, acts.NeedsConfirmed), the.no_step_is_skipped),
    (lambda i: refused(i, papers.ReviewOpened), the.no_step_is_skipped),
    (
        lambda i: i.until(acts.OpeningConfirmed, without=(acts.PartyIdentified,)),
        the.an_opening_knows_who_is_here,
    ),
    (by_another, the.only_the_own_adviser_acts),
    (a_year_later, the.the_certificate_is_valid),
    (lambda i: i.put(TOLD, acts.NeedsConfirmed), the.the_certificate_is_valid),
    (
        lambda i: i.put(INTRODUCED, acts.NeedsConfirmed),
        the.nobody_is_introduced_unless_known_and_agreed,
    ),
    (
        lambda i: i.again(acts.PotRecorded, papers.InterviewClosed),
        the.nothing_happens_after_the_end,
    ),
    (
        lambda i: (*i.put(PAUSED, acts.NeedsConfirmed), i.until(grades.AnswerGiven)[-1]),
        the.a_paused_interview_rests,
    ),
    (lambda i: i.again(acts.PotRecorded, papers.SigningBegun), the.what_is_sealed_is_not_changed),
    (lambda i: i.again(papers.MarkSeen, papers.SetSigned), the.what_is_sealed_is_not_changed),
    (
        lambda i: i.until(sales.ProductChosen, without=(sales.ProductOpened,)),
        the.a_product_is_opened_before_it_is_chosen,
    ),
    (lambda i: refused(i, sales.ChoiceConfirmed), the.what_was_refused_is_not_confirmed),
    (above_the_grade, the.only_what_may_be_sold_is_signed),
    (lambda i: refused(i, papers.ReviewOpened), the.only_what_may_be_sold_is_signed),
    (a_year_later, the.only_what_may_be_sold_is_signed),
    (
        lambda i: i.decided(papers.SigningBegun, outcome=Effect.REFUSE),
        the.the_packs_allow_it_on_the_day,
    ),
    (
        lambda i: i.decided(papers.SetSigned, documents=("WITNESS_SIGNATURE",)),
        the.the_packs_allow_it_on_the_day,
    ),
    (
        lambda i: i.put(sales.ElementExplained("fees"), sales.PresentationOpened),
        the.the_worst_case_is_explained_first,
    ),
    (
        lambda i: i.until(sales.ElementExplained, without=(shows.ElementShown,)),
        the.what_is_explained_stood_on_the_clients_screen,
    ),
    (
        lambda i: i.put(shows.ElementShown("fees", 6, "0" * 64), sales.ElementExplained),
        the.nothing_is_skipped_without_a_reason,
    ),
    (
        lambda i: i.again(sales.SaidBack, sales.ElementExplained),
        the.all_is_explained_before_it_is_said_back,
    ),
    (
        lambda i: i.until(
            papers.ReviewConfirmedByAdviser, without=(papers.ReviewConfirmedByClient,)
        ),
        the.the_client_reads_before_the_adviser,
    ),
    (lambda i: i.altered(papers.SigningBegun, number="CD3-2026-01-9"), the.what_was_read_is_signed),
    (
        lambda i: i.altered(papers.MarkSeen, mark=Mark.adviser_signature),
        the.marks_are_made_in_their_order,
    ),
    (
        lambda i: i.put(papers.InkGiven(Mark.grade_written, ()), papers.FormsPrinted),
        the.marks_are_made_in_their_order,
    ),
    (lambda i: i.again(papers.SetSigned, papers.MarkSeen), the.a_set_is_signed_with_every_mark),
    (
        lambda i: i.again(papers.MarkSeen, papers.SigningBegun),
        the.paper_is_printed_before_a_hand_writes_on_it,
    ),
    (lambda i: i.again(papers.FormsPrinted, papers.ReviewOpened), the.what_is_printed_is_sealed),
    (
        lambda i: i.altered(papers.HandedOver, copies=("client", "bank")),
        the.all_three_copies_are_handed_over,
    ),
    (
        lambda i: i.until(papers.HandedOver, without=(papers.FormsPrinted,)),
        the.all_three_copies_are_handed_over,
    ),
    (lambda i: i.altered(papers.RecordMade, record=BLANK), the.an_interview_ends_with_its_record),
    (
        lambda i: i.until(papers.InterviewClosed, without=(papers.RecordMade,)),
        the.an_interview_ends_with_its_record,
    ),
    (
        lambda i: i.put(acts.Abandoned("客戶離開", None, 0), papers.FormsPrinted),
        the.printed_pages_come_back,
    ),
    (
        lambda i: i.put(acts.Abandoned("客戶離開", None, 7), papers.SigningBegun),
        the.printed_pages_come_back,
    ),
    (
        lambda i: (*i.put(OUTDATED, papers.FormsPrinted), i.until(papers.ReviewOpened)[-1]),
        the.printed_pages_come_back,
    ),
)


def interview(folder: Path, way: SigningWay) -> Interview:
    with practice(folder) as at:
        walk = Walk(at, signing_way=way).until(STEPS[-1])
        subject = f"interview:{walk.interview}"
        return Interview(tuple(at.desk.book.events(subject)))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Interview:
    return interview(tmp_path_factory.mktemp("branch"), SigningWay.paper)


def breaches(events: Events) -> Iterator[str]:
    for at in range(1, len(events)):
        yield from broken_rules(events, at, CERTIFICATE)


def test_a_whole_interview_on_paper_breaks_no_rule(whole: Interview) -> None:
    assert list(breaches(whole.events)) == []


def test_a_whole_interview_on_the_screen_breaks_no_rule(tmp_path: Path) -> None:
    assert list(breaches(interview(tmp_path, SigningWay.screen).events)) == []


@pytest.mark.parametrize(("bad", "rule"), BREACHES)
def test_a_breach_is_found(
    whole: Interview, bad: Callable[[Interview], Events], rule: Callable[..., bool]
) -> None:
    events = bad(whole)
    assert rule.__name__ in broken_rules(events, len(events) - 1, CERTIFICATE)


def test_what_is_taken_back_does_not_count(whole: Interview) -> None:
    *before, last = whole.until(papers.SigningBegun)
    read = before[-1]
    taken_back = replace(read, seq=read.seq + 1, event=acts.Undone(read.seq))
    found = broken_rules((*before, taken_back, last), len(before) + 1, CERTIFICATE)
    assert found == ("no_step_is_skipped",)


def test_every_rule_has_its_breach() -> None:
    assert {rule for _, rule in BREACHES} == set(RULES)
