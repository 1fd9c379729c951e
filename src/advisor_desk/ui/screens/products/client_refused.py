"""What was asked for and cannot be sold with this money: why, plainly, and what fits instead."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stop_panel import InCircle
from advisor_desk.ui.interview.stopped import refused_choice_words, refused_words
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.widgets import Button, Label, clear

CIRCLE = 96
FEW = 3


class RefusedPage(QWidget):
    """Never a blame; a way on."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addStretch(1)
        self._circle = InCircle(look, "shield-check", CIRCLE)
        column.addWidget(self._circle)
        column.addWidget(Label(look, words.say("REFUSED_TITLE"), "client_question"))
        self._why = QVBoxLayout()
        self._why.setSpacing(12)
        column.addLayout(self._why)
        column.addWidget(Label(look, words.say("STOP_CLIENT_COMPLAINT"), "client_body", "ink_2"))
        column.addStretch(2)
        foot = QHBoxLayout()
        foot.setSpacing(48)
        nothing = words.say("CHOOSE_NOTHING")
        self._nothing = Button(look, nothing, "client", "flag", name="choose.nothing_today")
        self._nothing.clicked.connect(presenter.buy_nothing)
        on = words.say("REFUSED_LOOK")
        self._on = Button(look, on, "client_primary", "arrow-right", name="choose.look_again")
        self._on.clicked.connect(presenter.look_again)
        for button in (self._nothing, self._on):
            foot.addWidget(button, 1)
        column.addLayout(foot)

    def header(self) -> str:
        """Return the product it is about."""
        one, facts = self._presenter.refused(), self._presenter.interview.facts
        if one is not None:
            return one.product.name
        return facts.judged[-1].choice.product.name if facts.judged else ""

    def first_focus(self) -> QWidget:
        """Return the way on."""
        return self._on

    def show_state(self) -> None:
        """Show why, in the client's language."""
        presenter = self._presenter
        one, interview = presenter.refused(), presenter.interview
        if one is not None:
            said = refused_words(interview, one, presenter.refused_pot())
        else:
            said = refused_choice_words(interview, interview.facts.judged[-1])
        if said == self._shown:
            return
        self._shown = said
        self._circle.setVisible(len(said) <= FEW)  # where much is to be said, words come first
        clear(self._why)
        for text in said:
            self._why.addWidget(Label(self._look, text, "client_body"))
