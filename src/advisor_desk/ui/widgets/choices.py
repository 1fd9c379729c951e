"""Choosing from a list, and ticking: nothing changes by passing over."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap

_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ChoiceBox(QComboBox):
    """A list that drops down. ``chosen`` comes from the user alone.

    The wheel does nothing; an arrow opens the list and changes nothing by itself.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFont(look.theme.font("body"))
        self.setFixedHeight(look.theme.size("control"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, text in choices:
            self.addItem(text, key)
        self.activated.connect(self._activated)

    def choice(self) -> str:
        """Return the key that is chosen."""
        return str(self.currentData() or "")

    def show_choice(self, key: str) -> None:
        """Show a choice without telling anybody."""
        place = self.findData(key)
        if place != self.currentIndex():
            self.setCurrentIndex(place)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the wheel on to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the list instead of changing the choice."""
        if event.key() in (*_ARROWS, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
            return
        super().keyPressEvent(event)

    def _activated(self, place: int) -> None:
        self.chosen.emit(str(self.itemData(place)))


class TickBox(QAbstractButton):
    """A box to tick. ``ticked`` comes from the user alone."""

    ticked = Signal(bool)

    def __init__(self, look: Look, text: str, name: str = "") -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setText(text)
        self.setCheckable(True)
        self.setFont(look.theme.font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(look.theme.size("control_small"))
        self.clicked.connect(self.ticked)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return box, gap and words."""
        return QSize(28 + QFontMetrics(self.font()).horizontalAdvance(self.text()) + 4, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the box, the tick and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._look.theme.color
        box = QRectF(1, (self.height() - 20) / 2, 20, 20)
        on = self.isChecked()
        painter.setPen(QPen(color("primary" if on else "line_strong"), 1.5))
        painter.setBrush(color("primary" if on else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            tick = icon_pixmap("check", color("on_primary"), 16, self.devicePixelRatioF())
            painter.drawPixmap(int(box.left()) + 2, int(box.top()) + 2, tick)
        painter.setPen(color("ink" if self.isEnabled() else "disabled_ink"))
        painter.setFont(self.font())
        place = QRectF(28, 0, self.width() - 28, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()
