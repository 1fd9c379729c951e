"""Signing in by keyboard: what is loaded when, what is said when it fails."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import ADVISER, TODAY, SetClock
from tests.services.homes import real_home
from tests.ui.shell.opened import Opened, home_with_interview

from advisor_desk.packs.wording import unbroken
from advisor_desk.services.station import Station
from advisor_desk.store.files import is_held
from advisor_desk.store.keys import PUBLISHED_PASSWORD

LATE = {"sqlalchemy", "sqlcipher3", "reportlab", "pyhanko", "typer"}
FIRST_PAINT = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication, QWidget
from advisor_desk import ui
application = QApplication([])
window = ui.create(Path(sys.argv[1]))
window.show()
while not window.start._is_painted:
    application.processEvents()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
sys.stdout.flush()
window.close()
"""
OPENED = """
import linecache, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from advisor_desk import ui
application = QApplication([])
window = ui.create(Path(sys.argv[1]))
window.show()
while not window.is_ready:
    application.processEvents()
print(sum(name.endswith("advisor_desk/services/desk.py") for name in linecache.cache))
sys.stdout.flush()
window.close()
"""
BEHIND = """
import json, sys
import advisor_desk.ui.shell.behind
from advisor_desk.packs.wording import unbroken
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SetClock]:
    return home_with_interview(tmp_path_factory.mktemp("branch"))


@pytest.fixture
def opened(qtbot: QtBot, made: tuple[Path, SetClock]) -> Opened:
    return Opened(qtbot, *made)


def test_the_first_paint_waits_for_no_records_forms_or_signatures(
    made: tuple[Path, SetClock],
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, made[0]], capture_output=True, text=True, check=True
    )
    assert LATE & set(json.loads(done.stdout)) == set()


def test_what_the_window_loads_on_its_own_thread_is_light() -> None:
    done = subprocess.run(
        [sys.executable, "-c", BEHIND], capture_output=True, text=True, check=True
    )
    assert LATE & set(json.loads(done.stdout)) == set()


def test_no_source_of_the_program_is_read_and_kept(made: tuple[Path, SetClock]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENED, made[0]], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0"]


def test_number_enter_password_enter_leads_to_today(opened: Opened) -> None:
    with opened:
        opened.ready()
        assert QApplication.focusWidget() is opened.line("login.user")
        opened.write(ADVISER.staff_no)
        opened.press(Qt.Key.Key_Return)
        assert QApplication.focusWidget() is opened.line("login.password")
        opened.write(PUBLISHED_PASSWORD)
        opened.press(Qt.Key.Key_Return)
        opened.waits("today.resume")
        assert opened.window.property("interviewState") == ""


def test_what_was_submitted_before_everything_was_loaded_is_not_lost(opened: Opened) -> None:
    with opened:
        opened.try_to_sign_in(ADVISER.staff_no, PUBLISHED_PASSWORD)
        assert not opened.window.is_ready
        opened.waits("today.resume")
        assert not opened.shows("login")


def test_a_wrong_password_goes_and_the_number_stays(opened: Opened) -> None:
    with opened:
        opened.ready()
        opened.try_to_sign_in(ADVISER.staff_no, "not the password")
        assert "工號或密碼不正確" in opened.refused()
        assert opened.line("login.user").text() == ADVISER.staff_no
        assert opened.line("login.password").text() == ""
        assert QApplication.focusWidget() is opened.line("login.password")


def test_an_unknown_number_is_answered_like_a_wrong_password(opened: Opened) -> None:
    with opened:
        opened.ready()
        opened.try_to_sign_in("99999", PUBLISHED_PASSWORD)
        assert "工號或密碼不正確" in opened.refused()


def test_after_failures_the_time_to_wait_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    home, clock = home_with_interview(tmp_path)
    with Opened(qtbot, home, clock) as opened:
        opened.ready()
        said = []
        for _ in range(6):
            opened.try_to_sign_in(ADVISER.staff_no, "not the password")
            said.append(opened.refused())
        assert any("秒" in one for one in said), said


def test_both_are_needed_and_that_is_said(opened: Opened) -> None:
    with opened:
        opened.ready()
        opened.press(Qt.Key.Key_Return)
        opened.press(Qt.Key.Key_Return)
        assert opened.message() == "員工編號和密碼都要輸入"
        assert QApplication.focusWidget() is opened.line("login.user")


def test_a_training_home_prints_its_people_and_fills_their_number_in(opened: Opened) -> None:
    with opened:
        opened.ready()
        opened.waits(f"login.person.{ADVISER.staff_no}")
        person = opened.widget(f"login.person.{ADVISER.staff_no}")
        assert ADVISER.name in person.accessibleName()
        person.setFocus()
        opened.press(Qt.Key.Key_Return)
        assert opened.line("login.user").text() == ADVISER.staff_no
        assert QApplication.focusWidget() is opened.line("login.password")


def test_a_real_home_lists_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    clock = SetClock(TODAY)
    real_home(tmp_path / "home", clock)
    with Opened(qtbot, tmp_path / "home", clock) as opened:
        opened.ready()
        qtbot.wait(20)
        names = [one.objectName() for one in opened.window.findChildren(QWidget)]
        assert [name for name in names if name.startswith("login.person")] == []


def test_a_home_that_is_held_elsewhere_is_told(qtbot: QtBot, made: tuple[Path, SetClock]) -> None:
    home, clock = made
    with Station.open(home, clock), Opened(qtbot, home, clock) as opened:
        qtbot.waitUntil(lambda: str(home) in opened.message(), timeout=20_000)
        assert not opened.window.is_ready


def test_a_folder_that_is_no_home_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    with Opened(qtbot, tmp_path, SetClock(TODAY)) as opened:
        qtbot.waitUntil(lambda: str(tmp_path) in opened.message(), timeout=20_000)
        assert not opened.window.is_ready


def test_damaged_keys_are_told_and_left_as_they_are(qtbot: QtBot, tmp_path: Path) -> None:
    home, clock = home_with_interview(tmp_path)
    (home / "keys.json").write_text("{")
    with Opened(qtbot, home, clock) as opened:
        qtbot.waitUntil(lambda: "keys.json" in opened.message(), timeout=20_000)
        assert (home / "keys.json").read_text() == "{"


def test_a_clock_set_back_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    home, clock = home_with_interview(tmp_path)
    clock.at -= timedelta(days=1)
    with Opened(qtbot, home, clock) as opened:
        opened.qtbot.waitUntil(lambda: opened.window._behind is not None, timeout=20_000)
        opened.try_to_sign_in(ADVISER.staff_no, PUBLISHED_PASSWORD)
        qtbot.waitUntil(lambda: unbroken("2026 年 11 月 23 日") in opened.message(), timeout=20_000)
        assert not opened.shows("today")


def test_capitals_that_are_locked_are_said(opened: Opened) -> None:
    with opened:
        opened.ready()
        opened.line("login.password").setFocus()
        opened.write("a")
        capitals = opened.window._behind._extras._capitals
        assert not capitals.isVisible()
        locked = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "A")
        QApplication.sendEvent(opened.line("login.password"), locked)
        assert capitals.isVisible()


def test_another_language_keeps_what_was_typed(opened: Opened) -> None:
    with opened:
        opened.ready()
        opened.write("204")
        language = opened.widget("login.language")
        language.setFocus()
        opened.press(Qt.Key.Key_Return)
        assert opened.line("login.user").text() == "204"
        assert opened.line("login.user").accessibleName() == "员工编号"
        opened.window.prefer(language="zh_TW")


def test_closing_gives_the_home_up(opened: Opened, made: tuple[Path, SetClock]) -> None:
    with opened:
        opened.ready()
        assert is_held(made[0])
    assert not is_held(made[0])
