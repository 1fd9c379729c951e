"""What is recorded: events, each the whole of one act, in the order in which they happened.

An event is a frozen dataclass whose class names its kind and version; its body is canonical JSON.
Kinds are never changed once written: a new version gets a new class attribute and an upcast, a
function from the old body to the new one, which stays forever.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from advisor_desk.domain.codec import canonical_json, restored
from advisor_desk.domain.trouble import NotSupported

Body = dict[str, Any]
_KINDS: dict[str, type["Event"]] = {}


@dataclass(frozen=True, slots=True)
class Event:
    """One kind of act. Subclasses set ``kind``, and ``version`` when they change."""

    kind: ClassVar[str]
    version: ClassVar[int] = 1
    upcasts: ClassVar[Mapping[int, Callable[[Body], Body]]] = {}


def event_kind(event: type[Event]) -> type[Event]:
    """Register a subclass under its ``kind``; a kind is taken once."""
    if _KINDS.setdefault(event.kind, event) is not event and (
        _KINDS[event.kind].__qualname__ != event.__qualname__
    ):
        raise ValueError(event.kind)
    _KINDS[event.kind] = event
    return event


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as it stands in the book. ``at`` is aware; ``digest`` is hexadecimal SHA-256.

    ``subject`` is what it is about, ``interview:<id>``, ``client:<id>``, ``staff:<number>``;
    ``boot`` is seconds since the machine was started.
    """

    seq: int
    at: datetime
    boot: float
    actor: str
    subject: str
    event: Event
    digest: str


def event_body(event: Event) -> str:
    """Return the canonical JSON of an event's body."""
    return canonical_json(event)


def event_from(kind: str, version: int, body: str) -> Event:
    """Return the event, an older version brought up to the present one.

    Raises:
        NotSupported: ``EVENT_KIND_UNKNOWN`` or ``EVENT_VERSION_UNKNOWN``.
    """
    wanted = _KINDS.get(kind)
    if wanted is None:
        raise NotSupported("EVENT_KIND_UNKNOWN", kind=kind)
    fields = json.loads(body)
    for step in range(version, wanted.version):
        if step not in wanted.upcasts:
            raise NotSupported("EVENT_VERSION_UNKNOWN", kind=kind, version=version)
        fields = wanted.upcasts[step](fields)
    if version > wanted.version:
        raise NotSupported("EVENT_VERSION_UNKNOWN", kind=kind, version=version)
    return restored(wanted, fields)


def kinds() -> Mapping[str, type[Event]]:
    """Return every registered kind."""
    return dict(_KINDS)


@dataclass(frozen=True, slots=True)
class Upsert:
    """One row of a projection after an event: ``key`` finds it, ``values`` are set on it.

    Projections hold nothing that is not in the events; ``db verify`` makes them again and
    compares.
    """

    table: str
    key: Mapping[str, str | int]
    values: Mapping[str, str | int | None]
