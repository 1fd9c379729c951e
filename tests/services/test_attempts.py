"""Every assessment is kept, told and counted; what stands out is flagged, whatever the channel."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.services.branch import CERTIFICATE, Practice, Walk, details_of, practice

from advisor_desk.cli.interview_text import shown_text
from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel, EnteredBy, OpenedBy
from advisor_desk.domain.languages import Language
from advisor_desk.domain.suitability import AssessmentState
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.attempts import HIGHER, LOOKED_ABOVE
from advisor_desk.services.interview_files import InterviewFiles

TODAY = date(2026, 11, 23)
PAPER = OtherAssessmentEntered(
    "G-1", date(2026, 3, 2), Channel.counter, "櫃檯問卷", RiskTolerance.A2, "已見原件"
)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def enter(walk: Walk, number: str, taken: date, grade: RiskTolerance | None) -> None:
    entered = replace(PAPER, number=number, taken=taken, grade=grade)
    walk.do.clients.enter_other_assessment(walk.client, entered)


def test_all_attempts_are_told_the_oldest_first_with_channel_who_and_why(at: Practice) -> None:
    walk = Walk(at).until("needs")
    enter(walk, "G-2", date(2026, 5, 1), None)
    told = replace(PAPER, reason="電話裡說收入變了", channel=Channel.phone)
    walk.do.clients.enter_other_assessment(walk.client, told)
    walk.do.assessments.give_answer(
        walk.interview, "income", "B", entered_by=EnteredBy.adviser_reading, reason="視力不好"
    )
    for item in walk.do.today().questionnaire.items[2:]:
        walk.do.assessments.give_answer(walk.interview, item.id, "A", entered_by=EnteredBy.client)
    walk.do.assessments.confirm_answers(walk.interview, "客戶已了解產品")
    first, second, third = walk.do.clients.attempts(walk.client)
    assert (first.number, first.channel, first.entered_by) == (
        "G-1",
        Channel.phone,
        (EnteredBy.paper,),
    )
    assert (first.reason, first.paper_seen) == ("電話裡說收入變了", "已見原件")
    assert (second.number, second.grade) == ("G-2", None)
    assert third.interview == walk.interview
    assert third.entered_by == (EnteredBy.client, EnteredBy.adviser_reading)
    assert (third.reason, third.taken) == ("客戶已了解產品", TODAY)


@pytest.mark.parametrize(
    ("grade", "flags"),
    [(RiskTolerance.A2, ()), (RiskTolerance.A3, (HIGHER,)), (None, ())],
    ids=["the same grade", "a higher one", "not passed"],
)
def test_a_paper_with_a_higher_grade_than_the_last_is_flagged(
    at: Practice, grade: RiskTolerance | None, flags: tuple[str, ...]
) -> None:
    walk = Walk(at).begin()
    enter(walk, "G-1", date(2026, 3, 2), RiskTolerance.A2)
    enter(walk, "G-2", date(2026, 11, 1), grade)
    assert walk.do.clients.attempts(walk.client)[-1].flags == flags


def test_a_paper_is_compared_with_the_one_before_its_day(at: Practice) -> None:
    walk = Walk(at).begin()
    enter(walk, "G-2", date(2026, 11, 1), RiskTolerance.A1)
    enter(walk, "G-1", date(2026, 3, 2), RiskTolerance.A5)
    assert [one.flags for one in walk.do.clients.attempts(walk.client)] == [(), ()]


def test_a_look_above_the_grade_is_flagged_in_the_next_interview_too(at: Practice) -> None:
    walk = Walk(at, letter="B").until("portfolio")
    assert not walk.do.assessments.looked_above(walk.interview)
    walk.do.purchases.open_product(walk.interview, "DEMO-R5-001", OpenedBy.typed_by_client, "想要")
    assert walk.do.assessments.looked_above(walk.interview)
    walk.do.flow.abandon(walk.interview, "客戶離開")
    at.on(date(2026, 12, 20))
    later = Walk(at, client=walk.client, letter="C").until("needs")
    later.answer()
    later.do.assessments.confirm_answers(later.interview, "客戶說想法變了")
    assert LOOKED_ABOVE in later.facts.flags
    made = later.facts.assessment
    assert made is not None
    assert LOOKED_ABOVE in later.do.assessments.flags(later.interview, made.number)


def test_a_renewal_long_after_a_look_is_not_flagged(at: Practice) -> None:
    walk = Walk(at, letter="B").until("portfolio")
    walk.do.purchases.open_product(walk.interview, "DEMO-R5-001", OpenedBy.typed_by_client, "想要")
    walk.do.flow.abandon(walk.interview, "客戶離開")
    at.certificate(replace(CERTIFICATE, valid_until=date(2028, 1, 1)))
    at.on(TODAY.replace(year=2027) + timedelta(days=1))  # the last day it counted was yesterday
    later = Walk(at, client=walk.client, letter="B").until("needs")
    later.answer()
    later.do.assessments.confirm_answers(later.interview)
    assert later.facts.flags == ()


def test_a_paper_brought_after_a_look_above_is_flagged_too(at: Practice) -> None:
    walk = Walk(at, letter="B").until("portfolio")
    walk.do.purchases.open_product(walk.interview, "DEMO-R5-001", OpenedBy.typed_by_client, "想要")
    paper = replace(PAPER, taken=TODAY, grade=RiskTolerance.A5, reason="客戶說加薪了")
    walk.do.clients.enter_other_assessment(walk.client, paper)
    assert (LOOKED_ABOVE, HIGHER) in [one.flags for one in walk.do.clients.attempts(walk.client)]


def test_after_a_failed_assessment_one_more_needs_a_reason(at: Practice) -> None:
    walk = Walk(at).until("needs")
    enter(walk, "G-1", date(2026, 3, 2), None)
    standing = walk.do.assessments.standing(walk.interview)
    assert (standing.state, standing.needs_reason) == (AssessmentState.failed, True)
    walk.answer()
    with pytest.raises(BadInput, match="REPEAT_REASON_MISSING"):
        walk.do.assessments.confirm_answers(walk.interview)
    walk.do.assessments.confirm_answers(walk.interview, "客戶的情況變了")


def test_after_an_expired_one_none_is_needed(at: Practice) -> None:
    walk = Walk(at).until("needs")
    enter(walk, "G-1", date(2025, 11, 22), RiskTolerance.A2)
    walk.answer()
    made = walk.do.assessments.confirm_answers(walk.interview)
    assert made.repeat_reason is None


def test_the_day_from_which_one_more_is_possible_is_told_and_kept(at: Practice) -> None:
    walk = Walk(at).until("needs")
    standing = walk.do.assessments.standing(walk.interview)
    assert (standing.one_more_on, standing.after_that) == (TODAY, TODAY)
    enter(walk, "G-1", TODAY, RiskTolerance.A2)
    standing = walk.do.assessments.standing(walk.interview)
    assert (standing.one_more_on, standing.after_that) == (TODAY, date(2026, 11, 24))
    enter(walk, "G-2", TODAY, RiskTolerance.A2)
    standing = walk.do.assessments.standing(walk.interview)
    assert standing.one_more_on == date(2026, 11, 24)
    with pytest.raises(NotPermitted) as refused:
        walk.answer()
    assert refused.value.facts["day"] == "2026-11-24"
    at.on(date(2026, 11, 24))
    assert walk.do.assessments.standing(walk.interview).one_more_on == date(2026, 11, 24)


@pytest.mark.parametrize("reason", ["", "字" * 101])
def test_the_reason_of_a_paper_is_checked_as_any_printed_text(at: Practice, reason: str) -> None:
    walk = Walk(at).begin()
    with pytest.raises(BadInput) as wrong:
        walk.do.clients.enter_other_assessment(walk.client, replace(PAPER, reason=reason))
    assert wrong.value.facts["field"] == "reason"


def test_attempts_are_of_one_client_alone(at: Practice) -> None:
    walk = Walk(at).until("questionnaire")
    other = at.interviews.clients.record(details_of(date(1990, 1, 1), 301))
    assert walk.do.clients.attempts(other) == ()


def test_interview_show_tells_what_was_noted(at: Practice) -> None:
    walk = Walk(at, letter="B").until("portfolio")
    walk.do.purchases.open_product(walk.interview, "DEMO-R5-001", OpenedBy.typed_by_client, "想要")
    walk.do.assessments.begin_retake(walk.interview, "客戶要求")
    walk.letter = "D"
    walk.answer()
    walk.do.assessments.confirm_answers(walk.interview)
    shown = InterviewFiles(at.desk, of_everybody=True).show(walk.interview, "核對")
    said = shown_text(shown, Language.en)
    assert "assessed again after a look at a product above the last grade" in said
    assert "the grade is higher than the last one" in said
