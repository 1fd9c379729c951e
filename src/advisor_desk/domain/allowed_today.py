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
class ProductAnswer:
    """One product's answer: on our shelf? may this client? does it fit this money?"""

    product: Product
    on_shelf: bool
    decision: Decision

    @property
    def for_adviser(self) -> tuple[Words, ...]:
        """Return the reasons, or why each document is needed, in the adviser's words."""
        return tuple(one.say for one in self.decision.reasons or self.decision.duties)

    @property
    def for_client(self) -> tuple[Words, ...]:
        """Return the same in words for the client, none of them twice."""
        said = (one.client for one in self.decision.reasons or self.decision.duties)
        return tuple(dict.fromkeys(said))

    @property
    def would_change_it(self) -> tuple[Words, ...]:
        """Return what would honestly change a refusal, none of it twice; often nothing."""
        changes = (one.change for one in self.decision.reasons)
        return tuple(dict.fromkeys(one for one in changes if one is not None))


def allowed_today(
    packs: Sequence[RulePack], purchase: Purchase, products: Iterable[Product]
) -> tuple[ProductAnswer, ...]:
    """Judge each product in place of the one in ``purchase``, in the order given.

    With a sufficient ``witness`` in ``purchase`` the answer is what the client may do once a
    witness is invited; ``asked_by`` the adviser, what may be recommended.
    """
    known: dict[object, Decision] = {}
    answers = []
    for product in products:
        key = _alike(purchase, product)
        decision = known.get(key)
        if decision is None:
            decision = judge(packs, purchase_of(purchase, product))
            known[key] = decision
        answers.append(ProductAnswer(product, product.sold_on(purchase.on), decision))
    return tuple(answers)


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
