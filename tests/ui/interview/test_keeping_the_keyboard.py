"""The keyboard stays where somebody works: refused keys, forms that come, a look that changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.ui.window import Driven, let_live, until

from advisor_desk.domain.languages import Language
from advisor_desk.store.keys import PUBLISHED_PASSWORD

LANGUAGE = Language.zh_TW
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def focused() -> str:
    found = QApplication.focusWidget()
    return found.objectName() if found is not None else ""


def type_into(desk: Driven, name: str, text: str) -> None:
    field = desk.line(name)
    field.setFocus()
    QTest.keyClicks(field, text)


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Return, CONTROL), (Qt.Key.Key_Left, ALT)])
def test_a_refused_step_leaves_the_keyboard_in_the_field(
    desk: Driven, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    desk.open("close", LANGUAGE)
    type_into(desk, "close.next_contact", "20")
    QTest.keyClick(desk.line("close.next_contact"), key, held)
    desk.settle()
    assert desk.find("stage.close") is not None
    assert focused() == "close.next_contact"
    desk.put_away()


def test_the_forms_are_read_at_once_when_they_are_made(desk: Driven) -> None:
    desk.open("review", LANGUAGE)
    until(lambda: focused() == "review.pages.page", "the keyboard on the pages")
    desk.put_away()


def test_another_language_stays_at_the_section_that_is_filled(desk: Driven) -> None:
    desk.open("needs", LANGUAGE)
    type_into(desk, "needs.yearly_income", "300000")
    type_into(desk, "needs.yearly_spending", "100000")
    try:
        desk.window.prefer(language="en")
        desk.settle()
        let_live(100)
        assert desk.find("needs.page.income_and_spending") is not None
        again = desk.widget("needs.yearly_spending")
        assert isinstance(again, QLineEdit)
        assert again.text().replace(",", "").startswith("100000")
    finally:
        desk.window.prefer(language="zh_TW")
        desk.put_away()


def test_unlocking_comes_back_to_the_field_that_was_typed_in(desk: Driven) -> None:
    desk.open("needs", Language.en)
    type_into(desk, "needs.yearly_income", "300000")
    type_into(desk, "needs.yearly_spending", "17")
    desk.window.lock()
    desk.settle()
    desk.line("lock.overlay.password").setText(PUBLISHED_PASSWORD)
    desk.press("lock.overlay.submit")
    until(lambda: desk.find("lock.overlay") is None, "the desk")
    desk.settle()
    assert desk.find("needs.page.income_and_spending") is not None
    assert QApplication.focusWidget() is desk.line("needs.yearly_spending")
    desk.put_away()


def test_ctrl_enter_answers_nothing_on_the_clients_screen(desk: Driven) -> None:
    desk.open("products", LANGUAGE)
    with desk.turned() as screen:
        until(lambda: focused() != "", "the first answer")
        before = desk.place.interview.facts  # type: ignore[union-attr]
        shown = [one.text() for one in screen.page.findChildren(QLineEdit)], focused()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
        desk.settle()
        assert desk.place.interview.facts == before  # type: ignore[union-attr]
        assert ([one.text() for one in screen.page.findChildren(QLineEdit)], focused()) == shown
    desk.put_away()
