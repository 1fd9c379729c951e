"""Receiving a new client: what is typed, what the ID number says itself, what is wrong. No Qt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.client import Client, ClientId, DocumentKind
from advisor_desk.domain.languages import Language
from advisor_desk.domain.text import half_wide
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.services.clients import ClientDetails, faults
from advisor_desk.services.identity import checked_document
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.words import Wording

ADULT, ELDER = 18, 65
_BORN = slice(6, 14)  # of a resident ID number: YYYYMMDD
RESIDENT_LENGTH = 18
FIELDS = ("document", "born", "name", "phone", "account_tail", "reason")
EMPTY, DAY_UNREADABLE, KNOWN = "TEXT_EMPTY", "PAUSE_DAY_UNREADABLE", "CLIENT_KNOWN_ALREADY"
AT_FIELD = frozenset(
    {
        EMPTY,
        KNOWN,
        "DOCUMENT_NUMBER_SHAPE",
        "DOCUMENT_NUMBER_WRONG",
        "BIRTH_DATE_DIFFERS",
        "BORN_AFTER_TODAY",
        "BORN_TOO_LONG_AGO",
        "PHONE_UNREADABLE",
        "ACCOUNT_TAIL_UNREADABLE",
        "TEXT_TOO_LONG",
        "TEXT_CHARACTER_REFUSED",
        "TEXT_UNPRINTABLE",
        "TEXT_WIDER_THAN_BOX",
    }
)


@dataclass(frozen=True, slots=True)
class Typed:
    """The page as it stands."""

    kind: str = DocumentKind.resident_id.value
    number: str = ""
    born: str = ""
    name: str = ""
    phone: str = ""
    account: str = ""
    language: str = Language.zh_TW.name
    reason: str = ""

    @classmethod
    def of(cls, record: Client) -> "Typed":
        """Return the page of a client who stands in the book."""
        return cls(
            kind=record.document.kind.value,
            number=record.document.number,
            born=record.born.isoformat() if record.born else "",
            name=record.name,
            phone=record.phone,
            account=record.account_tail,
            language=record.language.name,
        )

    def in_field(self, field: str) -> str:
        """Return what stands in a field, by the name that troubles give it."""
        texts = {"document": self.number, "account_tail": self.account}
        return texts.get(field, "") or str(getattr(self, field, ""))


@dataclass(frozen=True, slots=True)
class Twin:
    """Somebody in the book who may be the same person, as far as the list says."""

    client: ClientId
    name: str
    born: date | None
    document_tail: str
    phone_tail: str


class NewClient:
    """One client being received, or one record being corrected (``client`` given).

    A field is judged once it was left with something in it; all of them when it is recorded. What
    is wrong is kept as troubles, so that another language says it anew. Nothing typed is lost by
    going elsewhere.
    """

    def __init__(
        self, services: Interviews, client: ClientId = "", typed: Typed | None = None
    ) -> None:
        self._services = services
        self.client = client
        self.typed = typed or Typed()
        self.twins: tuple[Twin, ...] = ()
        self.known: ClientId = ""
        self._before: Typed | None = None
        self._judged: set[str] = set()
        self._troubles: dict[str, Trouble] = {}

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is typed yet."""
        return not any(self.typed.in_field(field).strip() for field in FIELDS)

    @property
    def may_put_back(self) -> bool:
        """Say whether what was cleared can be put back."""
        return self._before is not None and self.is_empty

    def clear(self) -> None:
        """Begin the page anew; what stood there can be put back."""
        self._before, self.typed = self.typed, Typed(language=self.typed.language)
        self._judge(())

    def put_back(self) -> None:
        """Show again what was cleared."""
        if self._before is not None:
            self.typed, self._before = self._before, None

    def left(self, field: str) -> None:
        """Judge a field that was left, and again those judged before."""
        filled = {one for one in (field, *self._judged) if self.typed.in_field(one).strip()}
        self._judge(filled | (self._judged & self._troubles.keys()))

    def errors(self, words: Wording) -> Mapping[str, str]:
        """Return what is wrong, by field; under no name what belongs to none."""
        return {field: said_at_field(trouble, words) for field, trouble in self._troubles.items()}

    def born_on_document(self) -> date | None:
        """Return the birth date that the resident ID number carries; None where it has none."""
        number = half_wide(self.typed.number).replace(" ", "")
        if self.typed.kind != DocumentKind.resident_id.value or len(number) != RESIDENT_LENGTH:
            return None
        digits = number[_BORN]
        return day_as_typed(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")

    def dates_agree(self) -> bool | None:
        """Say whether the date typed is the one in the number; None: one of them is missing."""
        typed, on_card = day_as_typed(self.typed.born), self.born_on_document()
        return None if typed is None or on_card is None else typed == on_card

    def age_class(self, words: Wording) -> tuple[str, str]:
        """Return tone and words on what the age means; empty without one date that holds."""
        born = day_as_typed(self.typed.born) if self.typed.born else self.born_on_document()
        today = self._services.now().date()
        if born is None or born > today or self.dates_agree() is False:
            return "", ""
        years = age_on(born, today)
        if years < ADULT:
            return "warn", words.say("CLIENT_AGE_MINOR", years=years)
        if years >= ELDER:
            return "warn", words.say("CLIENT_AGE_ELDER", years=years)
        return "ok", words.say("CLIENT_AGE_ADULT", years=years)

    def record(self, *, is_another: bool = False) -> ClientId | None:
        """Record the client; None where something is wrong, or where somebody may be the same.

        ``is_another``: the adviser looked, and the ``twins`` are other people.
        """
        self.twins = ()
        self._judge(FIELDS if self.client else FIELDS[:-1])
        if self._troubles:
            return None
        try:
            return self._recorded(is_another=is_another)
        except Trouble as trouble:
            self._troubles[trouble.facts.get("field", "")] = trouble
            return None

    def _recorded(self, *, is_another: bool) -> ClientId | None:
        clients, details = self._services.clients, self._details()
        if self.client:
            clients.correct(self.client, details, self.typed.reason)
            return self.client
        if not is_another:
            self.twins = tuple(_twin(row) for row in clients.likely_same(details))
        return None if self.twins else clients.record(details)

    def _judge(self, fields: Iterable[str]) -> None:
        self._judged = set(fields)
        today, typed = self._services.now().date(), self.typed
        found: dict[str, Trouble] = {
            one.facts["field"]: one for one in faults(self._details(), today)
        }
        if typed.born and day_as_typed(typed.born) is None:
            found["born"] = BadInput(DAY_UNREADABLE, field="born")
        is_needed = typed.kind == DocumentKind.resident_id.value
        for field in FIELDS if is_needed else (one for one in FIELDS if one != "born"):
            if not typed.in_field(field).strip():
                found[field] = BadInput(EMPTY, field=field)
        is_readable = "document" in self._judged and "document" not in found
        self.known = self._known_already() if is_readable else ""
        if self.known:
            found["document"] = BadInput(KNOWN, field="document")
        self._troubles = {field: one for field, one in found.items() if field in self._judged}

    def _known_already(self) -> ClientId:
        details = self._details()
        document = checked_document(details.document_kind, details.document_number)
        found = self._services.clients.with_document(document) or ""
        return "" if found == self.client else found

    def _details(self) -> ClientDetails:
        typed = self.typed
        return ClientDetails(
            typed.name,
            DocumentKind(typed.kind),
            typed.number,
            day_as_typed(typed.born),
            typed.phone,
            typed.account,
            Language[typed.language],
        )


def said_at_field(trouble: Trouble, words: Wording) -> str:
    """Say it briefly where the field stands beside it, and in full where none does."""
    if trouble.code not in AT_FIELD:
        return words.trouble(trouble)
    facts: dict[str, str] = dict(trouble.facts)
    if "kind" in facts:
        facts["kind"] = words.say(f"DOCUMENT_{facts['kind']}")
    return words.say(f"CLIENT_WRONG_{trouble.code}", **facts)


def _twin(row: Mapping[str, str | int | None]) -> Twin:
    client, name, born, document, phone = (
        str(row[name] or "") for name in ("client", "name", "born", "document_tail", "phone_tail")
    )
    return Twin(client, name, day_as_typed(born), document, phone)
