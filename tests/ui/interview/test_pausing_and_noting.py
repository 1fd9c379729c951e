"""Pausing where it is possible, and the note at hand on every page, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget
from tests.ui.measure import misplaced
from tests.ui.window import Driven

from advisor_desk.domain.interview_events import NoteTaken
from advisor_desk.domain.languages import Language

PLAIN = Qt.KeyboardModifier.NoModifier
PAUSE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LANGUAGE = Language.en
WIDE = ["portfolio", "products", "witness", "review", "ready", "signing", "close", "tomorrow"]


@pytest.fixture(scope="module", autouse=True)
def in_english(desk: Driven) -> None:
    desk.prefer(LANGUAGE, "light")


def key(desk: Driven, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    QTest.keyClick(QApplication.focusWidget() or desk.window, key, modifier)
    desk.settle()


def note(desk: Driven) -> QPlainTextEdit:
    found = desk.widget("side.note")
    assert isinstance(found, QPlainTextEdit)
    return found


def said(desk: Driven) -> str:
    labels = desk.window.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisible())


@pytest.mark.parametrize("at", ["signing", "handover", "close"])
def test_a_set_being_signed_or_signed_says_at_once_that_it_is_not_paused(
    desk: Driven, at: str
) -> None:
    desk.open(at, LANGUAGE)
    assert not desk.can_press("rail.pause")
    key(desk, Qt.Key.Key_S, PAUSE)
    assert desk.find("pause") is None
    assert "It can be left as it is" in said(desk)
    desk.put_away()


def test_what_is_ready_to_be_signed_may_be_paused(desk: Driven) -> None:
    desk.open("ready", LANGUAGE)
    assert desk.can_press("rail.pause")
    key(desk, Qt.Key.Key_S, PAUSE)
    assert desk.find("pause") is not None
    desk.put_away()


@pytest.mark.parametrize("at", WIDE)
def test_the_note_is_at_hand_where_a_page_takes_the_width(desk: Driven, at: str) -> None:
    desk.open(at, LANGUAGE)
    had: QWidget | None = QApplication.focusWidget()
    assert desk.find("side.note") is None
    key(desk, Qt.Key.Key_F2)
    assert note(desk).hasFocus()
    QTest.keyClicks(note(desk), "calls her son")
    assert desk.place.interview is not None
    desk.place.interview.changed()
    desk.settle()
    assert note(desk).hasFocus(), "shown again, while it is written"
    assert misplaced(desk.window) == []
    key(desk, Qt.Key.Key_Escape)
    assert desk.find("side.note") is None
    assert QApplication.focusWidget() is had
    key(desk, Qt.Key.Key_F2)
    assert note(desk).toPlainText() == "calls her son"
    note(desk).clear()
    key(desk, Qt.Key.Key_F2)
    assert desk.find("side.note") is None
    desk.put_away()


def test_a_note_kept_goes_away_and_another_page_has_none(desk: Driven) -> None:
    desk.open("products", LANGUAGE)
    key(desk, Qt.Key.Key_F2)
    QTest.keyClicks(note(desk), "asks for the fees")
    desk.press("side.note.keep")
    assert desk.find("side.note") is None
    kept = desk.services.recorded(desk.waiting.at("products", LANGUAGE), NoteTaken)
    assert "asks for the fees" in str(kept[-1].event)
    key(desk, Qt.Key.Key_F2)
    desk.press("nav.back")
    assert desk.find("side.note") is None
    desk.put_away()


def test_no_note_is_taken_of_what_is_over(desk: Driven) -> None:
    desk.open("closed", LANGUAGE)
    key(desk, Qt.Key.Key_F2)
    assert desk.find("side.note") is None
    assert "nothing more is noted" in said(desk)
    desk.put_away()
