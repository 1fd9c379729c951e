"""The client's own wish for a product above the own grade: warned, offered others, insisted.

Every act is the client's, on the client's page; only what fits is offered in its place. Nothing
here ends a sale and nothing hurries one: each page begins with the way back. Clauses: S57-S61.

Reading: where fewer than two products fit this money today, others cannot honestly be offered, and
the way to the declaration is closed.
"""

from dataclasses import replace

from advisor_desk.domain.duties import (
    FEWEST_ALTERNATIVES,
    OVER_RISK_DOCUMENTS,
    documents_of,
    wish_now,
)
from advisor_desk.domain.facts import Facts, OverRisk
from advisor_desk.domain.fingerprint import Fingerprint
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.languages import Language
from advisor_desk.domain.over_risk_events import (
    Alternative,
    AlternativeDeclined,
    DeclarationMade,
    OverRiskWarned,
)
from advisor_desk.domain.suitability import Effect
from advisor_desk.domain.text import checked_text, in_words
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.template import load_template
from advisor_desk.services.above_grade import AboveGrade, above_grade, above_grade_of
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.printed import printed_lines
from advisor_desk.services.shelf import Shelf, ShelfAnswer

LONGEST_ANSWER = 120  # what the client said to one alternative: two lines on the form
LONGEST_DECLARATION = 300


class OverRiskRoute:
    """The seventh step."""

    def __init__(self, room: InterviewRoom, shelf: Shelf) -> None:
        self._room = room
        self._shelf = shelf

    def warn(self, interview: InterviewId) -> None:
        """Record that the client read both levels side by side, and the worst case. S57, S58.

        Raises:
            BadInput: ``NOTHING_CHOSEN``, ``NOT_ABOVE_GRADE``.
        """
        with self._room.act(interview, OverRiskWarned) as act:
            act.record(OverRiskWarned(_choice(act.facts)))

    def fitting(self, interview: InterviewId) -> tuple[ShelfAnswer, ...]:
        """Return what may be offered instead: it may be recommended for this money today.

        It matches the client's grade and needs no declaration, this pot can pay for it, and it
        is not what was chosen. What needs nothing further comes first, then by grade.

        Raises:
            BadInput: ``NOTHING_CHOSEN``.
        """
        chosen = self._room.facts(interview).chosen
        if chosen is None:
            raise BadInput("NOTHING_CHOSEN", clause="S26")
        money = self._room.facts(interview).pots[chosen.choice.pot].amount
        found = (
            one
            for one in self._shelf.alternatives(interview, chosen.choice.pot)
            if one.product.code != chosen.choice.product.code
            if not set(one.recommended.decision.documents) & OVER_RISK_DOCUMENTS
            if one.product.minimum.currency == money.currency
            if one.product.minimum.minor <= money.minor
        )
        return tuple(sorted(found, key=_needs_more))

    def count(self) -> AboveGrade:
        """Return how often this adviser's clients began this, and how often they bought."""
        return above_grade(self._room.desk.book, self._room.today().day)

    def count_with(self, interview: InterviewId) -> AboveGrade:
        """Return the same with this one, which begins it.

        Raises:
            BadInput: ``INTERVIEW_UNKNOWN``.
        """
        counted, facts = self.count(), self._room.facts(interview)
        begins = facts.interview not in above_grade_of(self._room.desk.book)
        return replace(counted, begun=counted.begun + begins)

    def statement(self, language: Language) -> str:
        """Return the declaration as it will be printed for the client to sign."""
        return load_template("F4", self._room.today().day).text("words.declaration", language)

    def decline_alternative(self, interview: InterviewId, product: str, words: str) -> None:
        """Record that a fitting product was offered and not wanted, in the client's words. S59.

        Raises:
            BadInput: as ``warn``; ``OVER_RISK_NOT_WARNED``, ``ALTERNATIVE_DOES_NOT_FIT``, or the
                text, named.
        """
        with self._room.act(interview, AlternativeDeclined) as act:
            choice = _choice(act.facts)
            _warned(act.facts)
            fitting = {one.product.code: one.product for one in self.fitting(interview)}
            if product not in fitting:
                raise BadInput("ALTERNATIVE_DOES_NOT_FIT", clause="S59", product=product)
            spoken = in_words(checked_text(words, "words", longest=LONGEST_ANSWER), "words")
            said = printed_lines(spoken, "words")
            offered = fitting[product]
            alternative = Alternative(offered.code, offered.name, offered.risk, said)
            act.record(AlternativeDeclined(choice, alternative))

    def declare(self, interview: InterviewId, words: str) -> None:
        """Record that the client insists, and why, in own words. Clause: S60.

        Raises:
            BadInput: as ``warn``; ``OVER_RISK_NOT_WARNED``, ``ALTERNATIVES_NOT_OFFERED``, or the
                text, named.
        """
        with self._room.act(interview, DeclarationMade) as act:
            choice = _choice(act.facts)
            if len(_warned(act.facts).declined) < FEWEST_ALTERNATIVES:
                raise BadInput("ALTERNATIVES_NOT_OFFERED", clause="S59", least=FEWEST_ALTERNATIVES)
            said = in_words(checked_text(words, "words", longest=LONGEST_DECLARATION), "words")
            act.record(DeclarationMade(choice, printed_lines(said, "words")))


def _choice(facts: Facts) -> Fingerprint:
    seen = facts.choice_seen()
    if seen is None:
        raise BadInput("NOTHING_CHOSEN", clause="S26")
    if not documents_of(facts) & OVER_RISK_DOCUMENTS:
        raise BadInput("NOT_ABOVE_GRADE", clause="S57")
    return seen


def _warned(facts: Facts) -> OverRisk:
    wish = wish_now(facts)
    if wish is None or wish.warned_at is None:
        raise BadInput("OVER_RISK_NOT_WARNED", clause="S58")
    return wish


def _needs_more(one: ShelfAnswer) -> bool:
    return one.recommended.decision.outcome is not Effect.ALLOW
