"""What the document says by itself: the age class, the birth date in its number, a known file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.new_client import NewClient
from advisor_desk.ui.widgets import Button, Chip, Label

_SAID = {None: "CLIENT_BORN_ON_CARD", True: "CLIENT_BORN_AGREES", False: "CLIENT_BORN_NOT"}
_TONES = {None: "ink_2", True: "ok", False: "stop"}


class DocumentLine(QWidget):
    """One line that keeps its height: nothing jumps while a number is typed."""

    known = Signal(str)

    def __init__(self, look: Look, presenter: NewClient) -> None:
        super().__init__()
        self._words = look.words
        self._presenter = presenter
        self._age = Chip(look, "")
        self._born = Label(look, "", "caption", "ink_2")
        self._open = Button(
            look,
            look.words.say("CLIENT_OPEN_KNOWN"),
            icon="user",
            name="client.open_known",
            small=True,
        )
        self._open.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.size("s"))
        for widget, share in ((self._age, 0), (self._born, 1), (self._open, 0)):
            row.addWidget(widget, share, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(self._open.height())

    def show_state(self) -> None:
        """Say what the number and the date typed say now."""
        words, presenter = self._words, self._presenter
        tone, text = presenter.age_class(words)
        self._age.setVisible(bool(text))
        if text:
            self._age.show_chip(text, tone, "shield-half" if tone == "warn" else "circle-check")
        born, agree = presenter.born_on_document(), presenter.dates_agree()
        self._born.say(words.say(_SAID[agree], day=words.day(born)) if born else "")
        self._born.set_tone(_TONES[agree])
        self._open.setVisible(bool(presenter.known))

    def _pressed(self) -> None:
        self.known.emit(self._presenter.known)
