"""Saving one act, against the bare commit of the very same statements by ``sqlcipher3``."""

import secrets
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import event
from sqlcipher3 import dbapi2 as sqlcipher
from tests.bench.figure import Figure

from advisor_desk.domain.interview_events import NeedsConfirmed
from advisor_desk.domain.projections import project_book
from advisor_desk.store.ledger import Ledger

RUNS = 300
WARM_UP = 20
ALLOWED_MORE_MS = 0.5
Statement = tuple[str, object]


class StillClock:
    def now(self) -> datetime:
        return datetime(2026, 11, 23, 9, 30, tzinfo=UTC)

    def since_boot(self) -> float:
        return 1.0


def save(book: Ledger, number: int) -> None:
    with book.work("A1") as work:
        work.record(f"interview:I01-{number % 50:06d}", NeedsConfirmed(f"{number:064d}"))


def statements_of_acts(path: Path, key: bytes) -> list[list[Statement]]:
    """Give what a ledger says to the database in each of the acts to be measured.

    BEGIN and COMMIT go straight to the driver, which the listener does not hear.
    """
    book = Ledger.create(path, key, StillClock(), project_book)
    said: list[Statement] = []

    def listen(*given: object) -> None:
        said.append((str(given[2]), given[3]))

    event.listen(book._connection.engine, "before_cursor_execute", listen)
    acts = []
    for number in range(WARM_UP + RUNS):
        said.clear()
        save(book, number)
        acts.append([("BEGIN IMMEDIATE", ()), *said, ("COMMIT", ())])
    book.close()
    return acts


def bare_book(path: Path, key: bytes) -> sqlcipher.Connection:
    """Give a plain connection to an empty book, with the settings of the store."""
    Ledger.create(path, key, StillClock(), project_book).close()
    bare = sqlcipher.connect(str(path), isolation_level=None)
    bare.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    for setting in (
        "locking_mode=EXCLUSIVE",
        "journal_mode=DELETE",
        "synchronous=EXTRA",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "secure_delete=ON",
        "trusted_schema=OFF",
        "temp_store=MEMORY",
    ):
        bare.execute(f"PRAGMA {setting}")
    return bare


def say(bare: sqlcipher.Connection, act: list[Statement]) -> None:
    for statement, parameters in act:
        bare.execute(statement, parameters)


def milliseconds(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def bench_act_saved() -> Figure:
    key = secrets.token_bytes(32)
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent) as folder:
        acts = statements_of_acts(Path(folder) / "01.db", key)
        book = Ledger.create(Path(folder) / "02.db", key, StillClock(), project_book)
        bare = bare_book(Path(folder) / "03.db", key)
        ours: list[float] = []
        theirs: list[float] = []
        for number, act in enumerate(acts):
            turns = [
                (ours, lambda number=number: save(book, number)),
                (theirs, lambda act=act: say(bare, act)),
            ]
            # Whoever comes second finds the disk warm: each is second as often.
            for times, measured in turns if number % 2 else reversed(turns):
                times.append(milliseconds(measured))
        book.close()
        bare.close()
    ours, theirs = ours[WARM_UP:], theirs[WARM_UP:]
    return Figure(
        "one act saved, more than its bare commit",
        statistics.median(one - other for one, other in zip(ours, theirs, strict=True)),
        ALLOWED_MORE_MS,
        "ms",
        f"median of {RUNS} pairs on disk, in turns, of the same {len(acts[-1])} statements; "
        f"medians {statistics.median(ours):.2f} ms, bare {statistics.median(theirs):.2f} ms",
    )
