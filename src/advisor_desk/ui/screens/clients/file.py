"""A client's file in words: what is allowed today, person, money, assessments. No Qt."""

from dataclasses import dataclass

from advisor_desk.domain.calendar import age_on
from advisor_desk.domain.client import ClientId
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import SigningWay, State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.suitability import Effect
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.clients import ClientFile
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.opening import Visit
from advisor_desk.services.shelf import AllowedCard, GradeAnswer
from advisor_desk.ui.words import Wording

ADULT, ELDER = 18, 65
_TONES = {Effect.ALLOW: "ok", Effect.ALLOW_WITH: "warn", Effect.REFUSE: "stop"}
OVER = frozenset(one.value for one in State if one.is_over)


@dataclass(frozen=True, slots=True)
class Column:
    """One grade on the card: the answer first, then how many, then why, with its clauses."""

    risk: ProductRisk
    tone: str
    answer: str
    count: str
    why: str
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PotLine:
    """A pot of the last interview: name, amount, and what its purpose means."""

    name: str
    amount: Money
    text: str
    is_earmarked: bool


class File:
    """One client's file, opened with its reason; the look is recorded."""

    def __init__(self, services: Interviews, client: ClientId, why: str) -> None:
        self._services = services
        self.id = client
        self.file: ClientFile = services.clients.open_file(client, why)
        self.card: AllowedCard = services.shelf.card(client)
        self.purpose = ""
        self.language = self.file.client.language
        self.way = SigningWay.paper
        self.is_starting = False
        self.error = ""

    @property
    def age(self) -> int | None:
        """Return the age today; None where no paper says it."""
        born = self.file.client.born
        return age_on(born, self.card.day) if born else None

    @property
    def grade(self) -> RiskTolerance | None:
        """Return the grade of the latest assessment."""
        return self.card.grade

    def under_way(self) -> str:
        """Return the interview that is not over; empty where there is none."""
        rows = [row for row in self.file.interviews if str(row["state"]) not in OVER]
        return str(rows[-1]["interview"]) if rows else ""

    def columns(self, words: Wording) -> tuple[Column, ...]:
        """Return R1 to R5 with their answers."""
        return tuple(_column(one, words) for one in self.card.grades)

    def pots(self, words: Wording) -> tuple[PotLine, ...]:
        """Return the pots of the last interview that recorded any."""
        found = []
        for one in self.card.pots:
            pot = one.pot
            text = words.say("FILE_POT_EARMARKED") if pot.purpose.is_earmarked else ""
            if pot.needed_by is not None:
                needed = words.say("FILE_POT_NEEDED", day=words.day(pot.needed_by))
                text = words.say("LIST_COMMA").join(part for part in (text, needed) if part)
            found.append(PotLine(pot.name, pot.amount, text, pot.purpose.is_earmarked))
        return tuple(found)

    def locked(self, words: Wording) -> str:
        """Say why no interview can be begun with this client now; empty where it can."""
        held = self._services.me().certificate
        if held is None or not held.valid_on(self.card.day):
            return words.say("FILE_LOCKED_CERTIFICATE")
        return ""

    def speak(self, language: str) -> None:
        """Lead the interview in this language of the client's."""
        self.language = Language[language]

    def begin(self, words: Wording) -> str:
        """Open an interview; return its id, or nothing where something is wrong (``error``)."""
        visit = Visit(self.purpose, self.language, self.way)
        self.error = ""
        try:
            return self._services.opening.open_interview(self.id, visit)
        except Trouble as trouble:
            self.error = words.trouble(trouble)
            return ""


def _column(one: GradeAnswer, words: Wording) -> Column:
    reasons = tuple((words.of(reason.say), reason.clause) for reason in one.reasons)
    if one.outcome is Effect.REFUSE:
        answer = words.say("FILE_REFUSED")
    elif one.outcome is Effect.ALLOW_WITH:
        answer = words.say("FILE_ALLOWED_WITH", count=len(one.documents))
    else:
        answer = words.say("FILE_ALLOWED")
    said = words.of(one.for_adviser[0]) if one.for_adviser else ""
    if not said:
        said = words.say("FILE_NO_PRODUCT" if one.outcome is Effect.REFUSE else "FILE_MATCHES")
    return Column(
        one.risk,
        _TONES[one.outcome],
        answer,
        words.say("FILE_COUNT", count=one.count),
        said,
        reasons,
    )
