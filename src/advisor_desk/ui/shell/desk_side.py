"""The heavy half of the window: the station, who is signed in, and the desk that is shown.

Loaded behind the sign-in; see ``loader``.
"""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from advisor_desk.domain.clock import Clock
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.demo import TRAINING_PASSWORD
from advisor_desk.services.desk import Desk
from advisor_desk.services.guards import RECEIVING
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.station import Station
from advisor_desk.ui.look import Look
from advisor_desk.ui.shell.main_window import MainWindow
from advisor_desk.ui.shell.shell import Shell
from advisor_desk.ui.words import Wording


class DeskSide:
    """One station while the window is open, and one person at a time at its desk."""

    def __init__(self, window: MainWindow, home: Path, clock: Clock) -> None:
        self._window = window
        self._home = home
        self._clock = clock
        self._station: Station | None = None
        self._people: tuple[StaffMember, ...] = ()
        self._desk: Desk | None = None
        self._services: Interviews | None = None
        self.shell: Shell | None = None

    @property
    def is_open(self) -> bool:
        """Say whether the home is held."""
        return self._station is not None

    def open_station(self) -> None:
        """Take hold of the home. On the helper thread; raises as ``Station.open``."""
        if self._station is None:
            station = Station.open(self._home, self._clock)
            try:
                self._people = station.people_in_training() if station.is_training else ()
            except BaseException:
                station.close()  # tried again from the start
                raise
            self._station = station

    def sign_in(self, staff_no: str, password: str) -> None:
        """Seat a person. On the helper thread; raises as ``Station.sign_in``."""
        desk = self._held().sign_in(staff_no, password)
        self._services = Interviews(desk) if desk.me.role in RECEIVING else None
        self._desk = desk
        if self._services is not None:
            with suppress(Trouble):  # read once here, so that all is there at once; said there
                self._services.agenda.today()
                self._services.shelf.read_materials()

    def confirm(self, password: str) -> None:
        """Ask for the same person once more. On the helper thread; raises as ``sign_in``."""
        if self._desk is not None:
            self._held().sign_in(self._desk.me.staff_no, password)

    def about_home(self, words: Wording) -> Sequence[tuple[str, str]]:
        """Return what is known before anybody is seated: icon and words, a line each."""
        lines = [("wifi-off", words.say("LOGIN_OFFLINE"))]
        if self._held().is_training:
            lines.insert(0, ("school", words.say("LOGIN_IS_TRAINING")))
        return lines

    def training_people(self) -> tuple[Sequence[tuple[str, str, Role]], str]:
        """Return number, name and role of everybody, and the password; none in a real home."""
        serving_first = sorted(self._people, key=lambda one: one.role not in RECEIVING)
        shown = [(one.staff_no, one.name, one.role) for one in serving_first if one.enabled]
        return shown, TRAINING_PASSWORD if shown else ""

    def show_desk(self) -> None:
        """Show the desk of the person signed in."""
        if self._desk is None:
            return
        self.shell = Shell(self._window, self._desk, self._services, self._clock)
        self.shell.signed_out.connect(self.sign_out)
        self._window.show_desk(self.shell)
        self.shell.arrive()

    def take_look(self, look: Look) -> None:
        """Build the desk's views anew."""
        if self.shell is not None:
            self.shell.take_look(look)

    def lock(self, *, is_locked: bool) -> None:
        """Let the desk stand still and the client see nothing of it, or let it go on."""
        if self.shell is not None:
            self.shell.lock(is_locked=is_locked)

    @property
    def has_interview(self) -> bool:
        """Say whether an interview is on the table."""
        return self.shell is not None and self.shell.has_interview

    def sign_out(self) -> None:
        """Leave the desk; the home stays held for the next person."""
        if self.shell is None:
            return
        shell, self.shell, self._desk, self._services = self.shell, None, None, None
        shell.let_go()
        self._window.show_start()
        shell.deleteLater()

    def close(self) -> None:
        """Give the home up."""
        if self.shell is not None:
            self.shell.let_go()
        if self._station is not None:
            self._station.close()
            self._station = None

    def _held(self) -> Station:
        if self._station is None:
            raise RuntimeError("the station is not open")
        return self._station
