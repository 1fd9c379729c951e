"""The settings are opened during an interview: all is there again when one comes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.window import MIRRORED_MS, Driven, let_live

from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.side_panel import SidePanel


def another_language_and_back(desk: Driven, language: Language) -> None:
    desk.go("settings")
    desk.prefer(language, "light")
    desk.go("interview")


def read_beside(desk: Driven) -> tuple[int, bool]:
    """Return how much is read in the panel, and whether the mirror shows a picture."""
    let_live(MIRRORED_MS)
    desk.settle()
    panel = next(one for one in desk.window.findChildren(SidePanel) if one.isVisible())
    said = [one.text() for one in panel.findChildren(QLabel) if one.isVisible() and one.text()]
    mirrors = [one for one in panel.findChildren(QLabel) if one.property("box") == "mirror"]
    return len(said), not mirrors[0].pixmap().isNull()


def test_the_panel_beside_the_step_is_filled_again(desk: Driven) -> None:
    desk.open("opening", Language.en)
    desk.prefer(Language.zh_TW, "light")
    before = read_beside(desk)
    assert before[1]
    another_language_and_back(desk, Language.en)
    after = read_beside(desk)
    desk.put_away()
    assert after == before


@pytest.mark.parametrize("language", [Language.zh_TW, Language.en])
def test_the_keyboard_is_where_it_was(desk: Driven, language: Language) -> None:
    desk.prefer(Language.zh_TW, "light")
    desk.open("needs", language)
    for name, text in (("needs.yearly_income", "300000"), ("needs.yearly_spending", "17")):
        desk.line(name).setFocus()
        QTest.keyClicks(desk.line(name), text)
    another_language_and_back(desk, language)
    assert QApplication.focusWidget() is desk.line("needs.yearly_spending")
    desk.put_away()


def test_what_is_typed_where_one_pauses_is_there_again_until_it_is_paused(desk: Driven) -> None:
    desk.open("opening", Language.zh_CN)
    pausing = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(desk.window, Qt.Key.Key_S, pausing)
    QTest.keyClicks(desk.line("pause.reason"), "the daughter comes")
    desk.line("pause.day").setFocus()
    QTest.keyClicks(desk.line("pause.day"), "2026-12")
    another_language_and_back(desk, Language.zh_TW)
    assert QApplication.focusWidget() is desk.line("pause.day")
    assert desk.line("pause.reason").text() == "the daughter comes"
    assert desk.line("pause.day").text() == "2026-12"
    QTest.keyClicks(desk.line("pause.day"), "-01")
    desk.press("pause.confirm")
    assert desk.state == "paused"
    desk.press("stop.resume")
    QTest.keyClick(desk.window, Qt.Key.Key_S, pausing)
    assert (desk.line("pause.reason").text(), desk.line("pause.day").text()) == ("", "")
    desk.put_away()
