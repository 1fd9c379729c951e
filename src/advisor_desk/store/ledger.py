"""One encrypted file with a chain of events: ``branch.db``, or one adviser's client book.

Whatever changes, changes in a ``work``: one transaction, one act. An act is recorded with
everything it changes, or nothing of it is; a change without an event is a bug and is refused.
The file is held from opening to closing, so the head of the chain is kept in memory.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

from sqlalchemy import select

from advisor_desk.domain.chain import Broken, Head
from advisor_desk.domain.clock import Clock
from advisor_desk.domain.events import Event, Recorded
from advisor_desk.domain.people import StaffNo
from advisor_desk.domain.trouble import ClockRefused, Unavailable
from advisor_desk.store import checking, documents
from advisor_desk.store.connection import (
    connected,
    disconnect,
    disk_troubles,
    in_transaction,
    refuse_taken_away,
    say,
    written_with,
)
from advisor_desk.store.files import UNFINISHED, move_into_place
from advisor_desk.store.lists import Lists
from advisor_desk.store.reading import (
    EVENTS_IN_ORDER,
    head_of,
    newest_machine_time,
    recorded_from,
)
from advisor_desk.store.tables import PROJECTIONS, event_table, make_tables
from advisor_desk.store.work import Projector, Stamp, UnrecordedChange, Work

Source = Literal["machine", "script"]
CLOCK_TOLERANCE = timedelta(minutes=5)

__all__ = ["Ledger", "Projector", "Source", "UnrecordedChange", "Work"]


class Ledger:
    """An opened book. Made by ``create`` or ``open``; ``close`` gives the file up."""

    def __init__(
        self, path: Path, key: bytes, clock: Clock, project: Projector, source: Source
    ) -> None:
        self.path = path
        self.project = project
        self._clock = clock
        self._source: Source = source
        chain = int(path.stem) if path.stem.isdecimal() else 0
        self._connection = connected(path, key)
        self.lists = Lists(self._connection, path)
        try:
            with disk_troubles(path):
                self._head = head_of(self._connection, chain)
                self._newest = newest_machine_time(self._connection)
            self.time()
        except BaseException:
            self.close()
            raise

    @classmethod
    def create(
        cls,
        path: Path,
        key: bytes,
        clock: Clock,
        project: Projector,
        *,
        source: Source = "machine",
    ) -> "Ledger":
        """Make a new, empty book; it stands under its name only when it is whole.

        Raises:
            Unavailable: ``BOOK_EXISTS``, or the disk refuses.
        """
        if path.exists():
            raise Unavailable("BOOK_EXISTS", file=path.name)
        fresh = path.with_name(f"{path.name}{UNFINISHED}")
        fresh.unlink(missing_ok=True)  # of a making that was cut short: it never held an act
        try:
            connection = connected(fresh, key, make=True)
            try:
                with disk_troubles(path):
                    make_tables(connection)
            finally:
                disconnect(connection)
            move_into_place(fresh, path)
        finally:
            fresh.unlink(missing_ok=True)
        return cls.open(path, key, clock, project, source=source)

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        clock: Clock,
        project: Projector,
        *,
        source: Source = "machine",
    ) -> "Ledger":
        """Open a book and hold it.

        Raises:
            Tampered: it is not a book, or not one of this key.
            NotSupported: a newer program wrote it. HomeBusy: somebody else holds it.
            ClockRefused: ``CLOCK_BEHIND``. Unavailable: it is missing, or the disk refuses.
        """
        return cls(path, key, clock, project, source)

    def close(self) -> None:
        """Give the file up."""
        disconnect(self._connection)

    @contextmanager
    def work(self, actor: StaffNo) -> Iterator[Work]:
        """Give the one transaction of an act; it is kept when the block ends without an error.

        Raises:
            UnrecordedChange: something changed, and no event says so.
            Unavailable: the disk refuses, or the book is gone; nothing of the act is kept.
        """
        refuse_taken_away(self.path)
        stamp = Stamp(self.time(), round(self._clock.since_boot() * 1000), self._source)
        with disk_troubles(self.path):
            say(self._connection, "BEGIN IMMEDIATE")
            try:
                work = Work(self._connection, actor, self._head, stamp, self.project)
                yield work
                work.check()
                say(self._connection, "COMMIT")
            except BaseException:
                self._roll_back()
                raise
        self._head = work.head
        if self._source == "machine":
            self._newest = stamp.at

    def head(self) -> Head:
        """Return the last event's place and digest."""
        return self._head

    def events(self, subject: str, *only: type[Event]) -> tuple[Recorded, ...]:
        """Return what is recorded about ``subject``, in order; of these kinds ``only``."""
        query = EVENTS_IN_ORDER.where(event_table.c.subject == subject)
        if only:
            query = query.where(event_table.c.kind.in_([one.kind for one in only]))
        with disk_troubles(self.path):
            rows = self._connection.execute(query)
            return tuple(recorded_from(row) for row in rows)

    def every_event(self) -> Iterator[Recorded]:
        """Give all events, in order."""
        with disk_troubles(self.path):
            for row in self._connection.execute(EVENTS_IN_ORDER):
                yield recorded_from(row)

    def rows(
        self,
        table: str,
        *,
        where: Mapping[str, str | int] | None = None,
        order: str | None = None,
        limit: int | None = None,
    ) -> tuple[Mapping[str, str | int | None], ...]:
        """Return rows of a projection. ``order`` is a column; ``-day`` has the last day first."""
        columns = PROJECTIONS[table].c
        query = select(PROJECTIONS[table])
        for name, value in (where or {}).items():
            query = query.where(columns[name] == value)
        if order is not None:
            column = columns[order.removeprefix("-")]
            query = query.order_by(column.desc() if order.startswith("-") else column)
        with disk_troubles(self.path):
            found = self._connection.execute(query.limit(limit)).mappings()
            return tuple(dict(row) for row in found)

    def document(self, sha256: str) -> bytes:
        """Return a kept paper, its digest checked.

        Raises:
            Unavailable: ``DOCUMENT_MISSING``. Tampered: ``DOCUMENT_ALTERED``.
        """
        with disk_troubles(self.path):
            return documents.read(self._connection, sha256)

    def verify(self, *, deep: bool) -> tuple[Broken, ...]:
        """Return every place that is not as recorded, the first first; nothing is repaired.

        Always: the chain and the kept papers. ``deep``: also every page of the file, and every
        projection made again from the events.
        """
        return checking.broken_places(self._connection, self.project, deep=deep)

    def time(self) -> datetime:
        """Return the time for an act, never before the newest that is recorded.

        Raises:
            ClockRefused: ``CLOCK_BEHIND``, by more than five minutes.
        """
        now = self._clock.now()
        moment = self._not_before_newest(now)
        if moment - now > CLOCK_TOLERANCE:
            raise ClockRefused("CLOCK_BEHIND", now=_minute(now), newest=_minute(moment))
        return moment

    def moment(self) -> datetime:
        """Return the time for what is only read, never before the newest that is recorded.

        A clock that was set back refuses acts; what is recorded can be looked at meanwhile.
        """
        return self._not_before_newest(self._clock.now())

    def written_with(self) -> dict[str, object]:
        """Return the schema's version, SQLite's and SQLCipher's."""
        with disk_troubles(self.path):
            return written_with(self._connection)

    def passes(self, seq: int, digest_start: str) -> bool:
        """Say whether the chain has an event ``seq`` whose digest starts so."""
        query = select(event_table.c.digest).where(event_table.c.seq == seq)
        with disk_troubles(self.path):
            found = self._connection.execute(query).scalar_one_or_none()
        return found is not None and str(found).startswith(digest_start)

    def _not_before_newest(self, now: datetime) -> datetime:
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)  # as it is stored
        if self._source == "script" or self._newest is None or now >= self._newest:
            return now
        return self._newest.astimezone(now.tzinfo)

    def _roll_back(self) -> None:
        # A full disk may have ended the transaction already.
        if in_transaction(self._connection):
            say(self._connection, "ROLLBACK")


def _minute(time: datetime) -> str:
    return time.isoformat(sep=" ", timespec="minutes")
