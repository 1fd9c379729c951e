"""The result: what it is and why, what is to be talked about, and the client's agreement."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from advisor_desk.domain.assessment_events import AssessmentRecord
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import PartyRole, Stage
from advisor_desk.domain.questionnaire import Grade, MoneyExample
from advisor_desk.domain.scoring import factor_points, with_age
from advisor_desk.domain.text import as_kept
from advisor_desk.services.assessment_history import PastGrade
from advisor_desk.ui.interview.field_errors import FieldErrors, Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.result.redoing import Redoing
from advisor_desk.ui.words import Wording

YES = "yes"
WORDS = "words"


class Shown(Enum):
    """Which of the result's pages the client sees."""

    result = "result"
    change = "change"  # another grade than last time is confirmed once more
    talk = "talk"
    agreed = "agreed"


@dataclass(frozen=True, slots=True)
class FactorBar:
    """How far a factor reaches between the least and the most its questions can give."""

    label: str
    share: float


class ResultPresenter(StagePresenter):
    """The fourth stage. Only the client agrees, on the client's own screen. Clauses: S26, S48."""

    stage: ClassVar[Stage] = Stage.result

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self.errors = FieldErrors(interview)
        self.talk = Typed(interview, "result.talk")
        self.redoing = Redoing(interview)
        self._is_confirming_change = False

    def confirm(self) -> None:
        """Do nothing: the client agrees, or wants to talk."""

    def reason(self) -> str:
        """Say what Next waits for."""
        if not self.missing():
            return ""
        code = "RESULT_LACKS_TALK" if self.client_wants_to_talk else "RESULT_LACKS_WORD"
        return self.interview.words.say(code)

    @property
    def record(self) -> AssessmentRecord | None:
        """Return the assessment the result is that of."""
        return self.interview.facts.assessment

    def grade(self) -> RiskTolerance | None:
        """Return the client's grade; None where there is none."""
        return self.record.grade if self.record else None

    def about_grade(self) -> Grade | None:
        """Return what the questionnaire of the day says about the grade."""
        grade = self.grade()
        return self.interview.day_data.questionnaire.grade(grade.name) if grade else None

    def example(self) -> MoneyExample | None:
        """Return what 10,000 yuan may become."""
        about = self.about_grade()
        return about.example if about else None

    def bound_by(self) -> tuple[str, ...]:
        """Return the answers that lowered the grade, in words; empty: the points decided."""
        found = self.record.overrides if self.record else ()
        overrides = self.interview.day_data.questionnaire.overrides
        return tuple(self.interview.words.of(one.say) for one in overrides if one.id in found)

    def differing(self) -> tuple[str, ...]:
        """Return the answers that do not go together, in words: to be talked about."""
        return self._differing_in(self.interview.words)

    def differing_for_client(self) -> tuple[str, ...]:
        """Return the same in the client's words."""
        return self._differing_in(self.interview.client_words)

    def factors(self) -> tuple[FactorBar, ...]:
        """Return the factors; none where the answers stand on another channel's paper."""
        record, born = self.record, self.interview.client.born
        questionnaire = self.interview.day_data.questionnaire
        if record is None or born is None or record.sha256 != questionnaire.sha256:
            return ()
        letters = {item: answer.letter for item, answer in record.answers.items()}
        answers = with_age(questionnaire, letters, born=born, on=record.taken)
        words = self.interview.words
        return tuple(
            FactorBar(
                words.say(f"RESULT_FACTOR_{one.factor}"),
                (one.points - one.fewest) / max(one.most - one.fewest, 1),
            )
            for one in factor_points(questionnaire, answers)
        )

    def history(self) -> tuple[PastGrade, ...]:
        """Return the client's grades, the oldest first."""
        return self.interview.services.assessments.past_grades(self.interview.id)

    def own_words(self, words: Wording) -> str:
        """Say how the client's own estimate lies beside the result; empty: none was given."""
        record = self.record
        if record is None or record.grade is None or record.own_estimate is None:
            return ""
        away = record.own_estimate.level - record.grade.level
        if away == 0:
            return words.say("RESULT_OWN_SAME")
        code = "RESULT_OWN_HIGHER" if away > 0 else "RESULT_OWN_LOWER"
        return words.say(code, name=words.grade(record.own_estimate), levels=abs(away))

    def change_words(self, words: Wording) -> str:
        """Say that the grade is another than last time; empty where it is not."""
        record = self.record
        if record is None or record.grade is None or record.previous is None:
            return ""
        if not record.changes_grade:
            return ""
        facts = {"before": words.grade(record.previous), "now": words.grade(record.grade)}
        day = words.day(record.previous_taken) if record.previous_taken else ""
        return words.say("RESULT_CHANGED", day=day, **facts)

    def noted(self) -> str:
        """Say what was noted with this assessment, to the adviser alone. Clause: S49."""
        interview, record = self.interview, self.record
        number, words = record.number if record else "", interview.words
        flags = interview.services.assessments.flags(interview.id, number)
        said = [words.say(f"ATTEMPT_FLAG_{flag}") for flag in flags]
        guardian = interview.facts.parties.get(PartyRole.guardian)
        if guardian is not None and number and interview.facts.guidance == number:
            said.insert(0, words.say("RESULT_GUIDED", guardian=guardian.name))
        return "\n".join(said)

    # What adviser and client do

    @property
    def client_wants_to_talk(self) -> bool:
        """Say whether the client wants to talk about the result first."""
        return self.talk.of("wanted") == YES

    @property
    def is_talk_open(self) -> bool:
        """Say whether the adviser is writing down what was said."""
        return self.client_wants_to_talk or self.talk.of("open") == YES

    def open_talk(self) -> None:
        """Open the field for what was said."""
        self.talk.keep(open=YES)
        self.interview.changed()

    def leave_talk(self) -> None:
        """Close the field; nothing was said that is to be kept."""
        self.talk.forget()
        self.errors.clear()
        self.interview.changed()

    def record_talk(self, said: str) -> bool:
        """Record what was said; the client then decides again."""
        interview = self.interview
        self.talk.keep(words=said)
        if not as_kept(said):
            self.errors.say(WORDS, Wrong("RESULT_TALK_EMPTY"))
            interview.changed()
            return False
        assessments = interview.services.assessments
        labels = {WORDS: "RESULT_TALK"}
        done = self.errors.attempt(lambda: assessments.discuss_result(interview.id, said), labels)
        if done:
            self.talk.forget()
            interview.changed()
        return done

    def shown_to_client(self) -> Shown:
        """Return which page the client sees."""
        if not self.missing():
            return Shown.agreed
        if self.client_wants_to_talk:
            return Shown.talk
        return Shown.change if self._is_confirming_change else Shown.result

    def client_discusses(self) -> None:
        """Tell the adviser that the client wants to talk."""
        self._is_confirming_change = False
        self.talk.keep(wanted=YES)
        self.interview.changed()

    def client_agrees(self) -> None:
        """Record the client's agreement; a changed grade is confirmed on a page of its own."""
        record = self.record
        if record is not None and record.changes_grade and not self._is_confirming_change:
            self._is_confirming_change = True
            self.interview.changed()
            return
        interview = self.interview
        is_change_confirmed, self._is_confirming_change = self._is_confirming_change, False
        assessments = interview.services.assessments
        interview.act(
            lambda: assessments.accept_result(interview.id, change_confirmed=is_change_confirmed)
        )

    def client_looks_again(self) -> None:
        """Turn back from the page of the change."""
        self._is_confirming_change = False
        self.interview.changed()

    def _differing_in(self, words: Wording) -> tuple[str, ...]:
        found = self.record.inconsistencies if self.record else ()
        known = self.interview.day_data.questionnaire.inconsistencies
        return tuple(words.of(one.say) for one in known if one.id in found)
