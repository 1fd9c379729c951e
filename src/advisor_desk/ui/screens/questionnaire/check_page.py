"""The check list: every question with its answer, read before it counts."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.questionnaire.answers import CheckLine
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets import Label
from advisor_desk.ui.widgets.neighbours import press_or_step

WIDTH = 1120
ROOM = 472  # of the lines, between the heading and the buttons
GAP = 4
PAD = 12
COLUMN_GAP = 24
ICON = 24
LEAST = 48  # a row is a target too


class CheckRow(QAbstractButton):
    """A question and its answer; pressing it goes to the question."""

    def __init__(self, look: Look, line: CheckLine, height: int, answer_at: int) -> None:
        super().__init__()
        self._answer_at = answer_at
        self._look = look
        self.line = line
        self.setObjectName(f"check.{line.item}")
        self.setAccessibleName(f"{line.number} {line.short} {line.answer}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(height)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one row."""
        return QSize(480, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it; arrows go to the neighbours."""
        if not press_or_step(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint question and answer, and a hairline below; an open one has a mark."""
        theme = self._look.theme
        painter = QPainter(self)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.fillRect(self.rect(), theme.color("primary_tint"))
        painter.setFont(theme.font("client_body"))
        if self._answer_at:
            whole = QRectF(PAD, 0, self.width() - 2 * PAD, self.height() - 2)
            self._paint_asked(painter, whole)
            self._paint_answer(painter, whole.adjusted(self._answer_at, 0, 0, 0))
        else:
            pitch = text_pitch(self._look)
            top = (self.height() - 2 * pitch) / 2 - 1
            first = QRectF(PAD, top, self.width() - 2 * PAD, pitch)
            self._paint_asked(painter, first)
            self._paint_answer(painter, first.translated(0, pitch))
        painter.setPen(QPen(theme.color("quiet_line"), 1))
        painter.drawLine(PAD, self.height() - 1, self.width() - PAD, self.height() - 1)
        painter.end()

    def _paint_asked(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(self._look.theme.color("ink_2"))
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, asked_words(self._look, self.line))

    def _paint_answer(self, painter: QPainter, place: QRectF) -> None:
        ink = self._look.theme.color("ink" if self.line.is_answered else "warn")
        if not self.line.is_answered:
            mark = icon_pixmap("alert-triangle", ink, ICON, self.devicePixelRatioF())
            top = place.top() + (place.height() - ICON) / 2
            painter.drawPixmap(int(place.left()), int(top), mark)
            place = place.adjusted(ICON + 8, 0, 0, 0)
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.line.answer)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page; ``answer_at`` 0: the answer stands below its question."""

    lines: tuple[CheckLine, ...]
    columns: int
    height: int
    answer_at: int


def text_pitch(look: Look) -> int:
    """Return the height of one line: tighter than the font's own, as on a list."""
    return round(look.theme.px("client_body") * 1.25)


def asked_words(look: Look, line: CheckLine) -> str:
    """Return a question with its number."""
    return look.words.say("QUESTIONNAIRE_CHECK_SHORT", number=line.number, short=line.short)


def sheets(look: Look, lines: tuple[CheckLine, ...]) -> tuple[Sheet, ...]:
    """Put the lines on as few pages as hold them.

    Two columns on one page where every answer fits its column; else one column, the answer beside
    its question where that fits, else below it.
    """
    metrics = QFontMetrics(look.theme.font("client_body"))
    mark = ICON + 8
    answers = max((metrics.horizontalAdvance(one.answer) + mark for one in lines), default=0)
    asked = max((metrics.horizontalAdvance(asked_words(look, one)) for one in lines), default=0)
    two_lines = 2 * text_pitch(look) + 4
    narrow = max(answers, asked) + 2 * PAD <= (WIDTH - COLUMN_GAP) // 2
    if narrow and len(lines) <= 2 * _rows(two_lines):
        return (Sheet(lines, 2, two_lines, 0),)
    beside = asked + COLUMN_GAP
    height = max(LEAST, text_pitch(look) + 16)
    if beside + answers + 2 * PAD > WIDTH:
        beside, height = 0, two_lines
    pages = -(-len(lines) // _rows(height))
    each = -(-len(lines) // max(pages, 1))
    parts = [lines[at : at + each] for at in range(0, len(lines), max(each, 1))]
    return tuple(Sheet(part, 1, height, beside) for part in parts)


def _rows(height: int) -> int:
    return (ROOM + GAP) // (height + GAP)


class CheckPage(QWidget):
    """One page of the check list. ``chosen`` names the question whose row was pressed."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Sheet | None = None
        self._rows = QWidget()
        self._title = Label(look, "", "client_lead")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.theme.size("s"))
        self._column.addWidget(self._title)
        self._column.addWidget(self._rows)
        self._column.addStretch(1)

    def show_sheet(self, sheet: Sheet, title: str, *, can_change: bool = True) -> None:
        """Show the lines of one page; what is only read cannot be pressed."""
        self._title.say(title)
        if sheet == self._shown:
            return
        self._shown = sheet
        old, self._rows = self._rows, self._built(sheet)
        self._rows.setEnabled(can_change)
        self._column.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()

    def _built(self, sheet: Sheet) -> QWidget:
        """Return the rows on a ground of their own: shown at once, not one after the other."""
        ground = QWidget()
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GAP)
        grid.setHorizontalSpacing(COLUMN_GAP)
        rows = -(-len(sheet.lines) // sheet.columns)
        for place, line in enumerate(sheet.lines):
            row = CheckRow(self._look, line, sheet.height, sheet.answer_at)
            row.clicked.connect(self._pressed)
            grid.addWidget(row, place % rows, place // rows)
        for column in range(2):
            grid.setColumnStretch(column, 1 if column < sheet.columns else 0)
        return ground

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, CheckRow):
            self.chosen.emit(row.line.item)
