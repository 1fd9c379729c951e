"""Today's board: what is unfinished, whom to meet, what expires, what waits for a printer.

Lists come from indexed rows; only interviews that are not over are read whole, and one that did
not change since the last look is not read again. A look at the board is no look into a file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from advisor_desk.domain.calendar import age_on, assessment_valid_until, months_later
from advisor_desk.domain.client import ClientId
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fold import SUBJECT, fold
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import InterviewId, SigningWay, Stage, State
from advisor_desk.domain.interview_events import CHANGING
from advisor_desk.domain.referral_events import Referred
from advisor_desk.domain.steps import open_step, step_of, steps_of
from advisor_desk.domain.suitability import AssessmentState
from advisor_desk.services.assessment_history import AssessmentHistory, shortest_validity
from advisor_desk.services.guards import may_advise, require_receiving
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.referrals import lacking

CONTACTS_AHEAD = timedelta(days=7)
EXPIRING_AHEAD = timedelta(days=30)
MATURING_AHEAD = timedelta(days=30)
CERTIFICATE_AHEAD = timedelta(days=60)
SOLD = (State.signed.value, State.handed_over.value, State.closed.value)
OPEN_TO_REFER = CHANGING | {State.paused}
NOT_REFERRED = "CLIENT_NOT_REFERRED"
REFERRED_SINCE = timedelta(days=14)
_MONTHS_DIFFER = timedelta(days=3)  # 28 February to 31 March: months are not equally long
NOT_DONE = (State.abandoned.value, State.voided.value)
UNFINISHED = tuple(state.value for state in State if not state.is_over)

Row = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An interview that is not over.

    ``stage`` is its open step, the ``number``-th of those that apply, and ``missing`` what that
    lacks, in codes; ``refers``: only an introduction is open to who reads this, and ``missing`` is
    what that lacks. ``since`` is its last act. ``reason`` says why it is paused: words of the
    adviser, or ``RULES_REFUSE`` and ``PROCEDURE_NEEDS_MORE`` with the ``documents`` needed, by
    code; empty where it is not paused. ``comes_back`` is the day agreed then.
    """

    interview: InterviewId
    client: ClientId
    name: str
    age: int | None
    grade: RiskTolerance | None
    stage: Stage
    number: int
    since: datetime
    reason: str
    missing: tuple[str, ...]
    state: State
    refers: bool = False
    comes_back: date | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NextContact:
    """A day agreed with a client in an interview; before today it is overdue."""

    client: ClientId
    name: str
    on: date
    interview: InterviewId


@dataclass(frozen=True, slots=True)
class Expiring:
    """An assessment and the last day on which it counts."""

    client: ClientId
    name: str
    valid_until: date


@dataclass(frozen=True, slots=True)
class WaitingForPrint:
    """A set that has not come out. ``cause`` is a printing code; empty: it was never sent."""

    interview: InterviewId
    name: str
    number: str
    pages: int
    cause: str


@dataclass(frozen=True, slots=True)
class Maturing:
    """Money of a client that is paid back soon: what it is in, and the day."""

    client: ClientId
    name: str
    product: str
    on: date


@dataclass(frozen=True, slots=True)
class ReferredTo:
    """A client who was introduced to a colleague, and when."""

    interview: InterviewId
    name: str
    colleague: str
    on: date


@dataclass(frozen=True, slots=True)
class TodayBoard:
    """What waits today. ``closed_today``: interviews brought to their end, not given up or voided.

    Unfinished interviews come newest first, the other lists by their day, the oldest first. What
    waits for the printer is unfinished too.
    """

    day: date
    unfinished: tuple[Unfinished, ...]
    next_contacts: tuple[NextContact, ...]
    expiring: tuple[Expiring, ...]
    maturing: tuple[Maturing, ...]
    certificate_ends: date | None
    waiting_for_print: tuple[WaitingForPrint, ...]
    referred: tuple[ReferredTo, ...]
    closed_today: int


@dataclass(frozen=True, slots=True)
class _Read:
    """An unfinished interview as it was read; it holds while ``seq`` is its last event."""

    seq: int
    facts: Facts
    since: datetime


class Agenda:
    """The board of one adviser."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room
        self._history = AssessmentHistory(room)
        self._read: dict[InterviewId, _Read] = {}

    def today(self) -> TodayBoard:
        """Return the board as it stands now."""
        require_receiving(self._room.me())
        day = self._room.moment().date()
        lists = self._room.desk.book.lists
        rows = lists.interviews_in(UNFINISHED)
        read = {str(row["interview"]): self._interview(str(row["interview"])) for row in rows}
        self._read = read
        return TodayBoard(
            day,
            tuple(self._unfinished(row, read[str(row["interview"])], day) for row in rows),
            tuple(_contact(row) for row in lists.contacts_agreed(str(day + CONTACTS_AHEAD))),
            self._expiring(day),
            self._maturing(day),
            self._certificate_ends(day),
            tuple(
                _waiting(str(row["interview"]), str(row["name"]), read[str(row["interview"])].facts)
                for row in reversed(rows)
                if _waits_for_print(read[str(row["interview"])].facts)
            ),
            self._referred(day),
            sum(row["state"] not in NOT_DONE for row in lists.over_on(str(day))),
        )

    def _referred(self, day: date) -> tuple[ReferredTo, ...]:
        rows = self._room.desk.book.lists.interviews_in((State.ended_referred.value,))
        since = str(day - REFERRED_SINCE)
        return tuple(self._introduced(row) for row in rows if str(row["over_on"]) >= since)

    def _introduced(self, row: Row) -> ReferredTo:
        interview = str(row["interview"])
        found = self._room.desk.book.events(SUBJECT + interview, Referred)[-1].event
        assert isinstance(found, Referred)  # noqa: S101 - its row came of it
        colleague = self._room.desk.staff(found.colleague).name
        on = date.fromisoformat(str(row["over_on"]))
        return ReferredTo(interview, str(row["name"]), colleague, on)

    def _interview(self, interview: InterviewId) -> _Read:
        known = self._read.get(interview)
        seq = self._room.desk.book.lists.last_event_about(SUBJECT + interview)
        if known is not None and known.seq == seq:
            return known
        events = self._room.desk.book.events(SUBJECT + interview)
        facts = fold(events)
        assert facts is not None  # noqa: S101 - its row came of its events
        return _Read(seq, facts, events[-1].at)

    def _unfinished(self, row: Row, read: _Read, day: date) -> Unfinished:
        facts = read.facts.on(day)
        step = open_step(facts) or step_of(Stage.close)
        refers = facts.state in OPEN_TO_REFER and not may_advise(self._room.me(), day)
        is_paused = facts.state is State.paused
        by_hand = read.facts.state is State.paused
        return Unfinished(
            interview=facts.interview,
            client=facts.client,
            name=str(row["name"]),
            age=age_on(date.fromisoformat(str(row["born"])), day) if row["born"] else None,
            grade=self._grade(facts),
            stage=step.stage,
            number=steps_of(facts).index(step) + 1,
            since=read.since,
            reason=facts.pause_reason if is_paused else "",
            missing=(*lacking(facts), NOT_REFERRED) if refers else step.missing(facts),
            state=facts.state,
            refers=refers,
            comes_back=_day(row["next_contact"]) if by_hand else None,
            documents=facts.pause_documents,
        )

    def _grade(self, facts: Facts) -> RiskTolerance | None:
        """Return the grade of this interview, before it the one that still counts."""
        if facts.assessment is not None:
            return facts.assessment.grade
        latest = self._history.latest(facts.client)
        is_valid = self._history.state(latest) is AssessmentState.valid
        return latest.grade if latest and is_valid else None

    def _maturing(self, day: date) -> tuple[Maturing, ...]:
        last = day + MATURING_AHEAD
        rows = self._room.desk.book.lists.maturing(str(day), str(last), SOLD)
        found = [
            Maturing(str(row["client"]), str(row["name"]), product, on)
            for row in rows
            for product, on in _paid_back(row)
            if day <= on <= last
        ]
        return tuple(sorted(set(found), key=lambda one: (one.on, one.name, one.product)))

    def _certificate_ends(self, day: date) -> date | None:
        """Return the last day of the own certificate where it comes soon."""
        certificate = self._room.me().certificate
        if certificate is None or not certificate.valid_on(day):
            return None
        last = certificate.valid_until
        return last if last <= day + CERTIFICATE_AHEAD else None

    def _expiring(self, day: date) -> tuple[Expiring, ...]:
        months = shortest_validity(self._room.today().packs)
        first = months_later(day, -months) - _MONTHS_DIFFER
        last = months_later(day + EXPIRING_AHEAD, -months) + _MONTHS_DIFFER
        found = (
            Expiring(
                str(row["client"]),
                str(row["name"]),
                assessment_valid_until(date.fromisoformat(str(row["taken"])), months),
            )
            for row in self._room.desk.book.lists.assessments_passed(str(first), str(last))
        )
        return tuple(one for one in found if day <= one.valid_until <= day + EXPIRING_AHEAD)


def _paid_back(row: Row) -> Iterator[tuple[str, date]]:
    for line in str(row["matures"] or "").splitlines():
        on, _, name = line.partition(" ")
        yield name, date.fromisoformat(on)
    if row["pays_back"] and row["state"] in SOLD:
        yield str(row["bought"]), date.fromisoformat(str(row["pays_back"]))


def _contact(row: Row) -> NextContact:
    day = date.fromisoformat(str(row["next_contact"]))
    return NextContact(str(row["client"]), str(row["name"]), day, str(row["interview"]))


def _waits_for_print(facts: Facts) -> bool:
    """Say whether paper is what comes next; a set signed on the screen is printed at the end."""
    if facts.ceremony is None or facts.ceremony.came_out:
        return False
    return facts.state is State.signed or facts.signing_way is SigningWay.paper


def _waiting(interview: InterviewId, name: str, facts: Facts) -> WaitingForPrint:
    ceremony = facts.ceremony
    assert ceremony is not None  # noqa: S101 - see _waits_for_print
    forms = ceremony.signed or ceremony.sealed
    cause = ceremony.printed.cause if ceremony.printed else ""
    pages = sum(form.pages for form in forms)
    return WaitingForPrint(interview, name, ceremony.number, pages, cause)


def _day(text: str | int | None) -> date | None:
    return None if text is None else date.fromisoformat(str(text))
