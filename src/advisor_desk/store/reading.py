"""From stored rows to the domain's values: events, the head, the newest time."""

import json
from datetime import datetime

from sqlalchemy import Connection, Row, select

from advisor_desk.domain.chain import BEFORE_THE_FIRST, Head
from advisor_desk.domain.events import Recorded, event_from
from advisor_desk.domain.trouble import Tampered
from advisor_desk.store.tables import event_table

EVENTS_IN_ORDER = select(event_table).order_by(event_table.c.seq)
_LAST = select(event_table.c.seq, event_table.c.digest).order_by(event_table.c.seq.desc()).limit(1)
_NEWEST = (
    select(event_table.c.at)
    .where(event_table.c.source == "machine")
    .order_by(event_table.c.seq.desc())
    .limit(1)
)


def recorded_from(row: Row[tuple[object, ...]]) -> Recorded:
    """Return an event as the domain knows it.

    Raises:
        Tampered: ``EVENT_UNREADABLE``. NotSupported: a newer program wrote it.
    """
    stored = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for it
    try:
        return Recorded(
            seq=stored["seq"],
            at=datetime.fromisoformat(stored["at"]),
            boot=stored["boot_ms"] / 1000,
            actor=stored["actor"],
            subject=stored["subject"],
            event=event_from(stored["kind"], stored["version"], stored["body"]),
            digest=stored["digest"],
        )
    except (ValueError, LookupError, TypeError) as error:
        raise Tampered("EVENT_UNREADABLE", seq=stored["seq"]) from error


def listed_documents(text: str) -> tuple[str, ...]:
    """Return the papers an event lists, by digest."""
    return tuple(json.loads(text))


def head_of(connection: Connection, chain: int) -> Head:
    """Return the last event's place and digest."""
    row = connection.execute(_LAST).one_or_none()
    return Head(0, BEFORE_THE_FIRST, chain) if row is None else Head(row[0], row[1], chain)


def newest_machine_time(connection: Connection) -> datetime | None:
    """Return the newest time a machine's clock gave; a replay's script times do not count."""
    found = connection.execute(_NEWEST).scalar_one_or_none()
    return None if found is None else datetime.fromisoformat(found)
