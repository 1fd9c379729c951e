"""What the client holds, and one improvement at least, or why none. Clauses: S54, S55."""

from dataclasses import replace

from advisor_desk.domain.assessment_events import (
    Holding,
    HoldingsRecorded,
    PortfolioKept,
    SuggestionMade,
)
from advisor_desk.domain.interview import InterviewId, Reaction
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.printed import printed_text


class Portfolio:
    """The fifth step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def record_holdings(self, interview: InterviewId, holdings: tuple[Holding, ...]) -> None:
        """Record everything the client holds now; empty is a first investment.

        Raises:
            BadInput: ``DATE_LATER``, ``AMOUNT_NOT_POSITIVE``, or a text, named.
        """
        with self._room.act(interview, HoldingsRecorded) as act:
            for one in holdings:
                if one.as_of > act.today:
                    raise BadInput("DATE_LATER", field="as_of", day=one.as_of)
                if one.amount.minor <= 0:
                    raise BadInput("AMOUNT_NOT_POSITIVE", field="amount")
            checked = tuple(
                replace(one, name=printed_text(one.name, "name", longest=LONGEST_NAME))
                for one in holdings
            )
            act.record(HoldingsRecorded(checked))

    def make_suggestion(self, interview: InterviewId, words: str, reaction: Reaction) -> None:
        """Record an improvement proposed, and what the client said to it. Clause: S29.

        Raises:
            BadInput: ``HOLDINGS_NOT_RECORDED``, ``PHRASE_NOT_ALLOWED``, or the text, named.
        """
        with self._room.act(interview, SuggestionMade) as act:
            self._require_holdings(act.facts.holdings)
            said = guarded_text(words, "words", lines=True)
            act.record(SuggestionMade(said, reaction, act.facts.advice_rests_on()))

    def keep_portfolio(self, interview: InterviewId, reason: str) -> None:
        """Record that nothing is changed about what the client holds, and why."""
        with self._room.act(interview, PortfolioKept) as act:
            self._require_holdings(act.facts.holdings)
            said = guarded_text(reason, "reason", lines=True)
            act.record(PortfolioKept(said, act.facts.advice_rests_on()))

    def _require_holdings(self, holdings: tuple[Holding, ...] | None) -> None:
        if holdings is None:
            raise BadInput("HOLDINGS_NOT_RECORDED", clause="S54")
