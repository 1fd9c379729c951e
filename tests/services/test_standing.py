"""How a client's assessments stand today: what counts, until when, how many more may be made."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice

from advisor_desk.domain.assessment import RepeatLimit
from advisor_desk.domain.suitability import AssessmentState


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def test_without_an_assessment_two_may_be_made_today_and_eight_in_the_year(at: Practice) -> None:
    walk = Walk(at).until("needs")
    stands = walk.do.assessments.standing(walk.interview)
    assert (stands.latest, stands.state, stands.valid_until) == (
        None,
        AssessmentState.missing,
        None,
    )
    assert (stands.counted.this_day, stands.a_day, stands.in_period) == (0, 2, 8)
    assert walk.do.assessments.past_grades(walk.interview) == ()


def test_an_assessment_counts_through_the_anniversary_and_not_the_day_after(at: Practice) -> None:
    walk = Walk(at).until("questionnaire")
    assert walk.do.assessments.standing(walk.interview).valid_until == date(2027, 11, 23)
    at.certificate(None)
    at.on(date(2027, 11, 23))
    assert walk.do.assessments.standing(walk.interview).state is AssessmentState.valid
    at.on(date(2027, 11, 24))
    assert walk.do.assessments.standing(walk.interview).state is AssessmentState.expired


def test_the_second_assessment_of_a_day_is_the_last(at: Practice) -> None:
    walk = Walk(at).until("questionnaire")
    walk.do.assessments.begin_retake(walk.interview, "客戶想改一個回答")
    walk.answer()
    walk.do.assessments.confirm_answers(walk.interview)
    stands = walk.do.assessments.standing(walk.interview)
    assert stands.counted.reached == (RepeatLimit.this_day,)
    assert [one.own_answers for one in walk.do.assessments.past_grades(walk.interview)] == [
        True,
        True,
    ]
