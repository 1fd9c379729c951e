"""An adviser at the keyboard and a client at the screen, through the real window.

The adviser reaches everything by Tab and keys; the client only touches. What cannot be reached so
fails the test with its name.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from advisor_desk.domain.clock import Clock
from advisor_desk.ui import create

MOST_TABS = 160
LEAST_TARGET = 44
PATIENCE_MS = 20_000
PASSWORD = "practise-here"  # of training homes, published
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def pause(ms: int = 1) -> None:
    """Let the window live for a moment; unlike a sleep, it lets other threads work."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def until(holds: Callable[[], object], what: str) -> None:
    for _ in range(PATIENCE_MS // 10):
        if holds():
            return
        pause(10)
    raise AssertionError(f"never came: {what}")


class Strays(QObject):
    """Remembers windows that came up beside the one: a flicker, and the keyboard is gone."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            name = watched.objectName()
            is_popup = watched.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            if watched.isWindow() and name != "main" and not is_popup:
                self.found.append(f"{type(watched).__name__} {name}")
        return super().eventFilter(watched, event)


class People:
    """The window with an adviser and a client before it."""

    def __init__(self, home: Path, clock: Clock | None = None) -> None:
        self.strays = Strays()
        self.window = create(home, clock)
        self.window.show()
        self.window.activateWindow()
        until(lambda: self.window.is_ready and not self.window.tasks.busy, "the sign-in")

    @property
    def state(self) -> str:
        return str(self.window.property("interviewState"))

    def close(self) -> None:
        assert self.strays.found == []
        self.window.close()
        self.window.deleteLater()
        pause(20)

    # The adviser.

    def sign_in(self, staff_no: str, password: str = PASSWORD) -> None:
        self.fill("login.user", staff_no)
        self.fill("login.password", password)
        self.key(Qt.Key.Key_Return)
        until(lambda: not self.window.tasks.busy, "the answer to the password")
        pause(20)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.focused(), key, modifier)
        pause()

    def focused(self) -> QWidget:
        return QApplication.focusWidget() or self.window

    def tab_to(self, name: str) -> QWidget:
        """Go on with Tab until the widget of that name has the keyboard; it may still be coming."""
        until(lambda: self.is_open(name), f"{name}, to be reached")
        seen: list[str] = []
        for _ in range(MOST_TABS):
            seen.append(self.focused().objectName())
            if self.focused().objectName() == name:
                return self.focused()
            QTest.keyClick(self.focused(), Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab: {list(dict.fromkeys(seen))}")

    def is_open(self, name: str) -> bool:
        """Say whether something of that name is there and takes the keyboard."""
        found = self.window.findChildren(QWidget, name)
        return any(one.isVisible() and one.isEnabled() for one in found)

    def press(self, name: str) -> None:
        """Reach a button by Tab and press it with Space."""
        self.tab_to(name)
        QTest.keyClick(self.focused(), Qt.Key.Key_Space)
        pause()
        self.settle()

    def fill(self, name: str, text: str) -> None:
        """Reach a field by Tab and type; what is no ASCII comes by the input method."""
        self.tab_to(name)
        QTest.keyClick(self.focused(), Qt.Key.Key_A, CONTROL)
        self.write(text)
        pause()

    def write(self, text: str) -> None:
        if text.isascii():
            QTest.keyClicks(self.focused(), text)
            return
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(self.focused(), event)

    def pick(self, name: str, key: str) -> None:
        """Reach a list by Tab, open it, and take an entry with arrows and Enter."""
        box = self.tab_to(name)
        assert isinstance(box, QComboBox)
        wanted = box.findData(key)
        assert wanted >= 0, f"{key} is not among the entries of {name}"
        box.showPopup()
        view = box.view()
        view.setCurrentIndex(box.model().index(wanted, 0))
        QTest.keyClick(view, Qt.Key.Key_Return)
        self.window.activateWindow()  # without a window manager the list stays the active window
        pause()

    def go_on(self) -> None:
        """Confirm the step with Ctrl+Enter."""
        self.key(Qt.Key.Key_Return, CONTROL)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing is worked on."""
        until(lambda: not self.window.tasks.busy, "the end of a long act")
        pause(20)

    def stage(self) -> str:
        """Give the stage whose page is shown."""
        for one in self.window.findChildren(QWidget):
            if one.objectName().startswith("stage.") and one.isVisible():
                return one.objectName().removeprefix("stage.")
        return ""

    def says(self, name: str) -> str:
        label = self.window.findChild(QLabel, name)
        assert isinstance(label, QLabel), name
        return label.text()

    def texts(self) -> list[str]:
        labels = self.window.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisible() and one.text()]

    # The client.

    @contextmanager
    def turned(self) -> Iterator[None]:
        """Turn the screen to the client and back, with the adviser's password."""
        self.key(Qt.Key.Key_F8)
        until(self._is_turned, "the client's screen")
        yield
        self.window.activateWindow()
        QTest.keyPress(self.focused(), Qt.Key.Key_Escape)
        until(lambda: self.window.findChild(QWidget, "return.password"), "the way back")
        QTest.keyRelease(self.focused(), Qt.Key.Key_Escape)
        self.fill("return.password", PASSWORD)
        self.key(Qt.Key.Key_Return)
        until(lambda: not self._is_turned(), "the adviser's screen")
        self.settle()

    def _is_turned(self) -> bool:
        """Ask this window alone: the process may hold the client's screen of another test."""
        found = self.window.findChild(QWidget, "client.screen")
        return isinstance(found, QWidget) and found.isVisible()

    def client_screen(self) -> QWidget:
        found = self.window.findChild(QWidget, "client.screen")
        return found if isinstance(found, QWidget) else self._loose_screen()

    def _loose_screen(self) -> QWidget:
        for one in QApplication.allWidgets():
            if one.objectName() == "client.screen":
                return one
        raise AssertionError("there is no client's screen")

    def client_page(self) -> str:
        """Give the name of the page the client sees."""
        for one in self.client_screen().findChildren(QWidget):
            if one.objectName().startswith("client.") and one.isVisible():
                if isinstance(one, QAbstractButton):
                    continue
                return one.objectName()
        return ""

    def draw(self, pad: QWidget) -> None:
        """Write on a pad: one stroke, as by a finger or a pen."""
        width, height = pad.width(), pad.height()
        points = [QPoint(width * at // 10, height * (3 + at % 3) // 8) for at in range(3, 8)]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
        for point in points[1:]:
            QTest.mouseMove(pad, point, 5)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])
        pause()

    def visible(self, name: str) -> QWidget:
        return next(one for one in self._named(name) if one.isVisible())

    def is_shown(self, name: str) -> bool:
        return any(one.isVisible() for one in self._named(name))

    def _named(self, name: str) -> list[QWidget]:
        return [*self.window.findChildren(QWidget, name)]

    def is_on_client_screen(self, name: str) -> bool:
        return self.visible_on_client_screen(name) is not None

    def ready_to_touch(self, name: str) -> QWidget:
        """Give a button of the client's screen that a finger can press."""
        button = self.visible_on_client_screen(name)
        assert button is not None, f"{name} is not among {self.on_client_screen()}"
        assert button.isEnabled(), name
        assert min(button.width(), button.height()) >= LEAST_TARGET, name
        return button

    def visible_on_client_screen(self, name: str) -> QWidget | None:
        found = self.client_screen().findChildren(QAbstractButton, name)
        return next((one for one in found if one.isVisible()), None)

    def on_client_screen(self) -> list[str]:
        found = self.client_screen().findChildren(QAbstractButton)
        return [one.objectName() for one in found if one.isVisible()]

    def touch(self, name: str) -> None:
        """Touch a button on the client's screen; it must be large enough for a finger."""
        QTest.mouseClick(self.ready_to_touch(name), Qt.MouseButton.LeftButton)
        pause()
        self.settle()
