"""Through the real window: the client by touch alone, what is said aloud written by the adviser."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QWidget
from tests.ui.measure import visible
from tests.ui.window import Driven

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.languages import Language

WHY = "It is money I can lose"


def touch(desk: Driven, name: str) -> None:
    """Touch what stands there with a finger: the middle of it."""
    found = desk.widget(name)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    desk.settle()


def names(desk: Driven) -> list[str]:
    return [one.objectName() for one in visible(desk.window, QAbstractButton)]


def stage_of(desk: Driven, interview: str) -> Stage | None:
    return desk.services.position(interview).stage


def test_the_client_goes_the_whole_way_by_touch_and_the_adviser_writes_down(desk: Driven) -> None:
    desk.open("wish", Language.en)
    interview = desk.waiting.at("wish", Language.en)
    with desk.turned():
        assert desk.window.focusWidget() is desk.widget("wish.leave")  # the way back is first
        assert desk.widget("wish.leave").height() > desk.widget("wish.still").height()
        touch(desk, "wish.still")
        for _ in range(2):
            touch(desk, next(one for one in names(desk) if one.startswith("wish.no.")))
        touch(desk, "wish.declare")  # nothing is written yet
        assert stage_of(desk, interview) is Stage.over_risk
        assert "wish.declare" in names(desk)
    words = desk.widget("wish.words")
    assert isinstance(words, QPlainTextEdit)
    assert desk.window.focusWidget() is words  # by keyboard alone
    QTest.keyClicks(words, WHY)
    with desk.turned():
        written = desk.widget("wish.own_words")
        assert isinstance(written, QPlainTextEdit)
        assert written.toPlainText() == WHY
        touch(desk, "wish.declare")
    assert stage_of(desk, interview) is Stage.presentation
    facts = desk.services.facts(interview)
    assert facts.over_risk is not None
    assert facts.over_risk.declared == WHY
    desk.put_away()


def test_the_client_turns_back_by_touch(desk: Driven) -> None:
    desk.open("wish", Language.zh_TW)
    interview = desk.waiting.at("wish", Language.zh_TW)
    with desk.turned():
        touch(desk, "wish.still")
        touch(desk, next(one for one in names(desk) if one.startswith("wish.take.")))
        assert any(one.startswith("choose.key.") for one in names(desk))
    assert stage_of(desk, interview) is Stage.products
    assert desk.services.facts(interview).chosen is None
    desk.put_away()


def test_beside_a_second_screen_the_keyboard_goes_on_to_the_clients_words(desk: Driven) -> None:
    desk.open("wish", Language.zh_CN)
    side = desk.place.client_side
    assert side is not None
    press_there(desk, side.screen, "wish.still")
    said = visible(desk.window, QWidget)
    next(one for one in said if one.objectName().startswith("wish.said.")).setFocus()
    for _ in range(2):
        press_there(desk, side.screen, "wish.no.")
    assert desk.window.focusWidget() is desk.widget("wish.words")
    desk.put_away()


def test_the_adviser_leads_back_by_keyboard(desk: Driven) -> None:
    desk.open("wish", Language.zh_CN)
    interview = desk.waiting.at("wish", Language.zh_CN)
    desk.widget("wish.another").setFocus()
    QTest.keyClick(desk.widget("wish.another"), Qt.Key.Key_Return)
    desk.settle()
    assert stage_of(desk, interview) is Stage.products
    desk.put_away()


def press_there(desk: Driven, screen: QWidget, start: str) -> None:
    """Touch on the client's own screen, while the adviser's stays where it is."""
    found = (one for one in screen.findChildren(QAbstractButton) if not one.isHidden())
    next(one for one in found if one.objectName().startswith(start)).click()
    desk.settle()
