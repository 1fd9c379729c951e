"""Plain text on the screen: never guessed to be markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap


class Label(QLabel):
    """A text of one kind (a size of type) and tone (a colour)."""

    def __init__(
        self, look: Look, text: str, kind: str = "body", tone: str = "ink", *, wrap: bool = True
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.theme.font(kind))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setText(text)

    def say(self, text: str) -> None:
        """Show another text; the same one again changes nothing."""
        if self.text() != text:
            self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Show the text in another colour."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)


class Icon(QLabel):
    """One icon. It says nothing to a screen reader: the words beside it do."""

    def __init__(self, look: Look, name: str, tone: str = "ink_2", size: int = 20) -> None:
        super().__init__()
        self._look = look
        self._size = size
        self.setFixedSize(size, size)
        self.show_icon(name, tone)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        color = self._look.theme.color(tone)
        self.setPixmap(icon_pixmap(name, color, self._size, self.devicePixelRatioF()))


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
