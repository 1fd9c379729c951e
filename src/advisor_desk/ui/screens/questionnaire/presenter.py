"""The risk questionnaire: the client's own answers, mirrored; kept, repeated, entered for."""

from dataclasses import replace
from enum import Enum
from typing import ClassVar

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import EnteredBy, Stage
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.screens.questionnaire.answers import Answers, MirrorRow
from advisor_desk.ui.screens.questionnaire.course import Course, PageKind
from advisor_desk.ui.screens.questionnaire.paper import Paper
from advisor_desk.ui.screens.questionnaire.repeating import Repeating
from advisor_desk.ui.screens.questionnaire.take_over import TakeOver

NOT_GUIDED = "GUIDANCE_NOT_CONFIRMED"


class Mode(Enum):
    """What the stage is about now."""

    decide = "decide"  # an assessment is valid: keep it, or make another one
    elsewhere = "elsewhere"  # one of another channel is valid: it counts, the client answers here
    failed = "failed"  # the latest was not passed: close, or make another one for a reason
    limit = "limit"  # no assessment is valid, and none may be made now
    guidance = "guidance"  # a minor answered, the guardian has not agreed yet
    ask = "ask"
    done = "done"


_LACKS = {
    Mode.guidance: "GUIDANCE_LACKS",
    Mode.failed: "QUESTIONNAIRE_LACKS_PASSED",
    Mode.decide: "QUESTIONNAIRE_LACKS_DECISION",
    Mode.elsewhere: "QUESTIONNAIRE_LACKS_OWN",
    Mode.limit: "QUESTIONNAIRE_LACKS_ASSESSMENT",
}


class QuestionnairePresenter(StagePresenter):
    """The third stage. No score is ever here. Clauses: S28, S48-S52."""

    stage: ClassVar[Stage] = Stage.questionnaire

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self.answers = Answers(interview)
        self.course = Course(interview, self.answers)
        self.repeating = Repeating(interview)
        self.take_over = TakeOver(interview, self.answers, self.course)
        self.paper = Paper(interview)
        self._selected = ""

    @property
    def mode(self) -> Mode:
        """Return what the stage is about now."""
        facts, repeating = self.interview.facts, self.repeating
        if not self.missing():
            return Mode.done
        if facts.assessment is not None:
            return Mode.guidance if self.missing() == (NOT_GUIDED,) else self._valid
        limit = repeating.limit_words()
        if limit or not repeating.is_decided:
            if repeating.has_valid:
                return self._valid
            if repeating.has_failed:
                return Mode.failed
        return Mode.limit if limit else Mode.ask

    @property
    def _valid(self) -> Mode:
        return Mode.decide if self.repeating.may_keep else Mode.elsewhere

    def confirm(self) -> None:
        """Do nothing: the client confirms the answers as his or her own. Clause: S28."""

    def reason(self) -> str:
        """Say what is lacking in questions, not in codes."""
        words, mode = self.interview.words, self.mode
        if mode is Mode.done:
            return ""
        if mode in _LACKS:
            return words.say(_LACKS[mode])
        left = len(self.answers.open_items())
        if left:
            return words.say("QUESTIONNAIRE_LACKS_ANSWERS", left=left)
        return words.say("QUESTIONNAIRE_LACKS_WORD")

    def close_without_sale(self) -> None:
        """Close: nothing is sold on an assessment that was not passed. Clause: S50."""
        self.interview.end_wanted()

    # The mirror

    def rows(self) -> tuple[MirrorRow, ...]:
        """Return the mirror of the answers."""
        now = self.course.item() if self.mode is Mode.ask else None
        rows = self.answers.mirror(now.id if now else "")
        asked = self.course.help_asked
        return tuple(replace(row, asked_help=row.item in asked) for row in rows)

    @property
    def selected(self) -> str:
        """Return the row the buttons below work on: the one pressed, else the client's."""
        now = self.course.item()
        return self._selected or (now.id if now else "")

    def select(self, item_id: str) -> None:
        """Select a row; nothing moves on the client's page."""
        self._selected = item_id
        self.interview.changed()

    def can_be_shown(self) -> bool:
        """Say whether the row selected is a question that can be put to the client."""
        asked = [item.id for item in self.answers.asked()]
        return self.mode is Mode.ask and self.selected in asked

    def show_again(self) -> None:
        """Show the client the question of the row selected."""
        selected, self._selected = self.selected, ""
        self.course.go_to(selected)

    def explain(self) -> None:
        """Show the client the question with what its words mean."""
        self.show_again()
        self.course.show_help()

    def begin_take_over(self) -> None:
        """Enter for the client what the client says, from the row selected on."""
        selected, self._selected = self.selected, ""
        self.take_over.begin(selected)

    # The client's own acts

    def give_estimate(self, grade: RiskTolerance) -> None:
        """Record what the client expects of the result."""
        interview = self.interview
        assessments = interview.services.assessments
        interview.act(lambda: assessments.give_own_estimate(interview.id, grade))

    def answer(self, letter: str) -> None:
        """Record the client's own answer to the question on the page; the page stays."""
        interview, item = self.interview, self.course.item()
        if item is None:
            return
        assessments = interview.services.assessments
        interview.act(
            lambda: assessments.give_answer(
                interview.id, item.id, letter, entered_by=EnteredBy.client
            )
        )

    def choose(self, number: int) -> None:
        """Choose the answer or estimate of a number on the page; others choose nothing."""
        if self.course.kind is PageKind.estimate:
            grades = list(RiskTolerance)
            if 1 <= number <= len(grades):
                self.give_estimate(grades[number - 1])
        item = self.course.item()
        if item is not None and 1 <= number <= len(item.options):
            self.answer(item.options[number - 1].letter)

    def client_confirms(self) -> None:
        """Record "these are my answers": the assessment is made, and it counts."""
        interview = self.interview
        reason = self.repeating.reason()
        assessments = interview.services.assessments
        if interview.act(lambda: assessments.confirm_answers(interview.id, reason)):
            self.repeating.typed.forget()
            self.take_over.typed.forget()

    def guardian_agrees(self) -> None:
        """Record the guardian's own "I guided and agree". Clause: S46."""
        interview = self.interview
        assessments = interview.services.assessments
        interview.act(lambda: assessments.confirm_guidance(interview.id))

    def guardian_disagrees(self) -> None:
        """Let it rest: the guardian said no, and nothing is decided."""
        interview = self.interview
        interview.act(lambda: interview.services.flow.guardian_disagrees(interview.id))
