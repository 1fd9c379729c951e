"""The window around the desk: places by their keys, lock, other people, another look."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from tests.services.branch import ADMINISTRATOR, SetClock
from tests.ui.shell.opened import PATIENCE_MS, Opened, home_with_interview

from advisor_desk.store.keys import PUBLISHED_PASSWORD
from advisor_desk.ui.shell.one_instance import raise_other
from advisor_desk.ui.shell.preferences import load

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SetClock]:
    return home_with_interview(tmp_path_factory.mktemp("branch"))


@pytest.fixture
def opened(qtbot: QtBot, made: tuple[Path, SetClock]) -> Opened:
    return Opened(qtbot, *made)


def unlock(opened: Opened, password: str) -> None:
    assert QApplication.focusWidget() is opened.line("lock.overlay.password")
    opened.write(password)
    opened.press(Qt.Key.Key_Return)


def test_the_places_are_reached_by_their_keys(opened: Opened) -> None:
    with opened:
        opened.sign_in()
        for key, place in (
            (Qt.Key.Key_2, "clients"),
            (Qt.Key.Key_3, "interview"),
            (Qt.Key.Key_1, "today"),
        ):
            opened.press(key, CONTROL)
            assert opened.widget(f"place.{place}").property("checked") is True
        assert opened.shows("today")


def test_enter_resumes_the_interview_and_the_window_knows_its_state(opened: Opened) -> None:
    with opened:
        opened.sign_in()
        opened.press(Qt.Key.Key_Return)
        opened.waits("stage.needs")
        assert opened.window.property("interviewState") == "in_progress"
        opened.press(Qt.Key.Key_1, CONTROL)
        assert opened.shows("today.resume"), "leaving the place changes nothing"


def test_the_lock_hides_everything_and_the_password_opens_it(opened: Opened) -> None:
    with opened:
        opened.sign_in()
        opened.press(Qt.Key.Key_L, CONTROL, SHIFT)
        assert opened.shows("lock.overlay")
        assert not opened.shows("shell")
        unlock(opened, PUBLISHED_PASSWORD)
        opened.waits("shell")
        assert not opened.shows("lock.overlay")


def test_a_wrong_password_leaves_it_locked_and_says_so(opened: Opened) -> None:
    with opened:
        opened.sign_in()
        opened.press(Qt.Key.Key_L, CONTROL, SHIFT)
        unlock(opened, "not the password")
        opened.qtbot.waitUntil(
            lambda: opened.message("lock.overlay.message") != "", timeout=PATIENCE_MS
        )
        said = opened.window.look.words.say("LOCK_WRONG")  # no staff number was asked for here
        assert opened.message("lock.overlay.message") == said
        assert opened.shows("lock.overlay")
        unlock(opened, PUBLISHED_PASSWORD)
        opened.waits("shell")


def test_no_key_reaches_what_is_locked(opened: Opened) -> None:
    with opened:
        opened.sign_in()
        opened.press(Qt.Key.Key_L, CONTROL, SHIFT)
        opened.press(Qt.Key.Key_2, CONTROL)
        opened.press(Qt.Key.Key_L, CONTROL, SHIFT)
        assert opened.shows("lock.overlay")
        unlock(opened, PUBLISHED_PASSWORD)
        opened.waits("shell")
        assert opened.shows("today"), "the place is the one that was left"


def test_a_window_nobody_touches_locks_itself(opened: Opened) -> None:
    with opened:
        opened.sign_in()
        opened.window._behind._idle.start(5)
        opened.waits("lock.overlay")
        assert not opened.shows("shell")


def test_nothing_locks_before_somebody_signed_in(opened: Opened) -> None:
    with opened:
        opened.ready()
        opened.press(Qt.Key.Key_L, CONTROL, SHIFT)
        assert opened.shows("login")


def test_another_person_signs_in_after_the_first_signed_out(opened: Opened) -> None:
    with opened:
        opened.sign_in()
        leave = opened.widget("top.leave")
        leave.setFocus()
        opened.press(Qt.Key.Key_Return)
        opened.waits("login")
        assert (opened.line("login.user").text(), opened.line("login.password").text()) == ("", "")
        opened.sign_in(ADMINISTRATOR.staff_no)
        assert opened.shows("today.limits")
        assert opened.window.findChild(QPushButton, "today.new_interview") is None


@pytest.mark.parametrize(
    ("change", "resume"),
    [({"language": "en"}, "Resume"), ({"theme": "dark"}, "繼續"), ({"scale": 1.3}, "繼續")],
)
def test_another_look_shows_the_same_place(
    opened: Opened, change: dict[str, object], resume: str
) -> None:
    with opened:
        opened.sign_in()
        opened.window.prefer(**change)
        opened.waits("today.resume")
        assert opened.window.findChild(QPushButton, "today.resume").text() == resume
        opened.window.prefer(language="zh_TW", theme="light", scale=1.0)


def test_the_menu_of_a_field_speaks_the_language_of_the_window(opened: Opened) -> None:
    with opened:
        opened.ready()
        menu = opened.line("login.user").createStandardContextMenu()
        assert any("貼上" in action.text() for action in menu.actions())
        opened.window.prefer(language="en")
        menu = opened.line("login.user").createStandardContextMenu()
        assert any("Paste" in action.text() for action in menu.actions())
        opened.window.prefer(language="zh_TW")


def test_a_second_start_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    home, clock = home_with_interview(tmp_path)
    with Opened(qtbot, home, clock) as opened:
        opened.ready()
        with qtbot.waitSignal(opened.window._behind._listener.called, timeout=PATIENCE_MS):
            assert raise_other(home)
        assert not raise_other(tmp_path / "another home")
    assert not raise_other(home), "nobody answers once the window is closed"


def test_the_window_opens_as_it_was_closed(qtbot: QtBot, tmp_path: Path) -> None:
    home, clock = home_with_interview(tmp_path)
    with Opened(qtbot, home, clock) as opened:
        opened.ready()
        opened.window.resize(1500, 900)
    kept = load(home).place
    assert kept is not None
    assert kept[2:] == (1500, 900, False)
    with Opened(qtbot, home, clock) as opened:
        assert opened.ready().window.minimumWidth() == 1280


def test_help_is_there_before_anybody_signs_in_and_what_was_typed_stays(opened: Opened) -> None:
    with opened:
        opened.ready()
        opened.line("login.user").setFocus()
        opened.write("204")
        opened.press(Qt.Key.Key_F1)
        opened.waits("help.page")
        assert not opened.shows("login")
        for key in (Qt.Key.Key_F1, Qt.Key.Key_Escape):
            opened.press(key)
            opened.waits("login")
            assert opened.line("login.user").text() == "204"
            opened.press(Qt.Key.Key_F1)
            opened.waits("help.page")
