"""Looking for what is not as recorded: the chain, the papers, the pages, the projections.

Nothing is repaired, and no fault hides the next, except where the file itself cannot be read any
further.
"""

import hashlib
from collections.abc import Callable, Iterator

from sqlalchemy import Connection, Table, select

from advisor_desk.domain.chain import BEFORE_THE_FIRST, Broken, link_digest
from advisor_desk.domain.trouble import Tampered, Trouble
from advisor_desk.store.connection import disconnect, disk_troubles, in_memory
from advisor_desk.store.reading import EVENTS_IN_ORDER, listed_documents, recorded_from
from advisor_desk.store.tables import (
    PROJECTIONS,
    TRIGGERS,
    client_key_table,
    document_table,
    make_tables,
)
from advisor_desk.store.work import Projector
from advisor_desk.store.writing import apply

Check = Callable[[Connection], Iterator[Broken]]


def broken_places(connection: Connection, project: Projector, *, deep: bool) -> tuple[Broken, ...]:
    """Return every fault found, in the order of the checks and of the events."""
    checks: list[Check] = [_triggers, _chain, _documents]
    if deep:
        checks += [_pages, lambda book: _projections(book, project)]
    return tuple(broken for check in checks for broken in _found(check, connection))


def _found(check: Check, connection: Connection) -> Iterator[Broken]:
    try:
        with disk_troubles():
            yield from check(connection)
    except Tampered as damage:
        yield Broken(damage.code)


def _triggers(connection: Connection) -> Iterator[Broken]:
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    standing = {str(name): str(sql) for name, sql in connection.exec_driver_sql(query)}
    for name in sorted(TRIGGERS.keys() | standing.keys()):
        if standing.get(name) != TRIGGERS.get(name):
            yield Broken("TRIGGER_NOT_AS_MADE", place=name)


def _chain(connection: Connection) -> Iterator[Broken]:
    before, expected = BEFORE_THE_FIRST, 1
    for row in connection.execute(EVENTS_IN_ORDER).mappings():
        stored = dict(row)
        digest = stored.pop("digest")
        seq = stored["seq"]
        if seq != expected or stored["previous"] != before:
            yield Broken("CHAIN_BROKEN", seq)
        if link_digest(stored) != digest:
            yield Broken("EVENT_ALTERED", seq)
        before, expected = digest, seq + 1


def _documents(connection: Connection) -> Iterator[Broken]:
    listed: dict[str, int] = {}
    for row in connection.execute(EVENTS_IN_ORDER):
        for sha256 in listed_documents(row.documents):
            listed[sha256] = row.seq
    for sha256, content in connection.execute(select(document_table)):
        seq = listed.pop(sha256, None)
        if seq is None:
            yield Broken("DOCUMENT_NOT_RECORDED", place=sha256)
        elif hashlib.sha256(content).hexdigest() != sha256:
            yield Broken("DOCUMENT_ALTERED", seq, sha256)
    for sha256, seq in listed.items():
        yield Broken("DOCUMENT_MISSING", seq, sha256)


def _pages(connection: Connection) -> Iterator[Broken]:
    for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
        yield Broken("PAGE_DAMAGED", place=str(row[0]))
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Broken("PAGE_DAMAGED", place=str(row[0]))


def _projections(connection: Connection, project: Projector) -> Iterator[Broken]:
    """Make every projection again from the events, in memory, and compare."""
    again = in_memory()
    try:
        make_tables(again)
        for row in connection.execute(EVENTS_IN_ORDER):
            try:
                for change in project(recorded_from(row)):
                    apply(again, change)
            except Trouble:
                yield Broken("EVENT_UNREADABLE", row.seq)
        for table in (*PROJECTIONS.values(), client_key_table):
            yield from _differences(connection, again, table)
    finally:
        disconnect(again)


def _differences(standing: Connection, again: Connection, table: Table) -> Iterator[Broken]:
    found = {tuple(row) for row in standing.execute(select(table))}
    if found != {tuple(row) for row in again.execute(select(table))}:
        yield Broken("PROJECTION_DIFFERS", place=table.name)
