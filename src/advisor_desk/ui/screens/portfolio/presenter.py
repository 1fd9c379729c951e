"""Holdings as they are entered, the mix they make, and the suggestion with its answer. No Qt.

Clauses: S54, S55.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from advisor_desk.domain.assessment_events import Holding, PortfolioKept, SuggestionMade
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import Reaction, Stage
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.portfolio.rows import Row, RowError, TypedRows
from advisor_desk.ui.screens.portfolio.structure import (
    Held,
    Part,
    by_class,
    by_grade,
    held_after,
    held_now,
    on_shelf,
)

TOO_MUCH = 0.5  # of everything in one holding
STALE = timedelta(days=92)


@dataclass(frozen=True, slots=True)
class Talked:
    """A suggestion with what the client said to it, or (None) the reason for changing nothing."""

    words: str
    reaction: Reaction | None


class PortfolioPresenter(StagePresenter):
    """The fifth stage."""

    stage: ClassVar[Stage] = Stage.portfolio
    stays: ClassVar[bool] = True

    def __init__(self, interview: OpenInterview) -> None:
        super().__init__(interview)
        self._rows = TypedRows(interview)
        self._typed = Typed(interview, "portfolio")
        self.row_error = RowError()

    def rows(self) -> list[Row]:
        """Return the rows as typed last: a draft, else what is recorded."""
        return self._rows.rows()

    def type_rows(self, rows: Sequence[Row]) -> None:
        """Keep the rows as far as they are typed."""
        self.row_error = RowError()
        self._rows.keep(rows)
        self.interview.changed()

    def is_unrecorded(self) -> bool:
        """Say whether rows were changed since they were recorded, not only spelt otherwise."""
        rows = self._rows.rows()
        if rows == self._rows.recorded():
            return False
        return self._rows.read(rows) != (self.interview.facts.holdings or ())

    def on_shelf(self, text: str) -> tuple[str, ProductRisk] | None:
        """Return name and grade of a product of the shelf by its name or code."""
        listed = on_shelf(self.interview.day_data.catalogue, text)
        if listed is None:
            return None
        product = listed.in_language(self.interview.words.language)
        return product.name, product.risk

    def record(self, rows: Sequence[Row]) -> bool:
        """Record everything the client holds; none: a first investment."""
        found = self._rows.read(rows)
        self.row_error = found if isinstance(found, RowError) else RowError()
        if isinstance(found, RowError):
            self.interview.changed()
            return False
        interview = self.interview
        done = interview.act(
            lambda: interview.services.portfolio.record_holdings(interview.id, found)
        )
        if done:
            self._rows.forget()
            interview.changed()
        return done

    def total(self) -> Money:
        """Return everything that is held, in yuan."""
        return Money(sum(one.minor for one in self._held()))

    def as_of(self) -> date | None:
        """Return the oldest day of what is held."""
        return min((one.as_of for one in self.interview.facts.holdings or ()), default=None)

    def mix(self) -> tuple[Part, ...]:
        """Return what is held by grade, deposits first."""
        return by_grade(self._held())

    def mix_after(self) -> tuple[Part, ...]:
        """Return the same after what was chosen; empty where nothing is chosen."""
        return by_grade(self._after())

    def classes(self) -> tuple[Part, ...]:
        """Return what is held by class."""
        return by_class(self._held())

    def classes_after(self) -> tuple[Part, ...]:
        """Return the same after what was chosen; empty where nothing is chosen."""
        return by_class(self._after())

    def concentrated(self) -> tuple[Holding, float] | None:
        """Return the one product that is more than half of everything; None: there is none."""
        held = self.interview.facts.holdings or ()
        total = sum(one.amount.minor for one in held)
        products = (one for one in held if one.risk is not None)
        much = next((one for one in products if one.amount.minor > TOO_MUCH * total), None)
        return (much, much.amount.minor / total) if much else None

    def stale(self) -> tuple[Holding, ...]:
        """Return what was last looked at long ago."""
        before = self.interview.today - STALE
        return tuple(one for one in self.interview.facts.holdings or () if one.as_of < before)

    def pots(self) -> tuple[tuple[Pot, bool], ...]:
        """Return every pot, and whether everything held covers it."""
        held = self.total().minor
        return tuple((one, one.amount.minor <= held) for one in self.interview.facts.pots.values())

    def talked(self) -> tuple[Talked, ...]:
        """Return what was suggested, and what the client said to it."""
        found = self.interview.services.recorded(self.interview.id, SuggestionMade, PortfolioKept)
        said = []
        for one in found:
            if isinstance(one.event, SuggestionMade):
                said.append(Talked(one.event.words, one.event.reaction))
            elif isinstance(one.event, PortfolioKept):
                said.append(Talked(one.event.reason, None))
        return tuple(said)

    def typed(self) -> str:
        """Return the suggestion as far as it is typed."""
        return self._typed.of("words")

    def keep_typed(self, text: str) -> None:
        """Keep the suggestion as far as it is typed."""
        self._typed.keep(words=text)

    def suggest(self, words: str, reaction: Reaction) -> bool:
        """Record a suggestion and what the client said to it."""
        interview = self.interview
        return self._said(
            interview.act(
                lambda: interview.services.portfolio.make_suggestion(interview.id, words, reaction)
            )
        )

    def keep(self, reason: str) -> bool:
        """Record that nothing is changed, and why."""
        interview = self.interview
        return self._said(
            interview.act(lambda: interview.services.portfolio.keep_portfolio(interview.id, reason))
        )

    def words_error(self) -> str:
        """Return what is wrong with the suggestion or the reason."""
        wrong = (self.interview.error_of(one, "PORTFOLIO_WORDS") for one in ("words", "reason"))
        return next((one for one in wrong if one), "")

    def reason(self) -> str:
        """Say why Next is closed; rows that were changed are recorded first."""
        if self.is_unrecorded():
            return self.interview.words.say("PORTFOLIO_UNRECORDED")
        return super().reason()

    def confirm(self) -> None:
        """Do nothing: recording and suggesting is all there is."""

    def _held(self) -> tuple[Held, ...]:
        holdings = self.interview.facts.holdings or ()
        return held_now(holdings, self.interview.day_data.catalogue)

    def _after(self) -> tuple[Held, ...]:
        chosen = self.interview.facts.chosen
        return held_after(self._held(), chosen.choice) if chosen else ()

    def _said(self, done: bool) -> bool:
        if done:
            self._typed.forget()
        return done
