"""Holdings as they are entered, their structure now and after, how they did, what is suggested.

No Qt. Clauses: S54, S55.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from advisor_desk.domain.assessment_events import Change, Holding
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.money import Money
from advisor_desk.domain.performance import Performance
from advisor_desk.domain.portfolio import (
    OLD_AFTER,
    Coverage,
    Lump,
    above_grade,
    after,
    coverage,
    lumps,
    old,
    proposed,
)
from advisor_desk.domain.product import Product
from advisor_desk.domain.structure import (
    YUAN,
    Part,
    by_class,
    by_grade,
    by_term,
    currencies,
    in_currency,
    total,
)
from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.imports.presenter import ImportPresenter
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.screens.portfolio.advising import Advising
from advisor_desk.ui.screens.portfolio.held_list import HeldList
from advisor_desk.ui.screens.portfolio.rows import Row, RowError, TypedRows, on_shelf
from advisor_desk.ui.words import Wording

HOLDINGS, PICTURE, FROM_FILE = "holdings", "picture", "file"
Holdings = tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class Mix:
    """What is held in one currency, by class, by grade and by term."""

    classes: tuple[Part, ...] = ()
    grades: tuple[Part, ...] = ()
    terms: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """How a product that is held did; ``is_stale``: its last price is old."""

    holding: Holding
    performance: Performance
    is_stale: bool


@dataclass(frozen=True, slots=True)
class _Picture:
    """What follows from the facts: the changes on the table, now, after, and each pot."""

    changes: tuple[Change, ...]
    now: Mix
    after: Mix
    coverage: tuple[Coverage, ...]


class PortfolioPresenter(StagePresenter):
    """The fifth stage."""

    stage: ClassVar[Stage] = Stage.portfolio
    stays: ClassVar[bool] = True

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._rows = TypedRows(interview)
        self._chosen = ""
        self.row_error = RowError()
        self.advising = Advising(interview)
        self.file = ImportPresenter(HeldList(interview, self._taken))
        self._seen: tuple[Facts, date, _Picture] | None = None

    def section(self) -> str:
        """Return the part of the page that is shown: the rows, their picture, a file of more."""
        if self._chosen == FROM_FILE:
            return FROM_FILE
        recorded = self.interview.facts.holdings is not None
        return (self._chosen or PICTURE) if recorded and not self.row_error.field else HOLDINGS

    def show_section(self, section: str) -> None:
        """Show the other part; before anything is recorded there is no picture."""
        self._chosen = section
        self.interview.changed()

    def rows(self) -> list[Row]:
        """Return the rows as typed last: a draft, else what is recorded."""
        return self._rows.rows()

    def type_rows(self, rows: Sequence[Row]) -> None:
        """Keep the rows as far as they are typed."""
        self.row_error = RowError()
        self._chosen = HOLDINGS
        self._rows.keep(rows)
        self.interview.changed()

    def is_unrecorded(self) -> bool:
        """Say whether rows were changed since they were recorded, not only spelt otherwise."""
        rows = self._rows.rows()
        if rows == self._rows.recorded():
            return False
        return self._rows.read(rows) != (self.interview.facts.holdings or ())

    def on_shelf(self, text: str) -> Product | None:
        """Return a product of the shelf by its name or code."""
        catalogue = self.interview.day_data.catalogue
        code = on_shelf(catalogue).get(text.strip().casefold())
        return catalogue.product(code, self.interview.words.language) if code else None

    def record(self, rows: Sequence[Row]) -> bool:
        """Record everything the client holds; none: a first investment."""
        found = self._rows.read(rows)
        self.row_error = found if isinstance(found, RowError) else RowError()
        if isinstance(found, RowError):
            self.interview.changed()
            return False
        interview = self.interview

        def act() -> None:
            interview.services.portfolio.record_holdings(interview.id, found)
            self._rows.forget()
            self._chosen = PICTURE

        return interview.act(act)

    def open_file(self) -> None:
        """Show the page on which holdings come in from a file; rows typed are recorded first."""
        if not self.is_unrecorded() or self.record(self.rows()):
            self.show_section(FROM_FILE)

    def leave_file(self) -> None:
        """Show the rows again."""
        self.show_section(HOLDINGS)

    def holdings(self) -> Holdings:
        """Return everything that is held, in whatever currency."""
        return self.interview.facts.holdings or ()

    def currency(self) -> str:
        """Return the currency of the picture: the yuan where anything is held in it."""
        return (*currencies(self.holdings()), YUAN)[0]

    def totals(self) -> tuple[Money, ...]:
        """Return everything that is held, each currency apart."""
        held = self.holdings()
        return tuple(total(in_currency(held, one)) for one in currencies(held))

    def told(self, words: Wording, code: str) -> str:
        """Say how much is held, each currency apart, and from when the figures are."""
        days = sorted({one.as_of for one in self.holdings()})
        amount = words.say("LIST_COMMA").join(words.money(one) for one in self.totals())
        first, last = words.day(days[0]), words.day(days[-1])
        if first == last:
            return words.say(code, amount=amount, day=first)
        return words.say(f"{code}_BETWEEN", amount=amount, first=first, last=last)

    def changes(self) -> tuple[Change, ...]:
        """Return the changes on the table: the choice, or what is suggested and being written."""
        return self._picture().changes

    def now(self) -> Mix:
        """Return the structure of what is held."""
        return self._picture().now

    def after(self) -> Mix:
        """Return the structure after the changes on the table; empty where there is none."""
        return self._picture().after

    def lumps(self, words: Wording) -> tuple[Lump, ...]:
        """Return what is more than half of everything in the picture's currency."""
        products = self._products(words)
        return lumps(in_currency(self.holdings(), self.currency()), products)

    def above_grade(self) -> Holdings:
        """Return what is riskier than the client's grade covers."""
        assessment = self.interview.facts.assessment
        grade = assessment.grade if assessment else None
        return above_grade(self.holdings(), grade) if grade else ()

    def old(self) -> Holdings:
        """Return what was last looked at long ago."""
        return old(self.holdings(), self.interview.today)

    def coverage(self) -> tuple[Coverage, ...]:
        """Return for each pot how much is back by the day it is needed."""
        return self._picture().coverage

    def past(self) -> tuple[tuple[Past, ...], date | str | None]:
        """Return how the products held did, and the day of the prices, or why there are none."""
        today = self.interview.today
        try:
            prices = self.interview.services.portfolio.prices_on(today)
        except Trouble as trouble:
            return (), self.interview.words.trouble(trouble)
        if prices is None:
            return (), None
        held = {one.product: one for one in reversed(self.holdings()) if one.product}
        found = ((one, prices.performance(one.product, today)) for one in held.values())
        told = (Past(one, did, did.is_stale(today)) for one, did in found if did is not None)
        return tuple(reversed(list(told))), prices.edition

    def reason(self) -> str:
        """Say why Next is closed; rows that were changed are recorded first."""
        if self.is_unrecorded():
            return self.interview.words.say("PORTFOLIO_UNRECORDED")
        return super().reason()

    def confirm(self) -> None:
        """Do nothing: recording and suggesting is all there is."""

    def _taken(self) -> None:
        self._rows.forget()
        self.leave_file()

    def _picture(self) -> _Picture:
        """Return what both screens show, worked out once for the facts as they stand."""
        facts, today = self.interview.facts, self.interview.today
        if self._seen is not None and self._seen[0] is facts and self._seen[1] == today:
            return self._seen[2]
        products, held = self._products(), facts.holdings or ()
        changes = proposed(facts, self.advising.typed_change())
        moved = [one for one in changes if one.amount.currency == self.currency()]
        picture = _Picture(
            changes,
            self._mix(held, products),
            self._mix(after(held, moved, today, products), products) if moved else Mix(),
            coverage(facts.pots.values(), held, today, products),
        )
        self._seen = (facts, today, picture)
        return picture

    def _products(self, words: Wording | None = None) -> Mapping[str, Product]:
        language = (words or self.interview.words).language
        return {one.code: one for one in self.interview.day_data.catalogue.products(language)}

    def _mix(self, holdings: Holdings, products: Mapping[str, Product]) -> Mix:
        today = self.interview.today
        before = today - OLD_AFTER
        held = in_currency(holdings, self.currency())
        terms = by_term(held, today, products, before)
        return Mix(by_class(held, before), by_grade(held, before), terms)
