"""The client's course through the questionnaire: estimate, one question a page, the check list."""

from enum import Enum

from advisor_desk.domain.questionnaire import Item
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.screens.questionnaire.answers import Answers


class PageKind(Enum):
    """What kind of page the client is on."""

    estimate = "estimate"
    question = "question"
    check = "check"


class Course:
    """Where the client is. A new start begins at the first question without an answer."""

    def __init__(self, interview: OpenInterview, answers: Answers) -> None:
        self._interview = interview
        self._answers = answers
        self._place: int | None = None
        self._made = 0
        self.is_help_shown = False
        self.help_asked: set[str] = set()

    @property
    def place(self) -> int:
        """Return the page: 0 the estimate, then the questions, the last the check list."""
        made = len(self._interview.facts.made_here)
        if self._place is None or self._made != made:
            self._made = made
            self._place = self._first_open()
        return max(0, min(self._place, self.last))

    @property
    def last(self) -> int:
        """Return the place of the check list."""
        return len(self._answers.asked()) + 1

    @property
    def kind(self) -> PageKind:
        """Return what kind of page is shown."""
        if self.place == 0:
            return PageKind.estimate
        return PageKind.check if self.place == self.last else PageKind.question

    def item(self) -> Item | None:
        """Return the question on the page; None on the other pages."""
        if self.kind is not PageKind.question:
            return None
        return self._answers.asked()[self.place - 1]

    def turn(self, step: int) -> None:
        """Go on by a page, or back."""
        self._go(self.place + step)

    def go_to(self, item_id: str) -> None:
        """Show one question."""
        ids = [item.id for item in self._answers.asked()]
        if item_id in ids:
            self._go(ids.index(item_id) + 1)

    def show_help(self) -> None:
        """Say what the words of the question mean."""
        item = self.item()
        if item is not None:
            self.is_help_shown = True
            self.help_asked.add(item.id)
            self._interview.changed()

    def _go(self, place: int) -> None:
        self._place = max(0, min(place, self.last))
        self.is_help_shown = False
        self._interview.changed()

    def _first_open(self) -> int:
        facts = self._interview.facts
        if facts.own_estimate is None and not facts.answers:
            return 0
        open_items = self._answers.open_items()
        if not open_items:
            return self.last
        return [item.id for item in self._answers.asked()].index(open_items[0].id) + 1
