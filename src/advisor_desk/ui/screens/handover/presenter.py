"""Handover: printed where signed on the screen, counted, and each copy to its place."""

from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.interview import Stage
from advisor_desk.services.closing import COPIES
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.papers.print_desk import PrintDesk
from advisor_desk.ui.papers.set_of_forms import SetOfForms
from advisor_desk.ui.words import Wording

YES = "yes"
COUNTED = "pages"


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A form of the set: title, number, pages, and the code of what became of its print."""

    title: str
    number: str
    pages: int
    state: str

    @property
    def is_out(self) -> bool:
        """Say whether it came out."""
        return self.state == "HANDOVER_OUT"


class HandoverPresenter(StagePresenter):
    """The twelfth stage. Ticks and the count are kept as they are made."""

    stage: ClassVar[Stage] = Stage.handover
    settled_by_confirm: ClassVar[frozenset[str]] = frozenset({"NOT_HANDED_OVER"})

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self.forms = SetOfForms(interview)
        self.printing = PrintDesk(interview)
        self._typed = Typed(interview, "handover")

    def rows(self, words: Wording) -> tuple[PaperRow, ...]:
        """Return the forms of the set and how their print stands."""
        ceremony, last = self.interview.facts.ceremony, self.printing.last()
        number = ceremony.number if ceremony else ""
        found = []
        for form in self.forms.forms():
            is_out = self.printing.came_out() or (last is not None and form.form in last.forms)
            waits = last is not None and self.printing.is_under_way()
            code = "OUT" if is_out else "WAITS" if waits else "NOT_YET"
            title = self.forms.title(form.form, words)
            found.append(PaperRow(title, f"{number}-{form.form}", form.pages, f"HANDOVER_{code}"))
        return tuple(found)

    def is_ticked(self, copy: str) -> bool:
        """Say whether a copy is at its place."""
        return self._typed.of(copy) == YES or bool(self.interview.facts.handed_over)

    def tick(self, copy: str, *, is_there: bool) -> None:
        """Take that a copy is at its place, or is not."""
        self._typed.keep(**{copy: YES if is_there else ""})
        self.interview.changed()

    def counted(self) -> str:
        """Return the pages that were counted, as typed."""
        return self._typed.of(COUNTED)

    def count(self, text: str) -> None:
        """Take the pages that were counted."""
        self._typed.keep(**{COUNTED: text.strip()})
        self.interview.changed()

    def count_error(self) -> str:
        """Say that the pages counted are not those of the set; empty where they are, or none."""
        counted, pages = self.counted(), self.forms.pages()
        if not counted or counted == str(pages):
            return ""
        return self.interview.words.say("HANDOVER_COUNT_DIFFERS", pages=pages)

    def reason(self) -> str:
        """Say what is still to be done before the client leaves."""
        words = self.interview.words
        if self.interview.facts.handed_over:
            return ""
        if not self.printing.came_out():
            return words.say("HANDOVER_PRINT_FIRST")
        if self.counted() != str(self.forms.pages()):
            return words.say("HANDOVER_COUNT_FIRST", pages=self.forms.pages())
        left = sum(not self.is_ticked(copy) for copy in COPIES)
        return words.say("HANDOVER_TICK_FIRST", left=left) if left else ""

    def next_code(self) -> str:
        """Return the words of the button."""
        return "HANDOVER_CONFIRM"

    def confirm(self) -> None:
        """Record that each copy is at its place."""
        interview = self.interview
        if interview.act(lambda: interview.services.closing.hand_over(interview.id, COPIES)):
            self._typed.forget()
