"""Holdings as they are entered, the mix they make, and the suggestion with its answer. No Qt."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import ClassVar

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import Reaction, Stage
from advisor_desk.domain.money import Money
from advisor_desk.domain.trouble import BadInput
from advisor_desk.ui.interview.stage import StagePresenter

DRAFT, WORDS_DRAFT = "portfolio.holdings", "portfolio.words"
DEPOSIT = "deposit"
TOO_MUCH = 0.5  # of everything in one holding


@dataclass(slots=True)
class Row:
    """A holding as it is typed."""

    name: str = ""
    amount: str = ""
    risk: str = DEPOSIT
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the mix: a deposit (``risk`` None) or a grade; ``share`` 0 to 1."""

    risk: ProductRisk | None
    amount: Money
    share: float


class PortfolioPresenter(StagePresenter):
    """The fifth stage."""

    stage: ClassVar[Stage] = Stage.portfolio

    row_error: tuple[int, str, str] = (-1, "", "")  # row, field, what is wrong

    def rows(self) -> list[Row]:
        """Return the rows as typed last: a draft, else what is recorded."""
        drafted = self.interview.draft(DRAFT)
        if drafted:
            return [Row(**one) for one in json.loads(drafted)]
        held = self.interview.facts.holdings or ()
        return [
            Row(
                one.name, one.amount.plain(), one.risk.name if one.risk else DEPOSIT, str(one.as_of)
            )
            for one in held
        ]

    def type_rows(self, rows: Sequence[Row]) -> None:
        """Keep the rows as far as they are typed."""
        text = json.dumps([asdict(one) for one in rows], ensure_ascii=False) if rows else ""
        self.interview.keep_draft(DRAFT, text)

    def record(self, rows: Sequence[Row]) -> bool:
        """Record everything the client holds; none: a first investment."""
        self.row_error = (-1, "", "")
        holdings = []
        for place, row in enumerate(rows):
            found = self._holding(place, row)
            if found is None:
                self.interview.changed()
                return False
            holdings.append(found)
        interview = self.interview
        done = interview.act(
            lambda: interview.services.portfolio.record_holdings(interview.id, tuple(holdings))
        )
        if done:
            interview.keep_draft(DRAFT, "")
        return done

    def mix(self) -> tuple[Part, ...]:
        """Return what is held by grade, deposits first; in yuan."""
        held = [one for one in self.interview.facts.holdings or () if one.amount.currency == "CNY"]
        total = sum(one.amount.minor for one in held)
        parts = []
        for risk in (None, *ProductRisk):
            minor = sum(one.amount.minor for one in held if one.risk is risk)
            if minor:
                parts.append(Part(risk, Money(minor), minor / total))
        return tuple(parts)

    def concentrated(self) -> Holding | None:
        """Return the one holding that is more than half of everything; None: there is none."""
        held = self.interview.facts.holdings or ()
        total = sum(one.amount.minor for one in held)
        if len(held) < 2:
            return None
        return next((one for one in held if one.amount.minor > TOO_MUCH * total), None)

    def uncovered(self) -> tuple[str, ...]:
        """Return the pots that are larger than everything held: they were told, not found."""
        held = sum(one.amount.minor for one in self.interview.facts.holdings or ())
        pots = self.interview.facts.pots.values()
        return tuple(pot.name for pot in pots if held and pot.amount.minor > held)

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
        return self.interview.error_of("words") or self.interview.error_of("reason")

    def confirm(self) -> None:
        """Do nothing: recording and suggesting is all there is."""

    def _said(self, done: bool) -> bool:
        if done:
            self.interview.keep_draft(WORDS_DRAFT, "")
        return done

    def _holding(self, place: int, row: Row) -> Holding | None:
        words = self.interview.words
        try:
            amount = Money.parse(row.amount)
        except BadInput as trouble:
            self.row_error = (place, "amount", words.trouble(trouble))
            return None
        if not row.name.strip():
            self.row_error = (place, "name", words.say("PORTFOLIO_NAME_MISSING"))
            return None
        try:
            as_of = date.fromisoformat(row.as_of) if row.as_of else self.interview.today
        except ValueError:
            self.row_error = (place, "as_of", words.say("PAUSE_DAY_UNREADABLE"))
            return None
        risk = None if row.risk == DEPOSIT else ProductRisk[row.risk]
        return Holding(row.name, amount, risk, as_of)
