"""All assessments a client ever made, of every channel, and what about a new one stands out.

Nothing is thrown away: the file shows them all, and so does the assessment form. Clauses: S48, S49.
"""

from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.assessment_events import AnswersConfirmed, AssessmentRecord
from advisor_desk.domain.calendar import assessment_valid_until
from advisor_desk.domain.client import ClientId, OtherAssessmentEntered
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Channel, EnteredBy, InterviewId
from advisor_desk.domain.purchase_events import ProductOpened
from advisor_desk.services.assessment_history import Past, shortest_validity
from advisor_desk.services.interview_room import InterviewRoom, client_subject

LOOKED_ABOVE = "RETEST_AFTER_ABOVE_GRADE_PRODUCT"
HIGHER = "GRADE_HIGHER_THAN_LAST"


@dataclass(frozen=True, slots=True)
class Attempt:
    """An assessment as it was made or entered. ``interview`` None: from another channel's paper.

    ``entered_by``: everybody who put an answer in; ``grade`` None: not passed; ``made`` None: its
    answers stand on another channel's paper.
    """

    number: str
    taken: date
    channel: Channel
    questionnaire: str
    grade: RiskTolerance | None
    entered_by: tuple[EnteredBy, ...]
    reason: str | None
    flags: tuple[str, ...]
    interview: InterviewId | None
    paper_seen: str
    made: AssessmentRecord | None = None


class Attempts:
    """What the book knows of a client's assessments, one by one."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def all(self, client: ClientId) -> tuple[Attempt, ...]:
        """Return every assessment, the oldest first; of one day in the order of the book.

        The assessment form prints all of them.
        """
        book = self._room.desk.book
        found = [
            (one.seq, _from_paper(one.event))
            for one in book.events(client_subject(client), OtherAssessmentEntered)
            if isinstance(one.event, OtherAssessmentEntered)
        ]
        for interview in self._interviews(client):
            found += [
                (one.seq, _made_here(one.event, interview))
                for one in book.events(SUBJECT + interview, AnswersConfirmed)
                if isinstance(one.event, AnswersConfirmed)
            ]
        found.sort(key=lambda one: (one[1].taken, one[0]))
        return tuple(attempt for _, attempt in found)

    def looked_above(self, client: ClientId, latest: Past | None, until: date) -> bool:
        """Say whether a product above the latest grade was opened with the client before a new one.

        Reading: since the latest was made, while it counts; once it has expired, on ``until``.
        """
        grade = latest.grade if latest else None
        if latest is None or grade is None:
            return False
        months = shortest_validity(self._room.today().packs)
        is_over = until > assessment_valid_until(latest.taken, months)
        since = until if is_over else latest.taken
        return any(
            since <= one.at.date() <= until and not grade.covers(one.event.risk)
            for interview in self._interviews(client)
            for one in self._room.desk.book.events(SUBJECT + interview, ProductOpened)
            if isinstance(one.event, ProductOpened)
        )

    def _interviews(self, client: ClientId) -> list[InterviewId]:
        rows = self._room.desk.book.rows("interview", where={"client": client})
        return [str(row["interview"]) for row in rows]


def flags_of(
    latest: Past | None, grade: RiskTolerance | None, *, is_after_look: bool
) -> tuple[str, ...]:
    """Return what a head looks at: a repeat after something riskier was seen, a grade that rose.

    Clause: S49.
    """
    before = latest.grade if latest else None
    is_higher = before is not None and grade is not None and grade.level > before.level
    found = ((is_after_look, LOOKED_ABOVE), (is_higher, HIGHER))
    return tuple(flag for holds, flag in found if holds)


def _from_paper(event: OtherAssessmentEntered) -> Attempt:
    return Attempt(
        event.number,
        event.taken,
        event.channel,
        event.questionnaire,
        event.grade,
        (EnteredBy.paper,),
        event.reason,
        event.flags,
        None,
        event.paper_seen,
    )


def _made_here(event: AnswersConfirmed, interview: InterviewId) -> Attempt:
    made = event.assessment
    entered = {answer.entered_by for answer in made.answers.values()}
    return Attempt(
        made.number,
        made.taken,
        Channel.branch,
        made.questionnaire,
        made.grade,
        tuple(one for one in EnteredBy if one in entered),
        made.repeat_reason,
        event.flags,
        interview,
        "",
        made,
    )
