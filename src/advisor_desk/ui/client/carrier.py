"""How the client's screen is carried: a second screen where there is one, else this one, turned.

With a second screen the client's window fills it; when it is unplugged the window goes, and the
adviser is told. Turned, the client's screen fills the adviser's window and hides everything else;
coming back needs the adviser's password, asked for by holding Esc for two seconds.
"""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QWidget

from advisor_desk.ui.client.screen import ClientScreen

HOLD_MS = 2_000
LET_GO_MS = 80  # a held key repeats: a release with a press after it was none


class Curtain(Protocol):
    """The adviser's window, as far as it can be covered whole."""

    def cover(self, widget: QWidget) -> None:
        """Show ``widget`` alone, with nothing of the adviser's reachable."""
        ...

    def uncover(self) -> None:
        """Show the adviser's window again."""
        ...

    def ask_to_return(self, then: Callable[[], None]) -> None:
        """Ask for the adviser's password over what is covered; ``then`` once it was right."""
        ...


class Carrier(QObject):
    """Where the client's screen is. ``changed`` when it came, went, or was turned."""

    changed = Signal()
    unplugged = Signal()

    def __init__(self, screen: ClientScreen, curtain: Curtain, own: QWidget) -> None:
        super().__init__(own)
        self._screen = screen
        self._curtain = curtain
        self._own = own
        self._second: QScreen | None = None
        self.is_turned = False
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self._ask_to_return)
        self._release = QTimer(self)
        self._release.setSingleShot(True)
        self._release.setInterval(LET_GO_MS)
        self._release.timeout.connect(self._hold.stop)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._screen_removed)
            application.screenAdded.connect(self.use_second_screen)

    @property
    def is_on_second_screen(self) -> bool:
        """Say whether the client has a screen of his or her own."""
        return self._second is not None

    @property
    def is_seen(self) -> bool:
        """Say whether the client can see anything now."""
        return self.is_turned or self.is_on_second_screen

    def use_second_screen(self) -> None:
        """Fill a screen beside the adviser's, where there is one."""
        others = [one for one in QGuiApplication.screens() if one is not self._own.screen()]
        if not others or self.is_turned or self._second is not None:
            return
        self._second = others[0]
        self._screen.setParent(self._own, Qt.WindowType.Window)
        self._screen.setGeometry(self._second.geometry())
        self._screen.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._screen.showFullScreen()
        self._own.activateWindow()  # the keyboard stays the adviser's
        self.changed.emit()

    def turn(self) -> None:
        """Turn this screen to the client; without a second one only."""
        if self.is_on_second_screen or self.is_turned:
            return
        self.is_turned = True
        self._watch(is_watching=True)
        self._curtain.cover(self._screen)
        self.changed.emit()

    def take_back(self) -> None:
        """Give the adviser the screen back; the password was right."""
        if not self.is_turned:
            return
        self.is_turned = False
        self._watch(is_watching=False)
        self._curtain.uncover()
        self.changed.emit()

    def let_go(self) -> None:
        """Show the client nothing any more: the interview is left."""
        self._screen.hide()
        if self.is_turned:
            self.take_back()
        self._second = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear Esc being held on the turned screen."""
        if self.is_turned and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._held()
            elif event.type() == QEvent.Type.KeyRelease:
                self._release.start()
        return super().eventFilter(watched, event)

    def _held(self) -> None:
        self._release.stop()
        if not self._hold.isActive():
            self._hold.start()

    def _watch(self, *, is_watching: bool) -> None:
        """Hear Esc wherever the keyboard is: a page without anything to press has no focus."""
        application = QGuiApplication.instance()
        if application is None:
            return
        if is_watching:
            application.installEventFilter(self)
        else:
            self._hold.stop()
            application.removeEventFilter(self)

    def _ask_to_return(self) -> None:
        if self.is_turned:
            self._curtain.ask_to_return(self.take_back)

    def _screen_removed(self, removed: QScreen) -> None:
        if removed is not self._second:
            return
        self._second = None
        self._screen.hide()
        self._screen.setParent(None)
        self.changed.emit()
        self.unplugged.emit()
