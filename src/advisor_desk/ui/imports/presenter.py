"""A list on its way in: the file, its columns, what becomes of each row. No Qt.

Reading and recording may take a second or two and are done by the runner; meanwhile the page shows
what it showed. Nothing is recorded before ``take``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.delimited import Delimited, plain_cell, read_delimited
from advisor_desk.services.importing import Outcome, Preview, SeenRow
from advisor_desk.ui.imports.source import ListSource, Said
from advisor_desk.ui.interview.open_interview import Runner
from advisor_desk.ui.words import Wording

MOST_SHOWN = 200
_EXAMPLE = 12  # characters of a cell, beside its heading


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as it is shown; ``tone``: ok, duty, info or stop; ``notes`` stand below it."""

    line: int
    tone: str
    outcome: str
    cells: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    table: Delimited
    columns: dict[str, int]
    preview: Preview[Any]


class ImportPresenter:
    """One list. ``changed`` is called when the page should be shown anew."""

    def __init__(self, source: ListSource, runner: Runner | None = None) -> None:
        self.source = source
        self.path = ""
        self.changed: Callable[[], None] = _nothing
        self.is_busy = False
        self._runner = runner
        self._read: _Read | None = None
        self._said: Said | None = None
        self._trouble: Trouble | None = None
        self._may_undo: Said | None = None
        self._is_asked = False

    # What is done.

    def open(self, path: str) -> None:
        """Read a file; the one read before is forgotten. The same path again reads it again."""
        if self.is_busy:
            return
        self.path = path.strip()
        if self.path:
            self._do(partial(self._opened, Path(self.path).expanduser()))

    def choose(self, field: str, place: int) -> None:
        """Let a field come from a column, from none (-1); no column holds two fields."""
        if self._read is None or self.is_busy:
            return
        columns = {
            one: at for one, at in self._read.columns.items() if one != field and at != place
        }
        if place >= 0:
            columns[field] = place
        self._do(partial(self._judged, self._read.table, columns))

    def take(self) -> None:
        """Take in what is new."""
        if self._read is not None and self.new_rows() and not self.is_busy:
            self._do(partial(self._taken, self._read))

    def undo(self) -> None:
        """Take the last list back."""
        if not self.is_busy:
            self._do(self._undone)

    # What is shown.

    @property
    def header(self) -> tuple[str, ...]:
        """Return the headings of the file that is read; none: no file is."""
        return self._read.table.header if self._read else ()

    def column_of(self, field: str) -> int:
        """Return the column of a field; -1: it has none."""
        return self._read.columns.get(field, -1) if self._read else -1

    def headings(self, words: Wording) -> tuple[str, ...]:
        """Return each column's heading with what stands below it."""
        if self._read is None:
            return ()
        table = self._read.table
        return tuple(_heading(table, place, words) for place in range(len(table.header)))

    def fields(self) -> tuple[str, ...]:
        """Return the fields that have a column: the cells of each row shown."""
        return tuple(self._read.columns) if self._read else ()

    def rows(self, words: Wording) -> tuple[ShownRow, ...]:
        """Return the rows, the refused ones first; no more than ``MOST_SHOWN``."""
        if self._read is None:
            return ()
        refused = [row for row in self._read.preview.rows if row.outcome is Outcome.refused]
        others = [row for row in self._read.preview.rows if row.outcome is not Outcome.refused]
        return tuple(self._shown(row, words) for row in (*refused, *others)[:MOST_SHOWN])

    def new_rows(self) -> int:
        """Return how many rows would be taken in."""
        return self._read.preview.count(Outcome.new) if self._read else 0

    def message(self, words: Wording) -> tuple[str, str]:
        """Return the tone and the words of what happened last."""
        if self.is_busy:
            return "ink_2", words.say("IMPORT_BUSY")
        if self._trouble is not None:
            return "stop", words.trouble(self._trouble)
        if self._said is not None:
            return "ok", self._said.text(words)
        if self._read is None:
            return "ink_2", words.say("IMPORT_BEFORE")
        table = self._read.table
        return "ink_2", words.say(
            "IMPORT_READ", file=table.file, rows=len(table.rows), encoding=table.encoding
        )

    def summary(self, words: Wording) -> str:
        """Say how many rows have which outcome, or which fields still need a column."""
        if self._read is None:
            return ""
        preview = self._read.preview
        if preview.missing:
            names = (self.source.field_name(field, words) for field in preview.missing)
            return words.say("IMPORT_CHOOSE", fields=words.say("LIST_COMMA").join(names))
        counts = {one.name: preview.count(one) for one in Outcome}
        said = words.say("IMPORT_COUNTS", **counts)
        if len(preview.rows) > MOST_SHOWN:
            said = f"{said} {words.say('IMPORT_MORE', count=MOST_SHOWN)}"
        return said

    def undo_text(self, words: Wording) -> str:
        """Say what could be taken back; empty: nothing."""
        if not self._is_asked and not self.is_busy:
            self._is_asked, self._may_undo = True, None
            try:
                self._may_undo = self.source.may_undo()
            except Trouble as trouble:
                self._trouble = trouble
        return self._may_undo.text(words) if self._may_undo else ""

    # The work.

    def _opened(self, path: Path) -> None:
        self._read = None
        table = read_delimited(path)
        self._judged(table, self.source.columns(table))

    def _judged(self, table: Delimited, columns: dict[str, int]) -> None:
        ordered = {one: columns[one] for one in self.source.fields if one in columns}
        self._read = _Read(table, ordered, self.source.preview(table, ordered))

    def _taken(self, read: _Read) -> None:
        self._said = self.source.take(read.table, read.columns)
        self._read, self._is_asked = None, False

    def _undone(self) -> None:
        self._said = self.source.undo()
        self._is_asked = False
        if self._read is not None:
            self._judged(self._read.table, self._read.columns)

    def _do(self, work: Callable[[], None]) -> None:
        self._said = self._trouble = None
        if self._runner is None:
            try:
                work()
            except Trouble as trouble:
                self._trouble = trouble
            self.changed()
            return
        self.is_busy = True
        self._runner.run(work, self._done, self._failed)
        self.changed()

    def _done(self, _result: object) -> None:
        self.is_busy = False
        self.changed()

    def _failed(self, trouble: Trouble) -> None:
        self._trouble = trouble
        self._done(None)

    def _shown(self, row: SeenRow[Any], words: Wording) -> ShownRow:
        notes = tuple(self.source.fault(one, words) for one in row.faults)
        tone = _TONES[row.outcome]
        if row.is_like_another:
            tone, notes = "duty", (words.say(f"IMPORT_LIKE_{self.source.name}"),)
        cells = tuple(row.values.get(field, "") for field in self.fields())
        return ShownRow(row.line, tone, words.say(f"IMPORT_IS_{row.outcome.name}"), cells, notes)


def _heading(table: Delimited, place: int, words: Wording) -> str:
    """Return a heading, and the first cell below it as an example."""
    heading = table.header[place] or words.say("IMPORT_COLUMN", number=place + 1)
    cells = (plain_cell(row.cells[place]) for row in table.rows if row.wrong is None)
    example = next((cell for cell in cells if cell), "")
    if not example:
        return heading
    cut = example if len(example) <= _EXAMPLE else f"{example[:_EXAMPLE]}…"
    return words.say("IMPORT_COLUMN_LIKE", heading=heading, example=cut)


_TONES = {
    Outcome.new: "ok",
    Outcome.known: "info",
    Outcome.refused: "stop",
    Outcome.open: "info",
}


def _nothing() -> None:
    return
