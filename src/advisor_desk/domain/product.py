"""Products on the shelf, and the money they are bought with."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.money import Money


class Regime(Enum):
    """Kind of product by its supervisor; it decides which rule packs are asked."""

    bank_wealth = "bank_wealth"  # 銀行理財
    agency_wealth = "agency_wealth"  # 代銷理財
    structured_deposit = "structured_deposit"  # 結構性存款
    securities_fund = "securities_fund"  # 公募證券投資基金


class AssetClass(Enum):
    """What money lies in (資產類別), as the bank speaks of it; ``other``: nobody can say.

    ``cash`` is money market and daily cash; ``structured`` a structured deposit, a product with
    a grade, never the deposit that needs none.
    """

    deposit = "deposit"  # 存款
    structured = "structured"  # 結構性存款
    cash = "cash"  # 現金管理
    fixed_income = "fixed_income"  # 固定收益
    mixed = "mixed"  # 混合
    equity = "equity"  # 權益
    alternative = "alternative"  # 商品、衍生品及另類
    insurance = "insurance"  # 保險
    other = "other"


class Purpose(Enum):
    """What a purchase's money is for. All but ``ordinary`` is earmarked. Clause: S63."""

    ordinary = "ordinary"
    pension = "pension"
    retirement = "retirement"
    education = "education"
    earmarked = "earmarked"

    @property
    def is_earmarked(self) -> bool:
        """Say whether the money has a set purpose or source."""
        return self is not Purpose.ordinary


@dataclass(frozen=True, slots=True)
class Fees:
    """Fees in hundredths of a percent: subscription once, the others a year."""

    subscription: int
    management: int
    custody: int


@dataclass(frozen=True, slots=True)
class Product:
    """A product as the catalogue of the day lists it.

    ``risk`` is the grade that counts: the higher of issuer's and seller's. ``pays_back_days`` is
    the longer of term and holding period, plus settlement. Sale days are included.
    """

    code: str
    name: str
    regime: Regime
    asset_class: AssetClass
    issuer: str
    risk: ProductRisk
    capital_protecting: bool
    term_days: int
    holding_days: int
    pays_back_days: int
    minimum: Money
    step: Money
    fees: Fees
    benchmark: str
    on_sale: bool
    sale_from: date
    sale_to: date
    material_version: str
    material_approved_by: str

    def sold_on(self, day: date) -> bool:
        """Say whether the shelf has it on ``day``."""
        return self.on_sale and self.sale_from <= day <= self.sale_to
