"""The latest assessment of every channel counts; a sale rests on answers given here. S48-S52."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, details_of, practice

from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel, SigningWay, Stage, State
from advisor_desk.domain.suitability import AssessmentState
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.resuming import Stands

TODAY, NEXT = date(2026, 11, 23), date(2026, 11, 24)
PAPER = OtherAssessmentEntered(
    "G-1", date(2026, 11, 20), Channel.counter, "櫃檯問卷", RiskTolerance.A5, "已見原件"
)


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def paper(walk: Walk, taken: date, grade: RiskTolerance | None = RiskTolerance.A1) -> None:
    entered = replace(PAPER, taken=taken, grade=grade, reason="客戶說的")
    walk.do.clients.enter_other_assessment(walk.client, entered)


def made_in_another_interview(walk: Walk) -> None:
    """Let the client be assessed once more, lower, in an interview of its own."""
    other = Walk(walk.at, client=walk.client, order=walk.order, letter="B").until("needs")
    other.answer()
    other.do.assessments.confirm_answers(other.interview, "客戶說收入少了")
    other.do.flow.abandon(other.interview, "客戶有事離開")


def made_and_failed(walk: Walk) -> None:
    paper(walk, TODAY, None)


def entered_of_the_same_day(walk: Walk) -> None:
    paper(walk, TODAY)


LATER: tuple[Callable[[Walk], None], ...] = (
    made_in_another_interview,
    made_and_failed,
    entered_of_the_same_day,
)


def test_one_of_another_channel_counts_and_is_not_kept(at: Practice) -> None:
    client = at.interviews.clients.record(details_of(date(1985, 5, 20)))
    at.interviews.clients.enter_other_assessment(client, PAPER)
    walk = Walk(at, client=client).until("needs")
    standing = walk.do.assessments.standing(walk.interview)
    assert (standing.state, standing.counted.in_period) == (AssessmentState.valid, 1)
    with pytest.raises(NotPermitted, match="ASSESSMENT_OF_OTHER_CHANNEL"):
        walk.do.assessments.keep_assessment(walk.interview)
    walk.answer()
    made = walk.do.assessments.confirm_answers(walk.interview, "在本行第一次購買")
    assert (made.previous, made.count_12_months) == (RiskTolerance.A5, 2)


@pytest.mark.parametrize(
    ("taken", "code"), [(date(1985, 5, 19), "DATE_BEFORE_BIRTH"), (NEXT, "DATE_LATER")]
)
def test_the_day_of_a_paper_is_one_of_the_clients_life(
    at: Practice, taken: date, code: str
) -> None:
    walk = Walk(at).begin()
    with pytest.raises(BadInput, match=code) as refused:
        walk.do.clients.enter_other_assessment(walk.client, replace(PAPER, taken=taken))
    assert refused.value.facts["field"] == "taken"
    walk.do.clients.enter_other_assessment(walk.client, replace(PAPER, taken=walk.born))


@pytest.mark.parametrize("later", LATER)
@pytest.mark.parametrize("stage", ["presentation", "review", "marks"])
def test_a_later_one_stops_review_sealing_and_signing(
    at: Practice, stage: str, later: Callable[[Walk], None]
) -> None:
    walk = Walk(at, product="DEMO-R3-001").until(stage)
    number = walk.facts.review.number if walk.facts.review else None
    later(walk)
    following = {"presentation": walk.review, "review": walk.begin_signing, "marks": walk.sign}
    with pytest.raises(NotPermitted, match="ASSESSMENT_NEWER"):
        following[stage]()
    assert (walk.facts.assessment, walk.facts.review, walk.facts.ceremony) == (None, None, None)
    assert walk.facts.numbers_void == ((number,) if number else ())
    assert walk.do.position(walk.interview).stage is Stage.questionnaire
    assert walk.facts.state is State.in_progress


@pytest.mark.parametrize("later", LATER)
def test_it_is_told_on_return_and_opens_the_questionnaire(
    at: Practice, later: Callable[[Walk], None]
) -> None:
    walk = Walk(at, product="DEMO-R3-001").until("review")
    walk.do.flow.pause(walk.interview, "客戶要接孩子", NEXT)
    later(walk)
    lines = {one.code: one.stands for one in walk.do.resuming.what_stands(walk.interview)}
    assert lines["ASSESSMENT_NEWER"] is Stands.do_again
    assert "ASSESSMENT" not in lines
    at.on(NEXT)
    walk.do.flow.resume(walk.interview, walk.do.resuming.say_again(walk.interview))
    walk.opening()
    assert walk.facts.assessment is None
    assert walk.do.position(walk.interview).stage is Stage.questionnaire


def test_the_newer_one_made_here_is_kept_and_the_sale_rests_on_it(at: Practice) -> None:
    walk = Walk(at, signing_way=SigningWay.screen).until("presentation")
    made_in_another_interview(walk)
    with pytest.raises(NotPermitted, match="ASSESSMENT_NEWER"):
        walk.review()
    kept = walk.do.assessments.keep_assessment(walk.interview)
    assert (kept.number, kept.grade) == ("RA-01-000002", RiskTolerance.A2)
    walk.result().portfolio().products().presentation().review().begin_signing().marks().sign()
    assert walk.facts.state is State.signed
    forms = [row["form"] for row in walk.do.forms_of(walk.interview) if row["state"] == "signed"]
    assert "F2" in forms


def test_another_one_made_here_ends_it_too(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    paper(walk, TODAY)
    with pytest.raises(NotPermitted, match="ASSESSMENT_NEWER"):
        walk.review()
    with pytest.raises(NotPermitted, match="ASSESSMENT_OF_OTHER_CHANNEL"):
        walk.do.assessments.keep_assessment(walk.interview)
    at.on(NEXT)
    walk.do.flow.resume(walk.interview, walk.do.resuming.say_again(walk.interview))
    walk.opening().answer()
    walk.do.assessments.confirm_answers(walk.interview, "櫃檯另有評估")
    walk.result().portfolio().products().presentation().review().begin_signing().marks().sign()
    assert walk.facts.state is State.signed


def test_one_of_before_changes_nothing(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    paper(walk, date(2026, 11, 22))
    walk.review().begin_signing().marks().sign()
    assert walk.facts.state is State.signed


def test_what_was_made_here_before_a_retake_is_not_kept(at: Practice) -> None:
    walk = Walk(at).until("questionnaire")
    walk.do.assessments.begin_retake(walk.interview, "客戶說第三題看錯")
    with pytest.raises(BadInput, match="ASSESSMENT_MADE_ALREADY"):
        walk.do.assessments.keep_assessment(walk.interview)
