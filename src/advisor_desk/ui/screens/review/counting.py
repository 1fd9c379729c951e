"""The rules made a printed set void: its pages are counted back before another one is made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.review.presenter import ReviewPresenter
from advisor_desk.ui.widgets import Button, Card, Field, Label, LineEditor

FIELD = 160


class Counting(QWidget):
    """Which set, how many pages, and the count of those that came back."""

    def __init__(self, look: Look, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._words = words = look.words
        card = Card(look, words.say("REVIEW_VOID_TITLE"), "alert-circle", tone="stop")
        self._text = Label(look, "")
        card.body.addWidget(self._text)
        self.field = LineEditor(look, "review.pages_returned", longest=3)
        self.field.setMaximumWidth(FIELD)
        self._pages = Field(look, words.say("LEFT_PAGES"), self.field)
        counted = Button(look, words.say("REVIEW_VOID_COUNTED"), name="review.counted")
        counted.clicked.connect(self._counted)
        column = QVBoxLayout(self)
        margin = look.theme.size("l")
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.theme.size("m"))
        column.addWidget(card)
        column.addWidget(self._pages)
        column.addWidget(counted, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_state(self) -> None:
        """Say which set is void, and how many pages of it came out."""
        number, pages = self._presenter.void_set()
        self._text.say(self._words.say("REVIEW_VOID_TEXT", number=number))
        self._pages.say_below(self._words.say("LEFT_PAGES_HELP", pages=pages), "")

    def _counted(self) -> None:
        typed, pages = self.field.text().strip(), self._presenter.void_set()[1]
        if pages.holds(typed):
            self._presenter.count_back(typed)
            return
        self._pages.set_error(self._words.say("LEFT_PAGES_WRONG", pages=pages))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
