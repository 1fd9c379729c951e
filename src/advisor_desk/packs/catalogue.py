"""The catalogue (產品貨架) of a day: products with their names in three languages.

A catalogue is a dated file, ``resources/catalogue/<first day>.toml``; the latest edition that
started on or before a day is the day's. It lists what is not for sale as well (suspended, closed,
material not approved): the shelf shows those with the reason. Where issuer and seller grade a
product differently, the higher grade counts.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.languages import Language, Words
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass, Fees, Product, Regime
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.packs.reading import Strict, read_bytes, read_toml

_PERCENT = re.compile(r"[0-9]{1,2}\.[0-9]{2}", re.ASCII)


def _amount(text: str) -> str:
    try:
        Money.parse(text)
    except Trouble as trouble:
        raise ValueError(trouble.code) from trouble
    return text


def _percent(text: str) -> str:
    if not _PERCENT.fullmatch(text):
        raise ValueError("a percentage with two decimals, like 0.30")
    return text


Amount = Annotated[str, AfterValidator(_amount)]
Percent = Annotated[str, AfterValidator(_percent)]
Grade = Literal["R1", "R2", "R3", "R4", "R5"]
Days = Annotated[int, Field(ge=0, le=36_500)]


class WordsRow(Strict):
    """One text in each language; none may be empty."""

    en: Annotated[str, Field(min_length=1)]
    zh_CN: Annotated[str, Field(min_length=1)]  # noqa: N815 - the locale's own name
    zh_TW: Annotated[str, Field(min_length=1)]  # noqa: N815 - the locale's own name

    def words(self) -> Words:
        """Return the texts as the domain has them."""
        return Words(self.en, self.zh_CN, self.zh_TW)


class ProductRow(Strict):
    """A product as the file lists it. Days and fees as in ``Product``."""

    code: Annotated[str, Field(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$", max_length=24)]
    name: WordsRow
    regime: Literal["bank_wealth", "agency_wealth", "structured_deposit", "securities_fund"]
    asset_class: Literal[
        "structured", "cash", "fixed_income", "mixed", "equity", "alternative", "insurance"
    ]
    issuer: str
    issuer_grade: Grade
    seller_grade: Grade
    capital_protecting: bool
    term_days: Days
    holding_days: Days
    settlement_days: Days
    opening: Literal["daily", "min_hold", "closed"]
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    minimum: Amount
    step: Amount
    subscription_fee: Percent
    management_fee: Percent
    custody_fee: Percent
    benchmark: WordsRow
    status: Literal["on_sale", "suspended"]
    sale_from: date
    sale_to: date
    material: str
    approved_by: str

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        if self.sale_to < self.sale_from:
            raise ValueError("sale_to not before sale_from")
        if self.opening == "closed" and self.term_days == 0:
            raise ValueError("a closed product with term_days above 0")
        if self.opening != "closed" and self.term_days:
            raise ValueError("term_days 0 where the product is open")
        return self


class IssuerRow(Strict):
    """Who issues products."""

    name: WordsRow


class CatalogueFile(Strict):
    """A whole edition; ``about`` says that everything in it is invented."""

    about: str
    edition: date
    issuers: dict[str, IssuerRow]
    product: Annotated[tuple[ProductRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _refers_to_what_is_there(self) -> Self:
        codes = [row.code for row in self.product]
        repeated = sorted({code for code in codes if codes.count(code) > 1})
        if repeated:
            raise ValueError(f"each code once; repeated: {', '.join(repeated)}")
        strangers = sorted({row.issuer for row in self.product} - self.issuers.keys())
        if strangers:
            raise ValueError(f"issuers from the table; unknown: {', '.join(strangers)}")
        return self


@dataclass(frozen=True, slots=True)
class Listed:
    """A product with what is said of it in each language.

    ``is_closed`` products are subscribed to (認購) in their period, the others bought any day
    (申購).
    """

    by_language: Mapping[Language, Product]
    is_closed: bool

    def in_language(self, language: Language) -> Product:
        """Return the product, its name, issuer and benchmark in one language."""
        return self.by_language[language]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One edition, in the order of the file."""

    edition: date
    sha256: str
    listed: Mapping[str, Listed]

    def products(self, language: Language = Language.en) -> tuple[Product, ...]:
        """Return every product, whether or not it is for sale."""
        return tuple(one.in_language(language) for one in self.listed.values())

    def find(self, code: str) -> Listed:
        """Return one product.

        Raises:
            BadInput: ``PRODUCT_UNKNOWN``.
        """
        if code not in self.listed:
            raise BadInput("PRODUCT_UNKNOWN", field="product", product=code, edition=self.edition)
        return self.listed[code]

    def product(self, code: str, language: Language = Language.en) -> Product:
        """Return one product; see ``find``."""
        return self.find(code).in_language(language)


def catalogue_on(day: date, folder: Path | None = None) -> Catalogue:
    """Return the edition in force on a day: the latest that started on or before it.

    Raises:
        BadInput: ``CATALOGUE_NOT_IN_FORCE``: none had started by then.
    """
    place = folder or data_folder("resources") / "catalogue"
    started = [path for path in sorted(place.glob("????-??-??.toml")) if path.stem <= str(day)]
    if not started:
        raise BadInput("CATALOGUE_NOT_IN_FORCE", day=day)
    return load_catalogue(started[-1])


@cache
def load_catalogue(path: Path) -> Catalogue:
    """Read one edition, whole or not at all.

    Raises:
        BadData: every mistake with its line.
    """
    content = read_bytes(path)
    found = read_toml(content, CatalogueFile, str(path))
    if path.stem != str(found.edition):
        raise BadInput("CATALOGUE_MISNAMED", file=path, edition=found.edition)
    return Catalogue(
        found.edition,
        hashlib.sha256(content).hexdigest(),
        {row.code: _listed(row, found.issuers[row.issuer].name) for row in found.product},
    )


def _listed(row: ProductRow, issuer: WordsRow) -> Listed:
    return Listed(
        {language: _product(row, issuer.words(), language) for language in Language},
        row.opening == "closed",
    )


def _product(row: ProductRow, issuer: Words, language: Language) -> Product:
    return Product(
        code=row.code,
        name=row.name.words().in_language(language),
        regime=Regime[row.regime],
        asset_class=AssetClass[row.asset_class],
        issuer=issuer.in_language(language),
        risk=ProductRisk[max(row.issuer_grade, row.seller_grade)],
        capital_protecting=row.capital_protecting,
        term_days=row.term_days,
        holding_days=row.holding_days,
        pays_back_days=max(row.term_days, row.holding_days) + row.settlement_days,
        minimum=Money.parse(row.minimum, row.currency),
        step=Money.parse(row.step, row.currency),
        fees=Fees(
            _hundredths(row.subscription_fee),
            _hundredths(row.management_fee),
            _hundredths(row.custody_fee),
        ),
        benchmark=row.benchmark.words().in_language(language),
        on_sale=row.status == "on_sale",
        sale_from=row.sale_from,
        sale_to=row.sale_to,
        material_version=row.material,
        material_approved_by=row.approved_by,
    )


def _hundredths(percent: str) -> int:
    return int(percent.replace(".", ""))
