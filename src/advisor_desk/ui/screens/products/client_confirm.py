"""The client's last word on product, money and amount; afterwards, what was chosen."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.choice_state import ClientStep
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.widgets import Button, Label


class ConfirmPage(QWidget):
    """Everything F1 prints of the choice, in large type. Clause: S28."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._title = Label(look, "", "client_question")
        column.addWidget(self._title)
        self._product = Label(look, "", "client_lead")
        self._amount = Label(look, "", "client_figure")
        self._words = Label(look, "", "client_lead")
        self._pot = Label(look, "", "client_body", "ink_2")
        frame = QFrame()
        frame.setProperty("box", "info")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(12)
        for label in (self._product, self._amount, self._words, self._pot):
            inside.addWidget(label)
        column.addWidget(frame)
        self._error = Label(look, "", "client_body", "stop")
        column.addWidget(self._error)
        column.addStretch(1)
        foot = QHBoxLayout()
        self._another = Button(look, words.say("CHOOSE_ANOTHER"), "client", name="choose.another")
        self._another.clicked.connect(presenter.back)
        self._yes = Button(look, words.say("CHOOSE_YES"), "client", "check", name="choose.confirm")
        self._yes.clicked.connect(presenter.choose)
        for button in (self._another, self._yes):
            foot.addWidget(button, 1)
        column.addLayout(foot)

    def header(self) -> str:
        """Return what is to be done."""
        step = self._presenter.client_step()
        return self._look.words.say(f"CHOOSE_HEADER_{step.value}")

    def first_focus(self) -> QWidget:
        """Return the safer of the two."""
        return self._another

    def show_state(self) -> None:
        """Show what is chosen."""
        presenter, words = self._presenter, self._look.words
        done = presenter.client_step() is ClientStep.done
        self._title.say(words.say("CHOOSE_DONE" if done else "CHOOSE_CONFIRM"))
        one, pot, money = presenter.choosing(), presenter.client_pot(), presenter.money()
        if one is not None and pot is not None and money is not None:
            self._product.say(one.product.name)
            self._amount.say(words.money(money))
            self._words.say(presenter.in_words(words.language))
            self._pot.say(words.say("CHOOSE_FROM_POT", pot=pot.name))
        self._error.say(presenter.client_error)
        self._another.setVisible(not done)
        self._yes.setVisible(not done)
