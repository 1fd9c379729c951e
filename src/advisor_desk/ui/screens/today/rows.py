"""The rows and facts of Today, painted."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.today.state import Fact, Line
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets import Icon, Label
from advisor_desk.ui.widgets.neighbours import ENTER

ICON = 20
LEAD = 72
HEIGHT = 52


class LineRow(QAbstractButton):
    """A row of two lines with an icon or a day before them. Enter, Space and a click open it."""

    def __init__(self, look: Look, line: Line, name: str) -> None:
        super().__init__()
        self._look = look
        self.line = line
        self.setObjectName(name)
        self.setText(line.first)
        spoken = (line.lead, line.first, line.second)
        self.setAccessibleName(look.words.say("LIST_COMMA").join(one for one in spoken if one))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        lines = look.theme.px("body") + look.theme.px("caption")
        self.setFixedHeight(max(HEIGHT, round(lines * 1.45) + 12))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one row."""
        return QSize(240, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it."""
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the tint under the hand, the icon or day, and both lines."""
        painter = QPainter(self)
        theme, line = self._look.theme, self.line
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), theme.color("primary_tint"))
        left = float(theme.size("m"))
        if line.lead:
            painter.setFont(theme.font("strong"))
            painter.setPen(theme.color(line.tone))
            wide = painter.fontMetrics().horizontalAdvance(line.lead)
            place = QRectF(left, 0, wide + 1, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line.lead)
            left += max(LEAD, wide + theme.size("m"))
        elif line.icon:
            ink = theme.color(line.tone)
            pixmap = icon_pixmap(line.icon, ink, ICON, self.devicePixelRatioF())
            painter.drawPixmap(int(left), (self.height() - ICON) // 2, pixmap)
            left += ICON + 12
        self._paint_lines(painter, left)
        painter.end()

    def _paint_lines(self, painter: QPainter, left: float) -> None:
        theme = self._look.theme
        room = self.width() - left - theme.size("m")
        half = self.height() / 2
        for text, kind, tone, top in (
            (self.line.first, "body", "ink", 5.0),
            (self.line.second, "caption", "ink_2", half),
        ):
            painter.setFont(theme.font(kind))
            painter.setPen(theme.color(tone))
            metrics = painter.fontMetrics()
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            place = QRectF(left, top, room, half - 5)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cut)


class FactCell(QWidget):
    """One fact of the strip: an icon and two lines."""

    def __init__(self, look: Look, fact: Fact) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(Icon(look, fact.icon, fact.tone, ICON), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(look, fact.first, wrap=False))
        lines.addWidget(Label(look, fact.second, "caption", "ink_2", wrap=False))
        row.addLayout(lines, 1)
