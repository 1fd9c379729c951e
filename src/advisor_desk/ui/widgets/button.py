"""Buttons: icon at the left, words, and the cap of their key at the right."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets.focus_ring import CORNER
from advisor_desk.ui.widgets.neighbours import is_enter

_INK = {
    "primary": "on_primary",
    "secondary": "ink",
    "quiet": "primary",
    "client": "ink",
    "client_plain": "ink",
    "client_primary": "chosen_ink",
    "client_link": "chosen_fill",
}
_TYPE = {
    "primary": "strong",
    "client": "client_answer",
    "client_plain": "client_answer",
    "client_primary": "client_lead",
    "client_link": "client_body",
}
_LEADS_ON = ("primary", "client", "client_plain", "client_primary")
_FILLED = ("primary", "client_primary")
_POINTS_ON = "arrow-right"  # stands behind the words: it points to what comes next
GAP = 8
CAP_PAD = 6


class Button(QPushButton):
    """A button of one kind; ``key`` is the key that does the same. Enter and Space press it.

    What leads on takes the first tap of two alone, unless it is made to be pressed ``again``.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        kind: str = "secondary",
        icon: str = "",
        key: str = "",
        name: str = "",
        *,
        small: bool = False,
        again: bool = False,
    ) -> None:
        super().__init__(text)
        self._look = look
        self._kind = kind
        self._icon_name = icon
        self._key = key
        self.setProperty("kind", kind)
        self.setObjectName(name)
        self.setFont(look.theme.font(_TYPE.get(kind, "body")))
        self._is_client = kind.startswith("client")
        self._once = kind in _LEADS_ON and not again
        if self._is_client:
            self.setProperty(CORNER, look.theme.radius("answer"))
        self._icon_size = 28 if self._is_client else (16 if small else 20)
        self.setFixedHeight(self._height(small=small))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room for icon, words and key cap."""
        return QSize(self._content_width() + 2 * self._padding(), self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the same: words are never cut."""
        return self.sizeHint()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the second tap of two for nothing: it was meant for the page before."""
        if not self._once:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press the button that has the focus, as Space does."""
        if is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Let the style paint the ground, then icon, words and cap in the middle."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        self._paint_content(painter)
        painter.end()

    def _paint_content(self, painter: QPainter) -> None:
        ink = self._look.theme.color(self._ink())
        left = (self.width() - self._content_width()) // 2
        width = self._text_width() if self.text() else 0
        gap = GAP if width else 0
        if self._icon_name:
            pixmap = icon_pixmap(self._icon_name, ink, self._icon_size, self.devicePixelRatioF())
            behind = self._icon_name == _POINTS_ON and not self._key
            at = left + width + gap if behind else left
            painter.drawPixmap(at, (self.height() - self._icon_size) // 2, pixmap)
            left += 0 if behind else self._icon_size + gap
        painter.setPen(ink)
        painter.setFont(self.font())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(QRect(left, 0, width, self.height()), middle, self.text())
        if self._key:
            self._paint_cap(painter, left + width + GAP + 4)

    def _ink(self) -> str:
        if not self.isEnabled():
            return "disabled_ink"
        if self.isDown() and self._kind not in _FILLED:
            return "on_primary" if self._look.theme.is_high_contrast else "ink"
        return _INK[self._kind]

    def _paint_cap(self, painter: QPainter, left: int) -> None:
        font = self._cap_font()
        width = QFontMetrics(font).horizontalAdvance(self._key) + 2 * CAP_PAD
        cap = QRect(left, (self.height() - 20) // 2, width, 20)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(painter.pen().color(), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._key)

    def _cap_font(self) -> QFont:
        return self._look.theme.font("caption")

    def _text_width(self) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1

    def _content_width(self) -> int:
        width = self._text_width() if self.text() else 0
        if self._icon_name:
            width += self._icon_size + (GAP if self.text() else 0)
        if self._key:
            metrics = QFontMetrics(self._cap_font())
            width += GAP + 4 + metrics.horizontalAdvance(self._key) + 2 * CAP_PAD
        return width

    def _padding(self) -> int:
        if self._kind == "client_link":
            return 4
        return self._look.theme.size("l") if self._is_client else self._look.theme.size("m")

    def _height(self, *, small: bool) -> int:
        size = self._look.theme.size
        if self._kind == "client_link":
            return 48
        if self._is_client:
            return size("client_button")
        return size("control_small") if small else size("control")
