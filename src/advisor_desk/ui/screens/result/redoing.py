"""Beginning another assessment from the result: with its reason, within the limits. Clause: S49."""

from advisor_desk.domain.assessment import RepeatLimit
from advisor_desk.ui.interview.field_errors import FieldErrors
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed

YES = "yes"
REASON = "reason"


class Redoing:
    """The reason as it is typed, and whether another assessment may be made at all."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self.typed = Typed(interview, "result.redo")
        self.errors = FieldErrors(interview)

    @property
    def is_open(self) -> bool:
        """Say whether the reason is being written."""
        return self.typed.of("open") == YES

    def open(self) -> None:
        """Open the field for the reason."""
        self.typed.keep(open=YES)
        self._interview.changed()

    def leave(self) -> None:
        """Close it again; the result stands."""
        self.typed.forget()
        self.errors.clear()
        self._interview.changed()

    def begin(self, reason: str) -> bool:
        """Begin another assessment: the questionnaire opens again."""
        interview = self._interview
        self.typed.keep(reason=reason)
        assessments = interview.services.assessments
        labels = {REASON: interview.words.say("RESULT_REDO_REASON")}
        done = self.errors.attempt(lambda: assessments.begin_retake(interview.id, reason), labels)
        if done:
            self.typed.forget()
            interview.changed()
        return done

    def limit_words(self) -> str:
        """Say which limit allows no further assessment now; empty where none does."""
        interview, words = self._interview, self._interview.words
        counted = interview.services.assessments.standing(interview.id).counted
        if RepeatLimit.this_day in counted.reached:
            return words.say("ASSESSMENT_LIMIT_THIS_DAY", count=counted.this_day)
        if RepeatLimit.in_period in counted.reached:
            return words.say("ASSESSMENT_LIMIT_IN_PERIOD", count=counted.in_period)
        return ""

    def counted_words(self) -> str:
        """Say how many were made today and in twelve months, of how many."""
        interview, words = self._interview, self._interview.words
        stands = interview.services.assessments.standing(interview.id)
        if stands.a_day is None or stands.in_period is None:
            return ""
        return words.say(
            "RESULT_COUNTED",
            today=stands.counted.this_day,
            a_day=stands.a_day,
            year=stands.counted.in_period,
            in_period=stands.in_period,
        )

    def valid_until_words(self) -> str:
        """Say until when the assessment counts; empty where it gave no grade."""
        interview, words = self._interview, self._interview.words
        until = interview.services.assessments.standing(interview.id).valid_until
        return words.say("RESULT_VALID_UNTIL", day=words.day(until)) if until else ""
