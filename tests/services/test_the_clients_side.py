"""What is the client's alone is held by the services: estimate, answers, choice, saying back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import EnteredBy, Stage
from advisor_desk.domain.steps import open_step
from advisor_desk.domain.trouble import BadInput


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def test_the_own_estimate_comes_before_the_result_and_stays_with_it(at: Practice) -> None:
    walk = Walk(at).until("questionnaire")
    made = walk.facts.assessment
    assert made is not None
    assert made.own_estimate is RiskTolerance.A3
    with pytest.raises(BadInput, match="ASSESSMENT_MADE_ALREADY"):
        walk.do.assessments.give_own_estimate(walk.interview, made.grade or RiskTolerance.A1)


@pytest.mark.parametrize("by", [EnteredBy.adviser_reading, EnteredBy.paper])
@pytest.mark.parametrize("reason", [None, "", "  "])
def test_an_answer_of_another_hand_needs_its_reason(
    at: Practice, by: EnteredBy, reason: str | None
) -> None:
    walk = Walk(at).until("needs")
    with pytest.raises(BadInput) as refused:
        walk.do.assessments.give_answer(walk.interview, "income", "A", entered_by=by, reason=reason)
    assert refused.value.facts["field"] == "reason"
    assert walk.facts.answers == {}


def test_who_entered_each_answer_stays_in_the_assessment(at: Practice) -> None:
    walk = Walk(at).until("needs")
    walk.answer()
    walk.do.assessments.give_answer(
        walk.interview, "income", "B", entered_by=EnteredBy.adviser_reading, reason="視力不好"
    )
    made = walk.do.assessments.confirm_answers(walk.interview)
    others = {item for item, one in made.answers.items() if one.entered_by is not EnteredBy.client}
    assert others == {"income"}
    assert made.answers["income"].reason == "視力不好"


def test_answers_count_only_once_the_client_confirmed_them(at: Practice) -> None:
    walk = Walk(at).until("needs")
    walk.answer()
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        walk.result()
    walk.do.assessments.confirm_answers(walk.interview)
    with pytest.raises(BadInput, match="ASSESSMENT_MADE_ALREADY"):
        walk.do.assessments.give_answer(walk.interview, "income", "A", entered_by=EnteredBy.client)
    with pytest.raises(BadInput, match="NOTHING_TO_UNDO"):
        walk.do.flow.undo(walk.interview)


def test_nothing_is_presented_before_the_client_confirmed_the_choice(at: Practice) -> None:
    walk = Walk(at).until("portfolio")
    walk.choose()
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        walk.do.presentations.open_presentation(walk.interview)
    walk.do.purchases.confirm_choice(walk.interview)
    walk.do.presentations.open_presentation(walk.interview)


def test_a_changed_choice_is_confirmed_again(at: Practice) -> None:
    walk = Walk(at).until("products")
    walk.amount = "120000.00"
    walk.choose()
    step = open_step(walk.facts)
    assert step is not None
    assert step.stage is Stage.products
    assert "CHOICE_NOT_CONFIRMED" in step.missing(walk.facts)


def test_no_form_is_opened_before_everything_was_said_back_rightly(at: Practice) -> None:
    walk = Walk(at).until("presentation")
    (first, *_) = walk.facts.presentation.presented.questions if walk.facts.presentation else ("",)
    say_back = walk.do.presentations.say_back
    say_back(walk.interview, first, was_right=False, words="隨時可以拿回來")
    with pytest.raises(BadInput, match="STEP_NOT_OPEN"):
        walk.do.reviews.open_review(walk.interview)
    say_back(walk.interview, first, was_right=True, words="可能會少")
    walk.review()
