"""The real window on a copy of the waiting home, brought to any place, step and look."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from tests.services.branch import SetClock
from tests.ui.homes import ADVISER, Waiting, window_clock

from advisor_desk import ui
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.languages import Language
from advisor_desk.services.interviews import Interviews
from advisor_desk.store.keys import PUBLISHED_PASSWORD
from advisor_desk.ui.client.screen import ClientScreen
from advisor_desk.ui.interview.place import InterviewPlace
from advisor_desk.ui.shell.shell import Shell

PATIENCE_MS = 30_000
MIRRORED_MS = 60  # until a page is shown, laid out, and the client's mirrored beside it


def let_live(ms: int = 1) -> None:
    """Let the window live for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def until(holds: Callable[[], object], what: str) -> None:
    for _ in range(PATIENCE_MS // 10):
        if holds():
            return
        let_live(10)
    raise AssertionError(f"never came: {what}")


class Driven:
    """The window while it is open. ``folder`` takes the copy of the home."""

    def __init__(self, waiting: Waiting, folder: Path, clock: SetClock | None = None) -> None:
        self.waiting = waiting
        home = folder / "home"
        shutil.copytree(waiting.folder, home)
        self.window = ui.create(home, clock or window_clock())
        self.window.show()
        self.window.activateWindow()
        until(lambda: self.window.is_ready and not self.window.tasks.busy, "the sign-in")

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        self.settle()

    def sign_in(self, staff_no: str = ADVISER) -> None:
        self.line("login.user").clear()
        QTest.keyClicks(self.line("login.user"), staff_no)
        QTest.keyClicks(self.line("login.password"), PUBLISHED_PASSWORD)
        self.press("login.submit")
        until(lambda: self.window.findChild(Shell) is not None, "the desk")
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is worked on, laid out or taken away any more."""
        for _ in range(2):  # what stands may begin an act of its own: looking for printers
            until(lambda: not self.window.tasks.busy, "the end of a long act")
            for _ in range(3):
                let_live()
                QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def prefer(self, language: Language, theme: str, scale: float = 1.0) -> None:
        """Take a look, as the settings do."""
        self.window.prefer(language=language.name, theme=theme, scale=scale)
        self.settle()

    # Finding and pressing.

    def find(self, name: str) -> QWidget | None:
        """Return the visible widget of that name."""
        found = self.window.findChildren(QWidget, name)
        return next((one for one in found if one.isVisible()), None)

    def widget(self, name: str) -> QWidget:
        found = self.find(name)
        assert found is not None, f"{name} is not shown"
        return found

    def line(self, name: str) -> QLineEdit:
        found = self.widget(name)
        assert isinstance(found, QLineEdit), name
        return found

    def can_press(self, name: str) -> bool:
        found = self.find(name)
        return isinstance(found, QAbstractButton) and found.isEnabled()

    def press(self, name: str) -> None:
        found = self.widget(name)
        assert isinstance(found, QAbstractButton), name
        found.click()
        self.settle()

    # Places.

    @property
    def is_seated(self) -> bool:
        """Say whether somebody is signed in."""
        return self.window.findChild(Shell) is not None

    @property
    def is_own_adviser(self) -> bool:
        """Say whether the person signed in is the one whose interviews wait."""
        return self.is_seated and self.shell._desk.me.staff_no == ADVISER

    @property
    def shell(self) -> Shell:
        found = self.window.findChild(Shell)
        assert isinstance(found, Shell)
        return found

    @property
    def place(self) -> InterviewPlace:
        found = self.window.findChild(InterviewPlace)
        assert isinstance(found, InterviewPlace)
        return found

    @property
    def services(self) -> Interviews:
        """The machine under the face, to look at what was done."""
        found = self.shell._services
        assert found is not None
        return found

    @property
    def state(self) -> str:
        return str(self.window.property("interviewState"))

    @property
    def stage(self) -> Stage:
        """The step of the interview on the table whose page is shown."""
        side = self.place.client_side
        assert side is not None
        return side._presenter.shown_stage()

    def go(self, place: str) -> None:
        self.shell.go(place)
        self.settle()

    def open(self, at: str, language: Language) -> None:
        """Put the interview that waits at a place on the table."""
        self.shell.resume_interview(self.waiting.at(at, language))
        self.settle()
        let_live(MIRRORED_MS)
        self.settle()

    def put_away(self) -> None:
        self.place.put_away()
        self.settle()

    @contextmanager
    def turned(self) -> Iterator[ClientScreen]:
        """Turn the screen to the client, and back without the password."""
        side = self.place.client_side
        assert side is not None
        side.turn()
        self.settle()
        try:
            yield side.screen
        finally:
            side.carrier.take_back()
            self.settle()
