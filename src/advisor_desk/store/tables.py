"""The tables of a book. ``branch.db`` and client books share one schema; each uses its part.

Columns of projections may be empty: an act may set one column of a row that stands. Nothing in a
projection is true by itself; ``Ledger.verify`` makes all of them again from the events.
"""

from functools import cache

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    create_mock_engine,
)
from sqlalchemy.schema import ExecutableDDLElement

SCHEMA_VERSION = 2  # 1: homes of trial versions, whose acts this program does not read
APPLICATION_ID = 0x41445631  # "ADV1"

metadata = MetaData()


def _table(name: str, *columns: Column[str] | Column[int] | Column[bytes] | Index) -> Table:
    return Table(name, metadata, *columns, sqlite_strict=True)


event_table = _table(
    "event",
    Column("seq", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("boot_ms", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("documents", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Index("event_subject", "subject", "seq"),
)
document_table = _table(
    "document",
    Column("sha256", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
client_key_table = Table(
    "client_key",
    metadata,
    Column("begins", Integer, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("client", Text, ForeignKey("client.client"), primary_key=True, index=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
client_table = _table(
    "client",
    Column("client", Text, primary_key=True),
    Column("name", Text),
    Column("born", Text),
    Column("document_tail", Text, index=True),
    Column("phone_tail", Text),
    Column("last_met", Integer, index=True),
    Column("sound", Text),
    Index("client_sound", "sound", "client"),
)
PROJECTIONS: dict[str, Table] = {
    table.name: table
    for table in (
        _table(
            "staff",
            Column("staff_no", Text, primary_key=True),
            Column("name", Text),
            Column("role", Text),
            Column("post", Text),
            Column("enabled", Integer),
            Column("certificate_no", Text),
            Column("valid_from", Text),
            Column("valid_until", Text),
        ),
        _table(
            "setting",
            Column("name", Text, primary_key=True),
            Column("value", Text),
        ),
        client_table,
        _table(
            "interview",
            Column("interview", Text, primary_key=True),
            Column("client", Text),
            Column("adviser", Text),
            Column("day", Text, index=True),
            Column("state", Text, index=True),
            Column("stage", Text),
            Column("next_contact", Text, index=True),
            Column("over_on", Text, index=True),
            Column("matures", Text),
            Column("first_matures", Text),
            Column("last_matures", Text, index=True),
            Column("bought", Text),
            Column("pays_back", Text, index=True),
            Index("interview_client", "client", "interview"),
        ),
        _table(
            "assessment",
            Column("assessment", Text, primary_key=True),
            Column("client", Text),
            Column("interview", Text),
            Column("taken", Text, index=True),
            Column("state", Text),
            Column("grade", Text),
            Column("questionnaire", Text),
            Column("channel", Text),
            Column("own_answers", Integer),
            Index("assessment_client", "client", "taken", "assessment"),
        ),
        _table(
            "form",
            Column("number", Text, primary_key=True),
            Column("form", Text, primary_key=True),
            Column("interview", Text, index=True),
            Column("state", Text, index=True),
            Column("sha256", Text),
        ),
    )
}

# Refused even to someone who writes SQL by hand. REPLACE deletes without asking the DELETE
# trigger unless recursive_triggers is on; the INSERT triggers refuse it in any case.
_REFUSALS = {
    "event_is_never_changed": ("UPDATE ON event", ""),
    "event_is_never_deleted": ("DELETE ON event", ""),
    "event_comes_last": (
        "INSERT ON event",
        "WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)",
    ),
    "document_is_never_changed": ("UPDATE ON document", ""),
    "document_is_never_deleted": ("DELETE ON document", ""),
    "document_is_never_replaced": (
        "INSERT ON document",
        "WHEN EXISTS (SELECT 1 FROM document WHERE sha256 = NEW.sha256)",
    ),
}
TRIGGERS = {
    name: f"CREATE TRIGGER {name} BEFORE {act} {when} BEGIN SELECT RAISE(ABORT, '{name}'); END"
    for name, (act, when) in _REFUSALS.items()
}


def make_tables(connection: Connection) -> None:
    """Make the schema in a new file, all or nothing."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    for statement in _statements():
        connection.exec_driver_sql(statement)
    for trigger in TRIGGERS.values():
        connection.exec_driver_sql(trigger)
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.exec_driver_sql("COMMIT")


@cache
def _statements() -> tuple[str, ...]:
    """Return what makes the tables and their indexes, worded once."""
    said: list[str] = []

    def say(statement: ExecutableDDLElement, *_: object, **_how: object) -> None:
        said.append(str(statement.compile(dialect=words.dialect)))

    words = create_mock_engine("sqlite://", say)
    metadata.create_all(words, checkfirst=False)
    return tuple(said)
