"""What a page for importing must know of the list it imports. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from advisor_desk.packs.delimited import Delimited
from advisor_desk.services.importing import Fault, Preview
from advisor_desk.ui.words import Wording


@dataclass(frozen=True, slots=True)
class Said:
    """Something to say in whatever language is read then: a code of the words, and its facts."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    def text(self, words: Wording) -> str:
        """Say it; facts that are themselves to be said come in words."""
        facts = {name: _in_words(fact, words) for name, fact in self.facts.items()}
        return words.say(self.code, **facts)


def _in_words(fact: object, words: Wording) -> object:
    if isinstance(fact, Said):
        return fact.text(words)
    if isinstance(fact, tuple):
        return words.say("LIST_COMMA").join(str(_in_words(one, words)) for one in fact)
    return fact


class ListSource(Protocol):
    """One kind of list. ``name`` ends the codes of its words: ``IMPORT_TITLE_clients``."""

    @property
    def name(self) -> str:
        """Return what the codes of its words end with."""
        ...

    @property
    def fields(self) -> Mapping[str, int]:
        """Return the fields in their order, each with its share of a row's width."""
        ...

    def columns(self, table: Delimited) -> dict[str, int]:
        """Return which column holds which field, as far as it can be told."""
        ...

    def preview(self, table: Delimited, columns: Mapping[str, int]) -> Preview[Any]:
        """Return what would become of each row."""
        ...

    def take(self, table: Delimited, columns: Mapping[str, int]) -> Said:
        """Take in every row that can be, and say so."""
        ...

    def may_undo(self) -> Said | None:
        """Say what could be taken back; None: nothing."""
        ...

    def undo(self) -> Said:
        """Take it back, and say what became of it."""
        ...

    def field_name(self, field: str, words: Wording) -> str:
        """Return what a field is called."""
        ...

    def fault(self, fault: Fault, words: Wording) -> str:
        """Say what is wrong with a row, the field first."""
        ...
