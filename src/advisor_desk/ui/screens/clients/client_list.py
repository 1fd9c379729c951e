"""A list of clients as the page of an import knows it. No Qt."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from advisor_desk.domain.client import Client
from advisor_desk.domain.languages import Language
from advisor_desk.packs.delimited import Delimited
from advisor_desk.services.client_import import Kept
from advisor_desk.services.importing import Fault, Preview
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.imports.source import Said
from advisor_desk.ui.screens.clients.new_client import said_at_field
from advisor_desk.ui.words import Wording

MOST_NAMED = 5


class ClientList:
    """``language`` gives the one of clients whose row names none: the adviser's own now."""

    name: ClassVar[str] = "clients"
    fields: ClassVar[Mapping[str, int]] = {
        "name": 3,
        "kind": 3,
        "document": 5,
        "born": 3,
        "phone": 3,
        "account_tail": 2,
        "language": 2,
    }

    def __init__(self, services: Interviews, language: Callable[[], Language]) -> None:
        self._lists = services.client_import
        self._language = language

    def columns(self, table: Delimited) -> dict[str, int]:
        """Return the columns as kept, else as guessed."""
        return self._lists.columns(table)

    def preview(self, table: Delimited, columns: Mapping[str, int]) -> Preview[Client]:
        """Return what would become of each row."""
        return self._lists.preview(table, columns, self._language())

    def take(self, table: Delimited, columns: Mapping[str, int]) -> Said:
        """Record every client who is new."""
        clients = self._lists.take(table, columns, self._language())
        return Said("IMPORT_TAKEN_clients", {"count": len(clients), "file": table.file})

    def may_undo(self) -> Said | None:
        """Say which list was the last."""
        last = self._lists.last()
        return None if last is None else Said("IMPORT_UNDO", {"file": last.file})

    def undo(self) -> Said:
        """Take the last list back; who stays is named, with the reason."""
        done = self._lists.undo()
        gone = {"count": len(done.gone)}
        if not done.kept:
            return Said("IMPORT_UNDONE", gone)
        names = tuple(map(_staying, done.kept[:MOST_NAMED]))
        more = len(done.kept) - len(names)
        if more:
            names = (*names, Said("FILE_MORE", {"count": more}))
        return Said("IMPORT_STAY", {**gone, "stay": len(done.kept), "names": names})

    def field_name(self, field: str, words: Wording) -> str:
        """Return what a field is called."""
        return words.say(f"IMPORT_FIELD_{field}")

    def fault(self, fault: Fault, words: Wording) -> str:
        """Say what is wrong, the field first."""
        said = said_at_field(fault.trouble, words)
        if not fault.field:
            return said
        named = self.field_name(fault.field, words)
        return words.say("IMPORT_FAULT", field=named, fault=said)


def _staying(one: Kept) -> Said:
    return Said(f"IMPORT_STAYS_{one.why}", {"name": one.name})
