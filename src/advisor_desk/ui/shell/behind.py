"""What stands behind the painted sign-in: loading, signing people in, the idle lock."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from advisor_desk.domain.clock import Clock
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.ui.garbage import Garbage
from advisor_desk.ui.shell.covers import Covers
from advisor_desk.ui.shell.loader import Loader
from advisor_desk.ui.shell.main_window import MainWindow
from advisor_desk.ui.shell.one_instance import Listener, without_minimised
from advisor_desk.ui.shell.qt_words import QtWords
from advisor_desk.ui.shell.start_extras import Person, StartExtras
from advisor_desk.ui.shell.start_help import KEYS, StartHelp, bind_keys
from advisor_desk.ui.shell.start_page import StartPage
from advisor_desk.ui.tasks import Tasks
from advisor_desk.ui.theme import complete
from advisor_desk.ui.widgets import FocusRing

if TYPE_CHECKING:
    from advisor_desk.ui.shell.desk_side import DeskSide

IDLE_MS = 5 * 60 * 1000
GIVE_WAY_S = 0.0005  # to the window's thread, which asks for Python at each part it paints
ACTIVITY = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel}
)


class Behind(QObject):
    """One window's work. ``desk_side`` is the heavy half, None until it is loaded."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.clock: Clock = window.clock or MachineClock()
        self._garbage = Garbage(self)
        self.tasks = Tasks(self)
        self.desk_side: DeskSide | None = None
        self._help: StartHelp | None = None
        self._trouble: Trouble | None = None  # why the home could not be opened
        self.covers = Covers(self, window)
        self._ring = FocusRing(window, window.look.theme)
        self._extras = self._dressed(window.start)
        self._qt_words = QtWords(self)
        self._qt_words.speak(window.look.words.language)
        self._listener = Listener(self, window.home)
        self._listener.called.connect(self._come_to_front)
        self._loader = Loader(self)
        self._loader.loaded.connect(self._loaded)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self.covers.lock)
        keys = {"Ctrl+Shift+L": self._lock, "Ctrl+Q": self._quit, "F11": window.fill_screen}
        for key, done in keys.items():
            QShortcut(QKeySequence(key), window).activated.connect(done)

    @property
    def is_open(self) -> bool:
        """Say whether the home is held."""
        return self.desk_side is not None and self.desk_side.is_open

    @property
    def shell(self) -> QWidget | None:
        """Return the desk that is shown; None before signing in."""
        return self.desk_side.shell if self.desk_side is not None else None

    def begin(self) -> None:
        """Load the heavy half, once the sign-in has been painted with everything that is on it."""
        sys.setswitchinterval(GIVE_WAY_S)
        QTimer.singleShot(0, self, self._complete_look)
        if self._window.waiting is not None:
            self._window.start.show_busy()

    def _complete_look(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            complete(application)
        QTimer.singleShot(0, self._loader, self._loader.start)

    def close(self) -> None:
        """Give the home up."""
        self._idle.stop()
        self._listener.close()
        self._qt_words.be_quiet()
        self._loader.wait()
        self.tasks.wait()
        if self.desk_side is not None:
            self.desk_side.close()
        self._garbage.close()

    def take_look(self) -> None:
        """Build what is shown anew in the window's look."""
        self._qt_words.speak(self._window.look.words.language)
        self._ring.take_theme(self._window.look.theme)
        if self.desk_side is not None and self.desk_side.shell is not None:
            self.desk_side.take_look(self._window.look)
        else:
            self._rebuild_start()

    def show_desk(self, shell: QWidget) -> None:
        """Show the desk of the person signed in; from now on an idle window locks itself."""
        self._window.show_only(shell)
        self._idle.start()
        self._watch(self._window.windowHandle())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusWindowChanged.connect(self._watch)

    def show_start(self) -> None:
        """Show the sign-in again."""
        self._idle.stop()
        self._window.setProperty("interviewState", "")
        self._window.start.retype("", "")
        self._rebuild_start()

    def woken(self) -> None:
        """Begin the idle time anew: the window was opened again."""
        self._idle.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin the idle time anew at every key and press."""
        if event.type() in ACTIVITY and self._idle.isActive():
            self._idle.start()
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        """Hear what comes into a window of ours: the client's counts too."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _lock(self) -> None:
        if not self.covers.is_turned:  # the client's screen has no way to the adviser's
            self.covers.lock()

    def _quit(self) -> None:
        if not self.covers.is_turned:
            self._window.close()

    # Signing in.

    def _dressed(self, page: StartPage) -> StartExtras:
        page.submitted.connect(self._submitted)
        bind_keys(page, KEYS, self._show_help)
        window = self._window
        now = self.clock.now()
        return StartExtras(page, window.look, now, window.preferences, window.prefer)

    def _show_help(self) -> None:
        """Show every key in place of the sign-in; what is typed there stays."""
        self._help = StartHelp(self._window.look, self._leave_help)
        self._window.show_only(self._help)
        self._help.back.setFocus()

    def _leave_help(self) -> None:
        if self._help is not None:
            self._window.show_only(self._window.start)
            self._window.take_away(self._help)
            self._help = None
            self._window.start.begin()

    def _rebuild_start(self) -> None:
        self._extras = self._dressed(self._window.rebuild_start())
        self._show_home()
        if self._trouble is not None and not self.is_open:
            self._refused(self._trouble)

    def _loaded(self, module: ModuleType) -> None:
        window = self._window
        self._garbage.begin()
        self.desk_side = module.DeskSide(window, window.home, self.clock)
        self._open()

    def _open(self) -> None:
        if self.desk_side is not None:
            self.tasks.run(self.desk_side.open_station, self._opened, self._cannot_open)

    def _come_to_front(self) -> None:
        window = self._window
        window.setWindowState(without_minimised(window.windowState()))
        window.raise_()
        window.activateWindow()

    def _opened(self, _result: object) -> None:
        self._listener.listen()
        self._show_home()
        if self._window.waiting is not None:
            self._submitted(*self._window.waiting)

    def _cannot_open(self, trouble: Trouble) -> None:
        self._window.waiting = None
        self._trouble = trouble
        self._refused(trouble)

    def _show_home(self) -> None:
        side = self.desk_side
        if side is None or not side.is_open:
            return
        self._extras.show_home(side.about_home(self._window.look.words))
        people, password = side.training_people()
        if people:
            self._extras.show_people([Person(*one) for one in people], password)

    def _submitted(self, user: str, password: str) -> None:
        self._window.start.show_busy()
        side = self.desk_side
        if side is None or self.tasks.busy:
            self._window.waiting = (user, password)  # signed in as soon as that is done
        elif not side.is_open:
            self._window.waiting = (user, password)
            self._open()
        else:
            self._window.waiting = None
            self.tasks.run(lambda: side.sign_in(user, password), self._signed_in, self._refused)

    def _signed_in(self, _result: object) -> None:
        self._window.start.retype("", "")
        if self.desk_side is not None:
            self.desk_side.show_desk()

    def _refused(self, trouble: Trouble) -> None:
        self._window.start.refuse(self._window.look.words.trouble(trouble))
