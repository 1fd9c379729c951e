"""The cells of a row: each knows the height it needs, then places itself in the area it gets.

All first lines of a row share one base line, whatever grows beside them.
"""

from dataclasses import dataclass
from typing import Protocol

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.fonts import EM, faces
from advisor_desk.forms.grid import COLUMN
from advisor_desk.forms.schema import (
    AmountCell,
    Cell,
    ChoiceCell,
    HandCell,
    SignatureCell,
    ValueCell,
    WordsCell,
)
from advisor_desk.forms.sheet import (
    LABEL,
    POINTS,
    Area,
    Sheet,
)
from advisor_desk.forms.typesetting import SMALLEST, Fitted, broken, fit
from advisor_desk.forms.values import Filled

PADDING = 1.3
LABEL_SIZE, SMALLER, VALUE_SIZE, AMOUNT_SIZE = 7.0, 8.5, 9.5, 13.0
LABEL_BASELINE, FIRST_BASELINE = 3.1, 7.0
WIDE = 120.0  # words in narrower cells are set smaller
INSET = 0.6  # a blank box keeps clear of its rules
LABEL_BAND = 4.0  # what a label takes of a box for the hand
ABOVE_RULE = 2.0  # from the last base line to the rule
LEADING, WORDS_PADDING = 1.32, 3.0
BOX, BOX_GAP, OPTION_GAP = 3.3, 1.4, 3.0


class Placed(Protocol):
    """A measured cell: ``height`` is the least it needs, given the row's own height."""

    @property
    def height(self) -> float:
        """Return millimetres."""
        ...

    def place(self, sheet: Sheet, area: Area) -> None:
        """Put the cell on the sheet."""
        ...


def measured(cell: Cell, filled: Filled, row_height: float) -> Placed:
    """Return a cell with its text fitted.

    Raises:
        BadInput: ``TEXT_TOO_WIDE`` naming the field.
    """
    width = cell.columns * COLUMN
    if isinstance(cell, WordsCell):
        return _Words.of(filled.words(f"words.{cell.words}"), cell.bold, filled, width)
    if isinstance(cell, ChoiceCell):
        return _Choice.of(cell, filled, width, row_height)
    if isinstance(cell, HandCell | SignatureCell):
        return blank_box(cell, filled, row_height)
    return _written(cell, filled, width, row_height)


def blank_box(
    cell: HandCell | SignatureCell, filled: Filled, height: float, page: int = 0
) -> Placed:
    """Return a box for the hand; on a further page its name says so: ``client_p2``."""
    return _Hand(cell, filled, height, f"{cell.name}_p{page + 1}" if page else cell.name)


def _written(cell: ValueCell | AmountCell, filled: Filled, width: float, height: float) -> Placed:
    text = filled.texts[cell.field]
    off = not filled.is_on(cell.only_if)
    if not text and not off and cell.empty == "by_hand":
        by_hand = HandCell(kind="hand", name=cell.field, columns=cell.columns)
        return blank_box(by_hand, filled, height)
    is_amount = isinstance(cell, AmountCell)
    bold = isinstance(cell, AmountCell) or cell.bold
    shown = text or filled.words("not_applicable")
    largest = AMOUNT_SIZE if is_amount else VALUE_SIZE
    fitted = fitted_or_refused(
        shown, cell.field, filled, width, bold=bold, largest=largest, lines=cell.lines
    )
    return _Written(cell.field, filled.words(f"label.{cell.field}"), fitted, bold, height, text)


def fitted_or_refused(
    text: str,
    field: str,
    filled: Filled,
    width: float,
    *,
    bold: bool,
    largest: float = VALUE_SIZE,
    lines: int = 1,
) -> Fitted:
    """Return a text fitted into a cell of ``width`` millimetres; never cut, never below 8 pt."""
    room = (width - 2 * PADDING) * POINTS
    found = fit(text, faces(filled.language, bold=bold), room, largest=largest, lines=lines)
    if found is None:
        raise BadInput("TEXT_TOO_WIDE", field=field, lines=lines, millimetres=f"{width:g}")
    return found


def put_label(sheet: Sheet, area: Area, text: str) -> None:
    """Set a label at the upper left of a cell, smaller only where a template's word is long."""
    room = (area.width - 2 * PADDING) * POINTS
    widest = faces(sheet.language).width(text) * LABEL_SIZE / EM
    size = LABEL_SIZE if widest <= room else LABEL_SIZE * room / widest
    sheet.text(area.left + PADDING, area.top + LABEL_BASELINE, text, round(size, 2), grey=LABEL)


def put_lines(
    sheet: Sheet,
    field: str,
    area: Area,
    baseline: float,
    fitted: Fitted,
    *,
    bold: bool,
    script: Language | None = None,
) -> None:
    """Set the lines of a value and note where it stands, unless ``field`` is empty."""
    step = leading(fitted.size)
    for number, line in enumerate(fitted.lines):
        sheet.text(
            area.left + PADDING,
            baseline + number * step,
            line,
            fitted.size,
            bold=bold,
            script=script,
        )
    if field:
        last = baseline + (len(fitted.lines) - 1) * step
        inside = Area(area.left, area.top, area.width, last - area.top)
        sheet.value(field, inside, baseline, fitted.size, "".join(fitted.lines))


def leading(size: float) -> float:
    """Return millimetres from one base line to the next."""
    return size * LEADING / POINTS


@dataclass(frozen=True, slots=True)
class _Written:
    field: str
    label: str
    fitted: Fitted
    bold: bool
    row_height: float
    value: str

    @property
    def height(self) -> float:
        extra = (len(self.fitted.lines) - 1) * leading(self.fitted.size)
        return max(self.row_height, self._first_baseline + extra + ABOVE_RULE)

    @property
    def _first_baseline(self) -> float:
        if self.fitted.size <= VALUE_SIZE:
            return FIRST_BASELINE
        if len(self.fitted.lines) > 1:
            return LABEL_BASELINE + 1.0 + self.fitted.size * 0.92 / POINTS
        return self.row_height - ABOVE_RULE

    def place(self, sheet: Sheet, area: Area) -> None:
        put_label(sheet, area, self.label)
        name = self.field if self.value else ""
        put_lines(sheet, name, area, area.top + self._first_baseline, self.fitted, bold=self.bold)


@dataclass(frozen=True, slots=True)
class _Words:
    fitted: Fitted
    bold: bool

    @classmethod
    def of(cls, text: str, bold: bool, filled: Filled, width: float) -> "_Words":
        size = VALUE_SIZE if width > WIDE else SMALLER
        room = (width - 2 * PADDING) * POINTS * EM / size
        return cls(Fitted(broken(text, faces(filled.language, bold=bold), room), size), bold)

    @property
    def height(self) -> float:
        return len(self.fitted.lines) * leading(self.fitted.size) + WORDS_PADDING

    def place(self, sheet: Sheet, area: Area) -> None:
        step = leading(self.fitted.size)
        block = (len(self.fitted.lines) - 1) * step + self.fitted.size * 0.72 / POINTS
        first = area.top + (area.height - block) / 2 + self.fitted.size * 0.72 / POINTS
        put_lines(sheet, "", area, first, self.fitted, bold=self.bold)


@dataclass(frozen=True, slots=True)
class _Choice:
    cell: ChoiceCell
    filled: Filled
    texts: tuple[str, ...]
    size: float
    height: float

    @classmethod
    def of(cls, cell: ChoiceCell, filled: Filled, width: float, row_height: float) -> "_Choice":
        texts = tuple(filled.words(f"option.{cell.field}.{option}") for option in cell.options)
        kept = faces(filled.language)
        taken = len(texts) * (BOX + BOX_GAP) + (len(texts) - 1) * OPTION_GAP
        room = (width - 2 * PADDING - taken) * POINTS
        widest = sum(kept.width(text) for text in texts) / EM
        size = min(VALUE_SIZE, room / widest)
        if size < SMALLEST:
            raise BadInput("TEXT_TOO_WIDE", field=cell.field, lines=1, millimetres=f"{width:g}")
        return cls(cell, filled, texts, size, row_height)

    def place(self, sheet: Sheet, area: Area) -> None:
        put_label(sheet, area, self.filled.words(f"label.{self.cell.field}"))
        kept = faces(sheet.language)
        widths = [kept.width(text) * self.size / EM / POINTS for text in self.texts]
        taken = sum(widths) + len(widths) * (BOX + BOX_GAP) + 2 * PADDING
        gap = min(6.0, (area.width - taken) / max(len(widths) - 1, 1))
        left = area.left + PADDING
        baseline = area.bottom - ABOVE_RULE + 0.2
        chosen = self.filled.chosen[self.cell.field]
        for option, text, width in zip(self.cell.options, self.texts, widths, strict=True):
            box = Area(left, baseline - BOX + 0.5, BOX, BOX)
            sheet.tick(self.cell.field, option, box, ticked=option in chosen)
            sheet.text(left + BOX + BOX_GAP, baseline, text, self.size)
            left += BOX + BOX_GAP + width + gap


@dataclass(frozen=True, slots=True)
class _Hand:
    """A blank box, or a diagonal where it does not apply."""

    cell: HandCell | SignatureCell
    filled: Filled
    height: float
    name: str

    def place(self, sheet: Sheet, area: Area) -> None:
        put_label(sheet, area, self.filled.words(f"label.{self.cell.name}"))
        if not self.filled.is_on(self.cell.only_if):
            strike(sheet, area, self.filled.words("not_applicable"))
            return
        if self.cell.unless and self.filled.is_on(self.cell.unless):
            strike(sheet, area, self.filled.words(f"struck.{self.cell.unless}"))
            return
        taken = LABEL_BAND + INSET
        blank = Area(
            area.left + INSET, area.top + LABEL_BAND, area.width - 2 * INSET, area.height - taken
        )
        if isinstance(self.cell, SignatureCell):
            sheet.signature(self.name, blank)
        else:
            sheet.hand(self.name, blank)


def strike(sheet: Sheet, area: Area, words: str) -> None:
    """Draw the diagonal of a box that does not apply, with the words below it."""
    sheet.line(area.left, area.bottom, area.right, area.top)
    size = LABEL_SIZE + 0.5
    sheet.text(area.right - PADDING, area.bottom - 1.6, words, size, align="right")
