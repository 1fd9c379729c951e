"""A real window on a real home, handled as a person at the keyboard would."""

from pathlib import Path
from types import TracebackType
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import ADVISER, SetClock, Walk, practice

from advisor_desk import ui
from advisor_desk.store.keys import PUBLISHED_PASSWORD

PATIENCE_MS = 20_000


def home_with_interview(folder: Path) -> tuple[Path, SetClock]:
    """Make a training home in which one interview waits at its second step."""
    with practice(folder) as made:
        Walk(made).until("opening")
    return made.home, made.clock


class Opened:
    """The window while it is open."""

    def __init__(self, qtbot: QtBot, home: Path, clock: SetClock) -> None:
        self.qtbot = qtbot
        self.window = ui.create(home, clock)
        self.window.show()
        self.window.activateWindow()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

    def ready(self) -> Self:
        """Wait until the home is held."""
        self.qtbot.waitUntil(lambda: self.window.is_ready, timeout=PATIENCE_MS)
        return self

    def line(self, name: str) -> QLineEdit:
        found = self.window.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit), name
        return found

    def widget(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def shows(self, name: str) -> bool:
        found = self.window.findChild(QWidget, name)
        return isinstance(found, QWidget) and found.isVisible()

    def message(self, name: str = "login.message") -> str:
        found = self.window.findChild(QLabel, name)
        assert isinstance(found, QLabel), name
        return found.text()

    def write(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClicks(focused, text)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for one in modifiers:
            held |= one
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, held)

    def waits(self, until: str) -> None:
        self.qtbot.waitUntil(lambda: self.shows(until), timeout=PATIENCE_MS)

    def try_to_sign_in(self, user: str, password: str) -> None:
        self.line("login.user").setFocus()
        self.line("login.user").clear()
        self.write(user)
        self.press(Qt.Key.Key_Return)
        self.write(password)
        self.press(Qt.Key.Key_Return)

    def sign_in(self, user: str = ADVISER.staff_no) -> Self:
        self.ready()
        self.try_to_sign_in(user, PUBLISHED_PASSWORD)
        self.waits("today")
        return self

    def refused(self) -> str:
        """Wait until a sign-in is answered; return what is said."""
        submit = self.widget("login.submit")
        self.qtbot.waitUntil(submit.isEnabled, timeout=PATIENCE_MS)
        return self.message()
