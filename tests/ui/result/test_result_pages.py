"""The pages of the result: the picture in money, two equal buttons, nothing cut off."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
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
    shown_client,
    shown_page,
    small_targets,
    write,
)

from advisor_desk.domain.client import OtherAssessmentEntered
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel, EnteredBy, SigningWay
from advisor_desk.domain.languages import Language
from advisor_desk.services.opening import Visit
from advisor_desk.ui.screens.result.client import MoneyCard, ResultClientPage
from advisor_desk.ui.screens.result.presenter import ResultPresenter
from advisor_desk.ui.screens.result.presenter import Shown as ShownPage
from advisor_desk.ui.screens.result.view import ResultView

ORDER = iter(range(100, 999))
LEFT = Qt.MouseButton.LeftButton
# Answers that pull apart as far as they can, over those of the letter.
DIFFERING = {
    "purpose": "A",
    "horizon": "D",
    "largest_loss": "B",
    "hoped_return": "D",
    "preference": "D",
    "sudden": "A",
    "held": "A",
    "years": "D",
    "more_return": "A",
}


def assessed(
    at: Practice, letter: str = "C", language: Language = Language.zh_TW, *, differing: bool = False
) -> Walk:
    walk = Walk(at, born=date(1980, 3, 8), order=next(ORDER), letter=letter)
    walk.client = walk.do.clients.record(details_of(walk.born, walk.order))
    visit = Visit("到期資金再投資", language, SigningWay.paper)
    walk.interview = walk.do.opening.open_interview(walk.client, visit)
    walk.opening().needs()
    walk.do.clients.enter_other_assessment(
        walk.client,
        OtherAssessmentEntered(
            number="P1",
            taken=date(2025, 3, 2),
            channel=Channel.counter,
            questionnaire="bank-nine-factor",
            grade=RiskTolerance.A4,
            paper_seen="櫃檯評估表",
        ),
    )
    do = walk.do.assessments
    do.give_own_estimate(walk.interview, RiskTolerance.A2)
    walk.answer()
    for item, one in DIFFERING.items() if differing else ():
        do.give_answer(walk.interview, item, one, entered_by=EnteredBy.client)
    do.confirm_answers(walk.interview)
    return walk


def client_of(qtbot: QtBot, walk: Walk, *, larger: bool = False) -> tuple[Shown, ResultPresenter]:
    language = walk.facts.language
    interview = opened(walk, language)
    look = look_of(language).client(language, larger=larger)
    dress(look_of(language))
    presenter = ResultPresenter(interview)
    return shown_client(qtbot, ResultClientPage(look, presenter), interview, look), presenter


def page_of(
    qtbot: QtBot, walk: Walk, language: Language = Language.zh_TW, theme: str = "light"
) -> tuple[Shown, ResultPresenter]:
    look = look_of(language, theme)
    dress(look)
    presenter = ResultPresenter(opened(walk, language))
    return shown_page(qtbot, ResultView(look, presenter)), presenter


def click(qtbot: QtBot, page: Shown, name: str) -> None:
    qtbot.mouseClick(page.find(name), LEFT)
    QApplication.processEvents()


def test_the_level_is_told_in_words_and_money(qtbot: QtBot, at: Practice) -> None:
    page, _ = client_of(qtbot, assessed(at))
    texts = page.texts()
    for said in (
        "您的結果：平衡",
        "您能接受小的起伏，不想遇到大跌。",
        "92,000 元",
        "少 8,000 元",
        "102,000 元",
        "多 6,000 元",
        "豎線是放進去的 100,000 元。這是說明用的例子，不是承諾。",
        "您自己的估計是「穩健」，低 1 級。",
    ):
        assert said in texts


def test_agreeing_and_talking_are_the_same_size(qtbot: QtBot, at: Practice) -> None:
    page, _ = client_of(qtbot, assessed(at))
    discuss, agree = page.find("client.discuss"), page.find("client.agree")
    assert discuss.size() == agree.size()
    assert discuss.property("kind") == agree.property("kind")


def test_a_changed_grade_is_agreed_to_in_two_touches(qtbot: QtBot, at: Practice) -> None:
    walk = assessed(at)
    page, presenter = client_of(qtbot, walk)
    click(qtbot, page, "client.agree")
    assert presenter.shown_to_client() is ShownPage.change
    click(qtbot, page, "client.look_again")
    click(qtbot, page, "client.agree")
    click(qtbot, page, "client.change")
    assert walk.facts.result_accepted is not None


def test_the_client_agrees_by_keyboard_alone(qtbot: QtBot, at: Practice) -> None:
    walk = assessed(at)
    page, _ = client_of(qtbot, walk)
    assert page.find("client.discuss").hasFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert page.find("client.look_again").hasFocus()
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert walk.facts.result_accepted is not None


def test_the_wish_to_talk_opens_the_advisers_field(qtbot: QtBot, at: Practice) -> None:
    walk = assessed(at)
    page, presenter = page_of(qtbot, walk)
    assert not page.find("result.talk").isVisible()
    presenter.client_discusses()
    assert page.find("result.talk").isVisible()
    page.find("result.talk").setFocus()
    write("客戶看過例子，認為合適。")
    click(qtbot, page, "result.talk.save")
    assert not presenter.client_wants_to_talk
    assert page.find("result.talk.open").isVisible()


def test_it_is_assessed_again_by_keyboard(qtbot: QtBot, at: Practice) -> None:
    walk = assessed(at)
    page, _ = page_of(qtbot, walk)
    page.find("result.redo.open").setFocus()
    press(Qt.Key.Key_Return)
    assert page.find("result.redo.reason").hasFocus()
    write("客戶看錯了一題")
    page.find("result.redo.begin").setFocus()
    press(Qt.Key.Key_Return)
    assert walk.facts.retake_reason == "客戶看錯了一題"


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("letter", ["A", "C", "E"])
def test_every_page_of_the_client_fits(
    qtbot: QtBot, at: Practice, language: Language, letter: str, larger: bool
) -> None:
    walk = assessed(at, letter, language, differing=letter == "C")
    page, presenter = client_of(qtbot, walk, larger=larger)
    cards = page.page.findChildren(MoneyCard)
    assert [one.layout().contentsMargins() for one in cards] == 3 * [
        cards[0].layout().contentsMargins()
    ]
    for step in (presenter.client_discusses, presenter.leave_talk, presenter.client_agrees):
        step()
        QApplication.processEvents()
        assert cut_off(page.window) == []
        assert small_targets(page.window) == []
        assert page.window.size().toTuple() == SCREEN
    assert presenter.shown_to_client() is ShownPage.change


@pytest.mark.parametrize("language", list(Language))
def test_larger_makes_no_text_of_the_client_smaller(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk = assessed(at, "E", language)
    sizes = []
    for larger in (False, True):
        page, _ = client_of(qtbot, walk, larger=larger)
        labels = [one for one in page.window.findChildren(QLabel) if one.isVisible()]
        sizes.append([(one.text(), one.font().pixelSize()) for one in labels if one.text()])
    assert len(sizes[0]) > 10
    for (text, usual), (same, large) in zip(*sizes, strict=True):
        assert text == same
        assert large > usual, text


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_off_on_the_advisers_page(
    qtbot: QtBot, at: Practice, language: Language, theme: str
) -> None:
    page, presenter = page_of(
        qtbot, assessed(at, language=language, differing=True), language, theme
    )
    for step in (
        presenter.open_talk,
        lambda: presenter.record_talk(""),
        presenter.leave_talk,
        presenter.redoing.open,
        lambda: presenter.redoing.begin(""),
    ):
        QApplication.processEvents()
        assert cut_off(page.page) == []
        step()
    QApplication.processEvents()
    assert cut_off(page.page) == []
