"""Finding clients: what was typed, and who answers to it. No Qt."""

from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.client import ClientId
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.words import Wording

PAGE = 50


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A client as the list shows it: name, age, and the ends of two numbers."""

    client: ClientId
    name: str
    second: str


class Finder:
    """What is typed into the one box, and the rows it finds: one query a keystroke."""

    def __init__(self, services: Interviews) -> None:
        self._services = services
        self.text = ""

    def rows(self, words: Wording) -> tuple[FoundRow, ...]:
        """Return who answers to the text; without one, those met last."""
        clients = self._services.clients
        today = self._services.now().date()
        found = clients.find(self.text) if self.text.strip() else clients.recent(PAGE)
        return tuple(_row(row, today, words) for row in found)


def _row(row: object, today: date, words: Wording) -> FoundRow:
    if not isinstance(row, dict):
        raise TypeError(row)
    parts = []
    if row.get("born"):
        years = age_on(date.fromisoformat(str(row["born"])), today)
        parts.append(words.say("TOP_AGE", years=years))
    parts.append(words.say("CLIENTS_TAIL_DOCUMENT", tail=row["document_tail"]))
    parts.append(words.say("CLIENTS_TAIL_PHONE", tail=row["phone_tail"]))
    return FoundRow(str(row["client"]), str(row["name"]), words.say("LIST_COMMA").join(parts))
