"""How one act reaches the file: the statements of an event, a document, a row of a projection.

Statements are built once for each shape and kept; with the kept connection an act costs little
more than its commit.
"""

from collections.abc import Mapping
from functools import cache

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as upsert

from advisor_desk.domain.events import Upsert
from advisor_desk.store.names import client_keys, sound_of
from advisor_desk.store.tables import (
    PROJECTIONS,
    client_key_table,
    client_table,
    document_table,
    event_table,
)

Stored = Mapping[str, str | int]
_INSERT_EVENT = insert(event_table)
_INSERT_DOCUMENT = insert(document_table)
_INSERT_KEY = insert(client_key_table)
_SEARCHED = frozenset({"name", "document_tail", "phone_tail"})


def insert_event(connection: Connection, stored: Stored) -> None:
    """Add an event at the end of the chain."""
    connection.execute(_INSERT_EVENT, stored)


def insert_document(connection: Connection, sha256: str, content: bytes) -> None:
    """Keep a paper under its digest."""
    connection.execute(_INSERT_DOCUMENT, {"sha256": sha256, "content": content})


def apply(connection: Connection, change: Upsert) -> None:
    """Make or change one row of a projection, and a client's sound and search keys with it."""
    values = dict(change.values)
    if change.table == client_table.name and "name" in values:
        name = values["name"]
        values["sound"] = None if name is None else sound_of(str(name))
    statement = _upsert(change.table, tuple(change.key), tuple(values))
    connection.execute(statement, {**change.key, **values})
    if change.table == client_table.name and _SEARCHED & change.values.keys():
        _renew_keys(connection, str(change.key["client"]))


@cache
def _upsert(table: str, key: tuple[str, ...], values: tuple[str, ...]) -> Insert:
    statement = upsert(PROJECTIONS[table])
    if not values:
        return statement.on_conflict_do_nothing(index_elements=key)
    return statement.on_conflict_do_update(
        index_elements=key, set_={name: statement.excluded[name] for name in values}
    )


def _renew_keys(connection: Connection, client: str) -> None:
    row = connection.execute(
        select(client_table.c.name, client_table.c.document_tail, client_table.c.phone_tail).where(
            client_table.c.client == client
        )
    ).one()
    keys = client_keys(*(part or "" for part in row))
    connection.execute(delete(client_key_table).where(client_key_table.c.client == client))
    if keys:
        rows = [
            {"begins": int(begins), "key": key, "client": client}
            for key, begins in sorted(keys.items())
        ]
        connection.execute(_INSERT_KEY, rows)
