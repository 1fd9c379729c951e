"""One real interview as a mould: its events and rows, with the places that differ from the next.

What differs is found by its text: numbers, name, document, days, and the fingerprints that follow
from them. A fingerprint is worked out again from the facts as they stood, so that a casting folds
to an interview that is done in every step, as if it had been led.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tests.services.branch import Walk

from advisor_desk.domain.client import Client
from advisor_desk.domain.events import Recorded, event_body
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.fingerprint import fingerprint
from advisor_desk.domain.fold import SUBJECT, apply
from advisor_desk.domain.interview import PartyRole
from advisor_desk.domain.projections import LAST_FINAL_FORMS, project_book
from advisor_desk.domain.purchase_events import ChoiceConfirmed, PresentationOpened, ProductChosen

NEXT_CONTACT = "2027-01-10"  # as ``Walk.close`` agrees it
Parts = list[str]
Values = Mapping[str, str]


@dataclass(frozen=True)
class Casting:
    """What is another interview's own. ``set_number`` is of its forms."""

    client: str
    interview: str
    assessment: str
    set_number: str
    record: Client
    day: date
    next_contact: date


@dataclass(frozen=True)
class Moulded:
    """An event without its place in the chain: kind, version, body, listed documents."""

    kind: str
    version: int
    body: str
    documents: str


class Mould:
    """Made from a finished interview of ``tests.services.branch``."""

    def __init__(self, walk: Walk) -> None:
        book = walk.at.desk.book
        self.events = book.events(SUBJECT + walk.interview)
        self._before = _facts_before(self.events)
        self._own = _own_texts(walk, self.events)
        own = re.compile("|".join(re.escape(text) for text in sorted(self._own, reverse=True)))
        self._bodies = [_split(own, event_body(one.event)) for one in self.events]
        self._rows = _split(own, json.dumps(_final_rows(self.events), ensure_ascii=False))
        self.last_final_forms = _last_final_forms(self.events)
        listed = book._connection.exec_driver_sql(
            "SELECT documents FROM event WHERE subject = ? ORDER BY seq",
            (SUBJECT + walk.interview,),
        )
        self._documents = [str(row[0]) for row in listed]
        self.papers = {
            sha256: book.document(sha256) for text in self._documents for sha256 in json.loads(text)
        }

    def cast(self, casting: Casting, *, with_papers: bool) -> Iterator[Moulded]:
        """Give the events of another interview; the papers are listed once in a book."""
        values = self._values(casting)
        for one, body, documents in zip(self.events, self._bodies, self._documents, strict=True):
            listed = documents if with_papers else "[]"
            yield Moulded(one.event.kind, one.event.version, _joined(body, values), listed)

    def rows(self, casting: Casting) -> list[tuple[str, dict[str, Any]]]:
        """Return the rows of the projections after all events, with their tables."""
        later = casting.day - self.events[0].at.date()
        found = json.loads(_joined(self._rows, self._plain(casting)))
        return [(table, _moved(row, later)) for table, row in found]

    def _plain(self, casting: Casting) -> dict[str, str]:
        """Return what each own text of the mould is in the casting, fingerprints left out."""
        now = {
            "client": casting.client,
            "interview": casting.interview,
            "assessment": casting.assessment,
            "set": casting.set_number,
            "name": casting.record.name,
            "document": casting.record.document.number,
            "day": casting.day.isoformat(),
            "next": casting.next_contact.isoformat(),
        }
        return {text: now.get(name, text) for text, name in self._own.items()}

    def _values(self, casting: Casting) -> Values:
        """Return what each own text of the mould is in the casting, fingerprints worked out."""
        values = self._plain(casting)
        again = _Again(casting)
        for one, before in zip(self.events, self._before, strict=True):
            for text, new in again.fingerprints(one, before).items():
                values[text] = new
        return values


@dataclass
class _Again:
    """The facts of a casting, as far as fingerprints look at them."""

    casting: Casting
    relied_on: str = ""
    choice: str = ""

    def fingerprints(self, one: Recorded, before: Facts | None) -> dict[str, str]:
        seen = fingerprint(self.casting.record)
        event = one.event
        if before is None:
            return {event.client_seen: seen}  # type: ignore[attr-defined]
        facts = self._as_cast(before, seen)
        if isinstance(event, ProductChosen):
            self.relied_on = facts.purchase_rests_on()
            return {event.choice.relied_on: self.relied_on}
        if isinstance(event, ChoiceConfirmed | PresentationOpened):
            self.choice = self.choice or str(facts.choice_seen())
            return {event.choice: self.choice}
        wanted = {
            "opening_confirmed": ("parties_seen", facts.parties_seen),
            "portfolio_kept": ("relied_on", facts.advice_rests_on),
            "review_opened": ("relied_on", facts.forms_rest_on),
        }.get(event.kind)
        return {getattr(event, wanted[0]): wanted[1]()} if wanted else {}

    def _as_cast(self, facts: Facts, seen: str) -> Facts:
        parties = {
            role: replace(
                party, name=self.casting.record.name, document=self.casting.record.document
            )
            for role, party in facts.parties.items()
            if role is PartyRole.client
        }
        made, chosen, shown = facts.assessment, facts.chosen, facts.presentation
        return replace(
            facts,
            client_seen=seen,
            parties=parties,
            assessment=made and replace(made, number=self.casting.assessment),
            chosen=chosen
            and replace(chosen, choice=replace(chosen.choice, relied_on=self.relied_on)),
            presentation=shown and replace(shown, choice=self.choice),
        )


def _facts_before(events: tuple[Recorded, ...]) -> list[Facts | None]:
    found: list[Facts | None] = []
    facts: Facts | None = None
    for one in events:
        found.append(facts)
        facts = apply(facts, one)
    return found


def _own_texts(walk: Walk, events: tuple[Recorded, ...]) -> dict[str, str]:
    """Return every text that is this interview's own, with the name of what it is."""
    facts, client = walk.facts, walk.do.client_of(walk.interview)
    own = {
        walk.client: "client",
        walk.interview: "interview",
        client.name: "name",
        client.document.number: "document",
        events[0].at.date().isoformat(): "day",
        NEXT_CONTACT: "next",
    }
    if facts.assessment:
        own[facts.assessment.number] = "assessment"
    for one in events:
        own.update(
            (getattr(one.event, name), "fingerprint")
            for name in ("client_seen", "parties_seen", "relied_on")
            if isinstance(getattr(one.event, name, None), str)
        )
        if isinstance(one.event, ProductChosen):
            own[one.event.choice.relied_on] = "fingerprint"
        if isinstance(one.event, ChoiceConfirmed):
            own[one.event.choice] = "fingerprint"
        if hasattr(one.event, "number") and one.event.kind in _NUMBERED:
            own[one.event.number] = "set"
    return own


_NUMBERED = {"review_opened", "ended_without_sale"}


def _final_rows(events: tuple[Recorded, ...]) -> list[tuple[str, dict[str, Any]]]:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for one in events:
        for change in project_book(one):
            if change.table in {"interview", "assessment", "form"}:
                row = found.setdefault((change.table, str(dict(change.key))), {**change.key})
                row.update(change.values)
    return [(table, row) for (table, _), row in found.items()]


def _last_final_forms(events: tuple[Recorded, ...]) -> str:
    changes = [change for one in events for change in project_book(one)]
    found = [one.values["value"] for one in changes if one.key.get("name") == LAST_FINAL_FORMS]
    return str(found[-1])


def _moved(row: dict[str, Any], later: timedelta) -> dict[str, Any]:
    """Move the day when what was bought pays back, which follows from the day of the choice."""
    back = row.get("pays_back")
    moved = {"pays_back": (date.fromisoformat(back) + later).isoformat()} if back else {}
    return row | moved


def _split(own: re.Pattern[str], text: str) -> Parts:
    """Return literal, own text, literal, own text, and so on."""
    parts, place = [], 0
    for match in own.finditer(text):
        parts += [text[place : match.start()], match.group()]
        place = match.end()
    return [*parts, text[place:]]


def _joined(parts: Parts, values: Values) -> str:
    return "".join(values[part] if place % 2 else part for place, part in enumerate(parts))
