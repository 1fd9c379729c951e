"""Entering for the client what the client said: with the reason, and marked so. Clause: S28."""

from advisor_desk.domain.interview import EnteredBy
from advisor_desk.domain.questionnaire import Item
from advisor_desk.domain.text import as_kept
from advisor_desk.ui.interview.field_errors import FieldErrors, Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.questionnaire.answers import Answers
from advisor_desk.ui.screens.questionnaire.course import Course

REASON = "reason"
YES = "yes"


class TakeOver:
    """The adviser reads out, the client says it, the adviser picks; the client checks the list."""

    def __init__(self, interview: OpenInterview, answers: Answers, course: Course) -> None:
        self._interview = interview
        self._answers = answers
        self._course = course
        self.typed = Typed(interview, "questionnaire.take_over")
        self.errors = FieldErrors(interview)
        self._asked_for = -1
        self._is_closed = False

    @property
    def is_open(self) -> bool:
        """Say whether the adviser is entering answers."""
        return self.typed.of("open") == YES and not self.closed()

    def closed(self) -> str:
        """Say why nobody may answer for the client; empty where somebody may. Clause: S49."""
        interview = self._interview
        made = len(interview.facts.made_here)
        if self._asked_for != made:  # while questions are asked no product is looked at
            self._asked_for = made
            self._is_closed = interview.services.assessments.looked_above(interview.id)
        return interview.words.say("QUESTIONNAIRE_ONLY_CLIENT") if self._is_closed else ""

    def item(self) -> Item | None:
        """Return the question that is read out: the one on the client's page."""
        return self._course.item()

    def begin(self, item_id: str) -> None:
        """Begin with a question; the client sees it too."""
        self.typed.keep(open=YES)
        self._course.go_to(item_id)
        if self._course.item() is None:
            self._course.go_to(self._answers.asked()[0].id)

    def stop(self) -> None:
        """Let the client answer again; the reason stays for the next time."""
        self.typed.keep(open="")
        self.errors.clear()
        self._interview.changed()

    def keep_reason(self, reason: str) -> None:
        """Keep the reason while it is typed."""
        self.typed.keep(reason=reason)

    def pick(self, letter: str, reason: str) -> bool:
        """Enter what the client said."""
        interview, item = self._interview, self.item()
        self.typed.keep(reason=reason)
        if item is None:
            return False
        if not as_kept(reason):
            self.errors.say(REASON, Wrong("QUESTIONNAIRE_TAKE_REASON_MISSING"))
            interview.changed()
            return False
        assessments = interview.services.assessments
        return self.errors.attempt(
            lambda: assessments.give_answer(
                interview.id,
                item.id,
                letter,
                entered_by=EnteredBy.adviser_reading,
                reason=reason,
            ),
            {REASON: "QUESTIONNAIRE_TAKE_REASON"},
        )

    def turn(self, step: int) -> None:
        """Go to the next question, or back; the ends stay among the questions."""
        place = self._course.place + step
        if 1 <= place < self._course.last:
            self._course.turn(step)
