"""Somebody at the keyboard before the place of clients, on a real home."""

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, details_of, resident_id

from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.open_interview import Runner
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.place import ClientsPlace
from advisor_desk.ui.theme import apply, theme
from advisor_desk.ui.words import Wording

ROOM = QSize(1208, 712)
BORN = date(1984, 3, 8)
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOST_TABS = 60


@dataclass
class Went:
    """A navigator that writes down where it was asked to go."""

    to: list[tuple[str, ...]] = field(default_factory=list)

    def go(self, place: str) -> None:
        self.to.append(("go", place))

    def open_client(self, client: str) -> None:
        self.to.append(("client", client))

    def new_client(self) -> None:
        self.to.append(("new client",))

    def resume_interview(self, interview: str) -> None:
        self.to.append(("interview", interview))

    def say(self, tone: str, title: str, text: str = "") -> None:
        self.to.append((tone, title, text))


def look(language: Language = Language.zh_TW, name: str = "light", scale: float = 1.0) -> Look:
    return Look(Wording(language), theme(name, scale, language))


TURNS = 3  # of the event loop: what is recorded, its file, and the file's page follow each other


class AtThePlace:
    """The place with somebody at the keyboard."""

    def __init__(
        self,
        qtbot: QtBot,
        at: Practice,
        seen: Look | None = None,
        runner: Runner | None = None,
    ) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.look = seen or look()
        apply(application, self.look.theme)
        self.qtbot = qtbot
        self.went = Went()
        self.place = ClientsPlace(self.look, at.interviews, self.went, runner)
        qtbot.addWidget(self.place)
        self.place.resize(ROOM)
        self.place.show()
        self.place.activateWindow()
        self.place.arrive()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.place

    def settle(self) -> None:
        """Let the window live for a moment, and let go of the pages that were left."""
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        for _ in range(TURNS):
            QApplication.processEvents()

    def open_file(self, client: str) -> None:
        """Open a file as another place would."""
        self.place.open_client(client)
        self.settle()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus, key, held)
        self.settle()

    def write(self, text: str) -> None:
        if text.isascii():
            self.qtbot.keyClicks(self.focus, text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self.focus, event)
        self.settle()

    def tab_to(self, name: str) -> QWidget:
        passed = []
        for _ in range(MOST_TABS):
            if self.focus.objectName() == name:
                return self.focus
            passed.append(self.focus.objectName())
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab: {list(dict.fromkeys(passed))}")

    def fill(self, name: str, text: str) -> None:
        self.tab_to(name)
        self.key(Qt.Key.Key_A, CONTROL)
        self.write(text)

    def press(self, name: str) -> None:
        self.tab_to(name)
        self.key(Qt.Key.Key_Space)

    def shows(self, name: str) -> bool:
        return any(one.isVisible() for one in self.place.findChildren(QWidget, name))

    def texts(self) -> list[str]:
        labels = self.place.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisible() and one.text()]

    def line(self, name: str) -> QLineEdit:
        found = self.place.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit), name
        return found

    def rows(self) -> QListView:
        found = self.place.findChild(QListView, "clients.list")
        assert isinstance(found, QListView)
        return found

    def said_wrong(self, name: str) -> str:
        """Give what is said at a field, where it is shown as wrong."""
        found = self.line(name)
        return found.accessibleDescription() if found.property("wrong") else ""

    def receive(self, order: int, name: str = "何示例") -> None:
        self.fill("client.document", resident_id(BORN, order))
        self.fill("client.born", str(BORN))
        self.fill("client.name", name)
        self.fill("client.phone", "13900010417")
        self.fill("client.account_tail", "4821")


def looks_into(at: Practice, client: str) -> list[str]:
    """Give the reasons recorded so far; asking records one more, which is left out."""
    return [one.why for one in at.interviews.clients.open_file(client, "test").looks[1:]]


def recorded(at: Practice, *names: str) -> list[str]:
    clients = at.interviews.clients
    return [
        clients.record(details_of(BORN, order, name)) for order, name in enumerate(names, start=1)
    ]
