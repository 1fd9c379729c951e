"""What the two lines of the window say: saved when, which rules, whose interview, seen by whom."""

from datetime import date

from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.clock import Clock
from advisor_desk.domain.interview import Protection
from advisor_desk.services.desk import Desk
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.judging import protections_of
from advisor_desk.ui.certificate import certificate_lapsed
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.place import InterviewPlace
from advisor_desk.ui.shell.held_desk import witness_at
from advisor_desk.ui.shell.main_window import MainWindow
from advisor_desk.ui.shell.places_rail import PlacesRail
from advisor_desk.ui.shell.status_line import StatusLine
from advisor_desk.ui.shell.top_bar import TopBar


class AtAGlance:
    """Fills the top bar and the status line from how things stand."""

    def __init__(
        self, window: MainWindow, desk: Desk, services: Interviews | None, clock: Clock
    ) -> None:
        self._window = window
        self._desk = desk
        self._services = services
        self._clock = clock

    def show(
        self, top: TopBar, status: StatusLine, rail: PlacesRail, place: InterviewPlace | None
    ) -> None:
        """Show everything; the window's ``interviewState`` is set with it."""
        words = self._window.look.words
        self.show_now(status)
        if (today := self.today()) is not None:
            top.show_certificate(today)
        status.show_part("packs", words.say("STATUS_PACKS", count=len(self._desk.packs)))
        queue = self._window.preferences.queue
        status.show_part("printer", words.say("STATUS_PRINTER", queue=queue) if queue else "")
        opened = place.interview if place else None
        saved = opened.saved_at if opened else None
        said = words.say("STATUS_SAVED", time=saved.strftime("%H:%M:%S")) if saved else ""
        status.show_part("saved", said)
        status.show_part("client", words.say("STATUS_CLIENT", page=self._seen_by_client(place)))
        state = opened.facts.state.value if opened else ""
        self._window.setProperty("interviewState", state)
        self._show_client(top, opened)
        witness = witness_at(place)
        top.show_witness(witness)
        rail.close_others(is_closed=bool(witness))

    def show_now(self, status: StatusLine) -> None:
        """Show day and time."""
        status.show_now(self._clock.now())

    def today(self) -> date | None:
        """Return the day as acts see it; None while a long act works in the book."""
        if self._services is None:
            return self._clock.now().date()
        return None if self._window.tasks.busy else self._services.now().date()

    def lapsed(self) -> tuple[str, str] | None:
        """Return what the banner says where the certificate has ended; None where it has not."""
        today = self.today()
        words = self._window.look.words
        return certificate_lapsed(words, self._desk.me, today) if today else None

    def _seen_by_client(self, place: InterviewPlace | None) -> str:
        side = place.client_side if place else None
        if side is None or not side.carrier.is_seen:
            return self._window.look.words.say("CLIENT_SCREEN_off")
        return side.page_name()

    def _show_client(self, top: TopBar, opened: OpenInterview | None) -> None:
        words = self._window.look.words
        if opened is None:
            top.show_client("", "", None, "")
            return
        client, found = opened.client, opened.facts.assessment
        age = age_on(client.born, opened.today) if client.born else None
        said = words.say("TOP_AGE", years=age) if age is not None else ""
        is_elder = Protection.elder in protections_of(opened.day_data, client)
        protected = words.say("TOP_PROTECTED") if is_elder else ""
        top.show_client(client.name, said, found.grade if found else None, protected)
