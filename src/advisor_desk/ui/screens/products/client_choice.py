"""The client's own choice: pot, product, amount, and the word that this is what is wanted. No Qt.

Every act here is the client's on the client's page. How far it has come is kept, so that a cut wire
costs nothing. Clauses: S26, S28, S57.
"""

from advisor_desk.domain.interview import OpenedBy
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.stopped import LOOK_ELSEWHERE
from advisor_desk.ui.screens.products.choice_state import (
    AMOUNT,
    POT,
    PRODUCT,
    READY,
    ChoiceState,
    left_of,
)
from advisor_desk.ui.screens.products.shelf import is_refused


class ClientChoice(ChoiceState):
    """What the client does on the client's page."""

    def pick_client_pot(self, name: str) -> None:
        """Take a pot of money; an empty name goes back to all of them."""
        self._choosing.keep(**{POT: name, PRODUCT: "", READY: ""})
        self._pot = name or self._pot
        self.client_error = ""
        self.interview.changed()

    def pick(self, code: str) -> None:
        """Take a product from the list: the client's own touch."""
        self._open(code, OpenedBy.picked_by_client, only_new=True)
        pot = self.client_pot()
        one = next((one for one in self._answers_for(pot) if one.product.code == code), None)
        if one is None or pot is None:
            return
        self._amount = self.client_error = ""
        if is_refused(one):
            self.read_why(code, pot.name)
            return
        self._why = ("", "")
        self._choosing.keep(**{POT: pot.name, PRODUCT: code, AMOUNT: "", READY: ""})
        self.interview.changed()

    def read_why(self, code: str, pot: str) -> None:
        """Read why a product cannot be bought with this money."""
        self._why = (code, pot)
        self._choosing.keep(**{PRODUCT: "", AMOUNT: "", READY: ""})
        self.interview.changed()

    def type_amount(self, text: str) -> None:
        """Take the amount as far as it is typed."""
        self._amount = text
        self.client_error = ""
        self.interview.changed()

    def keep_amount(self) -> None:
        """Keep the amount as far as it is typed: the client rests."""
        if self._product:
            self._choosing.keep(**{AMOUNT: self._amount})

    def give_amount(self) -> None:
        """Go on to the confirmation, where the amount fits product and pot."""
        if self._is_amount_taken():
            self._choosing.keep(**{AMOUNT: self._amount, READY: "yes"})
        self.interview.changed()

    def back(self) -> None:
        """Go back one page on the client's screen."""
        self.client_error = ""
        if not self._product:  # a choice made before, whose last word is not this
            self.rechoose()
            return
        is_ready = self._choosing.of(READY)
        self._choosing.keep(**({READY: ""} if is_ready else {PRODUCT: "", READY: ""}))
        self.interview.changed()

    def look_again(self) -> None:
        """Look at what fits instead of what was refused."""
        is_about_one = bool(self._why[0])
        self._why = ("", "")
        if is_about_one:
            self.interview.changed()
        else:
            self.rechoose()

    def choose(self) -> None:
        """Make the choice: the packs answer, and the client's word stands beside it."""
        money, pot, code = self.money(), self.client_pot(), self._product
        if money is None or pot is None:
            return
        interview = self.interview
        if code and not self._is_amount_taken():  # kept from before another sale
            self._choosing.keep(**{READY: ""})
            interview.changed()
            return

        def chosen() -> None:
            purchases = interview.services.purchases
            if not code:  # chosen before; only the last word was missing
                purchases.confirm_choice(interview.id)
                return
            decision = purchases.choose_product(interview.id, code, pot=pot.name, amount=money)
            if not decision.is_refused and not interview.facts.pause_documents:
                purchases.confirm_choice(interview.id)

        done = interview.act(chosen)
        self.client_error = "" if done else interview.client_words.say("CHOOSE_NOT_NOW")
        if done:
            self._is_rechoosing = False
            self._amount = ""
            self._choosing.forget()
            self._forget_elsewhere()
            interview.changed()

    def rechoose(self) -> None:
        """Choose once more, from the list."""
        self._is_rechoosing = True
        self._why, self._amount = ("", ""), ""
        self._choosing.forget()
        self.interview.changed()

    def _forget_elsewhere(self) -> None:
        if self.interview.draft(LOOK_ELSEWHERE):
            self.interview.keep_draft(LOOK_ELSEWHERE, "")

    def _is_amount_taken(self) -> bool:
        """Say whether product and money take the amount; else the client reads why not."""
        self.client_error = ""
        pot, one = self.client_pot(), self.choosing()
        if one is None or pot is None:
            return False
        interview, product = self.interview, one.product
        try:
            money = Money.parse(self._amount, product.minimum.currency)
            interview.services.purchases.require_amount(interview.id, product, pot, money)
        except Trouble as trouble:
            self.client_error = self._in_plain_words(trouble, one, pot)
        return not self.client_error

    def _in_plain_words(self, trouble: Trouble, one: ShelfAnswer, pot: Pot) -> str:
        """Say to the client what the amount must be, without the program's own names."""
        words, used = self.interview.client_words, self.used_today(pot)
        return words.say(
            f"CHOOSE_{trouble.code}",
            least=words.money(one.product.minimum),
            step=words.money(one.product.step),
            most=words.money(pot.amount),
            used=words.money(used),
            left=words.money(left_of(pot, used)),
        )
