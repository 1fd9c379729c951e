"""The fact-find: six blocks, pots of money, and the client's word that it is right. Clause: S53."""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fold import SUBJECT
from advisor_desk.domain.interview import InterviewId, Stage
from advisor_desk.domain.interview_events import (
    NeedsBlockRecorded,
    NeedsConfirmed,
    PotRecorded,
    PotRemoved,
)
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import MINIMUM_SET, Block, Known, NeedsAnswer, Pot
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.steps import step_of
from advisor_desk.domain.text import LONGEST_NAME, as_kept, checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.phrase_guard import guarded_text
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.other_interviews import other_interviews
from advisor_desk.services.printed import printed_text

_ITEMS = {item.id: item for item in MINIMUM_SET}
LONGEST_ANSWER = 400
LONGEST_SOURCE = 30  # the cell of the application form


class Needs:
    """The second step."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def record_needs(
        self, interview: InterviewId, block: Block, answers: tuple[NeedsAnswer, ...]
    ) -> None:
        """Record a block, all of its answers; it replaces the block as it was.

        Raises:
            BadInput: ``NEEDS_ITEM_UNKNOWN``, ``NEEDS_ITEM_REPEATED``, ``NEEDS_AMOUNT_OR_WORDS``,
                ``NEEDS_REASON_MISSING``, or a text, named.
        """
        with self._room.act(interview, NeedsBlockRecorded) as act:
            items = [answer.item for answer in answers]
            repeated = next((item for item in items if items.count(item) > 1), None)
            if repeated:
                raise BadInput("NEEDS_ITEM_REPEATED", item=repeated)
            checked = tuple(_checked(block, answer) for answer in answers)
            act.record(NeedsBlockRecorded(block, checked))

    def record_pot(
        self,
        interview: InterviewId,
        *,
        name: str,
        amount: Money,
        purpose: Purpose,
        source: str,
        needed_by: date | None,
    ) -> None:
        """Record a pot of money; one of the same name is replaced. Clauses: S62, S63.

        Raises:
            BadInput: ``DATE_PAST``, ``AMOUNT_NOT_POSITIVE``, or a text, named.
        """
        with self._room.act(interview, PotRecorded) as act:
            if needed_by is not None and needed_by < act.today:
                raise BadInput("DATE_PAST", field="needed_by", day=needed_by)
            if amount.minor <= 0:
                raise BadInput("AMOUNT_NOT_POSITIVE", field="amount")
            pot = Pot(
                guarded_text(name, "name", longest=LONGEST_NAME),
                amount,
                purpose,
                printed_text(source, "source", longest=LONGEST_SOURCE),
                needed_by,
            )
            here = (act.facts, *other_interviews(self._room, interview))
            flags = (_flags(one, self._as_last_told(one.interview), pot) for one in here)
            act.record(PotRecorded(pot, tuple(dict.fromkeys(chain.from_iterable(flags)))))

    def flags(self, interview: InterviewId, pot: str) -> tuple[str, ...]:
        """Return what was flagged when a pot was written as it stands, in codes."""
        recorded = self._room.desk.book.events(SUBJECT + interview, PotRecorded)
        found = (one.event for one in reversed(recorded))
        same = (one for one in found if isinstance(one, PotRecorded) and one.pot.name == pot)
        newest = next(same, None)
        return newest.flags if newest else ()

    def _as_last_told(self, interview: InterviewId) -> Iterable[Pot]:
        """Return every pot as it was told last, those taken away too."""
        recorded = self._room.desk.book.events(SUBJECT + interview, PotRecorded)
        told = (one.event.pot for one in recorded if isinstance(one.event, PotRecorded))
        return {one.name: one for one in told}.values()

    def remove_pot(self, interview: InterviewId, name: str) -> None:
        """Take a pot away that was a mistake.

        Raises:
            BadInput: ``POT_UNKNOWN``.
        """
        with self._room.act(interview, PotRemoved) as act:
            kept = as_kept(name)
            if kept not in act.facts.pots:
                raise BadInput("POT_UNKNOWN", pot=name)
            act.record(PotRemoved(kept))

    def confirm_needs(self, interview: InterviewId) -> None:
        """Record that the client checked the summary and said that it is right.

        Raises:
            BadInput: ``STEP_NOT_DONE``, naming what is missing of the minimum set.
        """
        with self._room.act(interview, NeedsConfirmed) as act:
            missing = [
                code
                for code in step_of(Stage.needs).missing(act.facts)
                if code != "NEEDS_NOT_CONFIRMED"
            ]
            if missing:
                raise BadInput(
                    "STEP_NOT_DONE", clause="S53", step="needs", missing=", ".join(missing)
                )
            act.record(NeedsConfirmed(act.facts.needs_seen()))


def _checked(block: Block, answer: NeedsAnswer) -> NeedsAnswer:
    item = _ITEMS.get(answer.item)
    if item is None or item.block is not block:
        raise BadInput("NEEDS_ITEM_UNKNOWN", item=answer.item, block=block.value)
    if answer.known is not Known.answered:
        if answer.reason is None:
            raise BadInput("NEEDS_REASON_MISSING", field=answer.item, item=answer.item)
        reason = checked_text(answer.reason, answer.item, longest=LONGEST_ANSWER)
        return NeedsAnswer(answer.item, answer.known, reason=reason)
    given = answer.amount if item.is_amount else answer.words
    if given is None or (answer.amount is not None and answer.words is not None):
        raise BadInput("NEEDS_AMOUNT_OR_WORDS", field=answer.item, item=answer.item)
    if answer.words is None:
        return NeedsAnswer(answer.item, answer.known, amount=answer.amount)
    words = checked_text(answer.words, answer.item, longest=LONGEST_ANSWER)
    return NeedsAnswer(answer.item, answer.known, words=words)


def _flags(facts: Facts, before: Iterable[Pot], pot: Pot) -> tuple[str, ...]:
    """What became of money after the rules had refused it: told neutrally, also on F7.

    The same money under another name is still the same money. ``facts`` may be another interview
    of the client, which refused it. Clauses: S62, S63.
    """
    flags = []
    for old in before:
        codes = {
            reason.code
            for judged in facts.judged
            if judged.choice.pot == old.name
            for reason in judged.decision.reasons
        }
        is_same = old.name == pot.name or (old.source, old.amount) == (pot.source, pot.amount)
        if is_same and "HORIZON_MISMATCH" in codes and old.needed_by != pot.needed_by:
            flags.append("NEEDED_BY_CHANGED_AFTER_REFUSAL")
        if is_same and codes & _BY_PURPOSE and old.purpose is not pot.purpose:
            flags.append("PURPOSE_CHANGED_AFTER_REFUSAL")
    return tuple(dict.fromkeys(flags))


_BY_PURPOSE = frozenset({"EARMARKED_HIGH_RISK", "EARMARKED_NOT_CAPITAL_PROTECTED"})
