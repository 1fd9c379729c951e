"""Receiving a new client: what is typed, what the ID number says itself, what is wrong. No Qt."""

from dataclasses import dataclass, field
from datetime import date

from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.client import ClientId, DocumentKind
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.clients import ClientDetails
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.words import Wording

ADULT, ELDER = 18, 65
_BORN = slice(6, 14)  # of a resident ID number: YYYYMMDD
RESIDENT_LENGTH = 18


@dataclass(slots=True)
class Typed:
    """The page as it stands: nothing typed is lost by going elsewhere."""

    kind: str = DocumentKind.resident_id.value
    number: str = ""
    born: str = ""
    name: str = ""
    phone: str = ""
    account: str = ""
    language: str = Language.zh_TW.name
    errors: dict[str, str] = field(default_factory=dict)
    known: ClientId = ""


class NewClient:
    """One client being received, or one record being corrected (``client`` given)."""

    def __init__(self, services: Interviews, client: ClientId = "") -> None:
        self._services = services
        self.client = client
        self.reason = ""
        self.typed = Typed()

    def born_on_document(self) -> date | None:
        """Return the birth date that the resident ID number carries; None where it has none."""
        number = self.typed.number.replace(" ", "")
        if self.typed.kind != DocumentKind.resident_id.value or len(number) != RESIDENT_LENGTH:
            return None
        digits = number[_BORN]
        try:
            return date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
        except ValueError:
            return None

    def age_class(self, words: Wording) -> tuple[str, str]:
        """Return tone and words on what the age means for the sale; empty without a date."""
        born = _day(self.typed.born) or self.born_on_document()
        today = self._services.now().date()
        if born is None or born > today:
            return "", ""
        years = age_on(born, today)
        if years < ADULT:
            return "warn", words.say("CLIENT_AGE_MINOR", years=years)
        if years >= ELDER:
            return "warn", words.say("CLIENT_AGE_ELDER", years=years)
        return "ok", words.say("CLIENT_AGE_ADULT", years=years)

    def record(self, words: Wording) -> ClientId | None:
        """Record the client; None where something is wrong, said at its field."""
        typed = self.typed
        typed.errors, typed.known = {}, ""
        if typed.born and _day(typed.born) is None:
            typed.errors["born"] = words.say("PAUSE_DAY_UNREADABLE")
            return None
        try:
            if self.client:
                self._services.clients.correct(self.client, self._details(), self.reason)
                return self.client
            return self._services.clients.record(self._details())
        except Trouble as trouble:
            self._blame(trouble, words)
            return None

    def _details(self) -> ClientDetails:
        typed = self.typed
        return ClientDetails(
            typed.name,
            DocumentKind(typed.kind),
            typed.number,
            _day(typed.born),
            typed.phone,
            typed.account,
            Language[typed.language],
        )

    def _blame(self, trouble: Trouble, words: Wording) -> None:
        where = trouble.facts.get("field", "")
        if trouble.code == "CLIENT_KNOWN_ALREADY":
            where, self.typed.known = "document", trouble.facts["client"]
        known = trouble.facts | {"field": words.say(f"CLIENT_FIELD_{where}")}
        self.typed.errors[where] = words.say(trouble.code, **known)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
