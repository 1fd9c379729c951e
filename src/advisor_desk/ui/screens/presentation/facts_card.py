"""The chosen product in two lines: what it is and how much; term, protection, fees and pot."""

from PySide6.QtWidgets import QHBoxLayout

from advisor_desk.domain.purchase_events import Choice
from advisor_desk.ui.interview.product_words import fees, protection, term
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Card, GradeBadge, Label, clear


class FactsCard(Card):
    """What is on the table while it is explained."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._shown: object = None

    def show_choice(self, choice: Choice, name: str) -> None:
        """Show what was chosen."""
        if (choice, name) == self._shown:
            return
        self._shown = (choice, name)
        look, words, product = self._look, self._look.words, choice.product
        clear(self.body)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s") + 4)
        row.addWidget(GradeBadge(look, product.risk))
        row.addWidget(Label(look, name, "card_title"), 1)
        row.addWidget(Label(look, words.money(choice.amount), "card_title", wrap=False))
        self.body.addLayout(row)
        facts = (
            words.say("PRESENT_POT", pot=choice.pot),
            term(product, words),
            protection(product, words),
            words.say("PRESENT_FEES", fees=fees(product, words)),
        )
        said = words.say("LIST_COMMA").join(facts)
        self.body.addWidget(Label(look, said, "body", "ink_2"))
