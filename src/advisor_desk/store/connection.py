"""Opening one encrypted file: the key, the settings of ``design.md``, and what can go wrong.

The key is given to SQLCipher on the bare connection, so it stands in no address, no log and no
error. A file is opened only if it exists (``mode=rw``): a wrong path never makes a new, plain one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, create_engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2 as sqlcipher

from advisor_desk.domain.trouble import HomeBusy, NotSupported, Tampered, Trouble, Unavailable
from advisor_desk.store.tables import APPLICATION_ID, SCHEMA_VERSION

KEY_BYTES = 32
STATEMENTS_KEPT = 500
OLDEST_SQLITE = (3, 46, 0)
SMALLEST_FILE = 4096  # one page
_PLAIN_HEADER = b"SQLite format 3\x00"
_SETTINGS = (
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA temp_store=MEMORY",
)
# SQLite's own words: the driver gives no error number.
_TROUBLES: tuple[tuple[str, type[Trouble], str], ...] = (
    ("database is locked", HomeBusy, "BOOK_BUSY"),
    ("database or disk is full", Unavailable, "DISK_FULL"),
    ("attempt to write a readonly database", Unavailable, "BOOK_READ_ONLY"),
    ("unable to open database file", Unavailable, "BOOK_CANNOT_OPEN"),
    ("disk I/O error", Unavailable, "DISK_ERROR"),
    ("file is not a database", Tampered, "BOOK_UNREADABLE"),
    ("database disk image is malformed", Tampered, "BOOK_DAMAGED"),
)


class Spoken(SQLiteDialect_pysqlite):
    """What every file is spoken to in: all alike, so what was compiled for one serves the next."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        """Say whether it is any of these."""
        return isinstance(other, Spoken)

    def __hash__(self) -> int:
        return hash(Spoken)


registry.register("sqlite.spoken", __name__, Spoken.__name__)
_ADDRESS = "sqlite+spoken://"
_COMPILED: LRUCache[object, object] = LRUCache(STATEMENTS_KEPT)


@contextmanager
def disk_troubles(path: Path | None = None) -> Iterator[None]:
    """Turn what the disk or the file refuses into a trouble; bugs fly on."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        trouble = _trouble_of(error, path)
        if trouble is None:
            raise
        raise trouble from None  # the cause may hold parameters: personal data


def connected(path: Path, key: bytes, *, make: bool = False) -> Connection:
    """Return the kept connection to a file, in SQLite's autocommit mode.

    Raises:
        Tampered: ``BOOK_NOT_ENCRYPTED``, ``BOOK_UNREADABLE`` (rubbish, or another key).
        NotSupported: ``SCHEMA_NEWER``, ``SCHEMA_OLDER``, ``SQLITE_TOO_OLD``, ``CIPHER_MISSING``.
        HomeBusy: ``BOOK_BUSY``. Unavailable: the disk refuses.
    """
    if len(key) != KEY_BYTES:
        raise ValueError("a book needs a key of 32 bytes")
    if sqlcipher.sqlite_version_info < OLDEST_SQLITE:
        raise NotSupported("SQLITE_TOO_OLD", version=sqlcipher.sqlite_version)
    if not make:
        _refuse_plain(path)
    with disk_troubles(path):
        engine = create_engine(
            _ADDRESS,
            module=sqlcipher,
            creator=lambda: _unlocked(path, key, make=make),
            poolclass=StaticPool,
            hide_parameters=True,
            isolation_level="AUTOCOMMIT",
        )
        connection = engine.connect().execution_options(compiled_cache=_COMPILED)
    try:
        with disk_troubles(path):
            _prepare(connection)
            if not make:
                _check_schema(connection, path)
    except BaseException:
        disconnect(connection)
        raise
    return connection


def in_memory() -> Connection:
    """Return a connection to an empty database that no disk ever sees."""
    engine = create_engine(
        _ADDRESS,
        module=sqlcipher,
        poolclass=StaticPool,
        hide_parameters=True,
        isolation_level="AUTOCOMMIT",
    )
    return engine.connect().execution_options(compiled_cache=_COMPILED)


def disconnect(connection: Connection) -> None:
    """Close the file and give up its lock."""
    connection.close()
    connection.engine.dispose()


def _unlocked(path: Path, key: bytes, *, make: bool) -> sqlcipher.Connection:
    mode = "rwc" if make else "rw"
    bare = sqlcipher.connect(
        f"file:{quote(str(path.absolute()))}?mode={mode}",
        uri=True,
        timeout=0.0,
        # Long acts are done on the one helper thread while the screen waits; never two at once.
        check_same_thread=False,
    )
    bare.execute("PRAGMA cipher_log_level=NONE")
    if not bare.execute("PRAGMA cipher_version").fetchone():
        bare.close()
        raise NotSupported("CIPHER_MISSING")
    bare.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    return bare


def _prepare(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA locking_mode=EXCLUSIVE")
    for setting in _SETTINGS:
        connection.exec_driver_sql(setting)
    # Takes the lock now and keeps it; also the first use of the key.
    connection.exec_driver_sql("BEGIN EXCLUSIVE")
    connection.exec_driver_sql("COMMIT")


def _check_schema(connection: Connection, path: Path) -> None:
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        raise Tampered("BOOK_UNREADABLE", file=path.name)
    if version > SCHEMA_VERSION:
        raise NotSupported("SCHEMA_NEWER", file=path.name, found=version, known=SCHEMA_VERSION)
    if version < SCHEMA_VERSION:
        raise NotSupported("SCHEMA_OLDER", file=path.name, found=version, known=SCHEMA_VERSION)


def _refuse_plain(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(SMALLEST_FILE)
    except OSError as error:
        raise Unavailable("BOOK_MISSING", file=path.name, cause=error.strerror or "") from error
    if start.startswith(_PLAIN_HEADER):
        raise Tampered("BOOK_NOT_ENCRYPTED", file=path.name)
    # SQLite takes less than a page for an empty database, and would write a new one over it.
    if len(start) < SMALLEST_FILE:
        raise Tampered("BOOK_UNREADABLE", file=path.name)


def _trouble_of(error: Exception, path: Path | None) -> Trouble | None:
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    for words, kind, code in _TROUBLES:
        if words in said:
            return kind(code, file=path.name if path else "")
    return None


def refuse_taken_away(path: Path) -> None:
    """Refuse to write into a file that was moved or deleted while it is open.

    SQLite would not notice: it looks at the name only when it opens a journal.

    Raises:
        Unavailable: ``BOOK_TAKEN_AWAY``.
    """
    if not path.exists():
        raise Unavailable("BOOK_TAKEN_AWAY", file=path.name, folder=path.parent)


def changes(connection: Connection) -> int:
    """Return how many rows this connection has changed since it was opened."""
    return int(_bare(connection).total_changes)


def say(connection: Connection, word: str) -> None:
    """Say BEGIN, COMMIT or ROLLBACK to SQLite itself, without the engine's detour."""
    _bare(connection).execute(word)


def written_with(connection: Connection) -> dict[str, object]:
    """Return the schema's version, SQLite's and SQLCipher's."""
    return {
        "schema": connection.exec_driver_sql("PRAGMA user_version").scalar_one(),
        "sqlite": sqlcipher.sqlite_version,
        "sqlcipher": connection.exec_driver_sql("PRAGMA cipher_version").scalar_one(),
    }


def in_transaction(connection: Connection) -> bool:
    """Say whether SQLite has a transaction open; a full disk ends it by itself."""
    return bool(_bare(connection).in_transaction)


def _bare(connection: Connection) -> sqlcipher.Connection:
    return connection.connection.driver_connection
