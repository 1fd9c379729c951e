"""What is held, by class and by grade, now and after what was chosen. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import Regime
from advisor_desk.domain.purchase_events import Choice
from advisor_desk.packs.catalogue import Catalogue, Listed
from advisor_desk.ui.words import YUAN


class AssetClass(Enum):
    """A kind of thing one holds. A deposit is no product, so it has no grade."""

    deposit = "deposit"
    structured = "structured"
    wealth = "wealth"
    fund = "fund"
    other = "other"


CLASSES = {
    Regime.structured_deposit: AssetClass.structured,
    Regime.bank_wealth: AssetClass.wealth,
    Regime.agency_wealth: AssetClass.wealth,
    Regime.securities_fund: AssetClass.fund,
}
Key = AssetClass | ProductRisk | None


@dataclass(frozen=True, slots=True)
class Held:
    """An amount of one class and grade, in fen."""

    kind: AssetClass
    risk: ProductRisk | None
    minor: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of everything: a class, a grade, or None for deposits; ``share`` 0 to 1."""

    key: Key
    amount: Money
    share: float


def on_shelf(catalogue: Catalogue, text: str) -> Listed | None:
    """Return the product of that name, in any language, or of that code."""
    wanted = text.strip().casefold()
    for code, listed in catalogue.listed.items():
        names = (one.name.casefold() for one in listed.by_language.values())
        if wanted == code.casefold() or wanted in names:
            return listed
    return None


def held_now(holdings: Iterable[Holding], catalogue: Catalogue) -> tuple[Held, ...]:
    """Return what is held in yuan; what the shelf does not know is something else."""
    return tuple(
        Held(_class_of(one, catalogue), one.risk, one.amount.minor)
        for one in holdings
        if one.amount.currency == YUAN
    )


def held_after(held: tuple[Held, ...], choice: Choice) -> tuple[Held, ...]:
    """Return what would be held: the amount chosen comes from the deposits, as far as they go."""
    if choice.amount.currency != YUAN:
        return held
    left, after = choice.amount.minor, []
    for one in held:
        taken = min(one.minor, left) if one.kind is AssetClass.deposit else 0
        left -= taken
        after.append(Held(one.kind, one.risk, one.minor - taken))
    product = choice.product
    bought = Held(CLASSES[product.regime], product.risk, choice.amount.minor)
    return (*(one for one in after if one.minor), bought)


def by_class(held: tuple[Held, ...]) -> tuple[Part, ...]:
    """Return the parts by class."""
    parts = (_part(kind, (one for one in held if one.kind is kind), held) for kind in AssetClass)
    return tuple(part for part in parts if part.share)


def by_grade(held: tuple[Held, ...]) -> tuple[Part, ...]:
    """Return the parts by grade, deposits first."""
    grades: tuple[ProductRisk | None, ...] = (None, *ProductRisk)
    parts = (_part(risk, (one for one in held if one.risk is risk), held) for risk in grades)
    return tuple(part for part in parts if part.share)


def _part(key: Key, group: Iterable[Held], held: tuple[Held, ...]) -> Part:
    minor, total = sum(one.minor for one in group), sum(one.minor for one in held)
    return Part(key, Money(minor), minor / total if total else 0.0)


def _class_of(holding: Holding, catalogue: Catalogue) -> AssetClass:
    if holding.risk is None:
        return AssetClass.deposit
    listed = on_shelf(catalogue, holding.name)
    product = next(iter(listed.by_language.values())) if listed else None
    return CLASSES[product.regime] if product else AssetClass.other
