"""The risk questionnaire and its result. Clauses: S28, S46, S48-S52.

Help is neutral and no score is shown while the client answers; what is confirmed counts for good.
How often may be repeated are parameters of the packs, and every channel counts.
"""

from collections.abc import Mapping

from advisor_desk.domain.assessment import needs_confirmation
from advisor_desk.domain.assessment_events import (
    AnswerGiven,
    AnswersConfirmed,
    AssessmentKept,
    AssessmentRecord,
    GivenAnswer,
    GuidanceConfirmed,
    OwnEstimateGiven,
    ResultAccepted,
    ResultDiscussed,
    RetakeBegun,
)
from advisor_desk.domain.client import Client
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import EnteredBy, InterviewId, PartyRole
from advisor_desk.domain.questionnaire import Questionnaire
from advisor_desk.domain.scoring import Score, counted_items, score, with_age
from advisor_desk.domain.text import in_words
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.services.assessment_history import (
    AssessmentHistory,
    Past,
    PastGrade,
    Standing,
)
from advisor_desk.services.attempts import Attempts, flags_of
from advisor_desk.services.interview_room import Act, DayData, InterviewRoom
from advisor_desk.services.numbers import next_assessment
from advisor_desk.services.printed import promise_free

LONGEST_REPEAT_REASON = 100  # its box on the assessment form
LONGEST_ENTERED_REASON, ENTERED_REASON_ROOM = 60, 30  # beside each answer on that form


class Assessments:
    """The third and the fourth step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room
        self._history = AssessmentHistory(room)
        self._attempts = Attempts(room)

    def standing(self, interview: InterviewId) -> Standing:
        """Return how the client's assessments stand today, and how many more may be made."""
        return self._history.standing(self._room.facts(interview).client)

    def past_grades(self, interview: InterviewId) -> tuple[PastGrade, ...]:
        """Return the client's grades of every channel, the oldest first."""
        return self._history.grades(self._room.facts(interview).client)

    def flags(self, interview: InterviewId, number: str) -> tuple[str, ...]:
        """Return what was flagged with an assessment made in this interview."""
        events = self._room.desk.book.events(SUBJECT + interview, AnswersConfirmed)
        made = [one.event for one in events if isinstance(one.event, AnswersConfirmed)]
        return next((one.flags for one in made if one.assessment.number == number), ())

    def give_own_estimate(self, interview: InterviewId, grade: RiskTolerance) -> None:
        """Record what the client expects the result to be."""
        with self._room.act(interview, OwnEstimateGiven) as act:
            _require_unassessed(act.facts)
            act.record(OwnEstimateGiven(grade))

    def give_answer(
        self,
        interview: InterviewId,
        item: str,
        letter: str,
        *,
        entered_by: EnteredBy,
        reason: str | None = None,
    ) -> None:
        """Record an answer and who put it in; by another than the client, the reason. Clause: S28.

        Raises:
            BadInput: ``ITEM_UNKNOWN``, ``ITEM_NOT_ASKED``, ``ANSWER_UNKNOWN``,
                ``ENTERED_BY_REASON_MISSING``, ``ASSESSMENT_MADE_ALREADY``, or the reason, named.
            NotPermitted: a limit of repeats is reached; ``OWN_ANSWERS_ONLY``.
        """
        with self._room.act(interview, AnswerGiven) as act:
            _require_unassessed(act.facts)
            if not act.facts.answers:
                self._history.require_one_more(act.facts.client)
            _require_letter(self._room.today().questionnaire, item, letter)
            given = GivenAnswer(letter, entered_by, _entered_because(entered_by, reason, item))
            self._require_own_answers(act.facts, {item: given})
            act.record(AnswerGiven(item, given))

    def confirm_answers(
        self, interview: InterviewId, repeat_reason: str | None = None
    ) -> AssessmentRecord:
        """Make the assessment of the answers the client confirmed as the own ones.

        Raises:
            BadInput: ``ANSWER_MISSING``, ``REPEAT_REASON_MISSING``, ``ASSESSMENT_MADE_ALREADY``.
            NotPermitted: a limit of repeats is reached; ``OWN_ANSWERS_ONLY``.
        """
        with self._room.act(interview, AnswersConfirmed) as act:
            facts = act.facts
            _require_unassessed(facts)
            self._history.require_one_more(facts.client)
            latest = self._history.latest(facts.client)
            reason = self._reason_for_repeat(facts, repeat_reason)
            self._require_own_answers(facts, facts.answers)
            made = self._made(act, self._room.client(facts.client), latest, reason)
            flags = flags_of(latest, made.grade, is_after_look=self._looked_above(facts))
            act.record(AnswersConfirmed(facts.client, made, flags))
            return made

    def looked_above(self, interview: InterviewId) -> bool:
        """Say whether something above the last grade was looked at since.

        One more assessment is flagged then, and takes the client's own answers only.
        """
        return self._looked_above(self._room.facts(interview))

    def keep_assessment(self, interview: InterviewId) -> AssessmentRecord:
        """Let the latest assessment serve: it is valid, and the client says nothing has changed.

        Raises:
            BadInput: ``NO_ASSESSMENT_TO_KEEP``, ``ASSESSMENT_NOT_VALID``,
                ``ASSESSMENT_MADE_ALREADY``.
            NotPermitted: ``ASSESSMENT_OF_OTHER_CHANNEL``.
        """
        with self._room.act(interview, AssessmentKept) as act:
            kept, is_signed = self._history.require_valid(act.facts.client)
            if kept in act.facts.made_here:
                raise BadInput("ASSESSMENT_MADE_ALREADY")
            act.record(AssessmentKept(kept, is_signed, act.facts.needs_seen()))
            return kept

    def confirm_guidance(self, interview: InterviewId) -> None:
        """Record that the guardian guided the minor through the questions and agrees. S46.

        Raises:
            BadInput: ``NO_ASSESSMENT_YET``, ``PARTY_NOT_HERE``: there is no guardian.
        """
        with self._room.act(interview, GuidanceConfirmed) as act:
            if act.facts.assessment is None:
                raise BadInput("NO_ASSESSMENT_YET", clause="S50")
            if PartyRole.guardian not in act.facts.parties:
                raise BadInput("PARTY_NOT_HERE", clause="S44", role=PartyRole.guardian.value)
            act.record(GuidanceConfirmed(act.facts.assessment.number))

    def begin_retake(self, interview: InterviewId, reason: str) -> None:
        """Begin a new assessment in this interview, with the reason. Clause: S49.

        Raises:
            BadInput: ``NOTHING_TO_RETAKE``. NotPermitted: a limit of repeats is reached.
        """
        with self._room.act(interview, RetakeBegun) as act:
            if act.facts.assessment is None:
                raise BadInput("NOTHING_TO_RETAKE")
            self._history.require_one_more(act.facts.client)
            act.record(RetakeBegun(checked_repeat_reason(reason, "reason")))

    def discuss_result(self, interview: InterviewId, words: str) -> None:
        """Record that the client wanted to talk about the result, and what was said."""
        with self._room.act(interview, ResultDiscussed) as act:
            act.record(ResultDiscussed(guarded_text(words, "words", lines=True)))

    def accept_result(self, interview: InterviewId, *, change_confirmed: bool = False) -> None:
        """Record that the client agreed to the grade; a changed one is confirmed once more.

        Raises:
            BadInput: ``GRADE_CHANGE_NOT_CONFIRMED``.
        """
        with self._room.act(interview, ResultAccepted) as act:
            found = act.facts.assessment
            if found is None:
                raise BadInput("NO_ASSESSMENT_YET", clause="S50")
            changed = found.grade is not None and needs_confirmation(found.previous, found.grade)
            if changed and not change_confirmed:
                raise BadInput("GRADE_CHANGE_NOT_CONFIRMED", clause="S48", field="change_confirmed")
            act.record(ResultAccepted(found.number, change_confirmed and changed))

    def _looked_above(self, facts: Facts) -> bool:
        """Say whether a product above the last grade was looked at, in this interview or before."""
        latest = self._history.latest_passed(facts.client)
        grade = latest.grade if latest else None
        if grade is not None and any(not grade.covers(one.risk) for one in facts.opened):
            return True
        return self._attempts.looked_above(facts.client, latest, self._room.today().day)

    def _require_own_answers(self, facts: Facts, answers: Mapping[str, GivenAnswer]) -> None:
        """After a look above the grade let nobody answer for the client. Clause: S49."""
        by_others = [one for one in answers.values() if one.entered_by is not EnteredBy.client]
        if by_others and self._looked_above(facts):
            raise NotPermitted("OWN_ANSWERS_ONLY", clause="S49")

    def _reason_for_repeat(self, facts: Facts, repeat_reason: str | None) -> str | None:
        if facts.retake_reason is not None:
            return facts.retake_reason
        if repeat_reason is not None:
            return checked_repeat_reason(repeat_reason, "repeat_reason")
        if self._history.standing(facts.client).needs_reason:
            raise BadInput("REPEAT_REASON_MISSING", clause="S49", field="repeat_reason")
        return None

    def _made(
        self, act: Act, client: Client, latest: Past | None, reason: str | None
    ) -> AssessmentRecord:
        data = self._room.today()
        given = act.facts.answers
        found = _scored(data, client, act.facts)
        counted = self._history.counted(act.facts.client)
        asked = {item.id for item in counted_items(data.questionnaire, _letters(act.facts))}
        return AssessmentRecord(
            number=next_assessment(self._room.desk),
            questionnaire=found.questionnaire,
            edition=found.edition,
            sha256=found.sha256,
            answers={item: answer for item, answer in given.items() if item in asked},
            score=found.points if isinstance(found.points, int) else None,
            grade=found.tolerance,
            label=found.grade.name,
            overrides=tuple(one.id for one in found.overrides),
            inconsistencies=tuple(one.id for one in found.inconsistencies),
            taken=act.today,
            count_today=counted.this_day + 1,
            count_12_months=counted.in_period + 1,
            previous=latest.grade if latest else None,
            previous_taken=latest.taken if latest else None,
            repeat_reason=reason,
            own_estimate=act.facts.own_estimate,
        )


def checked_repeat_reason(text: str, field: str) -> str:
    """Return why the client is assessed again, as it is kept and printed. Clause: S49.

    Raises:
        BadInput: the text, named.
    """
    return in_words(promise_free(text, field, longest=LONGEST_REPEAT_REASON), field)


def _entered_because(by: EnteredBy, reason: str | None, item: str) -> str | None:
    """Return why another than the client put an answer in, as it is printed. Clause: S28."""
    if reason is not None:
        checked = promise_free(
            reason, "reason", longest=LONGEST_ENTERED_REASON, room=ENTERED_REASON_ROOM
        )
        return in_words(checked, "reason")
    if by is not EnteredBy.client:
        raise BadInput("ENTERED_BY_REASON_MISSING", clause="S28", field="reason", item=item)
    return None


def _require_unassessed(facts: Facts) -> None:
    if facts.assessment is not None:
        raise BadInput("ASSESSMENT_MADE_ALREADY")


def _require_letter(questionnaire: Questionnaire, item_id: str, letter: str) -> None:
    item = questionnaire.item(item_id)
    if item.is_age:
        raise BadInput("ITEM_NOT_ASKED", item=item_id)
    if item.option(letter) is None:
        letters = "".join(option.letter for option in item.options)
        number = questionnaire.items.index(item) + 1
        raise BadInput(
            "ANSWER_UNKNOWN", item=item_id, number=number, letter=letter, letters=letters
        )


def _letters(facts: Facts) -> dict[str, str]:
    return {item: answer.letter for item, answer in facts.answers.items()}


def _scored(data: DayData, client: Client, facts: Facts) -> Score:
    if client.born is None:
        raise BadInput("BIRTH_DATE_UNKNOWN", field="born")
    letters = with_age(data.questionnaire, _letters(facts), born=client.born, on=data.day)
    return score(data.questionnaire, letters, on=data.day)
