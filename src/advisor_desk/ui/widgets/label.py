"""Plain text on the screen: never guessed to be markup."""

from PySide6.QtWidgets import QLabel, QWidget

from advisor_desk.ui.look import Look

PLAIN_TEXT = 0  # Qt.TextFormat.PlainText: naming it costs the first paint 15 ms


class Label(QLabel):
    """A text of one kind (a size of type) and tone (a colour)."""

    def __init__(
        self, look: Look, text: str, kind: str = "body", tone: str = "ink", *, wrap: bool = True
    ) -> None:
        super().__init__()
        self.setProperty("textFormat", PLAIN_TEXT)
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


def dress(page: QWidget) -> None:
    """Let the style sheet look at everything on a page before it is shown."""
    for one in page.findChildren(QWidget):
        one.ensurePolished()


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at a widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
