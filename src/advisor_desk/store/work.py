"""One act being recorded: its events, the rows they change, the papers it keeps.

Nothing can be changed here except by recording an event, or by keeping a paper that an event of
the same act then lists; ``check`` refuses the rest before it is committed.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from advisor_desk.domain.chain import Head, link_digest
from advisor_desk.domain.codec import canonical_json
from advisor_desk.domain.events import Event, Recorded, Upsert, event_body
from advisor_desk.domain.people import StaffNo
from advisor_desk.store import documents, writing
from advisor_desk.store.connection import changes

Projector = Callable[[Recorded], Iterable[Upsert]]


class UnrecordedChange(Exception):  # noqa: N818 - it says what happened
    """A bug: an act changed something and recorded no event. Nothing was kept."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """When an act happens: ``source`` is ``machine``, or ``script`` in a replay."""

    at: datetime
    boot_ms: int
    source: str


class Work:
    """The open transaction of an act; made by ``Ledger.work``, of no use after its block."""

    def __init__(
        self, connection: Connection, actor: StaffNo, head: Head, stamp: Stamp, project: Projector
    ) -> None:
        self._connection = connection
        self._actor = actor
        self._stamp = stamp
        self._project = project
        self._unlisted: list[str] = []
        self._changes_before = changes(connection)
        self._first = head
        self.head = head

    def record(self, subject: str, event: Event) -> Recorded:
        """Add an event to the chain and make the rows follow; it lists the papers kept before.

        The event counts once the block of the work has ended without an error.
        """
        stored = self._stored(subject, event)
        digest = link_digest(stored)
        writing.insert_event(self._connection, {**stored, "digest": digest})
        self.head = Head(self.head.seq + 1, digest, self.head.chain)
        self._unlisted.clear()
        recorded = Recorded(
            seq=self.head.seq,
            at=self._stamp.at,
            boot=self._stamp.boot_ms / 1000,
            actor=self._actor,
            subject=subject,
            event=event,
            digest=digest,
        )
        for change in self._project(recorded):
            writing.apply(self._connection, change)
        return recorded

    def keep_document(self, content: bytes) -> str:
        """Keep a paper and return its SHA-256; an event must be recorded after it."""
        sha256 = hashlib.sha256(content).hexdigest()
        if documents.add(self._connection, sha256, content):
            self._unlisted.append(sha256)
        return sha256

    def check(self) -> None:
        """Refuse what no event says.

        Raises:
            UnrecordedChange: a paper was kept after the last event, or rows changed without one.
        """
        changed = changes(self._connection) != self._changes_before
        if self._unlisted or (changed and self.head == self._first):
            raise UnrecordedChange(self._actor)

    def _stored(self, subject: str, event: Event) -> dict[str, str | int]:
        return {
            "seq": self.head.seq + 1,
            "at": self._stamp.at.isoformat(timespec="milliseconds"),
            "boot_ms": self._stamp.boot_ms,
            "source": self._stamp.source,
            "actor": self._actor,
            "subject": subject,
            "kind": event.kind,
            "version": event.version,
            "body": event_body(event),
            "documents": canonical_json(self._unlisted) if self._unlisted else "[]",
            "previous": self.head.digest,
        }
