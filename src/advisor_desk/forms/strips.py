"""The rows of a section as strips across the page: what a page break may fall between.

A long table or text is many strips; its head is repeated where it goes on on the next page.
"""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from advisor_desk.domain.languages import Language
from advisor_desk.forms.cells import (
    COLUMN,
    INSET,
    LABEL_BAND,
    LABEL_SIZE,
    PADDING,
    VALUE_SIZE,
    Placed,
    fitted_or_refused,
    leading,
    measured,
    put_label,
    put_lines,
)
from advisor_desk.forms.fonts import EM, faces, script_of
from advisor_desk.forms.schema import (
    Cell,
    CellRow,
    Column,
    CopiedRow,
    ProseRow,
    Section,
    TableRow,
)
from advisor_desk.forms.sheet import BLACK, LABEL, POINTS, RULE, Area, Sheet
from advisor_desk.forms.typesetting import Fitted, broken
from advisor_desk.forms.values import Filled

LEFT, WIDTH = 15.0, 180.0
CHARACTER_BOX_MIN, CHARACTER_ROW = 9.0, 10.5
HAND_LETTER = 3.2  # millimetres a handwritten Latin letter takes
TABLE_SIZE, TABLE_HEAD, TABLE_PADDING = 9.0, 5.2, 1.5
_BELOW_LAST = 1.0
_MOST_LINES = 40  # of a table row: it must fit a page


class Strip(Protocol):
    """A part of a section that is never broken."""

    @property
    def height(self) -> float:
        """Return millimetres."""
        ...

    @property
    def ruled(self) -> bool:
        """Say whether a rule stands above it."""
        ...

    @property
    def head(self) -> "Strip | None":
        """Return what is repeated above it at the top of a page."""
        ...

    def place(self, sheet: Sheet, top: float) -> None:
        """Put the strip on the sheet."""
        ...


def strips_of(section: Section, filled: Filled) -> list[Strip]:
    """Return a section's strips, its texts fitted.

    Raises:
        BadInput: ``TEXT_TOO_WIDE`` naming the field.
    """
    strips: list[Strip] = []
    rows = [row for row in section.row if _applies(row, filled)]
    at = 0
    while at < len(rows):
        row = rows[at]
        if isinstance(row, CellRow):
            reach = max(cell.rows for cell in row.cells)
            group = [each for each in rows[at : at + reach] if isinstance(each, CellRow)]
            strips.append(_Cells.of(group, filled))
            at += len(group)
            continue
        strips.extend(_strips_of_row(row, filled))
        at += 1
    return strips


def _applies(row: CellRow | CopiedRow | ProseRow | TableRow, filled: Filled) -> bool:
    if not isinstance(row, CellRow):
        return True
    return filled.is_on(row.only_if) and not (row.unless and filled.is_on(row.unless))


def _strips_of_row(row: CopiedRow | ProseRow | TableRow, filled: Filled) -> Iterator[Strip]:
    if isinstance(row, CopiedRow):
        yield _Copied.of(row, filled)
    elif isinstance(row, ProseRow):
        yield from _prose(row, filled)
    else:
        yield from _table(row, filled)


@dataclass(frozen=True, slots=True)
class _Cells:
    """Rows of cells; a cell may reach over the rows below the first."""

    rows: tuple[tuple[tuple[Cell, Placed], ...], ...]
    heights: tuple[float, ...]
    ruled: bool = True
    head: "Strip | None" = None

    @classmethod
    def of(cls, rows: Sequence[CellRow], filled: Filled) -> "_Cells":
        placed = tuple(
            tuple((cell, measured(cell, filled, row.height)) for cell in row.cells) for row in rows
        )
        heights = tuple(
            max(row.height, *(cell.height for shape, cell in cells if shape.rows == 1))
            for row, cells in zip(rows, placed, strict=True)
        )
        return cls(placed, heights)

    @property
    def height(self) -> float:
        return sum(self.heights)

    def place(self, sheet: Sheet, top: float) -> None:
        end = top + self.height
        for number, (cells, height) in enumerate(zip(self.rows, self.heights, strict=True)):
            left = LEFT
            for shape, cell in cells:
                reach = height if shape.rows == 1 else end - top
                area = Area(left, top, shape.columns * COLUMN, reach)
                if left > LEFT:
                    grey = BLACK if shape.block else RULE
                    sheet.line(left, top, left, area.bottom, grey)
                cell.place(sheet, area)
                left = area.right
            top += height
            if number < len(self.rows) - 1:
                ends = LEFT + sum(shape.columns for shape, _ in self.rows[number + 1]) * COLUMN
                sheet.line(LEFT, top, ends, top)


@dataclass(frozen=True, slots=True)
class _Copied:
    """The sentence to copy, and blank boxes for its characters; lines for a Latin sentence."""

    field: str
    prompt: str
    statement: Fitted
    script: Language
    rows: int
    boxes: int
    ruled: bool = True
    head: "Strip | None" = None

    @classmethod
    def of(cls, row: CopiedRow, filled: Filled) -> "_Copied":
        text = filled.texts[row.field]
        prompt = filled.words(f"label.{row.field}")
        taken = faces(filled.language).width(prompt) * VALUE_SIZE / EM / POINTS + 2.0
        fitted = fitted_or_refused(text, row.field, filled, WIDTH - taken, bold=True, lines=4)
        script = script_of(text, filled.language)
        if any(unicodedata.east_asian_width(character) == "W" for character in text):
            rows = math.ceil(len(text) / (WIDTH // CHARACTER_BOX_MIN))
            return cls(row.field, prompt, fitted, script, rows, math.ceil(len(text) / rows))
        rows = math.ceil(len(text) * HAND_LETTER / WIDTH)
        return cls(row.field, prompt, fitted, script, rows, 0)

    @property
    def height(self) -> float:
        return self._model_height + self.rows * CHARACTER_ROW

    @property
    def _model_height(self) -> float:
        return 6.6 + (len(self.statement.lines) - 1) * leading(self.statement.size)

    def place(self, sheet: Sheet, top: float) -> None:
        taken = faces(sheet.language).width(self.prompt) * VALUE_SIZE / EM / POINTS + 2.0
        baseline = top + 4.6
        sheet.text(LEFT + PADDING, baseline, self.prompt, VALUE_SIZE, grey=LABEL)
        model = Area(LEFT + taken, top, WIDTH - taken, self._model_height)
        put_lines(sheet, self.field, model, baseline, self.statement, bold=True, script=self.script)
        first = top + self._model_height
        for row in range(self.rows):
            self._row(sheet, first + row * CHARACTER_ROW)
        height = self.rows * CHARACTER_ROW - 2 * INSET
        sheet.hand(self.field, Area(LEFT + INSET, first + INSET, WIDTH - 2 * INSET, height))

    def _row(self, sheet: Sheet, top: float) -> None:
        sheet.line(LEFT, top, LEFT + WIDTH, top, BLACK)
        for number in range(1, self.boxes):
            x = LEFT + number * WIDTH / self.boxes
            sheet.line(x, top, x, top + CHARACTER_ROW, BLACK)


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


def _prose(row: ProseRow, filled: Filled) -> Iterator[Strip]:
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


def _table(row: TableRow, filled: Filled) -> Iterator[Strip]:
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
