"""The one window: sign-in first, the desk behind it, and what may cover both.

This module is what the first paint waits for. It knows nothing of records, forms or signatures,
and names nothing of ``Qt``, whose enumerations alone take as long as the whole page: what can wait
stands in ``behind``, loaded once the page is painted.
"""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.shell import preferences as liked
from advisor_desk.ui.shell.start_page import StartPage
from advisor_desk.ui.theme import apply, theme
from advisor_desk.ui.words import Wording

if TYPE_CHECKING:
    from advisor_desk.domain.clock import Clock
    from advisor_desk.ui.shell.behind import Behind
    from advisor_desk.ui.tasks import Tasks

WIDTH, HEIGHT = 1280, 800  # at least
MAXIMISED, FULL_SCREEN = 2, 4  # of Qt.WindowState, not named: see the module
BEHIND = "advisor_desk.ui.shell.behind"
# Loaded one in each turn of the event loop, so that no key waits for all of them.
IN_TURNS = (
    "advisor_desk.ui.widgets.icon",
    "advisor_desk.ui.shell.lock",
    "advisor_desk.ui.shell.one_instance",
    BEHIND,
)


class MainWindow(QMainWindow):
    """See the module. Everything after the first paint is done by ``behind``."""

    def __init__(self, home: Path, clock: "Clock | None" = None) -> None:
        super().__init__()
        self.home = home
        self.clock = clock  # None: the machine's
        self.waiting: tuple[str, str] | None = None  # submitted before anybody could look
        self._preferences = liked.load(home)
        self._behind: Behind | None = None
        self._is_closed = False
        self._left_to_load: list[str] = []
        self.look = self._made_look()
        self.setObjectName("main")
        self.setProperty("interviewState", "")
        self.setMinimumSize(WIDTH, HEIGHT)
        self._take_place()
        self.setWindowTitle(self.look.words.say("WINDOW_TITLE"))
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.start = self._made_start()
        self.start.painted.connect(self._painted)
        self.start.submitted.connect(self._keep)
        self._pages.addWidget(self.start)
        self.start.begin()

    @property
    def is_ready(self) -> bool:
        """Say whether everything is loaded and the home is held."""
        return self._behind is not None and self._behind.is_open

    @property
    def preferences(self) -> liked.Preferences:
        """Return what the station likes."""
        return self._preferences

    @property
    def tasks(self) -> "Tasks":
        """Return the helper thread of long acts."""
        return self._needed.tasks

    def prefer(self, **changes: object) -> None:
        """Take another language, theme or size of type: every view is built anew."""
        self._preferences = self._preferences._replace(**changes)  # type: ignore[arg-type]
        liked.keep(self.home, self._preferences)
        if set(changes) == {"queue"}:
            return
        self.look = self._made_look()
        self.setWindowTitle(self.look.words.say("WINDOW_TITLE"))
        self._needed.take_look()

    def show_desk(self, shell: QWidget) -> None:
        """Show the desk of the person signed in, in place of the sign-in."""
        self._needed.show_desk(shell)

    def show_start(self) -> None:
        """Show the sign-in again: the person signed out."""
        self._needed.show_start()

    def cover(self, widget: QWidget) -> None:
        """Show ``widget`` alone; everything else is hidden and out of reach."""
        self._needed.covers.cover(widget)

    def uncover(self) -> None:
        """Show the desk again."""
        self._needed.covers.uncover()

    def ask_to_return(self, then: Callable[[], None]) -> None:
        """Ask for the password over the client's screen; ``then`` once it was right."""
        self._needed.covers.ask_to_return(then)

    def lock(self) -> None:
        """Lock the window, and blank what the client sees; the same person opens it again."""
        self._needed.covers.lock()

    # What stands behind uses these.

    def rebuild_start(self) -> StartPage:
        """Build the sign-in anew in the present look; what was typed stays."""
        before = self.start
        self.start = self._made_start()
        self.start.retype(*before.typed)
        self.show_only(self.start)
        self.take_away(before)
        self.start.begin()
        return self.start

    def show_only(self, page: QWidget) -> None:
        """Show one page of the window."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def take_away(self, page: QWidget) -> None:
        """Let go of a page that is not shown any more."""
        self._pages.removeWidget(page)
        page.hide()
        page.setParent(None)
        page.deleteLater()

    def fill_screen(self) -> None:
        """Fill the whole screen, or stand again as before."""
        state = self.windowState()
        self.setWindowState(state ^ type(state)(FULL_SCREEN))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Give everything up. Nothing is asked: everything is in the book already."""
        self._is_closed = True
        self._keep_place()
        if self._behind is not None:
            self._behind.close()
        event.accept()

    def _take_place(self) -> None:
        """Stand where the window was closed last, as far as the screens of today show that."""
        kept = self._preferences.place
        screens = [_numbers(one.availableGeometry()) for one in QGuiApplication.screens()]
        if kept is None or not screens:
            self.resize(WIDTH, HEIGHT)
            return
        place = kept.inside(screens, (WIDTH, HEIGHT))
        self.setGeometry(place.left, place.top, place.width, place.height)
        if place.fills:
            self.setWindowState(type(self.windowState())(MAXIMISED))

    def _keep_place(self) -> None:
        is_large = self.isMaximized() or self.isFullScreen()
        where = self.normalGeometry() if is_large else self.geometry()
        place = liked.Place(*_numbers(where), fills=is_large)
        self._preferences = self._preferences._replace(place=place)
        liked.keep(self.home, self._preferences)

    @property
    def _needed(self) -> "Behind":
        if self._behind is None:
            self._behind = importlib.import_module(BEHIND).Behind(self)
            self._behind.begin()
        return self._behind

    def _keep(self, user: str, password: str) -> None:
        if self._behind is None:
            self.waiting = (user, password)

    def _painted(self) -> None:
        self._left_to_load = list(IN_TURNS)
        QTimer.singleShot(0, self._load_next)

    def _load_next(self) -> None:
        if self._is_closed or self._behind is not None:
            return
        if self._left_to_load:
            importlib.import_module(self._left_to_load.pop(0))
            QTimer.singleShot(0, self._load_next)
        else:
            _ = self._needed

    def _made_look(self) -> Look:
        language = self._preferences.spoken
        chosen = theme(self._preferences.theme, self._preferences.scale, language)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply(application, chosen)
        return Look(Wording(language), chosen)

    def _made_start(self) -> StartPage:
        return StartPage(self.look)


def _numbers(place: QRect) -> tuple[int, int, int, int]:
    return place.left(), place.top(), place.width(), place.height()
