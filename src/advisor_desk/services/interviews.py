"""All services of interviews at one desk, and reading what is recorded of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from advisor_desk.domain.client import Client, ClientFileOpened
from advisor_desk.domain.events import Recorded
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import InterviewId, Stage
from advisor_desk.domain.interview_events import InterviewEvent, Undone
from advisor_desk.domain.people import StaffMember, StaffNo
from advisor_desk.domain.steps import open_step
from advisor_desk.domain.text import checked_text
from advisor_desk.services.afterwards import Afterwards
from advisor_desk.services.agenda import Agenda
from advisor_desk.services.assessments import Assessments
from advisor_desk.services.client_import import ClientImport
from advisor_desk.services.clients import Clients
from advisor_desk.services.closing import Closing
from advisor_desk.services.desk import Desk
from advisor_desk.services.flow import Flow
from advisor_desk.services.guards import require_receiving
from advisor_desk.services.holdings_import import HoldingsImport
from advisor_desk.services.interview_files import place_of_form
from advisor_desk.services.interview_room import DayData, InterviewRoom, client_subject
from advisor_desk.services.library import Library
from advisor_desk.services.material_copies import MaterialCopies
from advisor_desk.services.needs import Needs
from advisor_desk.services.opening import Opening
from advisor_desk.services.over_risk import OverRiskRoute
from advisor_desk.services.portfolio import Portfolio
from advisor_desk.services.presentation import Presentations
from advisor_desk.services.printing import Printing
from advisor_desk.services.purchase import Purchases
from advisor_desk.services.referrals import Referrals
from advisor_desk.services.resuming import Resuming
from advisor_desk.services.review import Reviews
from advisor_desk.services.searching import SearchResult, search
from advisor_desk.services.shelf import Shelf
from advisor_desk.services.signing import Signing
from advisor_desk.services.slips import Slips
from advisor_desk.services.witnessing import Witnessing

Row = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Position:
    """Where an interview stands: its open step, and what that step lacks, in codes."""

    stage: Stage | None
    missing: tuple[str, ...]


class Interviews:
    """One adviser's interviews: a service for each step, all sharing one room."""

    def __init__(self, desk: Desk) -> None:
        room = InterviewRoom(desk)
        self._room = room
        self.agenda = Agenda(room)
        self.clients = Clients(room)
        self.client_import = ClientImport(room, self.clients)
        self.opening = Opening(room)
        self.needs = Needs(room)
        self.assessments = Assessments(room)
        self.portfolio = Portfolio(room)
        self.holdings_import = HoldingsImport(room, self.portfolio)
        self.purchases = Purchases(room)
        self.presentations = Presentations(room)
        self.witnessing = Witnessing(room)
        self.reviews = Reviews(room)
        self.shelf = Shelf(room)
        self.over_risk = OverRiskRoute(room, self.shelf)
        self.library = Library(room)
        self.material_copies = MaterialCopies(room)
        self.signing = Signing(room)
        self.printing = Printing(room)
        self.closing = Closing(room)
        self.referrals = Referrals(room)
        self.flow = Flow(room)
        self.afterwards = Afterwards(room)
        self.resuming = Resuming(room)
        self.slips = Slips(room)

    def me(self) -> StaffMember:
        """Return the person signed in, as the branch knows him or her now."""
        return self._room.me()

    def name_of(self, staff_no: StaffNo) -> str:
        """Return the name of a person of the branch."""
        return self._room.desk.staff(staff_no).name

    def today(self) -> DayData:
        """Return the dated data in force today."""
        return self._room.today()

    def now(self) -> datetime:
        """Return the time for what is shown, never before what is recorded."""
        return self._room.moment()

    def client_of(self, interview: InterviewId) -> Client:
        """Return the record of the client of an interview, for the work under way."""
        return self._room.client(self.facts(interview).client)

    def facts(self, interview: InterviewId) -> Facts:
        """Return an interview of one's own as it stands, for the work under way.

        Raises:
            BadInput: ``INTERVIEW_UNKNOWN``.
        """
        require_receiving(self._room.me())
        return self._room.facts(interview)

    def position(self, interview: InterviewId) -> Position:
        """Return the open step of an interview, and what is missing there."""
        facts = self.facts(interview)
        step = open_step(facts)
        return Position(step.stage, step.missing(facts)) if step else Position(None, ())

    def search(self, text: str, limit: int = 8) -> SearchResult:
        """Return clients, products and forms of the own book that answer to a text."""
        require_receiving(self._room.me())
        return search(self._room, text, limit)

    def recorded(
        self, interview: InterviewId, *kinds: type[InterviewEvent]
    ) -> tuple[Recorded, ...]:
        """Return acts of some kinds with their times, the oldest first; none taken back."""
        require_receiving(self._room.me())
        found = self._room.desk.book.events(SUBJECT + interview, *kinds, Undone)
        gone = {one.event.seq for one in found if isinstance(one.event, Undone)}
        return tuple(
            one for one in found if one.seq not in gone and not isinstance(one.event, Undone)
        )

    def look_up(self, interview: InterviewId, why: str) -> Facts:
        """Return an interview to be read; the look is recorded with its reason. Clause: S39."""
        facts = self.facts(interview)
        with self._room.desk.book.work(self._room.desk.me.staff_no) as work:
            work.record(client_subject(facts.client), ClientFileOpened(checked_text(why, "why")))
        return facts

    def listed(self) -> tuple[Row, ...]:
        """Return every interview of the book, the newest first, without client data."""
        require_receiving(self._room.me())
        return self._room.desk.book.rows("interview", order="-interview")

    def forms_of(self, interview: InterviewId) -> tuple[Row, ...]:
        """Return the forms of an interview by number, F1 to F10, with state and digest."""
        require_receiving(self._room.me())
        rows = self._room.desk.book.rows("form", where={"interview": interview})
        return tuple(sorted(rows, key=place_of_form))

    def form_bytes(self, sha256: str) -> bytes:
        """Return a kept form, its digest checked."""
        require_receiving(self._room.me())
        return self._room.desk.book.document(sha256)
