"""Who was in the room, from when to when, also who left: printed on F6 and F7. Clauses: S31, S45.

A pause ends a visit, and with it everybody's stay; so does the end of its day, which nobody
records: who stayed until then stayed until the last act of that day. That a witness goes is not
recorded either: the stay ends with the witness's last act.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from advisor_desk.domain.events import Recorded
from advisor_desk.domain.fold import not_taken_back
from advisor_desk.domain.interview_events import PartyIdentified, PartyLeft, Paused, Resumed
from advisor_desk.domain.witness_events import WitnessCame

WITNESS = "witness"


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in the room; ``who`` tells one person from another of the same name."""

    role: str
    name: str
    who: object
    since: datetime
    until: datetime


def stays_of(recorded: Iterable[Recorded], until: datetime) -> tuple[Stay, ...]:
    """Return every stay in the order in which people came; who is here stays on ``until``."""
    room = _Room()
    for one in not_taken_back(recorded):
        event = one.event
        if isinstance(event, PartyLeft):
            room.goes(event.role.name, one.at)
        elif isinstance(event, Paused):
            room.is_left(one.at)
        elif isinstance(event, Resumed):
            room.is_left()
        elif (new := _comes(one)) is not None:
            room.comes(new)
        room.acts(one)
    room.last[until.date()] = until
    room.is_left()
    return tuple(sorted(room.over, key=lambda one: one.since))


class _Room:
    """Who is here by capacity, and whose stay is over, as the acts go by."""

    def __init__(self) -> None:
        self.here: dict[str, Stay] = {}
        self.over: list[Stay] = []
        self.last: dict[date, datetime] = {}

    def comes(self, new: Stay) -> None:
        """Who is looked at again stays on; another one takes the place."""
        if new.role in self.here and self.here[new.role].who != new.who:
            self.goes(new.role, new.since)
        self.here[new.role] = replace(self.here.get(new.role, new), name=new.name)

    def goes(self, role: str, at: datetime) -> None:
        stay = self.here.pop(role, None)
        if stay is not None:
            self.over.append(stay if role == WITNESS else replace(stay, until=at))

    def is_left(self, at: datetime | None = None) -> None:
        for role, stay in tuple(self.here.items()):
            self.goes(role, at or self.last[stay.since.date()])

    def acts(self, one: Recorded) -> None:
        self.last[one.at.date()] = one.at
        witness = self.here.get(WITNESS)
        if witness is not None and witness.who == one.actor:
            self.here[WITNESS] = replace(witness, until=one.at)


def _comes(one: Recorded) -> Stay | None:
    event = one.event
    if isinstance(event, PartyIdentified):
        party = event.party
        return Stay(party.role.name, party.name, party.document or party.name, one.at, one.at)
    if isinstance(event, WitnessCame):
        return Stay(WITNESS, event.name, event.staff_no, one.at, one.at)
    return None
