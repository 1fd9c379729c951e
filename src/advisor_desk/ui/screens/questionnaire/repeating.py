"""Keeping a valid assessment, or making another one, within the limits. Clauses: S48-S50."""

from advisor_desk.domain.suitability import AssessmentState
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.assessment_history import Standing
from advisor_desk.services.assessments import checked_repeat_reason
from advisor_desk.ui.interview.field_errors import FieldErrors, Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.standing_words import before_one_more, counted, limit_reached
from advisor_desk.ui.interview.typed import Typed

YES = "yes"
REASON = "repeat_reason"


class Repeating:
    """How the client's assessments stand, and what the adviser decides about them."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self.typed = Typed(interview, "questionnaire.repeat")
        self.errors = FieldErrors(interview)

    def standing(self) -> Standing:
        """Return how the client's assessments stand today."""
        interview = self._interview
        return interview.services.assessments.standing(interview.id)

    @property
    def has_valid(self) -> bool:
        """Say whether an assessment still counts: a new one would be a repeat."""
        return self.standing().state is AssessmentState.valid

    @property
    def may_keep(self) -> bool:
        """Say whether the latest may serve: one of another channel counts, no more. Clause: S52."""
        latest = self.standing().latest
        return latest is None or latest.is_made_here

    @property
    def has_failed(self) -> bool:
        """Say whether the latest assessment was not passed: nothing is sold on it. Clause: S50."""
        return self.standing().state is AssessmentState.failed

    @property
    def is_decided(self) -> bool:
        """Say whether another assessment was decided on, with its reason."""
        return self.typed.of("begun") == YES or self._interview.facts.retake_reason is not None

    def limit_words(self) -> str:
        """Say which limit allows no further assessment now; empty where none does."""
        return limit_reached(self.standing(), self._interview.words)

    def notes(self) -> str:
        """Say what is known before one more is made."""
        return before_one_more(self._interview)

    def failed_words(self) -> str:
        """Say when the latest was not passed, and what is done then; empty where it was passed."""
        latest, words = self.standing().latest, self._interview.words
        if latest is None or not self.has_failed:
            return ""
        return words.say("QUESTIONNAIRE_FAILED", taken=words.day(latest.taken))

    def counted_words(self) -> str:
        """Say how many were made today and in twelve months, of how many."""
        return counted(self.standing(), self._interview.words, "QUESTIONNAIRE_COUNTED")

    def valid_words(self) -> str:
        """Say which assessment is valid, since when and until when."""
        stands, words = self.standing(), self._interview.words
        latest, until = stands.latest, stands.valid_until
        if latest is None or latest.grade is None or until is None:
            return ""
        return words.say(
            "QUESTIONNAIRE_VALID",
            grade=latest.grade.name,
            name=words.grade(latest.grade),
            taken=words.day(latest.taken),
            until=words.day(until),
        )

    def elsewhere_words(self) -> str:
        """Say which one of another channel counts, and that the client answers here too."""
        words = self._interview.words
        said = (self.valid_words(), words.say("QUESTIONNAIRE_ELSEWHERE"), self.counted_words())
        return "\n".join(said)

    def keep(self) -> None:
        """Let the valid assessment serve: the client says that nothing has changed."""
        interview = self._interview
        assessments = interview.services.assessments
        if interview.act(lambda: assessments.keep_assessment(interview.id)):
            self.typed.forget()

    def decide(self, reason: str) -> bool:
        """Decide on another assessment; its reason is printed, so it is checked now."""
        interview = self._interview
        self.typed.keep(reason=reason)
        self.errors.clear()
        try:
            checked = checked_repeat_reason(reason, REASON)
        except BadInput as trouble:
            self.errors.say(REASON, Wrong(trouble.code, trouble, "QUESTIONNAIRE_REPEAT_REASON"))
            interview.changed()
            return False
        if interview.facts.assessment is None:
            self.typed.keep(begun=YES, reason=checked)
            interview.changed()
            return True
        assessments = interview.services.assessments
        return interview.act(lambda: assessments.begin_retake(interview.id, checked))

    def reason(self) -> str | None:
        """Return the reason to be stored with the assessment; None where it is no repeat."""
        return self.typed.of("reason") if self.typed.of("begun") == YES else None
