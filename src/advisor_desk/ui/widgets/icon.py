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
        self.setFixedSize(size, size)
        self.show_icon(name, tone)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon.

        Raises:
            FileNotFoundError: no such icon is bundled. While painting it would be too late.
        """
        self._name, self._ink = name, self._look.theme.color(tone)
        icon_pixmap(name, self._ink, self.width(), 1.0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it as sharp as the screen is on which it stands now."""
        pixmap = icon_pixmap(self._name, self._ink, self.width(), self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, pixmap)
        painter.end()
