"""The boxes still to be written in, numbered as they are on the page beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.set_of_forms import BoxToWrite
from advisor_desk.ui.widgets.card import clear
from advisor_desk.ui.widgets.chip import Chip
from advisor_desk.ui.widgets.label import Label
from advisor_desk.ui.widgets.page_canvas import PageMark

SIDE = 24


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A line of the list: number, what is to be written, where, and its state in a word."""

    number: int
    text: str
    where: str
    state: str
    is_done: bool


class NumberMark(QWidget):
    """A number in a circle: amber while it is missing, green once it is there."""

    def __init__(self, look: Look, number: int, *, is_done: bool) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._is_done = is_done
        self.setFixedSize(SIDE, SIDE)

    def set_done(self, *, is_done: bool) -> None:
        """Show whether it is there."""
        if is_done is not self._is_done:
            self._is_done = is_done
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint circle and number."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ok" if self._is_done else "mark_number"))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("surface" if self._is_done else "on_mark_number"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class MarkRows(QWidget):
    """One row below the other."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: tuple[MarkRow, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.size("s"))

    def show_rows(self, rows: Sequence[MarkRow]) -> None:
        """Show the rows; the same ones again change nothing."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        clear(self._column)
        for row in rows:
            self._column.addLayout(self._made(row))

    def _made(self, row: MarkRow) -> QHBoxLayout:
        look = self._look
        line = QHBoxLayout()
        line.setSpacing(look.theme.size("s"))
        line.addWidget(NumberMark(look, row.number, is_done=row.is_done))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(look, row.text))
        texts.addWidget(Label(look, row.where, "caption", "ink_2"))
        line.addLayout(texts, 1)
        tone, icon = ("ok", "check") if row.is_done else ("warn", "")
        line.addWidget(Chip(look, row.state, tone, icon))
        return line


def page_mark(
    box: BoxToWrite, number: int = 0, *, is_done: bool = False, is_now: bool = False
) -> PageMark:
    """Return a box as it is painted over its page, by its own number unless one is given."""
    return PageMark(box.page, *box.rectangle, number or box.number, is_done, is_now)
