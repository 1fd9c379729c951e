"""The desk of one person: rail, top bar, banner, the place shown, status line."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.clock import Clock
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.desk import Desk
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.interview.place import InterviewPlace
from advisor_desk.ui.look import Look
from advisor_desk.ui.materials.place import MaterialsPlace
from advisor_desk.ui.screens.clients.place import ClientsPlace
from advisor_desk.ui.screens.today.place import TodayPlace
from advisor_desk.ui.shell.at_a_glance import AtAGlance
from advisor_desk.ui.shell.held_desk import HeldDesk
from advisor_desk.ui.shell.help_page import HelpPage
from advisor_desk.ui.shell.main_window import MainWindow
from advisor_desk.ui.shell.places_rail import AT_FOOT, PLACES, PlacesRail
from advisor_desk.ui.shell.settings_page import settings_page
from advisor_desk.ui.shell.status_line import StatusLine
from advisor_desk.ui.shell.top_bar import TopBar
from advisor_desk.ui.shell.turn_of_day import TurnOfDay
from advisor_desk.ui.shell.when_free import WhenFree
from advisor_desk.ui.widgets import Banner, clear


class Shell(QWidget):
    """What is shown after signing in. It is the navigator of its places."""

    signed_out = Signal()

    def __init__(
        self, window: MainWindow, desk: Desk, services: Interviews | None, clock: Clock
    ) -> None:
        super().__init__()
        self.setObjectName("shell")
        self._window = window
        self._desk = desk
        self._services = services
        self._glance = AtAGlance(window, desk, services, clock)
        self._when_free = WhenFree(self, window.tasks, self._refused)
        self._leaving = HeldDesk(window, self, self._when_free, lambda: self._interview)
        self._place = "today"
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._clients = ClientsPlace(window.look, services, self, window.tasks)
        self._today = TodayPlace(window.look, desk, services, self)
        self._interview = self._made_interview()
        self._materials = MaterialsPlace(window.look, services, window.tasks) if services else None
        self._build(window.look)
        self._bind_keys()
        self._day = TurnOfDay(self, self._glance.today)
        self._day.ticked.connect(self._show_now)
        self._day.turned.connect(partial(self._when_free.do, self._turn_day))

    # The navigator.

    def go(self, place: str) -> None:
        """Show a place."""
        self._leaving.do(partial(self._go, place), place)

    def _go(self, place: str) -> None:
        if self._place == "interview" and self._interview is not None:
            self._interview.hold()
        self._place = place
        self._rail.show_place(place)
        page = self._pages[place]
        self._stack.setCurrentWidget(page)
        arrive = getattr(page, "arrive", None)
        if callable(arrive):
            arrive()

    def open_client(self, client: str) -> None:
        """Show a client's file."""
        self._leaving.do(partial(self._go_to_clients, partial(self._clients.open_client, client)))

    def new_client(self) -> None:
        """Show the page for a new client."""
        self._leaving.do(partial(self._go_to_clients, self._clients.new_client))

    def resume_interview(self, interview: InterviewId) -> None:
        """Put an interview on the table."""
        if self._interview is not None:
            self._leaving.do(partial(self._resume, self._interview, interview))

    def say(self, tone: str, title: str, text: str = "") -> None:
        """Say something in the banner."""
        if title:
            self._banner.show_message(tone, title, text)
        else:
            self._banner.clear()

    # What covers the window for an interview.

    def cover(self, widget: QWidget) -> None:
        """Show the client's screen alone."""
        self._window.cover(widget)

    def uncover(self) -> None:
        """Show the desk again."""
        self._window.uncover()

    def ask_to_return(self, then: Callable[[], None]) -> None:
        """Ask for the adviser's password first."""
        self._window.ask_to_return(then)

    # What the window uses.

    def arrive(self) -> None:
        """Show Today first."""
        self.go("today")
        self._show_status()

    def take_look(self, look: Look) -> None:
        """Build every view anew; the place stays."""
        if self._interview is not None:
            self._interview.hold()
        clear(self._row)
        for place in (self._clients, self._today, self._interview, self._materials):
            if place is not None:
                place.setParent(None)
                place.take_look(look)
        self._build(look)
        self.go(self._place)
        self._show_status()

    def lock(self, *, is_locked: bool) -> None:
        """Let the interview stand still and the client see nothing of it, or let it go on."""
        if self._interview is not None:
            self._interview.lock(is_locked=is_locked)

    @property
    def has_interview(self) -> bool:
        """Say whether an interview is on the table."""
        return self._interview is not None and self._interview.interview is not None

    def let_go(self) -> None:
        """Take everything down: somebody leaves the desk."""
        self._day.stop()
        if self._interview is not None:
            self._interview.put_away()

    # Building.

    def _made_interview(self) -> InterviewPlace | None:
        if self._services is None:
            return None
        place = InterviewPlace(
            self._window.look, self._services, self._window.tasks, self, self._desk.branch_name
        )
        place.changed.connect(self._show_status)
        place.to_today.connect(partial(self._when_free.do, self._put_away))
        return place

    def _build(self, look: Look) -> None:
        self._rail = PlacesRail(look)
        self._rail.wanted.connect(self.go)
        self._top = TopBar(look, self._desk.branch_name, self._desk.station_no, self._desk.me)
        self._top.search_wanted.connect(self._search)
        self._top.leave_wanted.connect(partial(self._leaving.do, self.signed_out.emit))
        self._banner = Banner(look)
        self._status = StatusLine(look)
        self._stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {
            "today": self._today,
            "clients": self._clients,
            "settings": settings_page(look, self._window, self._desk, self.say),
            "help": HelpPage(look),
            "interview": self._today if self._interview is None else self._interview,
            "materials": self._today if self._materials is None else self._materials,
        }
        for page in dict.fromkeys(self._pages.values()):
            self._stack.addWidget(page)
        right = _above_each_other((self._top, self._banner, self._stack, self._status))
        self._row.addWidget(self._rail)
        self._row.addWidget(right, 1)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            place.key: partial(self.go, place.id) for place in (*PLACES, *AT_FOOT)
        }
        keys |= {"Ctrl+K": self._search, "Ctrl+?": keys["F1"], "Ctrl+S": self._say_saved}
        for key, done in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(done)

    def _search(self) -> None:
        self._leaving.do(partial(self._go_to_clients, self._clients.search))

    def _go_to_clients(self, then_show: Callable[[], None]) -> None:
        then_show()
        self._go("clients")

    def _resume(self, place: InterviewPlace, interview: InterviewId) -> None:
        place.open(interview)
        self._go("interview")

    def _refused(self, trouble: Trouble) -> None:
        self.say("stop", self._window.look.words.trouble(trouble))

    def _put_away(self) -> None:
        if self._interview is not None:
            self._interview.put_away()
        self._go("today")

    def _say_saved(self) -> None:
        self.say("ok", self._window.look.words.say("SAVED_ALREADY"))

    def _show_now(self) -> None:
        self._glance.show_now(self._status)

    def _turn_day(self) -> None:
        """Show everything as it stands on the new day. A certificate ends with its last day."""
        self._show_status()
        for place in (self._clients, self._today, self._interview, self._materials):
            if place is not None:
                place.turn_day()
        if (lapsed := self._glance.lapsed()) is not None:
            self.say("warn", *lapsed)

    def _show_status(self) -> None:
        self._glance.show(self._top, self._status, self._rail, self._interview)


def _above_each_other(parts: Iterable[QWidget]) -> QWidget:
    """Return a column in which the stack of places takes the room that is left."""
    right = QWidget()
    column = QVBoxLayout(right)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part, int(isinstance(part, QStackedWidget)))
    return right
