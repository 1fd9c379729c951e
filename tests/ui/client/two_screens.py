"""A station with a second screen, in a process of its own: run by ``test_two_screens``.

Prints what was seen, as JSON: the platform's second screen cannot be plugged in once Qt runs.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.services.branch import ADVISER, TODAY, SetClock
from tests.ui.people import People, until


def read(client: QWidget) -> list[str]:
    """Return what the client reads now."""
    return [one.text() for one in client.findChildren(QLabel) if one.isVisible() and one.text()]


def seen(home: Path, interview: str) -> dict[str, object]:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    them = People(home, SetClock(TODAY))
    them.sign_in(ADVISER.staff_no)
    them.press("today.resume")
    found: dict[str, object] = {"interview": interview, "screens": len(application.screens())}
    client = them.client_screen()
    found["client_is_seen"] = client.isVisible()
    found["client_is_alone_on"] = client.screen().name()
    found["adviser_is_on"] = them.window.screen().name()
    them.key(Qt.Key.Key_F8)
    found["turned_although_seen"] = not them.is_shown("nav.next")
    them.key(Qt.Key.Key_F9)
    until(lambda: len(read(client)) == 1, f"the bank's name alone: {read(client)}")
    found["keyboard_is_the_advisers"] = application.activeWindow() is them.window
    found["blank"] = read(client)
    them.key(Qt.Key.Key_F9)
    application.screenRemoved.emit(client.screen())
    until(lambda: not client.isVisible(), "the client's screen gone")
    found["seen_after_unplugging"] = client.isVisible()
    found["said"] = them.says("banner.message")
    them.window.activateWindow()
    them.key(Qt.Key.Key_F8)
    found["turned_after_unplugging"] = them.client_screen().isVisible()
    found["strays"] = [one for one in them.strays.found if "client.screen" not in one]
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(seen(Path(sys.argv[1]), sys.argv[2]), ensure_ascii=False))
