"""The screen turned to the client: where it begins, what it does not let through, what it says."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.branch import ADVISER, TODAY, SetClock, Walk, practice
from tests.ui.people import CONTROL, People, pause

SHIFT = Qt.KeyboardModifier.ShiftModifier
NEXT_DAY = timedelta(days=1)


@pytest.fixture
def people(qtbot: QtBot, tmp_path: Path) -> Iterator[People]:
    assert qtbot
    with practice(tmp_path) as made:
        Walk(made).until("questionnaire")
        made.station.close()
        them = People(made.home, SetClock(TODAY))
        them.sign_in(ADVISER.staff_no)
        them.press("today.resume")
        assert them.stage() == "result"
        yield them
        them.close()
        made.again()


def test_the_keyboard_begins_on_the_page_not_in_its_foot(people: People) -> None:
    with people.turned():
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == "client.discuss"


def test_keys_of_the_desk_do_nothing_there(people: People) -> None:
    with people.turned():
        people.key(Qt.Key.Key_Q, CONTROL)
        people.key(Qt.Key.Key_L, CONTROL | SHIFT)
        pause(50)
        assert people.window.isVisible()
        assert people.client_screen().isVisible()


def test_at_the_desk_the_same_key_locks(people: People) -> None:
    people.key(Qt.Key.Key_L, CONTROL | SHIFT)
    assert people.is_shown("lock.overlay")


def test_a_wish_that_cannot_be_met_is_said_to_the_client(people: People) -> None:
    clock = people.window.clock
    assert isinstance(clock, SetClock)
    with people.turned():
        clock.at += NEXT_DAY
        people.touch("client.agree")
        assert people.client_page() == "client.wait"
    assert people.says("banner.message")
    assert people.is_shown("stop"), "the day of the visit is over"
    with people.turned():
        assert people.client_page() == "client.stop"


def test_blank_at_once_on_the_turned_screen_too(people: People) -> None:
    with people.turned():
        people.key(Qt.Key.Key_F9)
        assert not people.is_on_client_screen("client.agree")
        people.key(Qt.Key.Key_F9)
        assert people.is_on_client_screen("client.agree")


def test_the_window_fills_the_screen_and_stands_as_before(people: People) -> None:
    people.key(Qt.Key.Key_F11)
    assert people.window.isFullScreen()
    people.key(Qt.Key.Key_F11)
    assert not people.window.isFullScreen()
