"""A list of clients taken in at once, and taken back again.

Each client of a list is recorded as any other; these events say that they came together, so that
they can go together. Who goes is nowhere shown any more and stays in the events.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.client import ClientId
from advisor_desk.domain.events import Event, event_kind


def lists_of(kind: str) -> str:
    """Return the subject of events about lists of a kind: ``clients``, ``holdings``."""
    return f"lists:{kind}"


CLIENT_LISTS = lists_of("clients")


@event_kind
@dataclass(frozen=True, slots=True)
class ColumnsMatched(Event):
    """Which column of files with this header holds which field, as the adviser says."""

    kind: ClassVar[str] = "columns_matched"
    of: str
    header: str
    columns: Mapping[str, int]


@event_kind
@dataclass(frozen=True, slots=True)
class ClientsImported(Event):
    """These clients came out of one file. ``rows`` are all it had, refused ones included."""

    kind: ClassVar[str] = "clients_imported"
    file: str
    sha256: str
    rows: int
    clients: tuple[ClientId, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class ImportUndone(Event):
    """The import recorded at ``seq`` was taken back, but for the clients ``kept``."""

    kind: ClassVar[str] = "import_undone"
    seq: int
    taken_back: tuple[ClientId, ...]
    kept: tuple[ClientId, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class ClientTakenBack(Event):
    """About one client: the record came by a list and was taken back with it."""

    kind: ClassVar[str] = "client_taken_back"
