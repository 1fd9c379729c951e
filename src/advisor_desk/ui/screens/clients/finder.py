"""Finding clients: what was typed, who answers to it, and why a file is opened. No Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.client import ClientId
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.words import Wording

Row = Mapping[str, str | int | None]
PAGE = 50
RECENT = 9  # as many as there are number keys
REASONS = ("prepare", "asked", "contact", "other")
USUAL, OTHER = "prepare", "other"


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A client as the list shows it; without a client, the heading of the rows below it.

    ``key`` is the number key that opens it.
    """

    client: ClientId
    name: str
    second: str = ""
    key: str = ""


class Finder:
    """What is typed into the one box, and the rows it finds: one query a keystroke.

    Every look into a file is recorded with its reason; one stands chosen, so that asking for it
    costs nobody a key, and it stands there again after each opening. Clause: S39.
    """

    def __init__(self, services: Interviews) -> None:
        self._services = services
        self.text = ""
        self.current: ClientId = ""
        self.reason = USUAL
        self.other = ""
        self.is_more = False

    def rows(self, words: Wording) -> tuple[FoundRow, ...]:
        """Return who answers to the text; without one, those met last and then all by sound."""
        if self.text.strip():
            return self._found(words)
        clients = self._services.clients
        recent = tuple(clients.recent(RECENT))
        if not recent:
            return ()
        today = self._services.now().date()
        last = [
            _row(row, today, words, key=str(place)) for place, row in enumerate(recent, start=1)
        ]
        everybody = tuple(clients.listed(None, PAGE))
        self.is_more = len(everybody) == PAGE
        return (
            FoundRow("", words.say("CLIENTS_RECENT")),
            *last,
            FoundRow("", words.say("CLIENTS_ALL", count=clients.count())),
            *(_row(row, today, words) for row in everybody),
        )

    def more(self, after: ClientId, words: Wording) -> tuple[FoundRow, ...]:
        """Return the next page of all clients."""
        today = self._services.now().date()
        page = self._services.clients.listed(after, PAGE)
        self.is_more = len(page) == PAGE
        return tuple(_row(row, today, words) for row in page)

    def why(self, words: Wording) -> str:
        """Return the reason that is recorded with the next look.

        Raises:
            BadInput: the reason of one's own, where that is chosen, is not readable.
        """
        if self.reason == OTHER:
            return checked_text(self.other, "why")
        return words.say(f"CLIENTS_WHY_{self.reason}")

    def wrong_reason(self, words: Wording) -> str:
        """Say what is wrong with the reason; empty where nothing is."""
        try:
            self.why(words)
        except BadInput as trouble:
            return words.say(f"CLIENT_WRONG_{trouble.code}", **trouble.facts)
        return ""

    def opened(self, client: ClientId) -> None:
        """Remember whose file was opened; the next look has its own reason."""
        self.current = client
        self.reason, self.other = USUAL, ""

    def _found(self, words: Wording) -> tuple[FoundRow, ...]:
        self.is_more = False
        today = self._services.now().date()
        found = self._services.search(self.text, PAGE)
        return (
            *(_row(row, today, words) for row in found.clients),
            *_form_rows(found.forms, words),
        )


def _row(row: Row, today: date, words: Wording, key: str = "") -> FoundRow:
    parts = []
    if row["born"]:
        years = age_on(date.fromisoformat(str(row["born"])), today)
        parts.append(words.say("TOP_AGE", years=years))
    parts.append(words.say("CLIENTS_TAIL_DOCUMENT", tail=row["document_tail"]))
    parts.append(words.say("CLIENTS_TAIL_PHONE", tail=row["phone_tail"]))
    second = words.say("LIST_COMMA").join(parts)
    return FoundRow(str(row["client"]), str(row["name"]), second, key)


def _form_rows(forms: Iterable[Row], words: Wording) -> Iterable[FoundRow]:
    """Give one row a set of forms, not one a form."""
    sets = {str(row["number"]): row for row in forms}
    for number, row in sets.items():
        second = words.say("CLIENTS_FORM", number=number)
        yield FoundRow(str(row["client"]), str(row["name"]), second)
