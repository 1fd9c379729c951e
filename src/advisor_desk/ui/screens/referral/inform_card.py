"""The card for informing: a product, its facts, and what the client was given of it."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.referral.informing import Informing
from advisor_desk.ui.screens.referral.product_facts import ProductFact
from advisor_desk.ui.widgets import Button, Card, ChoiceBox, Icon, Label, clear

COLUMNS = 4


class FactGrid(QWidget):
    """Facts in columns: small what it is called, below it what it is."""

    def __init__(self, look: Look, label: str, value: str, columns: int) -> None:
        super().__init__()
        self._look = look
        self._kinds = label, value
        self._columns = columns
        self._shown: tuple[ProductFact, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.size("l"))
        self._grid.setVerticalSpacing(look.theme.size("s"))

    def show_facts(self, facts: tuple[ProductFact, ...]) -> None:
        """Show them; the same again moves nothing."""
        if facts == self._shown:
            return
        self._shown = facts
        clear(self._grid)
        label, value = self._kinds
        for place, fact in enumerate(facts):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            cell.addWidget(Label(self._look, fact.label, label, "ink_2"))
            cell.addWidget(Label(self._look, fact.value, value))
            cell.addStretch(1)
            self._grid.addLayout(cell, place // self._columns, place % self._columns)
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)


class InformCard(Card):
    """What stands in the catalogue, and nothing beside it."""

    def __init__(self, look: Look, presenter: Informing) -> None:
        words = look.words
        super().__init__(look, words.say("REFER_INFORM"), "info-circle")
        self._look = look
        self._presenter = presenter
        none = ("", words.say("REFER_CHOOSE"))
        self._product = ChoiceBox(look, "referral.product", (none, *presenter.products()))
        self._product.chosen.connect(presenter.look_at)
        self._facts = FactGrid(look, "caption", "body", COLUMNS)
        self._tell = Button(
            look, words.say("REFER_TELL"), icon="device-desktop", name="referral.tell"
        )
        self._tell.clicked.connect(presenter.pass_on_facts)
        self._hand = Button(
            look, words.say("REFER_HAND_OUT"), icon="file-text", name="referral.hand_out"
        )
        self._hand.clicked.connect(presenter.hand_out)
        self._given = QVBoxLayout()
        self._given.setSpacing(look.theme.size("xs"))
        self._shown: tuple[tuple[str, str], ...] = ()
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        row.addWidget(self._tell)
        row.addWidget(self._hand)
        row.addStretch(1)
        self._product.setAccessibleName(words.say("REFER_PRODUCT_FIELD"))
        self.body.addWidget(self._product)
        self.body.addWidget(self._facts)
        self.body.addLayout(row)
        self.body.addLayout(self._given)

    def first_focus(self) -> QWidget:
        """Return the list of products."""
        return self._product

    def show_state(self) -> None:
        """Show the product looked at, and what was given so far."""
        presenter = self._presenter
        code = presenter.product()
        self._product.show_choice(code)
        self._facts.show_facts(presenter.facts(self._look.words))
        for part in (self._facts, self._tell, self._hand):
            part.setVisible(bool(code))
        given = presenter.given()
        if given == self._shown:
            return
        self._shown = given
        clear(self._given)
        for icon, text in given:
            row = QHBoxLayout()
            row.setSpacing(self._look.theme.size("s"))
            row.addWidget(Icon(self._look, icon, "ok", 16))
            row.addWidget(Label(self._look, text, "caption", "ink_2"), 1)
            self._given.addLayout(row)
