"""What all services of an interview share: the desk, the data of the day, and the guarded act.

An act is one transaction: ``with room.act(interview, Kind) as act`` has asked every guard before
the block begins, and what the block records is kept together or not at all. Facts are always the
fold of the book; what was read last is remembered only while nothing else was recorded.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from advisor_desk.domain import fold
from advisor_desk.domain.client import Client, ClientCorrected, ClientId, ClientRecorded
from advisor_desk.domain.events import Event, Recorded
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.import_events import ClientTakenBack
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.interview_events import InterviewEvent, Undone
from advisor_desk.domain.people import StaffMember, StaffNo
from advisor_desk.domain.questionnaire import Questionnaire
from advisor_desk.domain.suitability import RulePack
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.catalogue import Catalogue, catalogue_on
from advisor_desk.packs.materials import MaterialRegister, load_register
from advisor_desk.packs.questionnaires import SALE_QUESTIONNAIRE, load_questionnaire
from advisor_desk.packs.rule_packs import packs_in_force
from advisor_desk.services.desk import Desk
from advisor_desk.services.guards import require_possible
from advisor_desk.services.registering import bring_register_up_to_date


@dataclass(frozen=True, slots=True)
class DayData:
    """The dated data in force on one day."""

    day: date
    packs: tuple[RulePack, ...]
    catalogue: Catalogue
    materials: MaterialRegister
    questionnaire: Questionnaire


class OpenWork(Protocol):
    """The one transaction of an act, as the ledger gives it."""

    def record(self, subject: str, event: Event) -> Recorded:
        """Append an event."""
        ...

    def keep_document(self, content: bytes) -> str:
        """Keep a paper; return its SHA-256."""
        ...


class Act:
    """An act under way: the facts before it, its time, and what it records."""

    def __init__(self, work: OpenWork, subject: str, facts: Facts, now: datetime) -> None:
        self.facts = facts
        self.now = now
        self.today = now.date()
        self.recorded: list[Recorded] = []
        self._work = work
        self._subject = subject

    def record(self, event: InterviewEvent) -> Recorded:
        """Record something about this interview."""
        recorded = self._work.record(self._subject, event)
        self.recorded.append(recorded)
        return recorded

    def keep(self, content: bytes) -> str:
        """Keep a paper with this act; return its SHA-256."""
        return self._work.keep_document(content)


class InterviewRoom:
    """One adviser's desk with the day's data, where interviews take place."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        bring_register_up_to_date(desk)
        self._day: DayData | None = None
        self._last: tuple[int, Facts] | None = None
        self._me: tuple[int, StaffMember] | None = None

    def now(self) -> datetime:
        """Return the time of an act, never before what is recorded."""
        return self.desk.book.time()

    def moment(self) -> datetime:
        """Return the time for what is only read: a clock set back does not refuse it."""
        return self.desk.book.moment()

    def me(self) -> StaffMember:
        """Return the person signed in, as the branch knows him or her at this moment."""
        seq = self.desk.branch.head().seq
        if self._me is None or self._me[0] != seq:
            self._me = (seq, self.desk.staff(self.desk.me.staff_no))
        return self._me[1]

    def today(self) -> DayData:
        """Return what is in force today."""
        day = self.moment().date()
        if self._day is None or self._day.day != day:
            self._day = DayData(
                day,
                packs_in_force(self.desk.packs, day),
                catalogue_on(day),
                load_register(),
                load_questionnaire(SALE_QUESTIONNAIRE, day),
            )
        return self._day

    def facts(self, interview: InterviewId) -> Facts:
        """Return an interview as it stands today: after the day of its visit it rests.

        Raises:
            BadInput: ``INTERVIEW_UNKNOWN`` in this book.
        """
        return self._recorded(interview).on(self.moment().date())

    def _recorded(self, interview: InterviewId) -> Facts:
        seq = self.desk.book.head().seq
        if self._last and self._last[0] == seq and self._last[1].interview == interview:
            return self._last[1]
        facts = fold.fold(self.desk.book.events(fold.SUBJECT + interview))
        if facts is None:
            raise BadInput("INTERVIEW_UNKNOWN", interview=interview)
        self._last = (seq, facts)
        return facts

    def client(self, client: ClientId) -> Client:
        """Return a client's record as it stands.

        Raises:
            BadInput: ``CLIENT_UNKNOWN`` in this book.
        """
        subject = client_subject(client)
        kinds = (ClientRecorded, ClientCorrected, ClientTakenBack)
        last = next(reversed(self.desk.book.events(subject, *kinds)), None)
        if last is not None and isinstance(last.event, ClientRecorded | ClientCorrected):
            return last.event.client
        raise BadInput("CLIENT_UNKNOWN", client=client)

    def require_possible(self, interview: InterviewId, kind: type[InterviewEvent]) -> None:
        """Ask every guard of an act without beginning it."""
        facts = self.facts(interview)
        require_possible(facts, kind, self.me(), self.now().date())

    @contextmanager
    def act(
        self, interview: InterviewId, kind: type[InterviewEvent], *, by: StaffNo | None = None
    ) -> Iterator[Act]:
        """Give the one transaction of an act of this kind, all guards asked.

        ``by`` is who acts in the adviser's interview with credentials of the own: the witness.

        Raises:
            NotPermitted, BadInput: see ``guards.require_possible``.
        """
        recorded = self._recorded(interview)
        now = self.now()
        facts = recorded.on(now.date())
        require_possible(facts, kind, self.me(), now.date())
        with self.desk.book.work(by or self.desk.me.staff_no) as work:
            act = Act(work, fold.SUBJECT + interview, facts, now)
            yield act
        self._remember(recorded, act.recorded)

    def _remember(self, facts: Facts, recorded: list[Recorded]) -> None:
        self._last = None
        if any(isinstance(one.event, Undone) for one in recorded):
            return
        for one in recorded:
            facts = fold.apply(facts, one)
        self._last = (self.desk.book.head().seq, facts)


def client_subject(client: ClientId) -> str:
    """Return the subject of events about a client."""
    return f"client:{client}"
