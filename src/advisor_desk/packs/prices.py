"""Prices (淨值) of products, dated: what their performance is told from. Clause: S55.

An edition is a file, ``resources/prices/<day of the last prices>.toml``; the latest of a day or
before it is the day's. Prices count what was paid out as if it had stayed. A product without a
price of its own, a structured deposit say, is not in it.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.performance import Performance, Price, performance
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.reading import Strict, read_bytes, read_toml

LONGEST_GAP = 45  # days between two days with prices
NONE = ""  # no price: the product was not there yet, or no more


def _price(text: str) -> str:
    whole, _, parts = text.partition(".")
    is_price = whole.isdecimal() and parts.isdecimal() and len(parts) == len("0000")
    if text != NONE and not (text.isascii() and is_price and int(whole + parts)):
        raise ValueError("a price above 0 with four decimals, like 1.0234, or nothing")
    return text


class SeriesRow(Strict):
    """The prices of one product, one for each of the days."""

    product: Annotated[str, Field(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$", max_length=24)]
    values: tuple[Annotated[str, AfterValidator(_price)], ...]

    @model_validator(mode="after")
    def _has_no_hole(self) -> Self:
        there = [at for at, value in enumerate(self.values) if value != NONE]
        if not there or there[-1] - there[0] + 1 != len(there):
            raise ValueError("a price for each day from the product's first to its last")
        return self


class PricesFile(Strict):
    """An edition; ``about`` says that everything in it is invented."""

    about: str
    edition: date
    days: Annotated[tuple[date, ...], Field(min_length=1)]
    series: Annotated[tuple[SeriesRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        gaps = [(later - day).days for day, later in pairwise(self.days)]
        if any(not 0 < gap <= LONGEST_GAP for gap in gaps):
            raise ValueError(f"days one after another, at most {LONGEST_GAP} apart")
        if self.days[-1] != self.edition:
            raise ValueError("the edition's day as the last of the days")
        codes = [row.product for row in self.series]
        repeated = sorted({code for code in codes if codes.count(code) > 1})
        if repeated:
            raise ValueError(f"each product once; repeated: {', '.join(repeated)}")
        short = [row.product for row in self.series if len(row.values) != len(self.days)]
        if short:
            raise ValueError(f"one price for each day; not so: {', '.join(short)}")
        return self


@dataclass(frozen=True, slots=True)
class Prices:
    """One edition."""

    edition: date
    sha256: str
    series: Mapping[str, tuple[Price, ...]]

    def performance(self, product: str | None, today: date) -> Performance | None:
        """Return how a product did up to its last price; None: it has none."""
        return performance(self.series.get(product or "", ()), today)


def prices_on(day: date, folder: Path | None = None) -> Prices | None:
    """Return the latest edition of a day or before it; None: there was none yet."""
    place = folder or data_folder("resources") / "prices"
    there = [path for path in sorted(place.glob("????-??-??.toml")) if path.stem <= str(day)]
    return load_prices(there[-1]) if there else None


@cache
def load_prices(path: Path) -> Prices:
    """Read one edition, whole or not at all.

    Raises:
        BadData: every mistake with its line.
        BadInput: ``PRICES_MISNAMED``.
    """
    content = read_bytes(path)
    found = read_toml(content, PricesFile, str(path))
    if path.stem != str(found.edition):
        raise BadInput("PRICES_MISNAMED", file=path, edition=found.edition)
    return Prices(
        found.edition,
        hashlib.sha256(content).hexdigest(),
        {row.product: _series(row, found.days) for row in found.series},
    )


def _series(row: SeriesRow, days: tuple[date, ...]) -> tuple[Price, ...]:
    return tuple(
        Price(day, int(value.replace(".", "")))
        for day, value in zip(days, row.values, strict=True)
        if value != NONE
    )
