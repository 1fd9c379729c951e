"""An assessment of another channel at the step: entered, counted, and never kept. No Qt."""

from datetime import date
from pathlib import Path

from tests.services.branch import Practice, practice
from tests.ui.opening.pages import opened
from tests.ui.questionnaire.test_questionnaire_presenter import WORDS, answer_all, begun, earlier

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel
from advisor_desk.packs.wording import unbroken
from advisor_desk.ui.screens.questionnaire.presenter import Mode, QuestionnairePresenter


def test_one_of_another_channel_counts_and_the_client_answers_here(at: Practice) -> None:
    walk, presenter = begun(at)
    earlier(walk, date(2025, 11, 23), "P1")
    assert presenter.mode is Mode.elsewhere
    taken, until = unbroken("2025 年 11 月 23 日"), unbroken("2026 年 11 月 23 日")
    said = presenter.repeating.elsewhere_words()
    assert f"A2 穩健，{taken}評估，有效至 {until}" in said
    assert "由客戶在此作答" in said
    assert presenter.reason() == "須由客戶在此作答：請寫明原因並評估"
    presenter.repeating.keep()
    assert walk.facts.assessment is None
    assert presenter.repeating.decide("在本行第一次購買")
    assert presenter.mode is Mode.ask


def test_an_assessment_of_another_channel_is_entered_at_the_step(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.paper.open()
    form = presenter.paper.form()
    assert not form.enter()
    assert set(form.errors(WORDS)) == {
        *("number", "taken", "channel", "questionnaire", "grade", "paper_seen")
    }
    given = {"number": "G-9", "taken": "2026-11-24", "channel": "phone", "grade": "A3"}
    form.typed.keep(questionnaire="電話問卷", paper_seen="錄音單", **given)
    assert not form.enter()
    assert set(form.errors(WORDS)) == {"taken"}
    form.typed.keep(taken="2026-11-20")
    assert form.enter()
    assert not presenter.paper.is_open
    assert presenter.mode is Mode.elsewhere
    (made,) = walk.do.clients.attempts(walk.client)
    assert (made.channel, made.grade, made.taken) == (
        Channel.phone,
        RiskTolerance.A3,
        date(2026, 11, 20),
    )


def test_what_is_typed_of_another_channel_survives_a_new_start(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk, presenter = begun(at)
        presenter.paper.open()
        presenter.paper.form().typed.keep(number="G-9", grade="not_passed")
        at.again()
        again = QuestionnairePresenter(opened(walk))
        assert again.paper.is_open
        assert again.paper.form().typed.of("number") == "G-9"


def test_no_paper_is_entered_between_the_clients_answers(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.paper.open()
    presenter.course.turn(1)
    presenter.choose(1)
    assert walk.facts.answers
    assert not presenter.paper.is_open
    assert not presenter.paper.may_open


def test_a_paper_entered_in_the_file_meanwhile_asks_for_the_decision(at: Practice) -> None:
    walk, presenter = begun(at)
    answer_all(presenter)
    earlier(walk, date(2026, 11, 20), "P1")
    assert presenter.mode is Mode.elsewhere
    assert presenter.repeating.decide("客戶想自己再答一次")
    presenter.client_confirms()
    assert walk.facts.assessment is not None
    assert walk.facts.assessment.repeat_reason == "客戶想自己再答一次"
