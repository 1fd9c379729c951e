"""The pages of the questionnaire: touched and typed, fitting in every language, never a score."""

import re
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, details_of
from tests.ui.opening.pages import (
    SCREEN,
    Shown,
    cut_off,
    dress,
    look_of,
    opened,
    press,
    scrolls,
    shown_client,
    shown_page,
    small_targets,
    write,
)

from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel, EnteredBy, OpenedBy, SigningWay
from advisor_desk.domain.languages import Language
from advisor_desk.services.opening import Visit
from advisor_desk.ui.screens.questionnaire.client import QuestionnaireClientPage
from advisor_desk.ui.screens.questionnaire.course import PageKind
from advisor_desk.ui.screens.questionnaire.presenter import Mode, QuestionnairePresenter
from advisor_desk.ui.screens.questionnaire.view import QuestionnaireView

ORDER = iter(range(100, 999))
LEFT = Qt.MouseButton.LeftButton


def begun(at: Practice, language: Language = Language.zh_TW) -> Walk:
    walk = Walk(at, born=date(1955, 3, 8), order=next(ORDER))
    walk.client = walk.do.clients.record(details_of(walk.born, walk.order))
    visit = Visit("到期資金再投資", language, SigningWay.paper)
    walk.interview = walk.do.opening.open_interview(walk.client, visit)
    return walk.opening().needs()


def client_of(
    qtbot: QtBot, walk: Walk, *, larger: bool = False
) -> tuple[Shown, QuestionnairePresenter]:
    language = walk.facts.language
    interview = opened(walk, language)
    look = look_of(language).client(language, larger=larger)
    dress(look_of(language))
    presenter = QuestionnairePresenter(interview)
    page = shown_client(qtbot, QuestionnaireClientPage(look, presenter), interview, look)
    return page, presenter


def page_of(
    qtbot: QtBot, walk: Walk, language: Language = Language.zh_TW, theme: str = "light"
) -> tuple[Shown, QuestionnairePresenter]:
    look = look_of(language, theme)
    dress(look)
    presenter = QuestionnairePresenter(opened(walk, language))
    return shown_page(qtbot, QuestionnaireView(look, presenter)), presenter


def click(qtbot: QtBot, page: Shown, name: str) -> None:
    qtbot.mouseClick(page.find(name), LEFT)
    QApplication.processEvents()


def test_the_client_answers_everything_by_touch_alone(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page, presenter = client_of(qtbot, walk)
    click(qtbot, page, "q.own_estimate.option.A2")
    for item in presenter.answers.asked():
        click(qtbot, page, "client.next")
        click(qtbot, page, f"q.{item.id}.option.C")
        assert presenter.course.item() == item
    click(qtbot, page, "client.next")
    assert walk.facts.assessment is None
    click(qtbot, page, "client.next")
    assert walk.facts.assessment is not None
    assert {one.entered_by for one in walk.facts.assessment.answers.values()} == {EnteredBy.client}
    assert walk.facts.assessment.own_estimate is RiskTolerance.A2


def test_the_client_answers_everything_by_keyboard_alone(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page, presenter = client_of(qtbot, walk)
    assert page.find("q.own_estimate.option.A1").hasFocus()
    while presenter.course.kind is not PageKind.check:
        press(Qt.Key.Key_3)
        assert page.find("client.next").hasFocus()
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert walk.facts.assessment is not None


def test_space_and_enter_choose_and_arrows_choose_nothing(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page, presenter = client_of(qtbot, walk)
    click(qtbot, page, "client.next")
    page.find("q.income.option.A").setFocus()
    press(Qt.Key.Key_Down)
    assert walk.facts.answers == {}
    assert page.find("q.income.option.B").hasFocus()
    press(Qt.Key.Key_Space)
    assert presenter.answers.given()["income"].letter == "B"
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert presenter.answers.given()["income"].letter == "A"


def test_help_is_shown_where_its_room_was_kept(qtbot: QtBot, at: Practice) -> None:
    page, _ = client_of(qtbot, begun(at))
    click(qtbot, page, "client.next")
    before = page.find("q.income.option.A").geometry()
    click(qtbot, page, "client.help")
    assert "想一想每個月生活用的錢從哪裡來。" in page.texts()
    assert page.find("q.income.option.A").geometry() == before


def test_a_line_of_the_check_list_leads_to_its_question(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    walk.answer()
    page, presenter = client_of(qtbot, walk)
    presenter.course.turn(99)
    click(qtbot, page, "check.fall")
    item = presenter.course.item()
    assert item is not None
    assert item.id == "fall"


def test_with_open_questions_the_list_says_how_many_and_cannot_be_confirmed(
    qtbot: QtBot, at: Practice
) -> None:
    walk = begun(at)
    page, presenter = client_of(qtbot, walk)
    presenter.course.turn(99)
    assert "還有 13 題沒有回答" in page.texts()
    while page.button("client.next").text() != "這是我的回答":
        click(qtbot, page, "client.next")
    assert not page.find("client.next").isEnabled()


def named(page: Shown) -> list[str]:
    found = page.window.findChildren(QAbstractButton)
    return [one.accessibleName() or one.text() for one in found if one.isVisible()]


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize("language", list(Language))
def test_every_page_of_the_client_fits_and_shows_no_score(
    qtbot: QtBot, at: Practice, language: Language, larger: bool
) -> None:
    walk = begun(at, language)
    walk.letter = "D"
    walk.answer()
    page, presenter = client_of(qtbot, walk, larger=larger)
    presenter.course.go_to("income")
    presenter.course.turn(-1)
    score = re.compile(r"\d+\s*(分|points|%)")
    for _ in range(20):
        presenter.course.show_help()
        QApplication.processEvents()
        assert cut_off(page.window) == []
        assert small_targets(page.window) == []
        assert page.window.size().toTuple() == SCREEN
        assert [one for one in (*page.texts(), *named(page)) if score.search(one)] == []
        if presenter.mode is Mode.done:
            break
        click(qtbot, page, "client.next")
    assert presenter.mode is Mode.done


def test_the_traditional_check_list_stands_on_one_page(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    walk.letter = "D"
    walk.answer()
    page, presenter = client_of(qtbot, walk)
    presenter.course.turn(99)
    assert page.button("client.next").text() == "這是我的回答"


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("language", list(Language))
def test_the_mirror_fits_without_scrolling(
    qtbot: QtBot, at: Practice, language: Language, theme: str
) -> None:
    walk = begun(at)
    walk.answer()
    page, presenter = page_of(qtbot, walk, language, theme)
    presenter.course.go_to("fall")
    assert not scrolls(page)
    assert cut_off(page.window) == []
    for item in presenter.answers.asked():
        presenter.take_over.begin(item.id)
        assert not scrolls(page)
        assert cut_off(page.window) == []


def test_the_adviser_enters_for_the_client_by_keyboard(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page, presenter = page_of(qtbot, walk)
    presenter.course.turn(1)
    page.find("questionnaire.take").setFocus()
    press(Qt.Key.Key_Return)
    assert page.find("takeover.reason").hasFocus()
    write("視力不好")
    page.find("takeover.income.B").setFocus()
    press(Qt.Key.Key_Space)
    given = walk.facts.answers["income"]
    assert (given.letter, given.entered_by, given.reason) == (
        "B",
        EnteredBy.adviser_reading,
        "視力不好",
    )
    click(qtbot, page, "takeover.stop")
    assert page.find("questionnaire.take").isVisible()


def test_a_pick_without_a_reason_is_said_and_not_shown_as_chosen(
    qtbot: QtBot, at: Practice
) -> None:
    walk = begun(at)
    page, presenter = page_of(qtbot, walk)
    presenter.take_over.begin("income")
    click(qtbot, page, "takeover.income.B")
    assert walk.facts.answers == {}
    assert not page.button("takeover.income.B").isChecked()
    assert "請先寫原因" in page.texts()


def test_keeping_and_repeating_are_offered_where_an_assessment_is_valid(
    qtbot: QtBot, at: Practice
) -> None:
    walk = begun(at).questionnaire()
    walk.do.flow.abandon(walk.interview, "客戶要先離開")
    visit = Visit("再來", Language.zh_TW, SigningWay.paper)
    walk.interview = walk.do.opening.open_interview(walk.client, visit)
    walk.opening().needs()
    for language in Language:
        page, presenter = page_of(qtbot, walk, language)
        assert cut_off(page.window) == []
        assert presenter.mode is Mode.decide
    page.find("questionnaire.repeat_reason").setFocus()
    write("退休了")
    click(qtbot, page, "questionnaire.repeat")
    assert presenter.mode is Mode.ask
    assert page.find("mirror.income").isVisible()


def test_rows_are_selected_by_enter_and_walked_by_arrows(qtbot: QtBot, at: Practice) -> None:
    page, presenter = page_of(qtbot, begun(at))
    page.find("mirror.income").setFocus()
    press(Qt.Key.Key_Down)
    assert page.find("mirror.share").hasFocus()
    press(Qt.Key.Key_Return)
    assert presenter.selected == "share"
    click(qtbot, page, "questionnaire.again")
    item = presenter.course.item()
    assert item is not None
    assert item.id == "share"


def test_the_page_after_a_failed_one_and_the_form_for_a_paper_fit_in_every_language(
    qtbot: QtBot, at: Practice
) -> None:
    walk = begun(at)
    failed = OtherAssessmentEntered("P1", date(2026, 3, 2), Channel.counter, "q", None, "紙本")
    walk.do.clients.enter_other_assessment(walk.client, failed)
    for language in Language:
        page, presenter = page_of(qtbot, walk, language)
        assert presenter.mode is Mode.failed
        assert page.find("questionnaire.close").isVisible()
        assert cut_off(page.window) == []
        click(qtbot, page, "questionnaire.paper")
        assert cut_off(page.window) == []
        assert not scrolls(page)
        click(qtbot, page, "other.leave")


@pytest.mark.parametrize("language", Language)
def test_the_client_reads_calm_words_after_a_failed_one(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk = begun(at, language)
    failed = OtherAssessmentEntered("P1", date(2026, 3, 2), Channel.counter, "q", None, "紙本")
    walk.do.clients.enter_other_assessment(walk.client, failed)
    page, presenter = client_of(qtbot, walk)
    title = presenter.interview.client_words.say("QUESTIONNAIRE_CLIENT_failed")
    assert title in page.texts()
    assert cut_off(page.window) == []


@pytest.mark.parametrize("language", Language)
def test_one_of_another_channel_is_told_on_both_screens_and_not_kept(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk = begun(at, language)
    paper = OtherAssessmentEntered(
        "P1", date(2026, 3, 2), Channel.counter, "q", RiskTolerance.A4, "紙本"
    )
    walk.do.clients.enter_other_assessment(walk.client, paper)
    page, presenter = page_of(qtbot, walk, language)
    say = presenter.interview.words.say
    assert presenter.mode is Mode.elsewhere
    assert not page.find("questionnaire.keep").isVisible()
    for code in ("ELSEWHERE_TITLE", "HERE_TITLE"):
        assert say(f"QUESTIONNAIRE_{code}") in page.texts()
    assert any(say("QUESTIONNAIRE_ELSEWHERE") in text for text in page.texts())
    assert cut_off(page.window) == []
    client, _ = client_of(qtbot, walk)
    title = presenter.interview.client_words.say("QUESTIONNAIRE_CLIENT_elsewhere")
    assert title in client.texts()
    assert cut_off(client.window) == []


def test_a_paper_is_entered_by_keyboard_at_the_step(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page, presenter = page_of(qtbot, walk)
    click(qtbot, page, "questionnaire.paper")
    page.find("other.taken").setFocus()
    write("2026-11-20")
    for name, text in (
        ("other.number", "G-9"),
        ("other.questionnaire", "柜台问卷"),
        ("other.paper_seen", "原件"),
    ):
        page.find(name).setFocus()
        write(text)
    page.find("other.channel.counter").setFocus()
    press(Qt.Key.Key_Space)
    page.find("other.enter").setFocus()
    press(Qt.Key.Key_Space)
    assert page.find("other.grade.A1").hasFocus(), "what is wrong is gone to"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    page.find("other.enter").setFocus()
    press(Qt.Key.Key_Space)
    assert presenter.mode is Mode.elsewhere
    (made,) = walk.do.clients.attempts(walk.client)
    assert (made.grade, made.channel) == (RiskTolerance.A2, Channel.counter)


def after_a_look(at: Practice) -> Walk:
    walk = begun(at)
    walk.letter = "B"
    walk.questionnaire().result().portfolio()
    walk.do.purchases.open_product(
        walk.interview, "DEMO-R4-002", OpenedBy.picked_by_client, "我也想買"
    )
    walk.do.assessments.begin_retake(walk.interview, "客戶說上月加薪了")
    return walk


@pytest.mark.parametrize("language", Language)
def test_after_a_look_above_the_grade_the_page_says_why_only_the_client_answers(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    page, presenter = page_of(qtbot, after_a_look(at), language)
    say = presenter.interview.words.say
    for place, code in ((0, "LOOKED_ABOVE"), (1, "ONLY_CLIENT"), (13, "ONLY_CLIENT")):
        presenter.course.turn(place - presenter.course.place)
        QApplication.processEvents()
        assert any(say(f"QUESTIONNAIRE_{code}") in text for text in page.texts())
        assert not page.find("questionnaire.take").isVisible()
        assert cut_off(page.window) == []
        assert place == 0 or not scrolls(page)


def test_a_take_over_begun_before_the_look_is_closed(at: Practice) -> None:
    walk = after_a_look(at)
    presenter = QuestionnairePresenter(opened(walk))
    presenter.take_over.begin("income")
    assert not presenter.take_over.is_open


def test_before_a_look_anybody_is_helped(at: Practice) -> None:
    presenter = QuestionnairePresenter(opened(begun(at)))
    presenter.take_over.begin("income")
    assert presenter.take_over.is_open


def test_a_dot_is_no_reason_for_another_one(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at).questionnaire()
    walk.do.flow.abandon(walk.interview, "客戶要先離開")
    visit = Visit("再來", Language.zh_TW, SigningWay.paper)
    walk.interview = walk.do.opening.open_interview(walk.client, visit)
    walk.opening().needs()
    page, presenter = page_of(qtbot, walk)
    page.find("questionnaire.repeat_reason").setFocus()
    write("。")
    click(qtbot, page, "questionnaire.repeat")
    assert presenter.mode is Mode.decide
    assert any("沒有內容" in text for text in page.texts())
