"""Writing on the screen: the boxes of the next mark, one after another.

A mark is given to the book when its last box is written, the witness's with the witness's password.
Until then its ink lives here alone, so a mark that was interrupted is begun again at its first box.
"""

from advisor_desk.domain.interview import Mark
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.steps import missing_marks
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.papers.ink_record import Strokes
from advisor_desk.ui.papers.set_of_forms import BoxToWrite, SetOfForms


class Writing:
    """Who writes what now."""

    def __init__(self, interview: OpenInterview, forms: SetOfForms) -> None:
        self._interview = interview
        self._forms = forms
        self._written: list[InkStrokes] = []
        self._mark: Mark | None = None
        self.is_empty_refused = False

    def mark(self) -> Mark | None:
        """Return the mark that is made now; None where all are."""
        missing = missing_marks(self._interview.facts)
        now = missing[0] if missing else None
        if now is not self._mark:
            self._mark = now
            self._written.clear()
            self.is_empty_refused = False
        return now

    def box(self) -> BoxToWrite | None:
        """Return the box that is written in now."""
        mark = self.mark()
        boxes = self._forms.boxes_of(mark) if mark else ()
        return boxes[len(self._written)] if len(self._written) < len(boxes) else None

    def witness_ink(self) -> tuple[InkStrokes, ...]:
        """Return the witness's ink once every box of that mark is written."""
        is_whole = self.mark() is Mark.witness_signature and self.box() is None
        return tuple(self._written) if is_whole else ()

    def count(self) -> tuple[int, int]:
        """Return which box of the mark it is, from 1, and how many there are."""
        mark = self.mark()
        return len(self._written) + 1, len(self._forms.boxes_of(mark)) if mark else 0

    def is_written(self, box: BoxToWrite) -> bool:
        """Say whether a box has its ink."""
        ceremony = self._interview.facts.ceremony
        in_book = ceremony is not None and box.mark in ceremony.marks
        return in_book or any(one.box == box.name for one in self._written)

    def done(self, strokes: Strokes) -> None:
        """Take the ink of the box; with the last one the mark is recorded."""
        box, mark = self.box(), self.mark()
        if box is None or mark is None or self._interview.is_busy:
            return
        self.is_empty_refused = not strokes
        if not strokes:
            self._interview.changed()
            return
        self._written.append(InkStrokes(box.name, strokes))
        if self.box() is not None or mark is Mark.witness_signature:
            self._interview.changed()
            return
        ink, interview = tuple(self._written), self._interview
        if not interview.act(lambda: interview.services.signing.give_ink(interview.id, mark, ink)):
            self._written.clear()
            interview.changed()
