"""Choosing from a list, and ticking: nothing changes by passing over."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets.checkable import Checkable
from advisor_desk.ui.widgets.neighbours import ENTER

_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    *ENTER,
)
ARROW = 16


class ChoiceBox(QComboBox):
    """A list that drops down. ``chosen`` comes from the user alone.

    The wheel does nothing; an arrow or a letter opens the list and changes nothing by itself.
    """

    chosen = Signal(str)

    def __init__(self, look: Look, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setItemDelegate(QStyledItemDelegate(self))
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

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Drop the list down; whoever hears the screen hears its name."""
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the wheel on to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the list instead of changing the choice; a letter goes to its first entry there."""
        letter = event.text() if event.text().isalnum() else ""
        if event.key() not in _MOVES and not letter:
            super().keyPressEvent(event)
            return
        self.showPopup()
        if letter:
            self.view().keyboardSearch(letter)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the arrow over it in the colour of its words."""
        super().paintEvent(event)
        ink = self._look.theme.color("ink" if self.isEnabled() else "disabled_ink")
        painter = QPainter(self)
        pixmap = icon_pixmap("chevron-down", ink, ARROW, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - ARROW - 8, (self.height() - ARROW) // 2, pixmap)
        painter.end()

    def _activated(self, place: int) -> None:
        self.chosen.emit(str(self.itemData(place)))


class TickBox(Checkable):
    """A box to tick, its words in as many lines as they need. ``ticked`` is the user's alone."""

    ticked = Signal(bool)

    def __init__(self, look: Look, text: str, name: str = "") -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setText(text)
        self.setFont(look.theme.font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self.ticked)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return box, gap and words in one line."""
        metrics = QFontMetrics(self.font())
        return QSize(WORDS_AT + metrics.horizontalAdvance(self.text()) + 4, self._height(1))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the longest piece that cannot be broken."""
        metrics = QFontMetrics(self.font())
        words = metrics.boundingRect(QRect(0, 0, 1, 1), _FLAGS, self.text())
        most = min(words.width(), metrics.horizontalAdvance(self.text()))
        return QSize(WORDS_AT + most + 4, self._height(1))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the words, broken to this width."""
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, max(width - WORDS_AT, 1), 10_000)
        return self._height(metrics.boundingRect(room, _FLAGS, self.text()).height())

    def painted_area(self) -> QRect:
        """Return where box and words stand in the room given."""
        needed = self.heightForWidth(self.width())
        wide = min(self.width(), self.sizeHint().width())
        return QRect(0, (self.height() - needed) // 2, wide, needed)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the box, the tick and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._look.theme.color
        area = self.painted_area()
        top, needed = area.top(), area.height()
        box = QRectF(1, top + (self._height(1) - BOX) / 2, BOX, BOX)
        fill, line, ink = self._tokens()
        painter.setPen(QPen(color(line), 1.5))
        painter.setBrush(color(fill))
        painter.drawRoundedRect(box, 4, 4)
        if self.isChecked():
            tick = icon_pixmap("check", color(ink), 16, self.devicePixelRatioF())
            painter.drawPixmap(int(box.left()) + 2, int(box.top()) + 2, tick)
        painter.setPen(color("ink" if self.isEnabled() else "disabled_ink"))
        painter.setFont(self.font())
        place = QRect(WORDS_AT, top, self.width() - WORDS_AT, needed)
        painter.drawText(place, _FLAGS, self.text())
        painter.end()

    def _tokens(self) -> tuple[str, str, str]:
        if not self.isEnabled():
            return "disabled_bg", "disabled_ink", "disabled_ink"
        if self.isChecked():
            return "primary", "primary", "on_primary"
        return "surface", "line_strong", "ink"

    def _height(self, words: int) -> int:
        metrics = QFontMetrics(self.font())
        return max(self._look.theme.size("control_small"), max(words, metrics.height()) + 8)


BOX = 20
WORDS_AT = 28
_FLAGS = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
