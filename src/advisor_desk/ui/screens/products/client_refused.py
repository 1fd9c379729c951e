"""What was asked for and cannot be sold with this money: why, plainly, and what fits instead."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.what_is_needed import client_words
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.widgets import Button, Label, clear


class RefusedPage(QWidget):
    """Never a blame; a way on."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(Label(look, words.say("REFUSED_TITLE"), "client_question"))
        self._why = QVBoxLayout()
        self._why.setSpacing(12)
        column.addLayout(self._why)
        column.addWidget(Label(look, words.say("STOP_CLIENT_COMPLAINT"), "client_body", "ink_2"))
        column.addStretch(1)
        foot = QHBoxLayout()
        nothing = Button(look, words.say("CHOOSE_NOTHING"), "client", name="choose.nothing_today")
        nothing.clicked.connect(presenter.buy_nothing)
        self._look_on = Button(look, words.say("REFUSED_LOOK"), "client", name="choose.look_again")
        self._look_on.clicked.connect(presenter.look_again)
        for button in (nothing, self._look_on):
            foot.addWidget(button, 1)
        column.addLayout(foot)

    def first_focus(self) -> QWidget:
        """Return the way on."""
        return self._look_on

    def show_state(self) -> None:
        """Show why, in the client's language."""
        clear(self._why)
        for text in client_words(self._presenter.interview, self._presenter.refusal()):
            self._why.addWidget(Label(self._look, text, "client_body"))
