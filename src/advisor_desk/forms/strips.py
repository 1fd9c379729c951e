"""The rows of a section as strips across the page."""

import math
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor_desk.domain.languages import Language
from advisor_desk.forms.cells import (
    INSET,
    PADDING,
    VALUE_SIZE,
    Placed,
    fitted_or_refused,
    leading,
    measured,
    put_lines,
)
from advisor_desk.forms.fonts import EM, faces, script_of
from advisor_desk.forms.grid import COLUMN, LEFT, WIDTH, Strip
from advisor_desk.forms.long_strips import prose_strips, table_strips
from advisor_desk.forms.schema import Cell, CellRow, CopiedRow, ProseRow, Section, TableRow
from advisor_desk.forms.sheet import BLACK, LABEL, POINTS, RULE, Area, Sheet
from advisor_desk.forms.typesetting import Fitted
from advisor_desk.forms.values import Filled

CHARACTER_BOX_MIN, CHARACTER_ROW = 9.0, 10.5
HAND_LETTER, HAND_LINE = 3.2, 9.0  # millimetres that handwritten Latin letters take


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
        yield from prose_strips(row, filled)
    else:
        yield from table_strips(row, filled)


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


def copied_grid(text: str) -> tuple[int, int]:
    """Return the rows a sentence is copied into, and the boxes of a row; 0: lines, no boxes."""
    if any(unicodedata.east_asian_width(character) == "W" for character in text):
        rows = math.ceil(len(text) / (WIDTH // CHARACTER_BOX_MIN))
        return rows, math.ceil(len(text) / rows)
    return math.ceil(len(text) * HAND_LETTER / WIDTH), 0


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
        rows, boxes = copied_grid(text)
        return cls(row.field, prompt, fitted, script, rows, boxes)

    @property
    def height(self) -> float:
        return self._model_height + self.rows * self._row_height

    @property
    def _row_height(self) -> float:
        return CHARACTER_ROW if self.boxes else HAND_LINE

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
            self._row(sheet, first + row * self._row_height)
        height = self.rows * self._row_height - 2 * INSET
        sheet.hand(self.field, Area(LEFT + INSET, first + INSET, WIDTH - 2 * INSET, height))

    def _row(self, sheet: Sheet, top: float) -> None:
        sheet.line(LEFT, top, LEFT + WIDTH, top, BLACK)
        for number in range(1, self.boxes):
            x = LEFT + number * WIDTH / self.boxes
            sheet.line(x, top, x, top + CHARACTER_ROW, BLACK)
