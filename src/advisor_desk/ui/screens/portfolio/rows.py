"""Holdings as they are typed: kept row by row, read as a whole. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Self

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.structure import YUAN
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.packs.catalogue import Catalogue
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.services.portfolio import checked_holding
from advisor_desk.services.printed import printed_text
from advisor_desk.ui.interview.field_errors import Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.words import Wording

COUNT = "portfolio.holdings"
NO_GRADE = "none"


@dataclass(slots=True)
class Row:
    """A holding as it is typed; ``kind`` empty: a deposit, or unknown where there is a grade."""

    name: str = ""
    amount: str = ""
    risk: str = NO_GRADE
    as_of: str = ""
    kind: str = ""
    currency: str = YUAN
    matures_on: str = ""
    product: str = ""

    @classmethod
    def of(cls, one: Holding) -> Self:
        """Return a recorded holding as it would be typed."""
        return cls(
            one.name,
            one.amount.plain(),
            one.risk.name if one.risk else NO_GRADE,
            str(one.as_of),
            one.asset_class.name,
            one.amount.currency,
            str(one.matures_on) if one.matures_on else "",
            one.product or "",
        )


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with a field of a row; ``place`` -1: nothing is."""

    place: int = -1
    field: str = ""
    wrong: Wrong | None = None

    def text(self, words: Wording) -> str:
        """Say it; empty where nothing is wrong."""
        return self.wrong.text(words) if self.wrong else ""


class TypedRows:
    """The rows of the page, as drafts of the book until they are recorded."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview

    def recorded(self) -> list[Row]:
        """Return what is recorded."""
        return [Row.of(one) for one in self._interview.facts.holdings or ()]

    def rows(self) -> list[Row]:
        """Return the rows as typed last, else what is recorded."""
        count = self._interview.draft(COUNT)
        if not count:
            return self.recorded()
        return [Row(**self._row(place).all()) for place in range(int(count))]

    def keep(self, rows: Sequence[Row]) -> None:
        """Keep the rows as far as they are typed; what did not change is not written again."""
        before = self._interview.draft(COUNT)
        for place, row in enumerate(rows):
            self._row(place).keep(**asdict(row))
        for place in range(len(rows), int(before or 0)):
            self._row(place).forget()
        if before != str(len(rows)):
            self._interview.keep_draft(COUNT, str(len(rows)))

    def forget(self) -> None:
        """Forget the drafts: the rows are recorded."""
        for place in range(int(self._interview.draft(COUNT) or 0)):
            self._row(place).forget()
        if self._interview.draft(COUNT):
            self._interview.keep_draft(COUNT, "")

    def read(self, rows: Sequence[Row]) -> tuple[Holding, ...] | RowError:
        """Return the holdings, or the first thing that is wrong."""
        found, shelf = [], on_shelf(self._interview.day_data.catalogue)
        for place, row in enumerate(rows):
            one = self._holding(row, shelf)
            if isinstance(one, RowError):
                return RowError(place, one.field, one.wrong)
            found.append(one)
        return tuple(found)

    def _row(self, place: int) -> Typed:
        return Typed(self._interview, f"portfolio.holding.{place}")

    def _holding(self, row: Row, shelf: Mapping[str, str]) -> Holding | RowError:
        days = self._days(row)
        if not row.name.strip():
            return RowError(0, "name", Wrong("PORTFOLIO_NAME_MISSING"))
        try:
            name = printed_text(row.name, "name", longest=LONGEST_NAME)
            amount = Money.parse(row.amount, row.currency)
        except Trouble as trouble:
            if trouble.facts.get("field") == "name":
                return RowError(0, "name", Wrong(trouble.code, trouble, "HOLDING_name"))
            return RowError(0, "amount", Wrong(f"PORTFOLIO_{trouble.code}", trouble))
        if isinstance(days, RowError):
            return days
        as_of, matures_on = days
        risk, kind, code = self._what(row, shelf)
        holding = Holding(name, amount, risk, as_of, kind, code, matures_on)
        try:
            return checked_holding(
                holding, self._interview.today, self._interview.day_data.catalogue
            )
        except BadInput as trouble:
            return RowError(0, trouble.facts["field"], Wrong(trouble.code, trouble))

    def _days(self, row: Row) -> tuple[date, date | None] | RowError:
        """Return as of which day the amount is (today if nothing is typed), and when it is due."""
        today = self._interview.today
        as_of = day_as_typed(row.as_of) if row.as_of else today
        matures_on = day_as_typed(row.matures_on) if row.matures_on else None
        if as_of is None or (row.matures_on and matures_on is None):
            field = "as_of" if as_of is None else "matures_on"
            return RowError(0, field, Wrong("PAUSE_DAY_UNREADABLE"))
        if as_of > today:
            return RowError(0, "as_of", Wrong("PORTFOLIO_DAY_LATER"))
        if matures_on is not None and matures_on < as_of:
            return RowError(0, "matures_on", Wrong("PORTFOLIO_MATURED_BEFORE"))
        return as_of, matures_on

    def _what(
        self, row: Row, shelf: Mapping[str, str]
    ) -> tuple[ProductRisk | None, AssetClass, str | None]:
        """Return grade, class and code: the shelf's own for a product of ours."""
        listed = self._interview.day_data.catalogue.listed
        code = row.product or shelf.get(row.name.strip().casefold(), "")
        if code in listed:
            product = listed[code].in_language(self._interview.words.language)
            return product.risk, product.asset_class, code
        risk = None if row.risk == NO_GRADE else ProductRisk[row.risk]
        unsaid = AssetClass.other if risk else AssetClass.deposit
        kind = AssetClass[row.kind] if row.kind else unsaid
        return risk, kind, None


def on_shelf(catalogue: Catalogue) -> Mapping[str, str]:
    """Return the code of every product by its code and by its name in each language."""
    found = {code.casefold(): code for code in catalogue.listed}
    for code, listed in catalogue.listed.items():
        names = (one.name.casefold() for one in listed.by_language.values())
        found |= dict.fromkeys(names, code)
    return found
