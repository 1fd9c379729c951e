"""One icon as a widget."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap


class Icon(QWidget):
    """One icon. It says nothing to a screen reader: the words beside it do."""

    def __init__(self, look: Look, name: str, tone: str = "ink_2", size: int = 20) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._tone = tone
        self.setFixedSize(size, size)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it as sharp as the screen is on which it stands now."""
        ink = self._look.theme.color(self._tone)
        painter = QPainter(self)
        pixmap = icon_pixmap(self._name, ink, self.width(), self.devicePixelRatioF())
        painter.drawPixmap(0, 0, pixmap)
        painter.end()
