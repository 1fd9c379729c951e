"""The adviser's mirror: number, question, answer, who answered. Read-only, and without a score."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.questionnaire.answers import MirrorRow
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets import Card, Hairline, clear
from advisor_desk.ui.widgets.neighbours import press_or_step

PAD = 12
NUMBER = 32
WHO = 120
QUESTION_SHARE = 0.38  # of the room between number and who
ICON = 16
LEAST_WIDTH = 676  # of the page at the smallest window


class _Columns:
    """Where the four columns begin, for rows and head alike."""

    def __init__(self, width: int, scale: float) -> None:
        number, who = round(NUMBER * scale), round(WHO * scale)
        room = width - 2 * PAD - number - who
        self.question = PAD + number
        self.answer = self.question + int(room * QUESTION_SHARE)
        self.who = width - PAD - who
        self.end = width - PAD


class MirrorHead(QWidget):
    """The names of the columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedHeight(round(28 * look.theme.scale))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint four words."""
        painter = QPainter(self)
        painter.setFont(self._look.theme.font("caption"))
        painter.setPen(self._look.theme.color("ink_2"))
        columns, words = _Columns(self.width(), self._look.theme.scale), self._look.words
        for left, code in (
            (PAD, "QUESTIONNAIRE_HEAD_NUMBER"),
            (columns.question, "QUESTIONNAIRE_HEAD_QUESTION"),
            (columns.answer, "QUESTIONNAIRE_HEAD_ANSWER"),
            (columns.who, "QUESTIONNAIRE_HEAD_WHO"),
        ):
            place = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words.say(code))
        painter.end()


class MirrorRowButton(QAbstractButton):
    """One question. Pressing it selects it for the buttons below; the client sees nothing of it."""

    def __init__(self, look: Look, row: MirrorRow) -> None:
        super().__init__()
        self._look = look
        self.row = row
        self._is_selected = False
        self._is_long = False
        self._asks_long = False
        self.setObjectName(f"mirror.{row.item}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fit_height()

    def show_row(self, row: MirrorRow, *, is_selected: bool) -> None:
        """Show how the question stands."""
        self.row = row
        self._is_selected = is_selected
        helped = self._look.words.say("QUESTIONNAIRE_HELPED") if row.asked_help else ""
        said = (str(row.number or ""), row.short, row.answer, row.who, helped)
        self.setToolTip(helped)
        self.setAccessibleName(" ".join(one for one in said if one))
        self._fit_height()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Give a long answer a second line."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        columns = _Columns(max(self.width(), LEAST_WIDTH), self._look.theme.scale)
        metrics = QFontMetrics(self._look.theme.font("body"))
        wide = metrics.horizontalAdvance
        self._is_long = wide(self.row.answer) > columns.who - 8 - columns.answer
        self._asks_long = wide(self.row.short) > columns.answer - 8 - columns.question
        low = self._look.theme.size("row_dense") - 1
        high = low + 8 if self._is_long or self._asks_long else low
        self.setFixedHeight(round(high * self._look.theme.scale))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one dense row."""
        return QSize(400, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter select it; arrows go to the neighbours."""
        if not press_or_step(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint tint and bar where selected, then the four columns."""
        theme, row = self._look.theme, self.row
        painter = QPainter(self)
        if self._is_selected or self.underMouse():
            painter.fillRect(self.rect(), theme.color("primary_tint"))
        if self._is_selected:
            painter.fillRect(0, 0, 3, self.height(), theme.color("primary"))
        columns = _Columns(self.width(), self._look.theme.scale)
        tone = "ink" if row.is_answered or row.icon == "eye" else "ink_3"
        kind = "strong" if row.icon == "eye" else "body"
        self._paint(painter, str(row.number or "–"), kind, tone, PAD, columns.question)
        asked = "caption" if self._asks_long else kind
        self._paint(painter, row.short, asked, tone, columns.question, columns.answer - 8)
        if row.asked_help:  # the client asked what the words mean
            bulb = icon_pixmap("help", theme.color("ink_2"), ICON, self.devicePixelRatioF())
            painter.drawPixmap(columns.answer - ICON - 8, (self.height() - ICON) // 2, bulb)
        said = "caption" if self._is_long else "body"
        self._paint(painter, row.answer, said, tone, columns.answer, columns.who - 8)
        if row.icon:
            tone = "primary" if row.icon in ("eye", "hand-finger") else "ink_2"
            pixmap = icon_pixmap(row.icon, theme.color(tone), ICON, self.devicePixelRatioF())
            painter.drawPixmap(columns.who, (self.height() - ICON) // 2, pixmap)
            self._paint(painter, row.who, "caption", tone, columns.who + ICON + 6, columns.end)
        painter.end()

    def _paint(
        self, painter: QPainter, text: str, kind: str, tone: str, left: int, right: int
    ) -> None:
        painter.setFont(self._look.theme.font(kind))
        painter.setPen(self._look.theme.color(tone))
        place = QRectF(left, 0, right - left, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, text)


class Mirror(Card):
    """All rows. ``chosen`` names the question whose row was pressed."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        inner = self.layout()
        if isinstance(inner, QVBoxLayout):
            inner.setContentsMargins(1, 0, 1, 1)
            inner.setSpacing(0)
        self._look = look
        self._rows: dict[str, MirrorRowButton] = {}
        self.body.setSpacing(0)
        self.body.addWidget(MirrorHead(look))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addLayout(self._list)

    def show_rows(self, rows: tuple[MirrorRow, ...], selected: str) -> None:
        """Show every row; they are made anew only when other questions are asked."""
        if [row.item for row in rows] != list(self._rows):
            clear(self._list)
            self._rows = {}
            for row in rows:
                button = MirrorRowButton(self._look, row)
                button.clicked.connect(self._pressed)
                self._rows[row.item] = button
                self._list.addWidget(Hairline(self._look))
                self._list.addWidget(button)
        for row in rows:
            self._rows[row.item].show_row(row, is_selected=row.item == selected)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, MirrorRowButton):
            self.chosen.emit(button.row.item)
