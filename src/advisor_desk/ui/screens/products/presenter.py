"""The shelf for one pot of money, and the client's choice from it. No Qt.

The choice is the client's own act on the client's page; what the adviser does stands here. How a
product came onto the table is recorded before it is chosen. Clauses: S26, S28, S56, S57, S65.
"""

from typing import ClassVar

from advisor_desk.domain.interview import Stage
from advisor_desk.ui.interview.product_words import name_of
from advisor_desk.ui.interview.rules_now import RuleNow
from advisor_desk.ui.interview.stopped import (
    LOOK_ELSEWHERE,
    Stopped,
    refused_reasons,
    stopped_choice,
    stopped_product,
)
from advisor_desk.ui.screens.products.choice_state import ClientStep
from advisor_desk.ui.screens.products.client_choice import ClientChoice
from advisor_desk.ui.screens.products.shelf import is_refused


class ProductsPresenter(ClientChoice):
    """The sixth stage: the shelf, and what the client does on the own page."""

    stage: ClassVar[Stage] = Stage.products
    stays: ClassVar[bool] = True

    def stopped(self) -> Stopped | None:
        """Return what the adviser reads of what was refused, while the client reads it too."""
        if self.client_step() is not ClientStep.refused:
            return None
        one = self.refused()
        if one is not None:
            return stopped_product(self.interview, one, self._why[1])
        return stopped_choice(self.interview, self.interview.facts.judged[-1])

    def why(self) -> tuple[RuleNow, ...]:
        """Return why each product that is not on the list does not fit this money."""
        interview, words = self.interview, self.interview.words
        found = []
        for one in filter(is_refused, self.answers()):
            name = name_of(one, words)
            reasons = refused_reasons(interview, one)
            found += [(name, reason.text, reason.clause) for reason in reasons]
        return tuple(
            RuleNow("stop", words.say("WHY_PRODUCT", product=name, reason=text), clause)
            for name, text, clause in found
        )

    def explain(self, code: str) -> None:
        """Put on the client's page why a product does not fit the money looked at."""
        pot = self.pot()
        if pot is not None:
            self.read_why(code, pot.name)

    def look_at(self, code: str) -> None:
        """Put an alternative on the table in place of what was refused."""
        self.rechoose()
        self.show_to_client(code)

    def begin_elsewhere(self) -> None:
        """Begin with what was to be looked at when the interview went on."""
        wanted = self.interview.draft(LOOK_ELSEWHERE)
        if self.answer_of(wanted) is not None and wanted not in self.compared:
            self._compare(wanted)

    def buy_nothing(self) -> None:
        """End the interview without a sale: the close page makes its record."""
        self.interview.end_wanted()

    def next_code(self) -> str:
        """Return the words of the one filled button: after a refusal it goes on looking."""
        is_refused = self.client_step() is ClientStep.refused
        return "STOP_LOOK_ON" if is_refused else "NAV_CONFIRM"

    def reason(self) -> str:
        """Say why Next is closed: the choice is made on the client's page."""
        step = self.client_step()
        is_choosing = step in (ClientStep.amount, ClientStep.confirm)
        if step is ClientStep.refused or (not self.missing() and not is_choosing):
            return ""
        words = self.interview.words
        if is_choosing:
            return words.say("PRODUCTS_CLIENT_CHOOSING")
        return words.say("PRODUCTS_CLIENT_CHOOSES")

    def confirm(self) -> None:
        """Go on looking after a refusal; a choice is confirmed on the client's page alone."""
        if self.client_step() is ClientStep.refused:
            self.look_again()
