"""How far the client has come in choosing, and what the client's page shows of it. No Qt."""

from enum import Enum

from advisor_desk.domain.capital import capital_amount
from advisor_desk.domain.english_amount import english_amount
from advisor_desk.domain.interview import OpenedBy
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.suitability import Decision
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stopped import LOOK_ELSEWHERE
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.products.shelf import ShelfPresenter, needs_request

POT, PRODUCT, AMOUNT, READY = "pot", "product", "amount", "ready"


class ClientStep(Enum):
    """What the client's page asks for."""

    pot = "pot"
    look = "look"
    compare = "compare"
    amount = "amount"
    confirm = "confirm"
    refused = "refused"
    done = "done"


class ChoiceState(ShelfPresenter):
    """What the client's page shows; it is kept as a draft until the choice is made."""

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._choosing = Typed(interview, "products.choosing")
        self._amount = self._choosing.of(AMOUNT)
        self._is_rechoosing = False
        self._why = ("", "")  # product and pot of a refusal that the client reads
        self._used: dict[Pot, Money] = {}
        self.client_error = ""

    def client_step(self) -> ClientStep:
        """Return what the client's page asks for."""
        facts = self.interview.facts
        if self._why[0]:
            return ClientStep.refused
        if self._product:
            is_ready = self._choosing.of(READY) and self.money() is not None
            return ClientStep.confirm if is_ready else ClientStep.amount
        if not self.is_rechoosing:
            if facts.chosen is not None:
                missing = self.missing()
                if missing in ((), ("CHOICE_NOT_CONFIRMED",)):
                    return ClientStep.confirm if missing else ClientStep.done
            if self.refusal() is not None:
                return ClientStep.refused
        if self.is_comparison_shown:
            return ClientStep.compare
        return ClientStep.look if self._has_pot() else ClientStep.pot

    @property
    def is_rechoosing(self) -> bool:
        """Say whether the client chooses once more, after a choice or a refusal."""
        return self._is_rechoosing or bool(self.interview.draft(LOOK_ELSEWHERE))

    def client_pot(self) -> Pot | None:
        """Return the pot the client buys from; the only one, where there is one."""
        return self._pot_named(self._choosing.of(POT))

    def client_list(self) -> tuple[ShelfAnswer, ...]:
        """Return what the client reads: what was asked for, then everything that fits."""
        answers = self._answers_for(self.client_pot())
        asked = tuple(one for one in answers if _was_asked(one) and not one.may_be_recommended)
        return (*asked, *(one for one in answers if one.may_be_recommended))

    def choosing(self) -> ShelfAnswer | None:
        """Return the product that is being chosen, or waits for the client's last word."""
        chosen = self.interview.facts.chosen
        code = self._product or (chosen.choice.product.code if chosen else "")
        answers = self._answers_for(self.client_pot())
        return next((one for one in answers if one.product.code == code), None)

    def refused(self) -> ShelfAnswer | None:
        """Return the product the client reads about; None where it is the last choice."""
        code, pot = self._why
        answers = self._answers_for(self.interview.facts.pots.get(pot))
        return next((one for one in answers if one.product.code == code), None)

    def refused_pot(self) -> str | None:
        """Return the pot the client reads about; None where it is the last choice."""
        return self._why[1] or None

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

    def used_today(self, pot: Pot) -> Money:
        """Return what was bought for today already of this money: found once, not at every key."""
        if pot not in self._used:
            purchases = self.interview.services.purchases
            self._used[pot] = purchases.used_today(self.interview.id, pot)
        return self._used[pot]

    def in_words(self, language: Language) -> str:
        """Return the amount in words of a language, as the forms have it."""
        money = self.money()
        return amount_in_words(money, language) if money is not None else ""

    @property
    def _product(self) -> str:
        """Return the product on the client's page that is being chosen."""
        return self._choosing.of(PRODUCT)

    def _has_pot(self) -> bool:
        pots = self.interview.facts.pots
        return len(pots) == 1 or self._choosing.of(POT) in pots


def _was_asked(one: ShelfAnswer) -> bool:
    """Say whether the client asked for it by name, or its own request lets it through."""
    typed = any(opened.how is OpenedBy.typed_by_client for opened in one.opened)
    return typed or (one.as_asked is not None and needs_request(one))


def left_of(pot: Pot, used: Money) -> Money:
    """Return what is left of money of which some is used."""
    return Money(max(0, pot.amount.minor - used.minor), pot.amount.currency)


def amount_in_words(money: Money, language: Language) -> str:
    """Return an amount in capital Chinese numerals, or in English words."""
    if language is Language.en:
        return english_amount(money)
    return capital_amount(money, traditional=language is Language.zh_TW)
