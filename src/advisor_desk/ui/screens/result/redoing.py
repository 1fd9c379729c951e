"""Beginning another assessment from the result: with its reason, within the limits. Clause: S49."""

from advisor_desk.services.assessment_history import Standing
from advisor_desk.ui.interview.field_errors import FieldErrors
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.standing_words import before_one_more, counted, limit_reached
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
        labels = {REASON: "RESULT_REDO_REASON"}
        done = self.errors.attempt(lambda: assessments.begin_retake(interview.id, reason), labels)
        if done:
            self.typed.forget()
            interview.changed()
        return done

    def limit_words(self) -> str:
        """Say which limit allows no further assessment now; empty where none does."""
        return limit_reached(self._standing(), self._interview.words)

    def notes(self) -> str:
        """Say what is known before one more is made."""
        return before_one_more(self._interview)

    def counted_words(self) -> str:
        """Say how many were made today and in twelve months, of how many."""
        return counted(self._standing(), self._interview.words, "RESULT_COUNTED")

    def valid_until_words(self) -> str:
        """Say until when the assessment counts; empty where it gave no grade."""
        until, words = self._standing().valid_until, self._interview.words
        return words.say("RESULT_VALID_UNTIL", day=words.day(until)) if until else ""

    def _standing(self) -> Standing:
        interview = self._interview
        return interview.services.assessments.standing(interview.id)
