"""Holdings out of a file as the page of an import knows them. No Qt."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.product import AssetClass
from advisor_desk.packs.delimited import Delimited
from advisor_desk.services.importing import Fault, Preview
from advisor_desk.ui.imports.source import Said
from advisor_desk.ui.interview.advice_words import class_words
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.words import Wording


class HeldList:
    """``taken`` is called once the rows are recorded. Undoing is the interview's own."""

    name: ClassVar[str] = "holdings"
    fields: ClassVar[Mapping[str, int]] = {
        "name": 5,
        "product": 3,
        "amount": 4,
        "currency": 2,
        "risk": 2,
        "asset_class": 3,
        "as_of": 3,
        "matures_on": 3,
    }

    def __init__(self, interview: OpenInterview, taken: Callable[[], None]) -> None:
        self._interview = interview
        self._lists = interview.services.holdings_import
        self._taken = taken

    def columns(self, table: Delimited) -> dict[str, int]:
        """Return the columns as kept, else as guessed."""
        return self._lists.columns(table)

    def preview(self, table: Delimited, columns: Mapping[str, int]) -> Preview[Holding]:
        """Return what would become of each row."""
        return self._lists.preview(self._interview.id, table, columns)

    def take(self, table: Delimited, columns: Mapping[str, int]) -> Said:
        """Record the rows beside what is recorded already."""
        interview, counts = self._interview, list[int]()
        interview.act(lambda: counts.append(self._lists.take(interview.id, table, columns)))
        problem = interview.problem
        if problem is not None:  # it is told where the list is, not at the foot of the page
            interview.clear_problem()
            raise problem.trouble
        self._taken()
        return Said("IMPORT_TAKEN_holdings", {"count": sum(counts), "file": table.file})

    def may_undo(self) -> Said | None:
        """Offer nothing: Ctrl+Z takes back the last act of the interview."""
        return None

    def undo(self) -> Said:
        """Do nothing: it is not offered."""
        raise NotImplementedError

    def field_name(self, field: str, words: Wording) -> str:
        """Return what a field is called; a product's name is not called like a person's."""
        return words.say("HOLDING_name" if field == "name" else f"IMPORT_FIELD_{field}")

    def fault(self, fault: Fault, words: Wording) -> str:
        """Say what is wrong, the field first."""
        if not fault.field:
            return words.trouble(fault.trouble)
        named = self.field_name(fault.field, words)
        said = words.trouble(fault.trouble, field=named)
        if (fault.field, fault.trouble.code) == ("asset_class", "CELL_WORD"):
            known = words.say("LIST_COMMA").join(class_words(one, words) for one in AssetClass)
            said = words.say("CELL_WORD", text=fault.trouble.facts["text"], known=known)
        return words.say("IMPORT_FAULT", field=named, fault=said)
