"""Rows: reasons with their clause, rows that can be pressed, and empty places that help."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.button import Button
from advisor_desk.ui.widgets.icon import Icon
from advisor_desk.ui.widgets.label import Label
from advisor_desk.ui.widgets.neighbours import press_or_step

_TONES = {
    "stop": ("ban", "stop"),
    "duty": ("alert-triangle", "warn"),
    "ok": ("circle-check", "ok"),
    "info": ("point", "ink_3"),
}


class ReasonRow(QWidget):
    """A reason: icon, sentence, an optional second line, the clause at the right."""

    def __init__(
        self, look: Look, tone: str, text: str, clause: str = "", second: str = ""
    ) -> None:
        super().__init__()
        icon, ink = _TONES[tone]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(look.theme.size("s"))
        row.addWidget(Icon(look, icon, ink, 20), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(look, text))
        if second:
            lines.addWidget(Label(look, second, "caption", "ink_2"))
        lines.addStretch(1)
        row.addLayout(lines, 1)
        if clause:
            at_top = Qt.AlignmentFlag.AlignTop
            row.addWidget(Label(look, clause, "caption", "ink_3", wrap=False), 0, at_top)


class Hairline(QFrame):
    """One line between rows."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self.setStyleSheet(f"background: {look.theme.hex('line')}; border: none;")


class RowButton(QAbstractButton):
    """A row that can be pressed: two lines at the left, one at the right, a bar where current."""

    def __init__(
        self, look: Look, text: str, second: str = "", trailing: str = "", name: str = ""
    ) -> None:
        super().__init__()
        self._look = look
        self._second = second
        self._trailing = trailing
        self.is_current = False
        self.setText(text)
        self.setObjectName(name)
        self.setAccessibleName(" ".join(one for one in (text, second, trailing) if one))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._first_high = QFontMetrics(look.theme.font("body")).height()
        self._second_high = QFontMetrics(look.theme.font("caption")).height() if second else 0
        at_least = 48 if second else look.theme.size("row")
        self.setFixedHeight(max(at_least, self._first_high + self._second_high + 8))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one row."""
        return QSize(200, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it; arrows go to the neighbours."""
        if not press_or_step(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint tint, bar and the texts, cut with an ellipsis where they are too long."""
        painter = QPainter(self)
        color, font = self._look.theme.color, self._look.theme.font
        if self.is_current or self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), color("primary_tint"))
        if self.is_current:
            painter.fillRect(0, 0, 3, self.height(), color("primary"))
        pad = 12
        painter.setFont(font("caption"))
        right = painter.fontMetrics().horizontalAdvance(self._trailing) + 1
        painter.setPen(color("ink_2"))
        end = QRectF(self.width() - pad - right, 0, right, self.height())
        painter.drawText(end, Qt.AlignmentFlag.AlignVCenter, self._trailing)
        room = self.width() - 2 * pad - right - pad
        top = (self.height() - self._first_high - self._second_high) / 2
        first = QRectF(pad, top, room, self._first_high)
        self._paint_line(painter, first, self.text(), "body", "ink")
        if self._second:
            below = QRectF(pad, top + self._first_high, room, self._second_high)
            self._paint_line(painter, below, self._second, "caption", "ink_2")
        painter.end()

    def _paint_line(
        self, painter: QPainter, place: QRectF, text: str, kind: str, tone: str
    ) -> None:
        painter.setFont(self._look.theme.font(kind))
        painter.setPen(self._look.theme.color(tone))
        cut = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)


class EmptyState(QWidget):
    """An empty place: what would stand here, and the one thing to do."""

    pressed = Signal()

    def __init__(
        self, look: Look, icon: str, title: str, text: str, button: str = "", name: str = ""
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(look.theme.size("s"))
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(Icon(look, icon, "ink_3", 32), 0, middle)
        for said, kind, tone in ((title, "card_title", "ink"), (text, "body", "ink_2")):
            label = Label(look, said, kind, tone)
            label.setAlignment(middle)
            column.addWidget(label)
        if button:
            press = Button(look, button, name=name)
            press.clicked.connect(self.pressed)
            column.addWidget(press, 0, middle)
        column.addStretch(2)
