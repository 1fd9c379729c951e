"""Chips: a state in a word, or a choice among a few."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets.checkable import OneOfSome
from advisor_desk.ui.widgets.focus_ring import CORNER
from advisor_desk.ui.widgets.neighbours import press_or_step
from advisor_desk.ui.widgets.painted import Painted

_TONES = {  # ground, line, text
    "plain": ("sunken", "line", "ink_2"),
    "key": ("sunken", "line", "ink"),  # of the keyboard: one thin letter is to be read too
    "info": ("primary_tint", "primary_line", "primary"),
    "ok": ("ok_tint", "ok_line", "ok"),
    "warn": ("warn_tint", "warn_line", "warn"),
    "stop": ("stop_tint", "stop_line", "stop"),
}
PAD = 10
ICON = 16


def _paint_pill(
    painter: QPainter, look: Look, area: QRectF, tokens: tuple[str, str, str], icon: str, text: str
) -> None:
    ground, line, ink = (look.theme.color(token) for token in tokens)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1))
    painter.setBrush(ground)
    inner = area.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    wide = painter.fontMetrics().horizontalAdvance(text) + (ICON + 4 if icon else 0)
    left = area.left() + (area.width() - wide) / 2
    if icon:
        ratio = painter.device().devicePixelRatioF()
        top = area.center().y() - ICON / 2
        painter.drawPixmap(int(left), int(top), icon_pixmap(icon, ink, ICON, ratio))
        left += ICON + 4
    painter.setPen(ink)
    place = QRectF(left, area.top(), area.right() - left, area.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class Chip(Painted):
    """A state: tint, line and word of one tone, never colour alone."""

    def __init__(self, look: Look, text: str, tone: str = "plain", icon: str = "") -> None:
        super().__init__()
        self._look = look
        self._text = text
        self._tone = tone
        self._icon = icon
        self.setFont(look.theme.font("caption"))
        self.show_chip(text, tone, icon)

    def text(self) -> str:
        """Return the word."""
        return self._text

    def show_chip(self, text: str, tone: str, icon: str = "") -> None:
        """Show another state."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(text) + 2 * PAD + 1
        self.setFixedSize(width + (ICON + 4 if icon else 0), max(24, metrics.height() + 4))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pill."""
        painter = QPainter(self)
        painter.setFont(self.font())
        area = QRectF(self.rect())
        _paint_pill(painter, self._look, area, _TONES[self._tone], self._icon, self._text)
        painter.end()


class ChoiceChip(OneOfSome):
    """A choice: outlined, or filled with a tick. Space, Enter and a click choose it."""

    def __init__(self, look: Look, text: str, name: str = "") -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setText(text)
        self.setFont(look.theme.font("body"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        high = max(look.theme.size("control_small"), self.fontMetrics().height() + 8)
        self.setFixedHeight(high)
        self.setProperty(CORNER, high // 2)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for the words and a tick."""
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(width + 2 * PAD + ICON + 8, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter choose; arrow keys go to the neighbours and choose nothing."""
        if not press_or_step(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the pill, filled where it is chosen."""
        painter = QPainter(self)
        painter.setFont(self.font())
        chosen = self.isChecked()
        over = self.underMouse() or self.isDown()
        ground = "primary_tint" if over else "surface"
        tokens = ("primary", "primary", "on_primary") if chosen else (ground, "line_strong", "ink")
        if not self.isEnabled():
            tokens = ("disabled_bg", "line", "disabled_ink")
        area = QRectF(self.rect())
        _paint_pill(painter, self._look, area, tokens, "check" if chosen else "", self.text())
        painter.end()


class SwitchChips(QWidget):
    """Choices of which one holds, ``a_row`` beside each other. ``chosen`` is the user's alone."""

    chosen = Signal(str)

    def __init__(
        self, look: Look, choices: Sequence[tuple[str, str]], name: str, *, a_row: int = 9
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._chips: dict[str, ChoiceChip] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.theme.size("s"))
        at_left = Qt.AlignmentFlag.AlignLeft
        for place, (key, text) in enumerate(choices):
            chip = ChoiceChip(look, text, f"{name}.{key}")
            chip.clicked.connect(self._pressed)
            self._chips[key] = chip
            grid.addWidget(chip, place // a_row, place % a_row, at_left)
        grid.setColumnStretch(min(a_row, len(choices)), 1)

    def show_choice(self, key: str) -> None:
        """Show which choice holds; none for an unknown key."""
        for one, chip in self._chips.items():
            chip.setChecked(one == key)

    def choice(self) -> str:
        """Return the choice that holds; empty where none does."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def chip(self, key: str) -> ChoiceChip:
        """Return one chip."""
        return self._chips[key]

    def _pressed(self) -> None:
        pressed = self.sender()
        for key, chip in self._chips.items():
            if chip is pressed:
                self.show_choice(key)
                self.chosen.emit(key)
