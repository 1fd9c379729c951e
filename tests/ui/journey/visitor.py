"""Who comes to the branch: what each of them says, so that the same acts lead all of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from tests.services.branch import resident_id

ITEMS = (
    "income share held years purpose horizon sudden hoped_return preference not_a_deposit"
    " more_return fall largest_loss"
).split()
FINANCES = {
    "yearly_income": "318000",
    "yearly_spending": "176000",
    "liquid_assets": "460000",
    "other_assets": "3200000",
    "total_debts": "640000",
    "family_situation": "已婚，兩個孩子",
    "investment_goals": "五年內用不到的積蓄",
    "product_type_wanted": "債券為主",
    "investment_experience": "買過三年銀行理財",
}


@dataclass(frozen=True)
class Visitor:
    """One client: ``letters`` answer the questionnaire, ``amount`` is typed on the keys."""

    name: str
    born: date
    letters: str
    product: str
    amount: str
    own_estimate: str = "A2"
    suggested: str = "DEMO-R2-001"
    finances: Mapping[str, str] = field(default_factory=lambda: FINANCES)
    pot: str = "300000"

    @property
    def document(self) -> str:
        return resident_id(self.born)


ADULT = Visitor("何示例", date(1984, 3, 8), "DCBCCCCBCCCCC", "DEMO-R2-001", "20000")
ELDER = Visitor("孫示例", date(1955, 8, 12), "BBBDCCDBCCCCC", "DEMO-R3-001", "200000")
MINOR = Visitor(
    "周示例", date(2010, 6, 30), "ABAABBABBBBBB", "DEMO-R1-001", "10000", "A1", "DEMO-R1-001"
)
BOLD = Visitor("馬示例", date(1981, 5, 9), "CBBBCBBBBCCBB", "DEMO-R4-002", "50000")
NEARLY_65 = Visitor("羅示例", date(1961, 11, 24), "DCBCCCCBCCCCC", "DEMO-R3-001", "200000")
