"""A client's assessments of every channel: how many, the latest, and whether it still serves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.assessment import (
    RepeatLimit,
    RepeatLimits,
    Repeats,
    assessment_state,
    one_more_on,
    repeats,
)
from advisor_desk.domain.assessment_events import AnswersConfirmed, AssessmentRecord
from advisor_desk.domain.calendar import assessment_valid_until
from advisor_desk.domain.client import ClientId, OtherAssessmentEntered
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.suitability import Assessment, AssessmentState, RulePack
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.interview_room import InterviewRoom, client_subject

Row = Mapping[str, str | int | None]
SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Past:
    """The latest assessment: ``interview`` None where another channel made it."""

    key: str
    interview: str | None
    taken: date
    grade: RiskTolerance | None

    @property
    def is_made_here(self) -> bool:
        """Say whether the client answered here: no other serves a sale. Clause: S52."""
        return self.interview is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a client's assessments stand today, and how many more may be made.

    ``a_day`` and ``in_period`` are the strictest limits of the packs; None: no pack has one.
    ``one_more_on`` is the first day on which one more may be made, ``after_that`` the first for
    yet another if one is made then.
    """

    latest: Past | None
    state: AssessmentState
    valid_until: date | None
    counted: Repeats
    a_day: int | None
    in_period: int | None
    one_more_on: date
    after_that: date

    @property
    def needs_reason(self) -> bool:
        """Say whether one more is a repeat, made only with its reason. Clause: S49."""
        return self.state in (AssessmentState.valid, AssessmentState.failed)


@dataclass(frozen=True, slots=True)
class PastGrade:
    """An assessment among others; ``own_answers``: the client entered every answer."""

    taken: date
    grade: RiskTolerance
    own_answers: bool


class AssessmentHistory:
    """What the book knows of a client's assessments."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room
        self._stands: tuple[tuple[ClientId, int, date], Standing] | None = None

    def latest(self, client: ClientId, until: date = date.max) -> Past | None:
        """Return the latest by day, of several on one day the last recorded; None: none yet."""
        rows = [row for row in self._in_order(client) if str(row["taken"]) <= until.isoformat()]
        return _past(rows[-1]) if rows else None

    def is_latest(self, client: ClientId, made: AssessmentRecord) -> bool:
        """Say whether no later one was made or entered. One of another channel serves no sale."""
        latest = self.latest(client)
        return latest is not None and latest.is_made_here and latest.key == made.number

    def latest_passed(self, client: ClientId, until: date = date.max) -> Past | None:
        """Return the latest that gave a grade; one that was not passed does not hide it."""
        rows = [row for row in self._in_order(client) if row["grade"] is not None]
        rows = [row for row in rows if str(row["taken"]) <= until.isoformat()]
        return _past(rows[-1]) if rows else None

    def counted(self, client: ClientId) -> Repeats:
        """Count the assessments of today and of twelve months against every pack's limits.

        Clause: S49.
        """
        days = self._days(client)
        today = self._room.today().day
        by_pack = [repeats(days, on=today, limits=limits) for limits in self._limits()]
        none = repeats(days, on=today, limits=UNLIMITED)
        reached = tuple(dict.fromkeys(limit for one in by_pack for limit in one.reached))
        return Repeats(none.this_day, none.in_period, reached)

    def require_one_more(self, client: ClientId) -> Repeats:
        """Let one more assessment be made only within the limits. Clause: S49.

        Raises:
            NotPermitted: ``ASSESSMENT_LIMIT_THIS_DAY`` or ``ASSESSMENT_LIMIT_IN_PERIOD``.
        """
        counted = self.counted(client)
        day = self._one_more(client)
        if RepeatLimit.in_period in counted.reached:
            raise NotPermitted(
                "ASSESSMENT_LIMIT_IN_PERIOD", clause="S49", count=counted.in_period, day=day
            )
        if RepeatLimit.this_day in counted.reached:
            raise NotPermitted(
                "ASSESSMENT_LIMIT_THIS_DAY", clause="S49", count=counted.this_day, day=day
            )
        return counted

    def state(self, past: Past | None) -> AssessmentState:
        """Return how an assessment stands today; where packs differ, the shortest validity counts.

        Clause: S50.
        """
        data = self._room.today()
        seen = Assessment(past.taken, past.grade) if past else None
        return assessment_state(seen, on=data.day, valid_months=shortest_validity(data.packs))

    def standing(self, client: ClientId) -> Standing:
        """Return how the client's assessments stand today; asked anew after each act."""
        key = (client, self._room.desk.book.head().seq, self._room.today().day)
        if self._stands is None or self._stands[0] != key:
            self._stands = (key, self._standing(client))
        return self._stands[1]

    def _standing(self, client: ClientId) -> Standing:
        latest, limits = self.latest(client), self._limits()
        months = shortest_validity(self._room.today().packs)
        passed = latest is not None and latest.grade is not None
        return Standing(
            latest=latest,
            state=self.state(latest),
            valid_until=assessment_valid_until(latest.taken, months) if latest and passed else None,
            counted=self.counted(client),
            a_day=min((one.a_day for one in limits), default=None),
            in_period=min((one.in_period for one in limits), default=None),
            one_more_on=(day := self._one_more(client)),
            after_that=self._one_more(client, day),
        )

    def grades(self, client: ClientId) -> tuple[PastGrade, ...]:
        """Return every assessment that gave a grade, the oldest first."""
        return tuple(
            PastGrade(
                date.fromisoformat(str(row["taken"])),
                RiskTolerance[str(row["grade"])],
                bool(row["own_answers"]),
            )
            for row in self._in_order(client)
            if row["grade"] is not None
        )

    def require_valid(self, client: ClientId) -> tuple[AssessmentRecord, bool]:
        """Return the latest assessment, if it still serves, and whether its form was signed.

        Raises:
            BadInput: ``NO_ASSESSMENT_TO_KEEP``, ``ASSESSMENT_NOT_VALID``.
            NotPermitted: ``ASSESSMENT_OF_OTHER_CHANNEL``: it counts, and serves no sale here.
        """
        past = self.latest(client)
        if past is None:
            raise BadInput("NO_ASSESSMENT_TO_KEEP", clause="S50")
        state = self.state(past)
        if state is not AssessmentState.valid:
            raise BadInput("ASSESSMENT_NOT_VALID", clause="S50", state=state.value)
        if past.interview is None:
            raise NotPermitted("ASSESSMENT_OF_OTHER_CHANNEL", clause="S52")
        return self._record(past.interview, past.key), self._is_signed(past.interview)

    def _one_more(self, client: ClientId, *made: date) -> date:
        """Return the first day on which every pack allows one more after those ``made`` too."""
        days, today = [*self._days(client), *made], self._room.today().day
        free = [one_more_on(days, on=today, limits=limits) for limits in self._limits()]
        return max(free, default=today)

    def _days(self, client: ClientId) -> list[date]:
        return [date.fromisoformat(str(row["taken"])) for row in self._rows(client)]

    def _rows(self, client: ClientId) -> tuple[Row, ...]:
        return self._room.desk.book.rows("assessment", where={"client": client})

    def _in_order(self, client: ClientId) -> list[Row]:
        """Return the rows by day, of one day as they were recorded, whatever the channel."""
        rows = self._rows(client)
        days = [str(row["taken"]) for row in rows]
        seqs = self._recorded_at(client, rows) if len(set(days)) < len(days) else {}
        return sorted(rows, key=lambda row: (row["taken"], seqs.get(str(row["assessment"]), 0)))

    def _recorded_at(self, client: ClientId, rows: Iterable[Row]) -> dict[str, int]:
        book, found = self._room.desk.book, {}
        for one in book.events(client_subject(client), OtherAssessmentEntered):
            if isinstance(one.event, OtherAssessmentEntered):
                found[f"{client}/{one.event.number}"] = one.seq
        for interview in {str(row["interview"]) for row in rows if row["interview"]}:
            for one in book.events(SUBJECT + interview, AnswersConfirmed):
                if isinstance(one.event, AnswersConfirmed):
                    found[one.event.assessment.number] = one.seq
        return found

    def _limits(self) -> list[RepeatLimits]:
        found = []
        for pack in self._room.today().packs:
            numbers = pack.parameters
            if numbers.assessments_a_day and numbers.assessments_in_window:
                months = numbers.assessment_window_months or MONTHS_SHOWN
                found.append(
                    RepeatLimits(numbers.assessments_a_day, numbers.assessments_in_window, months)
                )
        return found

    def _record(self, interview: str, number: str) -> AssessmentRecord:
        for recorded in self._room.desk.book.events(SUBJECT + interview, AnswersConfirmed):
            event = recorded.event
            if isinstance(event, AnswersConfirmed) and event.assessment.number == number:
                return event.assessment
        raise LookupError(number)

    def _is_signed(self, interview: str) -> bool:
        rows = self._room.desk.book.rows("form", where={"interview": interview, "form": "F2"})
        return any(row["state"] == SIGNED for row in rows)


def shortest_validity(packs: Iterable[RulePack]) -> int:
    """Return for how many months an assessment counts with every pack. Clause: S50."""
    return min(pack.parameters.assessment_valid_months for pack in packs)


MONTHS_SHOWN = 12
UNLIMITED = RepeatLimits(10**9, 10**9, MONTHS_SHOWN)


def _past(row: Row) -> Past:
    grade = row["grade"]
    return Past(
        key=str(row["assessment"]),
        interview=None if row["interview"] is None else str(row["interview"]),
        taken=date.fromisoformat(str(row["taken"])),
        grade=None if grade is None else RiskTolerance[str(grade)],
    )
