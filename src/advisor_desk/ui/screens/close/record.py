"""The texts of the interview record: typed, or drafted from what the client said. Clause: S53."""

from dataclasses import fields

from advisor_desk.domain.interview_events import InterviewRecord
from advisor_desk.domain.needs import MINIMUM_SET, Known, NeedsAnswer
from advisor_desk.domain.suitability import AssessmentState
from advisor_desk.ui.interview.advice_words import advice_words
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed

ITEMS = tuple(field.name for field in fields(InterviewRecord))
TEXT = "text"
_FROM_WORDS = {
    "investment_goals": "investment_goals",
    "product_type_wanted": "product_type_wanted",
    "family_situation": "family_situation",
}


class RecordTexts:
    """Eight texts. What was typed wins over the draft made from the interview's own facts.

    Drafts are in the client's language, as the form is.
    """

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._typed = {item: Typed(interview, f"close.{item}") for item in ITEMS}
        self._emptied: set[str] = set()

    def of(self, item: str) -> str:
        """Return the text of an item as it stands."""
        typed = self._typed[item].of(TEXT)
        return typed if typed or item in self._emptied else self.drafted(item)

    def keep(self, item: str, text: str) -> None:
        """Keep what was typed."""
        if text.strip():
            self._emptied.discard(item)
        else:
            self._emptied.add(item)
        self._typed[item].keep(**{TEXT: text})

    def is_drafted(self, item: str) -> bool:
        """Say whether the text is still the draft."""
        return bool(self.of(item)) and not self._typed[item].of(TEXT)

    def left(self) -> int:
        """Return how many are still empty."""
        return sum(not self.of(item).strip() for item in ITEMS)

    def record(self) -> InterviewRecord:
        """Return all of them."""
        return InterviewRecord(**{item: self.of(item) for item in ITEMS})

    def drafted(self, item: str) -> str:
        """Return what the interview itself says about an item; empty where it says nothing."""
        if item in _FROM_WORDS:
            return self._words_of(_FROM_WORDS[item])
        if item == "finances":
            return self._finances()
        if item == "advice":
            interview = self._interview
            said, shelf = interview.facts.suggestions, interview.day_data.catalogue
            return advice_words(said, shelf, interview.client_words)
        if item == "next_step" and self._was_not_passed():
            return self._interview.client_words.say("CLOSE_DRAFT_LEARN")
        return self._why_not_bought() if item == "reason_not_bought" else ""

    def _answers(self) -> dict[str, NeedsAnswer]:
        needs = self._interview.facts.needs.values()
        return {
            answer.item: answer
            for answers in needs
            for answer in answers
            if answer.known is Known.answered
        }

    def _words_of(self, item: str) -> str:
        answer = self._answers().get(item)
        return (answer.words or "") if answer else ""

    def _finances(self) -> str:
        words, answers = self._interview.client_words, self._answers()
        said = [
            words.say(
                "CLOSE_DRAFT_AMOUNT",
                what=words.say(f"MISSING_NEEDS_{item.id.upper()}"),
                amount=words.money(answer.amount),
            )
            for item in MINIMUM_SET
            if (answer := answers.get(item.id)) is not None and answer.amount is not None
        ]
        return words.say("CLOSE_DRAFT_JOIN").join(said)

    def _was_not_passed(self) -> bool:
        """Say whether it ends on an assessment that was not passed: talk and a day remain. S50."""
        interview = self._interview
        standing = interview.services.assessments.standing(interview.id)
        return interview.facts.assessment is None and standing.state is AssessmentState.failed

    def _why_not_bought(self) -> str:
        facts, words = self._interview.facts, self._interview.client_words
        if facts.ceremony is not None and facts.ceremony.signed:
            return words.say("CLOSE_DRAFT_BOUGHT")
        if self._was_not_passed():
            return words.say("CLOSE_DRAFT_NOT_PASSED")
        refused = facts.judged[-1].decision if facts.judged and facts.chosen is None else None
        if refused is None or not refused.is_refused:
            return ""
        return words.say("CLOSE_DRAFT_JOIN").join(words.of(one.say) for one in refused.reasons)
