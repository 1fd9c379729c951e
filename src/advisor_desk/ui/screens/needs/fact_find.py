"""The questions of the fact-find: what was answered, what is being typed, what is wrong with it."""

from dataclasses import dataclass
from types import MappingProxyType

from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import MINIMUM_SET, Block, Item, Known, NeedsAnswer, told_amount
from advisor_desk.domain.text import as_kept
from advisor_desk.domain.trouble import BadInput
from advisor_desk.ui.interview.field_errors import FieldErrors, Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.words import Wording


@dataclass(frozen=True, slots=True)
class FieldState:
    """One question as its field shows it."""

    item: Item
    known: Known
    text: str
    error: str


def items_of(block: Block) -> tuple[Item, ...]:
    """Return the questions of a block in their order."""
    return tuple(item for item in MINIMUM_SET if item.block is block)


def question(words: Wording, item: Item) -> str:
    """Return what a question is called."""
    return words.label(_label(item))


class FactFind:
    """Each answer is recorded with its block as soon as its field is left."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._errors = FieldErrors(interview)
        self._typed = MappingProxyType(
            {item.id: Typed(interview, f"needs.{item.id}") for item in MINIMUM_SET}
        )

    def label(self, item: Item) -> str:
        """Return what a question is called."""
        return question(self._interview.words, item)

    def field(self, item: Item) -> FieldState:
        """Return how a field stands."""
        typed, recorded = self._typed[item.id], self.recorded(item)
        known = Known(typed.of("known")) if typed.of("known") else _known_of(recorded)
        text = typed.of("text")
        if not text and recorded is not None and recorded.known is known:
            text = _text_of(recorded)
        return FieldState(item, known, text, self._errors.of(item.id))

    def recorded(self, item: Item) -> NeedsAnswer | None:
        """Return the answer the book has."""
        answers = self._interview.facts.needs.get(item.block, ())
        return next((one for one in answers if one.item == item.id), None)

    def amount(self, item_id: str) -> Money | None:
        """Return an amount that was answered; None where none was."""
        item = next(one for one in MINIMUM_SET if one.id == item_id)
        recorded = self.recorded(item)
        return recorded.amount if recorded is not None else None

    def choose(self, item: Item, known: str) -> None:
        """Say that a question was answered, was refused, or has no answer the client knows."""
        typed, recorded = self._typed[item.id], self.recorded(item)
        self._errors.clear(item.id)
        if recorded is not None and recorded.known.value == known:
            typed.forget()
        else:
            typed.keep(known=known, text="")
        self._interview.changed()

    def keep(self, item: Item, text: str) -> None:
        """Keep what is being typed."""
        self._typed[item.id].keep(text=text, known=self.field(item).known.value)

    def leave(self, item: Item, text: str) -> bool:
        """Record what was typed; say whether anything changed in the book.

        What cannot be recorded stays a draft and is said to be wrong.
        """
        known = self.field(item).known
        plain = as_kept(" ".join(text.splitlines()))
        try:
            answer = _answer(item, known, plain)
        except BadInput as trouble:
            self._typed[item.id].keep(text=text, known=known.value)
            self._errors.say(item.id, Wrong(trouble.code, trouble))
            self._interview.changed()
            return False
        if answer == self.recorded(item) or (answer is None and known is not Known.answered):
            return self._nothing_new(item, known)
        return self._record(item, answer, text)

    def _nothing_new(self, item: Item, known: Known) -> bool:
        """Leave the book as it is: the same again, or a reason that is still to be written."""
        was_wrong = bool(self._errors.of(item.id))
        self._errors.clear(item.id)
        typed, recorded = self._typed[item.id], self.recorded(item)
        if known is Known.answered or (recorded is not None and recorded.known is known):
            typed.forget()
        else:
            typed.keep(text="", known=known.value)
        if was_wrong:
            self._interview.changed()
        return False

    def _record(self, item: Item, answer: NeedsAnswer | None, text: str) -> bool:
        interview = self._interview
        before = {one.item: one for one in interview.facts.needs.get(item.block, ())}
        after = {one: given for one, given in before.items() if one != item.id}
        if answer is not None:
            after[item.id] = answer
        answers = tuple(after[one.id] for one in items_of(item.block) if one.id in after)
        needs = interview.services.needs
        done = self._errors.attempt(
            lambda: needs.record_needs(interview.id, item.block, answers),
            {item.id: _label(item)},
        )
        if done:
            self._typed[item.id].forget()
            interview.changed()
        else:
            self._typed[item.id].keep(text=text)
        return done


def _label(item: Item) -> str:
    return f"MISSING_NEEDS_{item.id.upper()}"


def _known_of(recorded: NeedsAnswer | None) -> Known:
    return Known.answered if recorded is None else recorded.known


def _text_of(answer: NeedsAnswer) -> str:
    if answer.known is not Known.answered:
        return answer.reason or ""
    return answer.words or (answer.amount.plain() if answer.amount is not None else "")


def _answer(item: Item, known: Known, text: str) -> NeedsAnswer | None:
    if not text:
        return None
    if known is not Known.answered:
        return NeedsAnswer(item.id, known, reason=text)
    if item.is_amount:
        return NeedsAnswer(item.id, known, amount=told_amount(text))
    return NeedsAnswer(item.id, known, words=text)
