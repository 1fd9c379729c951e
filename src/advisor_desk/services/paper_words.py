"""Values as they are printed, in the client's language: days, amounts, grades, documents.

Only values stand here; every sentence a client signs under stands in a form's template or a pack.
"""

from dataclasses import dataclass
from datetime import date, datetime

from advisor_desk.domain.capital import capital_amount
from advisor_desk.domain.client import IdentityDocument
from advisor_desk.domain.english_amount import english_amount
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import MINOR_UNITS, Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.product import Fees, Product
from advisor_desk.packs.wording import wording


@dataclass(frozen=True, slots=True)
class PaperWords:
    """Words of one language."""

    language: Language

    def say(self, name: str, **facts: object) -> str:
        """Return one text with its facts."""
        return wording(self.language)[f"PAPER_{name}"].format(**facts)

    def document(self, document: IdentityDocument) -> str:
        """Return kind and number."""
        return self.say(f"DOCUMENT_{document.kind.name}", number=document.number)

    def day(self, day: date | None) -> str:
        """Return ``2026-11-23``; in words where there is none."""
        return day.isoformat() if day else self.say("NO_DATE")

    def moment(self, at: datetime) -> str:
        """Return ``2026-11-23 14:38``."""
        return at.strftime("%Y-%m-%d %H:%M")

    def risk(self, risk: ProductRisk | None) -> str:
        """Return a product's grade with its word."""
        return self.say(f"RISK_{risk.name}") if risk else self.say("NO_RISK")

    def term(self, product: Product) -> str:
        """Return the longer of term and holding period."""
        return self.say("DAYS", days=max(product.term_days, product.holding_days))

    def fees(self, fees: Fees) -> str:
        """Return the three fees in percent."""
        return self.say(
            "FEES",
            subscription=_percent(fees.subscription),
            management=_percent(fees.management),
            custody=_percent(fees.custody),
        )

    def currency(self, currency: str) -> str:
        """Return a currency's name; its letters where it has none here."""
        return wording(self.language).get(f"PAPER_CURRENCY_{currency}", currency)

    def amount(self, money: Money) -> str:
        """Return an amount in words: capital numerals in Chinese."""
        if self.language is Language.en:
            return english_amount(money)
        return capital_amount(money, traditional=self.language is Language.zh_TW)

    def purpose(self, pot: Pot) -> str:
        """Return what a pot is for and where it comes from."""
        purpose = self.say(f"PURPOSE_{pot.purpose.name}")
        return self.say("PURPOSE", purpose=purpose, source=pot.source)


def _percent(hundredths: int) -> str:
    return f"{hundredths // MINOR_UNITS}.{hundredths % MINOR_UNITS:02d}"
