"""Tables and texts of any length: many strips, with a head that is repeated on each page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from advisor_desk.forms.cells import (
    LABEL_BAND,
    LABEL_SIZE,
    PADDING,
    VALUE_SIZE,
    fitted_or_refused,
    leading,
    put_label,
    put_lines,
)
from advisor_desk.forms.fonts import EM, faces
from advisor_desk.forms.grid import COLUMN, LEFT, WIDTH, Strip
from advisor_desk.forms.schema import Column, ProseRow, TableRow
from advisor_desk.forms.sheet import LABEL, POINTS, Area, Sheet
from advisor_desk.forms.typesetting import Fitted, broken
from advisor_desk.forms.values import Filled

TABLE_SIZE, TABLE_HEAD, TABLE_PADDING = 9.0, 5.2, 1.5
_BELOW_LAST = 1.0
_MOST_LINES = 40  # of a table row: it must fit a page


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a long text."""

    field: str
    text: str
    last: bool
    head: "Strip | None"
    ruled: bool = False

    @property
    def height(self) -> float:
        return leading(VALUE_SIZE) + (_BELOW_LAST if self.last else 0.0)

    def place(self, sheet: Sheet, top: float) -> None:
        area = Area(LEFT, top, WIDTH, leading(VALUE_SIZE))
        if self.text:
            fitted = Fitted((self.text,), VALUE_SIZE)
            put_lines(sheet, self.field, area, top + 3.5, fitted, bold=False)


@dataclass(frozen=True, slots=True)
class _LineHead:
    """The label of a long text."""

    label: str
    height: float = LABEL_BAND
    ruled: bool = True
    head: "Strip | None" = None

    def place(self, sheet: Sheet, top: float) -> None:
        put_label(sheet, Area(LEFT, top, WIDTH, LABEL_BAND), self.label)


def prose_strips(row: ProseRow, filled: Filled) -> Iterator[Strip]:
    """Yield a text's label and its lines."""
    label = filled.words(f"label.{row.field}")
    room = (WIDTH - 2 * PADDING) * POINTS * EM / VALUE_SIZE
    lines = broken(filled.texts[row.field], faces(filled.language), room)
    head = _LineHead(label)
    again = _LineHead(filled.words("continued").format(title=label))
    yield head
    for number, line in enumerate(lines, start=1):
        yield _Line(row.field, line, number == len(lines), head if number == 1 else again)


@dataclass(frozen=True, slots=True)
class _TableHead:
    columns: tuple[tuple[Column, str], ...]
    height: float = TABLE_HEAD
    ruled: bool = True
    head: "Strip | None" = None

    def place(self, sheet: Sheet, top: float) -> None:
        left = LEFT
        for column, title in self.columns:
            area = Area(left, top, column.columns * COLUMN, self.height)
            if column.right:
                sheet.text(
                    area.right - PADDING, top + 3.6, title, LABEL_SIZE, grey=LABEL, align="right"
                )
            else:
                put_label(sheet, Area(left, top + 0.5, area.width, self.height), title)
            left = area.right
        _rules(sheet, [column for column, _ in self.columns], top, self.height)


@dataclass(frozen=True, slots=True)
class _TableRow:
    field: str
    cells: tuple[tuple[Column, Fitted], ...]
    head: "Strip | None"
    ruled: bool = True

    @property
    def height(self) -> float:
        tallest = max(len(text.lines) * leading(text.size) for _, text in self.cells)
        return tallest + TABLE_PADDING

    def place(self, sheet: Sheet, top: float) -> None:
        left = LEFT
        for column, text in self.cells:
            area = Area(left, top, column.columns * COLUMN, self.height)
            name = f"{self.field}.{column.name}"
            baseline = top + 4.1
            if column.right:
                sheet.text(area.right - PADDING, baseline, text.lines[0], text.size, align="right")
                sheet.value(
                    name, Area(left, top, area.width, 4.1), baseline, text.size, text.lines[0]
                )
            elif text.lines != ("",):
                put_lines(sheet, name, area, baseline, text, bold=column.bold)
            left = area.right
        _rules(sheet, [column for column, _ in self.cells], top, self.height)


def _rules(sheet: Sheet, columns: Sequence[Column], top: float, height: float) -> None:
    edges = [LEFT]
    for column in columns:
        edges.append(edges[-1] + column.columns * COLUMN)
    for _, edge in list(pairwise(edges))[:-1]:
        sheet.line(edge, top, edge, top + height)


def table_strips(row: TableRow, filled: Filled) -> Iterator[Strip]:
    """Yield a table's head and rows; one row says so where there are none."""
    titles = tuple(
        (column, filled.words(f"label.{row.field}.{column.name}")) for column in row.columns
    )
    head = _TableHead(titles)
    yield head
    rows = filled.tables[row.field]
    for number, texts in enumerate(rows, start=1):
        name = f"{row.field}[{number}]"
        yield _TableRow(name, tuple(_table_cells(row, texts, name, filled)), head)
    if not rows:
        none = Column(name="none", columns=12)
        fitted = fitted_or_refused(filled.words("none"), row.field, filled, WIDTH, bold=False)
        yield _TableRow("", ((none, fitted),), head)


def _table_cells(
    row: TableRow, texts: Sequence[str], name: str, filled: Filled
) -> Iterator[tuple[Column, Fitted]]:
    for column, text in zip(row.columns, texts, strict=True):
        yield (
            column,
            fitted_or_refused(
                text,
                f"{name}.{column.name}",
                filled,
                column.columns * COLUMN,
                bold=column.bold,
                largest=TABLE_SIZE,
                lines=1 if column.right else _MOST_LINES,
            ),
        )
