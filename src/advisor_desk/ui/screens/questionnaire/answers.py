"""The answers as both sides see them: one line for each question, and who put the answer in."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor_desk.domain.assessment_events import GivenAnswer
from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.interview import EnteredBy
from advisor_desk.domain.questionnaire import Item, Questionnaire
from advisor_desk.domain.scoring import items_asked
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.words import Wording

WHO_ICONS = {
    EnteredBy.client: "user",
    EnteredBy.adviser_reading: "hand-finger",
    EnteredBy.paper: "file-text",
}


@dataclass(frozen=True, slots=True)
class MirrorRow:
    """One question in the adviser's mirror. ``icon`` and ``who`` say who put the answer in.

    ``number`` is the one the client sees; 0 for the age, which is not asked.
    """

    item: str
    number: int
    short: str
    answer: str
    who: str
    icon: str
    is_answered: bool
    asked_help: bool = False


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One question as the client checks it."""

    item: str
    number: int
    short: str
    answer: str
    is_answered: bool


def short_of(words: Wording, item: Item) -> str:
    """Return a question in a few words; one that has none yet is told whole."""
    try:
        return words.say(f"QUESTIONNAIRE_SHORT_{item.id}")
    except KeyError:
        return words.of(item.ask)


class Answers:
    """What was answered so far in this interview, or what the assessment was made of."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview

    @property
    def questionnaire(self) -> Questionnaire:
        """Return the questionnaire of the day."""
        return self._interview.day_data.questionnaire

    def given(self) -> Mapping[str, GivenAnswer]:
        """Return the answers by question."""
        facts = self._interview.facts
        return facts.answers if facts.assessment is None else facts.assessment.answers

    def asked(self) -> tuple[Item, ...]:
        """Return the questions the client is asked, in order."""
        letters = {item: answer.letter for item, answer in self.given().items()}
        return items_asked(self.questionnaire, letters)

    def open_items(self) -> tuple[Item, ...]:
        """Return the questions that have no answer yet."""
        given = self.given()
        return tuple(item for item in self.asked() if item.id not in given)

    def letter(self, item: Item) -> str:
        """Return the letter of an answer; empty where there is none."""
        answer = self.given().get(item.id)
        return answer.letter if answer else ""

    def age_line(self, words: Wording) -> str:
        """Return the age as the document says it."""
        born = self._interview.client.born
        if born is None:
            return words.say("QUESTIONNAIRE_NO_AGE")
        return words.say("QUESTIONNAIRE_AGE", years=age_on(born, self._interview.today))

    def mirror(self, now: str) -> tuple[MirrorRow, ...]:
        """Return every row of the mirror; ``now`` is the question the client looks at."""
        numbers = {item.id: number for number, item in enumerate(self.asked(), start=1)}
        shown = [item for item in self.questionnaire.items if item.is_age or item.id in numbers]
        return tuple(self._row(numbers.get(item.id, 0), item, now) for item in shown)

    def check_list(self) -> tuple[CheckLine, ...]:
        """Return what the client checks, in the client's language."""
        words = self._interview.client_words
        return tuple(
            CheckLine(
                item.id,
                number,
                short_of(words, item),
                self._said(words, item) or words.say("QUESTIONNAIRE_UNANSWERED"),
                bool(self.letter(item)),
            )
            for number, item in enumerate(self.asked(), start=1)
        )

    def _row(self, number: int, item: Item, now: str) -> MirrorRow:
        words = self._interview.words
        short = short_of(words, item)
        if item.is_age:
            said, who = self.age_line(words), words.say("QUESTIONNAIRE_BY_DOCUMENT")
            return MirrorRow(item.id, number, short, said, who, "id", is_answered=True)
        said = self._said(words, item)
        if item.id == now:
            return MirrorRow(
                item.id, number, short, said or words.say("QUESTIONNAIRE_OPEN"),
                words.say("QUESTIONNAIRE_LOOKING"), "eye", is_answered=bool(said),
            )  # fmt: skip
        answer = self.given().get(item.id)
        if answer is None:
            open_words = words.say("QUESTIONNAIRE_OPEN")
            return MirrorRow(item.id, number, short, open_words, "", "", is_answered=False)
        who = words.say(f"QUESTIONNAIRE_BY_{answer.entered_by.value}")
        icon = WHO_ICONS[answer.entered_by]
        return MirrorRow(item.id, number, short, said, who, icon, is_answered=True)

    def _said(self, words: Wording, item: Item) -> str:
        option = item.option(self.letter(item))
        return words.of(option.say) if option else ""
