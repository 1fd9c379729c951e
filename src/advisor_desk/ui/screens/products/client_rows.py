"""Rows of the client's list: a product with its grade, or a pot of money."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets import GradeBadge
from advisor_desk.ui.widgets.neighbours import press_or_step

ROW = 84
PAD = 24
ARROW = 32
FIRST, SECOND = QRectF(0, 5, 0, 40), QRectF(0, 43, 0, 36)


class ClientRow(QAbstractButton):
    """Two lines to touch; with a badge at the left where there is a grade."""

    def __init__(
        self, look: Look, name: str, text: str, second: str, badge: GradeBadge | None = None
    ) -> None:
        super().__init__()
        self._look = look
        self._second = second
        self.setText(text)
        self.setFont(look.theme.font("client_answer"))
        self.setObjectName(name)
        self.setAccessibleName(" ".join((badge.accessibleName() if badge else "", text, second)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._high = round(ROW * look.theme.scale)
        self.setFixedHeight(self._high)
        self._left = PAD
        if badge is not None:
            badge.setParent(self)
            badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            badge.move(20, (self._high - badge.height()) // 2)
            self._left = 20 + badge.width() + 20

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a wide row."""
        return QSize(600, self._high)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the second tap of two for nothing: it was meant for the page before."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter take it; arrows go to the neighbours."""
        if not press_or_step(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint frame, both lines and the arrow that says that it goes on."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("button_line"), 2))
        painter.setBrush(theme.color("primary_tint" if self.isDown() else "ground"))
        corner = theme.radius("answer")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        self._line(painter, FIRST, self.text(), "client_answer", "ink")
        self._line(painter, SECOND, self._second, "client_body", "ink_2")
        ink, ratio = theme.color("ink_2"), self.devicePixelRatioF()
        arrow = icon_pixmap("chevron-right", ink, ARROW, ratio)
        painter.drawPixmap(self.width() - ARROW - 16, (self._high - ARROW) // 2, arrow)
        painter.end()

    def _line(self, painter: QPainter, place: QRectF, text: str, kind: str, tone: str) -> None:
        theme = self._look.theme
        painter.setFont(theme.font(kind))
        painter.setPen(theme.color(tone))
        room = self.width() - self._left - ARROW - PAD - 8
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        area = QRectF(self._left, place.y() * theme.scale, room, place.height() * theme.scale)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, cut)


def rows_a_page(look: Look) -> int:
    """Return how many rows a page has room for."""
    return 4 if look.theme.scale <= 1 else 3


def hold_place(widget: QWidget) -> None:
    """Keep the room of a button while it is hidden: the others stay where they are."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
