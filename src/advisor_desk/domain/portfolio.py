"""What stands out about what is held, and what a change would make of it. Clauses: S54, S55.

Nothing is foretold: a holding counts with the amount recorded, as of its day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from advisor_desk.domain.assessment_events import Change, Holding
from advisor_desk.domain.facts import Facts, Suggested
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.interview import Reaction
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.product import AssetClass, Product
from advisor_desk.domain.structure import WHOLE, Products, back_on, in_currency, total

MOST_IN_ONE = 500  # tenths of a percent of everything in one currency
OLD_AFTER = timedelta(days=92)
_PAYS_FIRST = (AssetClass.deposit, AssetClass.cash)


@dataclass(frozen=True, slots=True)
class Lump:
    """Much of everything in one product, or with one issuer."""

    name: str
    is_issuer: bool
    amount: Money
    share: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a pot's money is there by the day it is needed; ``missing`` 0: all of it."""

    pot: Pot
    there: Money
    missing: Money


def lumps(
    holdings: Sequence[Holding], products: Products, most: int = MOST_IN_ONE
) -> tuple[Lump, ...]:
    """Return what is more than ``most`` of one currency: a product, an issuer of several of them.

    Deposits are no product. An issuer is known for products of the catalogue alone.
    """
    whole = total(holdings)
    graded = [one for one in holdings if one.asset_class is not AssetClass.deposit]
    by_product: dict[str, list[Holding]] = {}
    by_issuer: dict[str, list[Holding]] = {}
    for one in graded:
        by_product.setdefault(one.product or one.name, []).append(one)
        ours = products.get(one.product or "")
        if ours is not None:
            by_issuer.setdefault(ours.issuer, []).append(one)
    several = {name: some for name, some in by_issuer.items() if len({o.product for o in some}) > 1}
    found = [Lump(some[0].name, False, *_of(some, whole)) for some in by_product.values()]
    found += [Lump(name, True, *_of(some, whole)) for name, some in several.items()]
    return tuple(one for one in found if one.amount.minor * WHOLE > most * whole.minor)


def above_grade(holdings: Iterable[Holding], grade: RiskTolerance) -> tuple[Holding, ...]:
    """Return what is riskier than the client's grade covers. Clause: S55."""
    return tuple(one for one in holdings if one.risk is not None and not grade.covers(one.risk))


def old(holdings: Iterable[Holding], today: date) -> tuple[Holding, ...]:
    """Return what was last looked at too long ago."""
    return tuple(one for one in holdings if one.as_of < today - OLD_AFTER)


def coverage(
    pots: Iterable[Pot], holdings: Iterable[Holding], today: date, products: Products
) -> tuple[Coverage, ...]:
    """Return for each pot what is back in time, the one needed first served first.

    Reading: holdings belong to no pot, so each amount serves once, for the pot needed first; what
    has a day no one knows serves only pots without a day. Money of other currencies serves none.
    """
    held = in_currency(holdings)
    back = [(back_on(one, today, products) or date.max, one.amount.minor) for one in held]
    taken, found = 0, []
    for pot in sorted(pots, key=lambda one: one.needed_by or date.max):
        by = pot.needed_by or date.max
        free = max(sum(minor for day, minor in back if day <= by) - taken, 0)
        there = min(free, pot.amount.minor)
        taken += there
        found.append(Coverage(pot, Money(there), Money(pot.amount.minor - there)))
    return tuple(found)


def proposed(facts: Facts, typed: Change | None = None) -> tuple[Change, ...]:
    """Return the changes on the table: the purchase chosen, else what was not declined.

    ``typed`` is one that is being written.
    """
    standing = [one for one in facts.advice() if one.reaction is not Reaction.declined]
    if facts.chosen is None:
        made = tuple(one.change for one in standing if one.change is not None)
        return (*made, typed) if typed is not None else made
    choice = facts.chosen.choice
    return purchase(
        facts.holdings or (), choice.product, choice.amount, _meant(standing, choice.product.code)
    )


def purchase(
    holdings: Iterable[Holding], product: Product, amount: Money, taken_from: str | None
) -> tuple[Change, ...]:
    """Return where the money of a purchase comes from, and what it goes into.

    Reading: nobody says which account pays; it is what was suggested, then deposits, then cash
    products, in the order recorded, and what they do not hold is new money.
    """
    held = in_currency(holdings, amount.currency)
    payers = [one for one in held if one.name == taken_from]
    for kind in _PAYS_FIRST:
        payers += [one for one in held if one.asset_class is kind and one.name != taken_from]
    left, made = amount.minor, []
    for one in payers:
        taken = min(one.amount.minor, left)
        left -= taken
        if taken:
            made.append((taken, one.name))
    sources: list[tuple[int, str | None]] = [*made, *([(left, None)] if left else [])]
    into, code = product.asset_class, product.code
    return tuple(Change(Money(minor, amount.currency), name, into, code) for minor, name in sources)


def after(
    holdings: Iterable[Holding], changes: Iterable[Change], today: date, products: Products
) -> tuple[Holding, ...]:
    """Return what would be held; a change moves no more than is there."""
    held = list(holdings)
    for change in changes:
        moved = change.amount.minor
        if change.taken_from is not None:
            moved = _take(held, change)
        if moved:
            held.append(_bought(change, moved, today, products))
    return tuple(one for one in held if one.amount.minor)


def _take(held: list[Holding], change: Change) -> int:
    """Take the amount out of the holdings of that name; return how much there was."""
    left = change.amount.minor
    for at, one in enumerate(held):
        if one.name == change.taken_from and one.amount.currency == change.amount.currency:
            taken = min(one.amount.minor, left)
            left -= taken
            held[at] = replace(one, amount=Money(one.amount.minor - taken, one.amount.currency))
    return change.amount.minor - left


def _bought(change: Change, minor: int, today: date, products: Products) -> Holding:
    amount = Money(minor, change.amount.currency)
    product = products.get(change.product or "")
    if product is None:
        return Holding("", amount, None, today, change.into)
    back = today + timedelta(days=product.pays_back_days) if product.term_days else None
    return Holding(
        product.name, amount, product.risk, today, product.asset_class, product.code, back
    )


def _meant(standing: Iterable[Suggested], product: str) -> str | None:
    changes = [one.change for one in standing if one.change and one.change.product == product]
    return changes[-1].taken_from if changes else None


def _of(some: Iterable[Holding], whole: Money) -> tuple[Money, int]:
    amount = total(some)
    return amount, round(amount.minor * WHOLE / whole.minor) if whole.minor else 0
