"""A list of clients out of a file: looked at row by row, taken in as one act, and taken back.

Each row passes the checks of a client received by hand; nothing is mended on the way. Nobody is
recorded twice, and who was known before is left as he or she is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from advisor_desk.domain.client import (
    Client,
    ClientFileOpened,
    ClientId,
    ClientRecorded,
    DocumentKind,
    IdentityDocument,
)
from advisor_desk.domain.import_events import (
    CLIENT_LISTS,
    ClientsImported,
    ClientTakenBack,
    ImportUndone,
)
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.columns import known_columns, meant
from advisor_desk.packs.delimited import Delimited, Row
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.services.clients import ClientDetails, Clients, checked_client, faults
from advisor_desk.services.guards import require_receiving
from advisor_desk.services.identity import (
    born_on_card,
    checked_account_tail,
    checked_document,
    checked_phone,
)
from advisor_desk.services.importing import (
    Columns,
    Fault,
    Fits,
    Outcome,
    Preview,
    SeenRow,
    fault_of,
    guessed_columns,
    keep_columns,
    kept_columns,
    passes,
    require_columns,
    spoiled,
    values_of,
    without_midnight,
)
from advisor_desk.services.interview_room import InterviewRoom, client_subject
from advisor_desk.services.numbers import next_client

CLIENTS = "clients"
FIELDS = ("name", "kind", "document", "born", "phone", "account_tail", "language")
NEEDED = ("name", "document", "phone", "account_tail")
INTERVIEWED, CHANGED = "interview", "changed"


@dataclass(frozen=True, slots=True)
class LastImport:
    """The newest list that was taken in and not taken back."""

    seq: int
    at: datetime
    file: str
    clients: tuple[ClientId, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A client who stays: ``why`` is ``interview`` or ``changed``."""

    client: ClientId
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking back did."""

    gone: tuple[ClientId, ...]
    kept: tuple[Kept, ...]


class ClientImport:
    """Lists of clients taken into the adviser's own book."""

    def __init__(self, room: InterviewRoom, clients: Clients) -> None:
        self._room = room
        self._clients = clients

    def columns(self, table: Delimited) -> dict[str, int]:
        """Return which column holds which field: as kept, else as headings and content say."""
        require_receiving(self._room.me())
        kept = kept_columns(self._room, CLIENTS, table)
        if kept is not None:
            return kept
        return guessed_columns(table, known_columns().client, _FITTING)

    def preview(self, table: Delimited, columns: Columns, language: Language) -> Preview[Client]:
        """Return what would become of each row; ``language``: of clients whose row names none."""
        require_receiving(self._room.me())
        missing = tuple(field for field in NEEDED if field not in columns)
        if missing:
            rows: tuple[SeenRow[Client], ...] = tuple(
                SeenRow(row.line, values_of(row, columns), Outcome.open) for row in table.rows
            )
            return Preview(rows, missing)
        lines: dict[IdentityDocument, int] = {}
        today = self._room.now().date()
        seen = tuple(self._seen(row, columns, language, today, lines) for row in table.rows)
        return Preview(seen, ())

    def take(self, table: Delimited, columns: Columns, language: Language) -> tuple[ClientId, ...]:
        """Record every client who is new, all of them or, where anything fails, nobody.

        Raises:
            BadInput: ``COLUMN_MISSING``, ``LIST_NOTHING_NEW``.
        """
        require_columns(columns, NEEDED)
        found = self.preview(table, columns, language).items()
        if not found:
            raise BadInput("LIST_NOTHING_NEW", file=table.file)
        is_changed = self.columns(table) != columns
        desk, made = self._room.desk, list[ClientId]()
        with desk.book.work(desk.me.staff_no) as work:
            if is_changed:
                keep_columns(work, CLIENTS, table, columns)
            for client in found:
                made.append(next_client(desk))
                work.record(client_subject(made[-1]), ClientRecorded(client))
            ids = tuple(made)
            work.record(
                CLIENT_LISTS, ClientsImported(table.file, table.sha256, len(table.rows), ids)
            )
        return ids

    def last(self) -> LastImport | None:
        """Return the newest list that may be taken back; None: there is none."""
        require_receiving(self._room.me())
        acts = self._room.desk.book.events(CLIENT_LISTS, ClientsImported, ImportUndone)
        last = acts[-1] if acts else None
        if last is None or not isinstance(last.event, ClientsImported):
            return None
        return LastImport(last.seq, last.at, last.event.file, last.event.clients)

    def undo(self) -> TakenBack:
        """Take back the clients of the last list who were neither interviewed nor changed.

        Where all of them stay, nothing is recorded.

        Raises:
            BadInput: ``IMPORT_NONE``.
        """
        last = self.last()
        if last is None:
            raise BadInput("IMPORT_NONE")
        kept = tuple(one for client in last.clients if (one := self._kept(client)) is not None)
        stay = {one.client for one in kept}
        gone = tuple(client for client in last.clients if client not in stay)
        if gone:
            desk = self._room.desk
            with desk.book.work(desk.me.staff_no) as work:
                for client in gone:
                    work.record(client_subject(client), ClientTakenBack())
                staying = tuple(one.client for one in kept)
                work.record(CLIENT_LISTS, ImportUndone(last.seq, gone, staying))
        return TakenBack(gone, kept)

    def _kept(self, client: ClientId) -> Kept | None:
        book = self._room.desk.book
        if book.rows("interview", where={"client": client}, limit=1):
            return Kept(client, self._room.client(client).name, INTERVIEWED)
        changes = (
            one
            for one in book.events(client_subject(client))
            if not isinstance(one.event, ClientRecorded | ClientFileOpened)
        )
        if any(changes):
            return Kept(client, self._room.client(client).name, CHANGED)
        return None

    def _seen(
        self,
        row: Row,
        columns: Columns,
        language: Language,
        today: date,
        lines: dict[IdentityDocument, int],
    ) -> SeenRow[Client]:
        values = values_of(row, columns)
        unusable = fault_of(row, columns)
        if unusable is not None:
            return SeenRow(row.line, values, Outcome.refused, (unusable,))
        details, wrong = _details(values, language, today)
        document = _document(details)
        if document is not None:
            if self._clients.with_document(document) is not None:
                return SeenRow(row.line, values, Outcome.known)
            before = lines.setdefault(document, row.line)
            if before != row.line:
                wrong = (*wrong, Fault("document", BadInput("ROW_REPEATED", line=before)))
        if wrong:
            return SeenRow(row.line, values, Outcome.refused, wrong)
        client = checked_client(details, today)
        is_like = bool(self._clients.likely_same(details))
        return SeenRow(row.line, values, Outcome.new, (), client, is_like)


def _details(
    values: Mapping[str, str], language: Language, today: date
) -> tuple[ClientDetails, tuple[Fault, ...]]:
    """Return a row as details typed, and everything that is wrong with it."""
    spoils = (spoiled(f, text, is_words=f == "name") for f, text in values.items())
    wrong = {one.field: one for one in spoils if one is not None}
    kind = _kind(values.get("kind", ""), wrong)
    details = ClientDetails(
        name=values["name"],
        document_kind=kind,
        document_number=values["document"],
        born=_born(values.get("born", ""), kind, values["document"], wrong),
        phone=values["phone"],
        account_tail=values["account_tail"],
        language=_language(values.get("language", ""), language, wrong),
    )
    unsure = {"document", "born"} if "kind" in wrong else {"born"} if "document" in wrong else set()
    for found in faults(details, today):
        field = found.facts["field"]
        if field not in wrong and field not in unsure:
            wrong[field] = Fault(field, found)
    return details, tuple(wrong[field] for field in FIELDS if field in wrong)


def _kind(text: str, wrong: dict[str, Fault]) -> DocumentKind:
    """Return the kind of document a cell names; an empty one means the card most people have."""
    key = meant(text, known_columns().document) if text else DocumentKind.resident_id.name
    if key is None:
        wrong.setdefault("kind", Fault("kind", BadInput("CELL_KIND", text=text)))
        return DocumentKind.resident_id
    return DocumentKind[key]


def _language(text: str, usual: Language, wrong: dict[str, Fault]) -> Language:
    key = meant(text, known_columns().language) if text else usual.name
    if key is None:
        wrong.setdefault("language", Fault("language", BadInput("CELL_LANGUAGE", text=text)))
        return usual
    return Language[key]


def _born(text: str, kind: DocumentKind, number: str, wrong: dict[str, Fault]) -> date | None:
    """Return the birth date; where no cell says it, the resident ID number does."""
    if text:
        day = day_as_typed(without_midnight(text))
        if day is None:
            wrong.setdefault("born", Fault("born", BadInput("CELL_DAY", text=text)))
        return day
    if kind is DocumentKind.resident_id:
        try:
            return born_on_card(checked_document(kind, number).number)
        except BadInput:
            return None  # said of the number itself
    return None


def _document(details: ClientDetails) -> IdentityDocument | None:
    try:
        return checked_document(details.document_kind, details.document_number)
    except BadInput:
        return None


# The narrowest first: a birth date in figures alone would pass for a telephone number.
_FITTING: Mapping[str, Fits] = {
    "document": passes(lambda cell: checked_document(DocumentKind.resident_id, cell)),
    "kind": lambda cell: meant(cell, known_columns().document) is not None,
    "language": lambda cell: meant(cell, known_columns().language) is not None,
    "born": lambda cell: day_as_typed(without_midnight(cell)) is not None,
    "account_tail": passes(checked_account_tail),
    "phone": passes(checked_phone),
    "name": lambda cell: len(cell) > 1 and not any(one.isdigit() for one in cell),
}
