"""What every list taken out of a file shares: its columns, and what becomes of each row.

Which column holds what is guessed, may be changed, and is kept for files of the same header.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from advisor_desk.domain.import_events import ColumnsMatched, lists_of
from advisor_desk.domain.projections import columns_of
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.columns import Names, columns_by_name
from advisor_desk.packs.delimited import Delimited, Row, plain_cell
from advisor_desk.services.interview_room import InterviewRoom, OpenWork

Columns = Mapping[str, int]
Fits = Callable[[str], bool]
Item = TypeVar("Item")
_FORMULA = ("=", "@")
_FORMULA_IN_WORDS = ("+", "-")  # a number may begin so, a name does not
_ROUNDED = re.compile(r"\d(\.\d+)?E\+\d+", re.IGNORECASE | re.ASCII)
_LOOKED_AT = 50  # rows, to tell what a column without a known heading holds
_MOST_OF_THEM = 0.8
_MIDNIGHT = re.compile(r"\s+0?0:00(:00)?$", re.ASCII)


class Outcome(Enum):
    """What becomes of a row; ``open``: nobody can say before its columns are chosen."""

    new = "new"
    known = "known"
    refused = "refused"
    open = "open"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a field of a row; no field: with the row as a whole."""

    field: str
    trouble: BadInput


@dataclass(frozen=True, slots=True)
class SeenRow(Generic[Item]):
    """A row before anything is recorded: what it says by field, and what becomes of it.

    ``item`` is what would be recorded; ``is_like_another``: somebody may stand there already.
    """

    line: int
    values: Mapping[str, str]
    outcome: Outcome
    faults: tuple[Fault, ...] = ()
    item: Item | None = None
    is_like_another: bool = False


@dataclass(frozen=True, slots=True)
class Preview(Generic[Item]):
    """Every row, and the fields that still need a column."""

    rows: tuple[SeenRow[Item], ...]
    missing: tuple[str, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many rows have this outcome."""
        return sum(row.outcome is outcome for row in self.rows)

    def items(self) -> tuple[Item, ...]:
        """Return what would be recorded."""
        return tuple(row.item for row in self.rows if row.item is not None)


def values_of(row: Row, columns: Columns) -> dict[str, str]:
    """Return what a row says by field; a row whose cells cannot be used says only what it is."""
    if row.wrong is not None:
        return {next(iter(columns), ""): " ".join(row.cells)}
    return {field: plain_cell(row.cells[place]) for field, place in columns.items()}


def fault_of(row: Row, columns: Columns) -> Fault | None:
    """Return why nothing of a row can be used; None: its cells can be looked at.

    A line break where a name or a number belongs comes from a quotation mark that was not closed:
    more than one row lies in the cell.
    """
    if row.wrong is not None:
        return Fault("", row.wrong)
    if any(len(row.cells[place].strip().splitlines()) > 1 for place in columns.values()):
        return Fault("", BadInput("ROW_QUOTES"))
    return None


def spoiled(field: str, text: str, *, is_words: bool) -> Fault | None:
    """Return what a spreadsheet did to a cell: a formula in it, or a number cut short."""
    if text.startswith(_FORMULA) or (is_words and text.startswith(_FORMULA_IN_WORDS)):
        return Fault(field, BadInput("CELL_FORMULA", text=text))
    if _ROUNDED.fullmatch(text):
        return Fault(field, BadInput("CELL_ROUNDED", text=text))
    return None


def without_midnight(text: str) -> str:
    """Return a day without the time that a spreadsheet writes behind it."""
    return _MIDNIGHT.sub("", text)


def kept_columns(room: InterviewRoom, of: str, table: Delimited) -> dict[str, int] | None:
    """Return what the adviser said of files with this header; None: there was none yet."""
    name = columns_of(of, table.header_digest())
    rows = room.desk.book.rows("setting", where={"name": name}, limit=1)
    return dict(json.loads(str(rows[0]["value"]))) if rows else None


def keep_columns(work: OpenWork, of: str, table: Delimited, columns: Columns) -> None:
    """Keep which column holds what, with the act under way."""
    work.record(lists_of(of), ColumnsMatched(of, table.header_digest(), dict(columns)))


def guessed_columns(table: Delimited, names: Names, fitting: Mapping[str, Fits]) -> dict[str, int]:
    """Return the columns by their headings; what no heading speaks of, by what stands in it."""
    found = columns_by_name(table.header, names)
    rows = [row for row in table.rows if row.wrong is None][:_LOOKED_AT]
    for place in range(len(table.header)):
        cells = [cell for row in rows if (cell := plain_cell(row.cells[place]))]
        if place in found.values() or not cells:
            continue
        for field, fits in fitting.items():
            if field not in found and sum(map(fits, cells)) >= _MOST_OF_THEM * len(cells):
                found[field] = place
                break
    return found


def passes(check: Callable[[str], object]) -> Fits:
    """Return whether a cell passes a check that refuses by raising, or by None."""

    def fits(cell: str) -> bool:
        try:
            return check(cell) is not None
        except BadInput:
            return False

    return fits


def require_columns(columns: Columns, needed: tuple[str, ...]) -> None:
    """Let nothing be taken in before every needed field has its column.

    Raises:
        BadInput: ``COLUMN_MISSING``, naming the first.
    """
    for field in needed:
        if field not in columns:
            raise BadInput("COLUMN_MISSING", field=field)
