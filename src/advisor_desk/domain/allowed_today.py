"""The card "allowed today": every product of the shelf with its answer for one client and money.

Products that a rule cannot tell apart share one decision. That is what makes a shelf of hundreds
quick; a new fact of a product that rules look at must be added to ``_alike``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from advisor_desk.domain.languages import Words
from advisor_desk.domain.product import Product
from advisor_desk.domain.suitability import Decision, Purchase, RulePack, judge


@dataclass(frozen=True, slots=True)
class Explained:
    """A decision in words: why, for the adviser and for the client, and what would change it.

    For an allowed purchase the words say why each document is needed. Nothing is said twice;
    ``would_change_it`` is empty where nothing honest would.
    """

    decision: Decision
    for_adviser: tuple[Words, ...]
    for_client: tuple[Words, ...]
    would_change_it: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ProductAnswer:
    """One product's answer: on our shelf? may this client? does it fit this money?"""

    product: Product
    on_shelf: bool
    answer: Explained


def allowed_today(
    packs: Sequence[RulePack], purchase: Purchase, products: Iterable[Product]
) -> tuple[ProductAnswer, ...]:
    """Judge each product in place of the one in ``purchase``, in the order given.

    With a sufficient ``witness`` in ``purchase`` the answer is what the client may do once a
    witness is invited; ``asked_by`` the adviser, what may be recommended.
    """
    known: dict[object, Explained] = {}
    answers = []
    for product in products:
        key = _alike(purchase, product)
        answer = known.get(key)
        if answer is None:
            answer = explained(judge(packs, purchase_of(purchase, product)))
            known[key] = answer
        answers.append(ProductAnswer(product, product.sold_on(purchase.on), answer))
    return tuple(answers)


def explained(decision: Decision) -> Explained:
    """Return a decision together with its words."""
    why = decision.reasons or decision.duties
    return Explained(
        decision,
        _once(one.say for one in why),
        _once(one.client for one in why),
        _once(one.change for one in decision.reasons if one.change is not None),
    )


def _once(words: Iterable[Words]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(words))


def purchase_of(purchase: Purchase, product: Product) -> Purchase:
    """Return the same purchase of another product."""
    return replace(
        purchase,
        regime=product.regime,
        product_risk=product.risk,
        capital_protecting=product.capital_protecting,
        pays_back_days=product.pays_back_days,
    )


def _alike(purchase: Purchase, product: Product) -> object:
    in_time = True
    if purchase.needed_by is not None:
        in_time = product.pays_back_days <= (purchase.needed_by - purchase.on).days
    return (product.regime, product.risk, product.capital_protecting, in_time)
