"""The shelf for one pot of money, and the client's choice from it. No Qt.

The choice is the client's own act on the client's page: product, amount, and the word that this is
what is wanted. How a product came onto the table is recorded before it is chosen. Clauses: S26,
S28, S56, S57, S65.
"""

from enum import Enum
from typing import ClassVar

from advisor_desk.domain.capital import capital_amount
from advisor_desk.domain.english_amount import english_amount
from advisor_desk.domain.interview import OpenedBy, Stage
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.suitability import Decision
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.services.purchase import require_fitting
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.screens.products.shelf import ShelfPresenter


class ClientStep(Enum):
    """What the client's page asks for."""

    look = "look"
    amount = "amount"
    confirm = "confirm"
    refused = "refused"
    done = "done"


class ProductsPresenter(ShelfPresenter):
    """The sixth stage: the shelf, and what the client does on the own page."""

    stage: ClassVar[Stage] = Stage.products

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._product = ""  # on the client's page, being chosen
        self._amount = ""
        self._is_confirming = False
        self._is_rechoosing = False
        self.client_error = ""

    def pick_pot(self, name: str) -> None:
        """Look at the shelf for another pot of money."""
        self._pot = name
        self._product, self._is_confirming = "", False
        self.interview.changed()

    def rechoose(self) -> None:
        """Let the client choose once more, on the client's page."""
        self._is_rechoosing = True
        self._product, self._is_confirming = "", False
        self.interview.changed()

    def client_step(self) -> ClientStep:
        """Return what the client's page asks for."""
        facts = self.interview.facts
        if self._product:
            return ClientStep.confirm if self._is_confirming else ClientStep.amount
        if facts.chosen is not None and not self._is_rechoosing:
            missing = self.missing()
            if not missing:
                return ClientStep.done
            if missing == ("CHOICE_NOT_CONFIRMED",):
                return ClientStep.confirm
        if self.refusal() is not None and not self._is_rechoosing:
            return ClientStep.refused
        return ClientStep.look

    def choosing(self) -> ShelfAnswer | None:
        """Return the product that is being chosen, or waits for the client's last word."""
        chosen = self.interview.facts.chosen
        code = self._product or (chosen.choice.product.code if chosen else "")
        return self.answer_of(code)

    def refusal(self) -> Decision | None:
        """Return the answer that refused the last choice; None where none did."""
        facts = self.interview.facts
        if facts.chosen is not None or not facts.judged:
            return None
        decision = facts.judged[-1].decision
        return decision if decision.is_refused else None

    @property
    def amount(self) -> str:
        """Return the amount as the client typed it."""
        return self._amount

    def pick(self, code: str) -> None:
        """Take a product from the list: the client's own touch."""
        self._open(code, OpenedBy.picked_by_client, only_new=True)
        self._product, self._amount, self._is_confirming = code, "", False
        self.client_error = ""
        self.interview.changed()

    def type_amount(self, text: str) -> None:
        """Take the amount as far as it is typed."""
        self._amount = text
        self.client_error = ""
        self.interview.changed()

    def give_amount(self) -> None:
        """Go on to the confirmation, where the amount fits product and pot."""
        self.client_error = ""
        money, pot, one = self.money(), self.pot(), self.choosing()
        if one is None or pot is None:
            return
        try:
            if money is None:
                raise BadInput("AMOUNT_UNREADABLE", amount=self._amount)
            require_fitting(money, one.product, pot)
        except Trouble as trouble:
            self.client_error = self._in_plain_words(trouble, one, pot)
        else:
            self._is_confirming = True
        self.interview.changed()

    def _in_plain_words(self, trouble: Trouble, one: ShelfAnswer, pot: Pot) -> str:
        """Say to the client what the amount must be, without the program's own names."""
        words = self.interview.client_words
        return words.say(
            f"CHOOSE_{trouble.code}",
            least=words.money(one.product.minimum),
            step=words.money(one.product.step),
            most=words.money(pot.amount),
        )

    def money(self) -> Money | None:
        """Return the amount typed; None where it cannot be read."""
        chosen, one = self.interview.facts.chosen, self.choosing()
        if not self._product and chosen is not None:
            return chosen.choice.amount
        currency = one.product.minimum.currency if one else "CNY"
        try:
            return Money.parse(self._amount, currency)
        except BadInput:
            return None

    def in_words(self, language: Language) -> str:
        """Return the amount in words of a language, as the forms have it."""
        money = self.money()
        return amount_in_words(money, language) if money is not None else ""

    def back(self) -> None:
        """Go back one page on the client's screen."""
        if self._is_confirming:
            self._is_confirming = False
        else:
            self._product = ""
        self.client_error = ""
        self.interview.changed()

    def look_again(self) -> None:
        """Look at what fits instead of what was refused."""
        self.rechoose()

    def choose(self) -> None:
        """Make the choice: the packs answer, and the client's word stands beside it."""
        money, pot, code = self.money(), self.pot(), self._product
        if money is None or pot is None:
            return
        interview = self.interview

        def chosen() -> None:
            purchases = interview.services.purchases
            if not code:  # chosen before; only the last word was missing
                purchases.confirm_choice(interview.id)
                return
            decision = purchases.choose_product(interview.id, code, pot=pot.name, amount=money)
            if not decision.is_refused and not interview.facts.pause_documents:
                purchases.confirm_choice(interview.id)

        done = interview.act(chosen)
        self.client_error = "" if done or not interview.problem else interview.problem.text
        if done:
            self._product, self._is_confirming, self._is_rechoosing = "", False, False
            interview.changed()

    def buy_nothing(self) -> None:
        """End the interview without a sale: the close page makes its record."""
        self.interview.end_wanted()

    def reason(self) -> str:
        """Say why Next is closed: the choice is made on the client's page."""
        if not self.missing():
            return ""
        words = self.interview.words
        step = self.client_step()
        if step in (ClientStep.amount, ClientStep.confirm):
            return words.say("PRODUCTS_CLIENT_CHOOSING")
        return words.say("PRODUCTS_CLIENT_CHOOSES")

    def confirm(self) -> None:
        """Do nothing: the client confirms on the client's page."""


def amount_in_words(money: Money, language: Language) -> str:
    """Return an amount in capital Chinese numerals, or in English words."""
    if language is Language.en:
        return english_amount(money)
    return capital_amount(money, traditional=language is Language.zh_TW)
