"""The lists a desk works with, read from the projections of a book through their indexes.

Each answers in a moment however long the book is: none reads a whole table.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from sqlalchemy import Connection, Select, and_, func, or_, select, tuple_

from advisor_desk.store.connection import disk_troubles
from advisor_desk.store.names import AFTER_EVERY_TEXT, search_text, sound_of
from advisor_desk.store.tables import PROJECTIONS, client_key_table, client_table, event_table

Found = Mapping[str, str | int | None]

_INTERVIEW = PROJECTIONS["interview"]
_ASSESSMENT = PROJECTIONS["assessment"]
_FORM = PROJECTIONS["form"]
_LATER = _INTERVIEW.alias("later")
_NEWER = _ASSESSMENT.alias("newer")
_CLIENTS = select(client_table).where(client_table.c.name.is_not(None))
_BY_SOUND = (client_table.c.sound, client_table.c.client)
_WITH_CLIENT = select(_INTERVIEW, client_table.c.name, client_table.c.born).join(
    client_table, client_table.c.client == _INTERVIEW.c.client
)


class Lists:
    """Rows of one book. Clients come by the sound of their names."""

    def __init__(self, connection: Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    def clients_found(self, text: str, limit: int = 50) -> tuple[Found, ...]:
        """Return clients by any part of name, its sound or initials, or a number's last digits.

        Those whose name begins with what was typed come first.
        """
        start = search_text(text)
        if not start:
            return ()
        with disk_troubles(self._path):
            begin = self._clients_with_key(start, begins=1, limit=limit)
            others = self._clients_with_key(start, begins=0, limit=limit)
        first = self._clients(begin)
        left = [client for client in others if client not in begin]
        return (*first, *self._clients(left[: limit - len(begin)]))

    def clients_after(self, client: str | None, limit: int) -> tuple[Found, ...]:
        """Return a page of all clients: those after ``client``; None: the first."""
        query = _CLIENTS.order_by(*_BY_SOUND).limit(limit)
        if client is not None:
            sound = select(client_table.c.sound).where(client_table.c.client == client)
            query = query.where(tuple_(*_BY_SOUND) > tuple_(sound.scalar_subquery(), client))
        return self._rows(query)

    def clients_last_met(self, limit: int) -> tuple[Found, ...]:
        """Return the clients recorded, looked up or received last, the newest first."""
        return self._rows(_CLIENTS.order_by(client_table.c.last_met.desc()).limit(limit))

    def clients_sounding_like(self, name: str) -> tuple[Found, ...]:
        """Return clients whose name sounds the same, in either script."""
        query = _CLIENTS.where(client_table.c.sound == sound_of(name))
        return self._rows(query.order_by(client_table.c.client))

    def count_of_clients(self) -> int:
        """Return how many clients stand in the book."""
        stands = client_table.c.sound.is_not(None)
        return self._number(select(func.count()).select_from(client_table).where(stands))

    def interviews_in(self, states: Iterable[str]) -> tuple[Found, ...]:
        """Return interviews in these states with name and birth date, the newest first."""
        query = _WITH_CLIENT.where(_INTERVIEW.c.state.in_(sorted(states)))
        return self._rows(query.order_by(_INTERVIEW.c.interview.desc()))

    def contacts_agreed(self, until: str) -> tuple[Found, ...]:
        """Return interviews that agreed on a day up to ``until`` to meet again, by that day.

        Only the newest interview of a client counts: the next one was the meeting.
        """
        later = select(_LATER.c.interview).where(
            _LATER.c.client == _INTERVIEW.c.client, _LATER.c.interview > _INTERVIEW.c.interview
        )
        query = _WITH_CLIENT.where(_INTERVIEW.c.next_contact <= until, ~later.exists())
        return self._rows(query.order_by(_INTERVIEW.c.next_contact, _INTERVIEW.c.interview))

    def maturing(self, first: str, last: str, sold: Iterable[str]) -> tuple[Found, ...]:
        """Return interviews whose client's money may be paid back in a span of days.

        Holdings count as the newest interview knows them; what was bought, in the states of
        ``sold``.
        """
        later = select(_LATER.c.interview).where(
            _LATER.c.client == _INTERVIEW.c.client,
            _LATER.c.interview > _INTERVIEW.c.interview,
            _LATER.c.matures.is_not(None),
        )
        held = and_(
            _INTERVIEW.c.last_matures >= first,
            _INTERVIEW.c.first_matures <= last,
            ~later.exists(),
        )
        bought = and_(
            _INTERVIEW.c.pays_back.between(first, last), _INTERVIEW.c.state.in_(sorted(sold))
        )
        return self._rows(_WITH_CLIENT.where(or_(held, bought)).order_by(_INTERVIEW.c.interview))

    def over_on(self, day: str) -> tuple[Found, ...]:
        """Return the interviews that ended on a day."""
        return self._rows(select(_INTERVIEW).where(_INTERVIEW.c.over_on == day))

    def assessments_passed(self, first: str, last: str) -> tuple[Found, ...]:
        """Return passed assessments of a span of days with the client's name, by day.

        Only the newest of a client counts.
        """
        place = tuple_(_ASSESSMENT.c.taken, _ASSESSMENT.c.assessment)
        newer = select(_NEWER.c.assessment).where(
            _NEWER.c.client == _ASSESSMENT.c.client,
            tuple_(_NEWER.c.taken, _NEWER.c.assessment) > place,
        )
        query = (
            select(_ASSESSMENT, client_table.c.name)
            .join(client_table, client_table.c.client == _ASSESSMENT.c.client)
            .where(
                _ASSESSMENT.c.taken.between(first, last),
                _ASSESSMENT.c.state == "passed",
                ~newer.exists(),
            )
            .order_by(_ASSESSMENT.c.taken, _ASSESSMENT.c.assessment)
        )
        return self._rows(query)

    def forms_numbered(self, start: str, limit: int) -> tuple[Found, ...]:
        """Return forms whose number starts so, with the client's name, by number and form."""
        query = (
            select(_FORM, client_table.c.client, client_table.c.name)
            .join(_INTERVIEW, _INTERVIEW.c.interview == _FORM.c.interview)
            .join(client_table, client_table.c.client == _INTERVIEW.c.client)
            .where(_FORM.c.number >= start, _FORM.c.number < start + AFTER_EVERY_TEXT)
            .order_by(_FORM.c.number, func.length(_FORM.c.form), _FORM.c.form)  # F2 before F10
            .limit(limit)
        )
        return self._rows(query)

    def last_event_about(self, subject: str) -> int:
        """Return the place of the newest event about ``subject``; 0: there is none."""
        event = event_table.c
        query = select(func.coalesce(func.max(event.seq), 0)).where(event.subject == subject)
        return self._number(query)

    def last_key(self, table: str, start: str) -> str | None:
        """Return the last key of a table that starts so."""
        key = PROJECTIONS[table].c[table]
        query = select(func.max(key)).where(key >= start, key < start + AFTER_EVERY_TEXT)
        with disk_troubles(self._path):
            found = self._connection.execute(query).scalar_one()
        return None if found is None else str(found)

    def _clients_with_key(self, start: str, *, begins: int, limit: int) -> list[str]:
        """Return the first clients in the order of their keys, each once.

        Rows are drawn one by one and no more than needed: a short text finds half the book.
        """
        key = client_key_table.c
        query = (
            select(key.client)
            .where(key.begins == begins, key.key >= start, key.key < start + AFTER_EVERY_TEXT)
            .order_by(key.key)
        )
        found: dict[str, None] = {}
        with self._connection.execute(query) as drawn:
            for row in drawn:
                found[row.client] = None
                if len(found) == limit:
                    break
        return list(found)

    def _clients(self, clients: Iterable[str]) -> tuple[Found, ...]:
        query = _CLIENTS.where(client_table.c.client.in_(list(clients)))
        return self._rows(query.order_by(*_BY_SOUND))

    def _rows(self, query: Select[*tuple[object, ...]]) -> tuple[Found, ...]:
        with disk_troubles(self._path):
            return tuple(dict(row) for row in self._connection.execute(query).mappings())

    def _number(self, query: Select[int]) -> int:
        with disk_troubles(self._path):
            return self._connection.execute(query).scalar_one()
