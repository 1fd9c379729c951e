"""Money as whole minor units: no amount ever passes through a float."""

import re
from dataclasses import dataclass

from advisor_desk.domain.trouble import BadInput

MINOR_UNITS = 100
MOST_DIGITS = 15  # before the point
_AMOUNT = re.compile(r"(0|[1-9][0-9]*)(?:\.([0-9]{1,2}))?", re.ASCII)
_CURRENCY = re.compile("[A-Z]{3}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount: ``minor`` in hundredths (分) of ``currency`` (ISO 4217)."""

    minor: int
    currency: str = "CNY"

    def __post_init__(self) -> None:
        """Refuse what is no currency: it is printed beside the amount."""
        if not _CURRENCY.fullmatch(self.currency):
            raise BadInput("CURRENCY_UNREADABLE", field="currency", currency=self.currency)

    @classmethod
    def parse(cls, amount: str, currency: str = "CNY") -> "Money":
        """Read ``100000.00``: digits, at most two decimals, no separators, above 0.

        Raises:
            BadInput: ``AMOUNT_UNREADABLE``, ``AMOUNT_NOT_POSITIVE`` or ``AMOUNT_TOO_LARGE``.
        """
        match = _AMOUNT.fullmatch(amount)
        if match is None:
            raise BadInput("AMOUNT_UNREADABLE", amount=amount)
        whole, decimals = match.groups()
        if len(whole) > MOST_DIGITS:
            most = cls(10 ** (MOST_DIGITS + 2) - 1, currency)
            raise BadInput("AMOUNT_TOO_LARGE", amount=amount, most=most.figures())
        minor = int(whole) * MINOR_UNITS + int((decimals or "0").ljust(2, "0"))
        if minor == 0:
            raise BadInput("AMOUNT_NOT_POSITIVE", amount=amount)
        return cls(minor, currency)

    def figures(self) -> str:
        """Return ``200,000.00``."""
        return f"{self.minor // MINOR_UNITS:,}.{self.minor % MINOR_UNITS:02d}"

    def plain(self) -> str:
        """Return ``200000.00``, as ``parse`` reads it."""
        return f"{self.minor // MINOR_UNITS}.{self.minor % MINOR_UNITS:02d}"
