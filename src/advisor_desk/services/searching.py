"""The one search box: clients, products, form numbers, all of the own book and shelf."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from advisor_desk.packs.catalogue import Listed
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.numbers import set_numbered, set_start
from advisor_desk.store.names import search_text

Row = Mapping[str, str | int | None]
YEARS_BACK = 5  # in which a serial typed alone is looked for
_SERIAL = re.compile(r"[0-9]{2,5}", re.ASCII)
_FORM_ENDING = re.compile(r"-F[0-9]{1,2}$", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What answers to a text. A row of ``forms`` has its client's name and its interview."""

    clients: tuple[Row, ...]
    products: tuple[Listed, ...]
    forms: tuple[Row, ...]


def search(room: InterviewRoom, text: str, limit: int) -> SearchResult:
    """Return at most ``limit`` of each kind; nothing is found by an empty text."""
    if not search_text(text):
        return SearchResult((), (), ())
    return SearchResult(
        room.desk.book.lists.clients_found(text, limit),
        _products(room, search_text(text))[:limit],
        _forms(room, text.strip(), limit),
    )


def _products(room: InterviewRoom, plain: str) -> tuple[Listed, ...]:
    """Return products by any part of their code or of a name in any language."""
    return tuple(
        listed
        for code, listed in room.today().catalogue.listed.items()
        if plain in search_text(code)
        or any(plain in search_text(one.name) for one in listed.by_language.values())
    )


def _forms(room: InterviewRoom, text: str, limit: int) -> tuple[Row, ...]:
    """Return forms by the start of their number, or by its serial alone, the newest year first."""
    lists, start = room.desk.book.lists, set_start(room.desk)
    if text.casefold().startswith(start.casefold()):
        rest = _FORM_ENDING.sub("", text[len(start) :])
        return lists.forms_numbered(start + rest, limit)
    if not _SERIAL.fullmatch(text):
        return ()
    year = room.moment().year
    found: list[Row] = []
    for before in range(YEARS_BACK):
        number = set_numbered(room.desk, year - before, int(text))
        found += lists.forms_numbered(number, limit - len(found))
        if len(found) == limit:
            break
    return tuple(found)
