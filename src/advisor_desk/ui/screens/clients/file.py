"""A client's file in words: what is allowed today, person, money, assessments, visits. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.client import ClientId
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.interview import InterviewId, SigningWay, State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.suitability import AssessmentState, Effect
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.clients import ClientFile
from advisor_desk.services.guards import may_advise
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.opening import Visit
from advisor_desk.services.shelf import AllowedCard, GradeAnswer, PotAnswers
from advisor_desk.ui.words import Wording

ADULT, ELDER = 18, 65
LOOKS_SHOWN, VISITS_SHOWN = 5, 5
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
    """A pot of the last interview: name, amount, marks, and what its purpose allows."""

    name: str
    amount: Money
    is_earmarked: bool
    needed: str
    share: float
    allowed: str


@dataclass(frozen=True, slots=True)
class PastVisit:
    """An interview of the client; ``is_open``: it can be gone on with."""

    interview: InterviewId
    day: str
    state: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """A look into the file: when, by whom, why."""

    when: str
    who: str
    why: str


class File:
    """One client's file, opened with its reason; the look is recorded."""

    def __init__(self, services: Interviews, client: ClientId, why: str) -> None:
        self._services = services
        self.id = client
        self.file: ClientFile = services.clients.open_file(client, why)
        self.card: AllowedCard = services.shelf.card(client)
        self._as_of = services.clients.last_recorded(client)
        self.purpose = ""
        self.language = self.file.client.language
        self.way = SigningWay.paper
        self.is_starting = False
        self._problem: Trouble | None = None

    @property
    def is_as_known(self) -> bool:
        """Say whether nothing was recorded of the client since it was read, and no day went by."""
        clients = self._services.clients
        return (
            self._services.now().date() == self.card.day
            and clients.last_recorded(self.id) == self._as_of
        )

    @property
    def age(self) -> int | None:
        """Return the age today; None where no paper says it."""
        return self.file.age

    @property
    def is_minor(self) -> bool:
        """Say whether a guardian is needed."""
        return self.age is not None and self.age < ADULT

    @property
    def is_elder(self) -> bool:
        """Say whether the protections from 65 on hold."""
        return self.age is not None and self.age >= ELDER

    @property
    def grade(self) -> RiskTolerance | None:
        """Return the grade of the latest assessment, whether it still counts or not."""
        return self.card.grade

    def standing(self, words: Wording) -> str:
        """Say why the assessment does not count; empty where it does or where there is none."""
        if self.card.state in (AssessmentState.expired, AssessmentState.failed):
            return words.say(f"FILE_ASSESSMENT_{self.card.state.value}")
        return ""

    def under_way(self) -> InterviewId:
        """Return the interview that is not over; empty where there is none."""
        rows = [row for row in self.file.interviews if str(row["state"]) not in OVER]
        return str(rows[-1]["interview"]) if rows else ""

    def second_line(self, words: Wording) -> str:
        """Say age, whose client, and how the last interview stands."""
        parts = [words.say("TOP_AGE", years=self.age)] if self.age is not None else []
        parts.append(words.say("FILE_OWN"))
        if self.file.interviews:
            row = self.file.interviews[-1]
            parts.append(words.say("FILE_LAST", day=_day_of(row, words)))
            under_way = self.under_way()
            stage = self._services.position(under_way).stage if under_way else None
            if stage is not None:
                parts.append(words.say("FILE_WAITS_AT", step=words.say(f"STAGE_{stage.name}")))
        return words.say("LIST_COMMA").join(parts)

    def columns(self, words: Wording) -> tuple[Column, ...]:
        """Return R1 to R5 with their answers."""
        return tuple(_column(one, words) for one in self.card.grades)

    def refusal(self, words: Wording) -> tuple[str, str]:
        """Return title and reason where one reason refuses every grade; else nothing."""
        columns = self.columns(words)
        refused = all(one.outcome is Effect.REFUSE for one in self.card.grades)
        if not refused or len({(one.why, one.reasons) for one in columns}) != 1:
            return "", ""
        is_first = self.card.state is AssessmentState.missing
        title = words.say("FILE_NOT_ASSESSED") if is_first else self.standing(words)
        return title or words.say("FILE_REFUSED"), columns[0].why

    def way_out(self, words: Wording) -> str:
        """Say what would open the shelf where nothing may be sold; empty where something may."""
        if any(one.outcome is not Effect.REFUSE for one in self.card.grades):
            return ""
        said = (words.of(one) for grade in self.card.grades for one in grade.would_change_it)
        return next(said, "")

    def pots(self, words: Wording) -> tuple[PotLine, ...]:
        """Return the pots of the last interview that recorded any."""
        total = sum(one.pot.amount.minor for one in self.card.pots)
        found = []
        for one in self.card.pots:
            pot, needed = one.pot, ""
            if pot.needed_by is not None:
                needed = words.say("FILE_POT_NEEDED", day=words.day(pot.needed_by))
            share = pot.amount.minor / total if total else 0.0
            earmarked = pot.purpose.is_earmarked
            allowed = _allowed_for(one, words)
            found.append(PotLine(pot.name, pot.amount, earmarked, needed, share, allowed))
        return tuple(found)

    def money_total(self, words: Wording) -> str:
        """Return the sum of the pots; empty where none was told."""
        fen = sum(one.pot.amount.minor for one in self.card.pots)
        return words.say("FILE_TOTAL", amount=words.money(Money(fen))) if fen else ""

    def holdings(self) -> tuple[Holding, ...]:
        """Return what the client held when asked last."""
        return self.file.holdings or ()

    def history(self, words: Wording) -> str:
        """Say until when the assessment counts, and how many were made of how many."""
        standing, parts = self.file.standing, []
        if self.card.valid_until and self.card.state is AssessmentState.valid:
            parts.append(words.say("FILE_UNTIL", day=words.day(self.card.valid_until)))
        if standing.in_period is not None and standing.latest is not None:
            counted = standing.counted.in_period
            parts.append(words.say("FILE_COUNTED", count=counted, most=standing.in_period))
        return words.say("LIST_COMMA").join(parts)

    def visits(self, words: Wording) -> tuple[PastVisit, ...]:
        """Return the interviews, the newest first."""
        rows = self.file.interviews[::-1][:VISITS_SHOWN]
        return tuple(
            PastVisit(
                str(row["interview"]),
                _day_of(row, words),
                words.say(f"STATE_{row['state']}"),
                str(row["state"]) not in OVER,
            )
            for row in rows
        )

    def looks(self, words: Wording) -> tuple[Seen, ...]:
        """Return the last looks into the file, the present one first."""
        me = self._services.me()
        return tuple(
            Seen(
                words.say("MOMENT_SPOKEN", day=words.day(one.at), time=words.clock(one.at)),
                me.name if one.who == me.staff_no else one.who,
                one.why,
            )
            for one in self.file.looks[:LOOKS_SHOWN]
        )

    @property
    def refers(self) -> bool:
        """Say whether this client can only be informed and introduced today. Clauses: S23-S25."""
        return not may_advise(self._services.me(), self.card.day)

    def speak(self, language: str) -> None:
        """Lead the interview in this language of the client's."""
        self.language = Language[language]

    def problem(self, words: Wording) -> str:
        """Say what was wrong at the last try to begin."""
        if self._problem is None:
            return ""
        if self._problem.code in {"TEXT_EMPTY", "TEXT_TOO_LONG", "TEXT_CHARACTER_REFUSED"}:
            return words.say(f"CLIENT_WRONG_{self._problem.code}", **self._problem.facts)
        return words.trouble(self._problem)

    def begin(self) -> InterviewId:
        """Open an interview; return its id, or nothing where something is wrong (``problem``)."""
        visit = Visit(self.purpose, self.language, self.way)
        self._problem = None
        try:
            return self._services.opening.open_interview(self.id, visit)
        except Trouble as trouble:
            self._problem = trouble
            return ""


def _day_of(interview: Mapping[str, object], words: Wording) -> str:
    return words.day(date.fromisoformat(str(interview["day"])))


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
    count = words.say("FILE_COUNT", count=one.count)
    return Column(one.risk, _TONES[one.outcome], answer, count, said, reasons)


def _allowed_for(pot: PotAnswers, words: Wording) -> str:
    """Say which grades may be put forward for one money, and which of them with duties."""
    plain = [one.risk.name for one in pot.grades if one.outcome is Effect.ALLOW]
    duties = [one.risk.name for one in pot.grades if one.outcome is Effect.ALLOW_WITH]
    comma = words.say("LIST_COMMA")
    if plain and duties:
        said = {"grades": comma.join(plain), "more": comma.join(duties)}
        return words.say("FILE_POT_ALLOWED_AND", **said)
    if duties:
        return words.say("FILE_POT_DUTIES", grades=comma.join(duties))
    if plain:
        return words.say("FILE_POT_ALLOWED", grades=comma.join(plain))
    return words.say("FILE_POT_NONE")
