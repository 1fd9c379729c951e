"""What the client holds, and one improvement at least, or why none. Clauses: S54, S55."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from advisor_desk.domain.assessment_events import (
    Change,
    Holding,
    HoldingsRecorded,
    PortfolioKept,
    SuggestionMade,
)
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import InterviewId, Reaction
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass, Product
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.packs.catalogue import Catalogue
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.packs.prices import Prices, prices_on
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.other_interviews import named_in
from advisor_desk.services.printed import printed_text
from advisor_desk.services.shelf import Shelf

# What is suggested by its kind alone: the bank has no product of it on the shelf.
_NO_PRODUCT = (AssetClass.deposit, AssetClass.insurance, AssetClass.other)


class Portfolio:
    """The fifth step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room
        self._shelf = Shelf(room)

    def prices_on(self, day: date) -> Prices | None:
        """Return the prices of a day; None: there are none yet.

        Raises:
            BadData, BadInput: the file of the day is not as it should be.
        """
        return prices_on(day)

    def recommendable(self, interview: InterviewId) -> tuple[Product, ...]:
        """Return what may be suggested to this client, in the client's language. Clause: S56."""
        return tuple(one.product for one in self._shelf.alternatives(interview, None))

    def record_holdings(self, interview: InterviewId, holdings: tuple[Holding, ...]) -> None:
        """Record everything the client holds now; empty is a first investment.

        Raises:
            BadInput: see ``checked_holding``.
        """
        with self._room.act(interview, HoldingsRecorded) as act:
            catalogue = self._room.today().catalogue
            checked = tuple(checked_holding(one, act.today, catalogue) for one in holdings)
            act.record(HoldingsRecorded(checked))

    def make_suggestion(
        self,
        interview: InterviewId,
        words: str,
        reaction: Reaction,
        change: Change | None = None,
    ) -> None:
        """Record an improvement proposed, and what the client said to it. Clause: S29.

        Raises:
            BadInput: ``HOLDINGS_NOT_RECORDED``, ``HOLDING_UNKNOWN``, ``CHANGE_ABOVE_HELD``,
                ``AMOUNT_NOT_POSITIVE``, ``PRODUCT_UNKNOWN``, ``CHANGE_NOT_SUITABLE``,
                ``SUGGESTION_NAMES_PRODUCT``, ``PHRASE_NOT_ALLOWED``, or the text.
        """
        with self._room.act(interview, SuggestionMade) as act:
            held = _required(act.facts.holdings)
            if change is not None:
                change = self._checked(interview, change, held)
            said = guarded_text(words, "words", lines=True)
            self._require_in_change(interview, said, change, held)
            seen = self._prices_seen()
            act.record(SuggestionMade(said, change, reaction, seen, act.facts.advice_rests_on()))

    def keep_portfolio(
        self, interview: InterviewId, reason: str, reaction: Reaction = Reaction.accepted
    ) -> None:
        """Record that it is suggested to change nothing, why, and what the client said to it."""
        with self._room.act(interview, PortfolioKept) as act:
            _required(act.facts.holdings)
            said = guarded_text(reason, "reason", lines=True)
            act.record(PortfolioKept(said, reaction, act.facts.advice_rests_on()))

    def _require_in_change(
        self, interview: InterviewId, said: str, change: Change | None, held: tuple[Holding, ...]
    ) -> None:
        """A product that words name is proposed: with its change, and one that may be. S56."""
        kept = {one.product for one in held}
        named = [one for one in named_in(said, self._room.today().catalogue) if one not in kept]
        may_be = {one.code for one in self.recommendable(interview)} if change and named else set()
        for one in named:
            if one not in may_be:
                raise BadInput("SUGGESTION_NAMES_PRODUCT", field="words", clause="S56", product=one)

    def _checked(self, interview: InterviewId, change: Change, held: tuple[Holding, ...]) -> Change:
        if change.amount.minor <= 0:
            raise BadInput("AMOUNT_NOT_POSITIVE", field="amount")
        if change.taken_from is not None:
            _require_held(change.amount, change.taken_from, held)
        into = change.into
        if change.product is not None:
            into = self._room.today().catalogue.product(change.product).asset_class
        if not self._is_suitable(interview, into, change.product):
            raise BadInput("CHANGE_NOT_SUITABLE", field="into", clause="S56")
        return replace(change, into=into)

    def _is_suitable(self, interview: InterviewId, into: AssetClass, product: str | None) -> bool:
        if product is None and into in _NO_PRODUCT:
            return True
        return any(
            one.asset_class is into and product in {None, one.code}
            for one in self.recommendable(interview)
        )

    def _prices_seen(self) -> str | None:
        try:
            found = self.prices_on(self._room.today().day)
        except Trouble:  # prices no one could read were seen by no one
            return None
        return found.sha256 if found else None


def checked_holding(one: Holding, today: date, catalogue: Catalogue) -> Holding:
    """Return a holding as it is recorded; of a product of ours, class and grade are our own.

    A deposit is not graded: the lowest grade says nothing more of it and is left out.

    Raises:
        BadInput: ``DATE_LATER``, ``MATURITY_BEFORE_AS_OF``, ``AMOUNT_NOT_POSITIVE``,
            ``PRODUCT_UNKNOWN``, ``HOLDING_CURRENCY``, ``DEPOSIT_GRADED``, or the name, each with
            its field.
    """
    if one.as_of > today:
        raise BadInput("DATE_LATER", field="as_of", day=one.as_of)
    if one.matures_on is not None and one.matures_on < one.as_of:
        raise BadInput("MATURITY_BEFORE_AS_OF", field="matures_on", day=one.matures_on)
    if one.amount.minor <= 0:
        raise BadInput("AMOUNT_NOT_POSITIVE", field="amount")
    named = replace(one, name=printed_text(one.name, "name", longest=LONGEST_NAME))
    if one.product is not None:
        return _of_ours(named, catalogue.product(one.product))
    return _ungraded(named) if one.asset_class is AssetClass.deposit else named


def _of_ours(one: Holding, product: Product) -> Holding:
    currency = product.minimum.currency
    if one.amount.currency != currency:
        raise BadInput(
            "HOLDING_CURRENCY", field="currency", product=product.code, currency=currency
        )
    return replace(one, risk=product.risk, asset_class=product.asset_class)


def _ungraded(deposit: Holding) -> Holding:
    if deposit.risk is not None and deposit.risk is not ProductRisk.R1:
        raise BadInput("DEPOSIT_GRADED", field="risk", risk=deposit.risk.name)
    return replace(deposit, risk=None)


def _require_held(amount: Money, name: str, held: Iterable[Holding]) -> None:
    there = [one for one in held if one.name == name and one.amount.currency == amount.currency]
    if not there:
        raise BadInput("HOLDING_UNKNOWN", field="taken_from", name=name)
    most = Money(sum(one.amount.minor for one in there), amount.currency)
    if amount.minor > most.minor:
        raise BadInput("CHANGE_ABOVE_HELD", field="amount", most=most.figures(), name=name)


def _required(holdings: tuple[Holding, ...] | None) -> tuple[Holding, ...]:
    if holdings is None:
        raise BadInput("HOLDINGS_NOT_RECORDED", clause="S54")
    return holdings
