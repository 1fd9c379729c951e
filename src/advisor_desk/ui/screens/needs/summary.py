"""What was found out, as the client reads it: a card for each block, in the client's language."""

from dataclasses import dataclass

from advisor_desk.domain.needs import MINIMUM_SET, Block, Known, NeedsAnswer, Pot
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.screens.needs.fact_find import question

AT_ONCE = 200  # characters of a long answer that stand together on one page


@dataclass(frozen=True, slots=True)
class Line:
    """A question and its answer."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class SummaryCard:
    """What was said in one section."""

    section: str
    title: str
    lines: tuple[Line, ...]


class Summary:
    """The cards of the client's page."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview

    def cards(self) -> tuple[SummaryCard, ...]:
        """Return a card for every block that has answers, and one for the pots."""
        facts, words = self._interview.facts, self._interview.client_words
        found = []
        for block in Block:
            lines = tuple(
                line for answer in facts.needs.get(block, ()) for line in self._lines(answer)
            )
            if lines:
                title = words.say(f"NEEDS_BLOCK_{block.value}")
                found.append(SummaryCard(block.value, title, lines))
        if facts.pots:
            pots = tuple(self._pot(pot) for pot in facts.pots.values())
            found.append(SummaryCard("pots", words.say("NEEDS_BLOCK_pots"), pots))
        return tuple(found)

    def _lines(self, answer: NeedsAnswer) -> tuple[Line, ...]:
        words = self._interview.client_words
        item = next(one for one in MINIMUM_SET if one.id == answer.item)
        label = question(words, item)
        if answer.known is not Known.answered:
            said = words.say(f"NEEDS_SAID_{answer.known.value}", reason=answer.reason)
        elif answer.amount is not None:
            said = words.money(answer.amount)
        else:
            said = answer.words or ""
        parts = [said[at : at + AT_ONCE] for at in range(0, len(said), AT_ONCE)]
        more = words.say("NEEDS_CONTINUED", label=label)
        return tuple(Line(more if place else label, part) for place, part in enumerate(parts))

    def _pot(self, pot: Pot) -> Line:
        words = self._interview.client_words
        day = pot.needed_by
        return Line(
            pot.name,
            words.say(
                "NEEDS_POT_LINE",
                amount=words.money(pot.amount),
                purpose=words.say(f"PAPER_PURPOSE_{pot.purpose.value}"),
                day=words.say("NEEDS_POT_BY", day=words.day(day))
                if day
                else words.say("PAPER_NO_DATE"),
            ),
        )
