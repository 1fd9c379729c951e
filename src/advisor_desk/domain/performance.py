"""What became of a product's price (淨值) over periods that are past. Clause: S55.

Only what the data covers is said, always with the day of the last price; nothing is foretold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from advisor_desk.domain.calendar import months_later

HUNDREDTHS = 10_000  # of a percent in a whole
STALE_AFTER = timedelta(days=45)
_SLACK = timedelta(days=7)  # a period may begin with a price this much older


class Period(Enum):
    """A period that ends with the last price; the value is its months."""

    month = 1
    quarter = 3
    year = 12


@dataclass(frozen=True, slots=True)
class Price:
    """A price of a day, in ten-thousandths of what one unit began at."""

    day: date
    value: int


@dataclass(frozen=True, slots=True)
class Performance:
    """Changes in hundredths of a percent up to ``until``; a period not covered is left out."""

    until: date
    changes: Mapping[Period, int]

    def is_stale(self, today: date) -> bool:
        """Say whether the last price is older than prices should be."""
        return self.until < today - STALE_AFTER


def performance(prices: tuple[Price, ...], today: date) -> Performance | None:
    """Return the changes up to the last price known on ``today``; None: there is none yet.

    ``prices`` are in the order of their days. Hundredths are rounded half up.
    """
    known = [one for one in prices if one.day <= today]
    if not known:
        return None
    last = known[-1]
    changes = {}
    for period in Period:
        first = _at(known, months_later(last.day, -period.value))
        if first is not None:
            changes[period] = _change(first.value, last.value)
    return Performance(last.day, changes)


def _at(known: list[Price], day: date) -> Price | None:
    there = [one for one in known if day - _SLACK <= one.day <= day]
    return there[-1] if there else None


def _change(first: int, last: int) -> int:
    return (2 * HUNDREDTHS * (last - first) + first) // (2 * first)
