"""What is held, divided: by class, by grade, by when it comes back. Clauses: S54, S55.

Amounts of two currencies are never added: no rate is in force here, so each currency is divided by
itself. The shares of a whole are tenths of a percent and always make 1,000 together, by the largest
remainder.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass, Product

WHOLE = 1_000  # tenths of a percent
YUAN = "CNY"
Products = Mapping[str, Product]


class Term(Enum):
    """When the money of a holding is back, at the latest; the value is the days to it."""

    week = 7
    quarter = 92
    year = 366
    three_years = 1_096
    longer = 100_000
    unknown = -1


Key = AssetClass | ProductRisk | Term | None


@dataclass(frozen=True, slots=True)
class Part:
    """A part of everything in one currency; ``share`` in tenths of a percent.

    ``old`` is how much of it rests on figures from before the day that was asked for. A ``key``
    None is what has no grade and is no deposit.
    """

    key: Key
    amount: Money
    share: int
    old: Money


def currencies(holdings: Iterable[Holding]) -> tuple[str, ...]:
    """Return the currencies of what is held, the yuan first, then by name."""
    found = {one.amount.currency for one in holdings}
    return tuple(sorted(found, key=lambda one: (one != YUAN, one)))


def in_currency(holdings: Iterable[Holding], currency: str = YUAN) -> tuple[Holding, ...]:
    """Return what is held in one currency."""
    return tuple(one for one in holdings if one.amount.currency == currency)


def total(holdings: Iterable[Holding]) -> Money:
    """Return the sum of holdings of one currency; of none, nothing in yuan.

    Raises:
        ValueError: they are of more than one currency.
    """
    amounts = [one.amount for one in holdings]
    found = {one.currency for one in amounts} or {YUAN}
    if len(found) > 1:
        raise ValueError(found)
    return Money(sum(one.minor for one in amounts), found.pop())


def shares(amounts: Sequence[int]) -> tuple[int, ...]:
    """Return tenths of a percent that make 1,000; of nothing, all 0."""
    whole = sum(amounts)
    if not whole:
        return (0,) * len(amounts)
    found = [amount * WHOLE // whole for amount in amounts]
    left = WHOLE - sum(found)
    by_remainder = sorted(range(len(amounts)), key=lambda at: -(amounts[at] * WHOLE % whole))
    for at in by_remainder[:left]:
        found[at] += 1
    return tuple(found)


def by_class(holdings: Sequence[Holding], old_before: date = date.min) -> tuple[Part, ...]:
    """Return the parts of one currency by class."""
    return _parts(holdings, lambda one: one.asset_class, AssetClass, old_before)


def by_grade(holdings: Sequence[Holding], old_before: date = date.min) -> tuple[Part, ...]:
    """Return the parts of one currency by grade: deposits, R1 to R5, then what has no grade."""
    return _parts(holdings, _grade, (AssetClass.deposit, *ProductRisk, None), old_before)


def by_term(
    holdings: Sequence[Holding], today: date, products: Products, old_before: date = date.min
) -> tuple[Part, ...]:
    """Return the parts of one currency by when the money is back."""
    return _parts(holdings, lambda one: term(one, today, products), Term, old_before)


def back_on(holding: Holding, today: date, products: Products) -> date | None:
    """Return the day the money of a holding is there at the latest; None: not known.

    Its own day where it has one. Without it: a product of ours as if it were bought today, another
    cash product today. A deposit without a day may be bound for years: it is not known.
    """
    if holding.matures_on is not None:
        return max(holding.matures_on, today)
    product = products.get(holding.product or "")
    if product is not None:
        return today + timedelta(days=product.pays_back_days)
    return today if holding.asset_class is AssetClass.cash else None


def term(holding: Holding, today: date, products: Products) -> Term:
    """Return the first term by whose end the money is back."""
    back = back_on(holding, today, products)
    if back is None:
        return Term.unknown
    days = (back - today).days
    return next((one for one in Term if days <= one.value), Term.longer)


def _grade(holding: Holding) -> Key:
    is_deposit = holding.risk is None and holding.asset_class is AssetClass.deposit
    return AssetClass.deposit if is_deposit else holding.risk


def _parts(
    holdings: Sequence[Holding],
    key: Callable[[Holding], Key],
    order: Iterable[Key],
    old_before: date,
) -> tuple[Part, ...]:
    currency = total(holdings).currency
    groups: dict[Key, list[Holding]] = {one: [] for one in order}
    for one in holdings:
        groups[key(one)].append(one)
    found = [(one, group) for one, group in groups.items() if group]
    divided = shares([total(group).minor for _, group in found])
    return tuple(
        Part(one, total(group), share, _old(group, old_before, currency))
        for (one, group), share in zip(found, divided, strict=True)
    )


def _old(group: Iterable[Holding], before: date, currency: str) -> Money:
    return Money(sum(one.amount.minor for one in group if one.as_of < before), currency)
