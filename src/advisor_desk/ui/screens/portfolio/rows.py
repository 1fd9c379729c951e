"""Holdings as they are typed: kept row by row, read as a whole. No Qt."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from advisor_desk.domain.assessment_events import Holding
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.money import Money
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.domain.trouble import BadInput, Trouble
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.services.printed import printed_text
from advisor_desk.ui.interview.field_errors import Wrong
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.words import Wording

COUNT = "portfolio.holdings"
DEPOSIT = "deposit"


@dataclass(slots=True)
class Row:
    """A holding as it is typed."""

    name: str = ""
    amount: str = ""
    risk: str = DEPOSIT
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong with a field of a row; ``place`` -1: nothing is."""

    place: int = -1
    field: str = ""
    wrong: Wrong | None = None

    def text(self, words: Wording) -> str:
        """Say it; empty where nothing is wrong."""
        return self.wrong.text(words) if self.wrong else ""


class TypedRows:
    """The rows of the page, as drafts of the book until they are recorded."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview

    def recorded(self) -> list[Row]:
        """Return what is recorded."""
        return [
            Row(
                one.name, one.amount.plain(), one.risk.name if one.risk else DEPOSIT, str(one.as_of)
            )
            for one in self._interview.facts.holdings or ()
        ]

    def rows(self) -> list[Row]:
        """Return the rows as typed last, else what is recorded."""
        count = self._interview.draft(COUNT)
        if not count:
            return self.recorded()
        return [Row(**{"risk": DEPOSIT, **self._row(place).all()}) for place in range(int(count))]

    def keep(self, rows: Sequence[Row]) -> None:
        """Keep the rows as far as they are typed; what did not change is not written again."""
        before = self._interview.draft(COUNT)
        for place, row in enumerate(rows):
            self._row(place).keep(**asdict(row))
        for place in range(len(rows), int(before or 0)):
            self._row(place).forget()
        if before != str(len(rows)):
            self._interview.keep_draft(COUNT, str(len(rows)))

    def forget(self) -> None:
        """Forget the drafts: the rows are recorded."""
        for place in range(int(self._interview.draft(COUNT) or 0)):
            self._row(place).forget()
        if self._interview.draft(COUNT):
            self._interview.keep_draft(COUNT, "")

    def read(self, rows: Sequence[Row]) -> tuple[Holding, ...] | RowError:
        """Return the holdings, or the first thing that is wrong."""
        found = []
        for place, row in enumerate(rows):
            one = self._holding(row)
            if isinstance(one, RowError):
                return RowError(place, one.field, one.wrong)
            found.append(one)
        return tuple(found)

    def _row(self, place: int) -> Typed:
        return Typed(self._interview, f"portfolio.holding.{place}")

    def _holding(self, row: Row) -> Holding | RowError:
        interview = self._interview
        if not row.name.strip():
            return RowError(0, "name", Wrong("PORTFOLIO_NAME_MISSING"))
        try:
            name = printed_text(row.name, "name", longest=LONGEST_NAME)
        except Trouble as trouble:
            return RowError(0, "name", Wrong(trouble.code, trouble, "HOLDING_name"))
        try:
            amount = Money.parse(row.amount)
        except BadInput as trouble:
            return RowError(0, "amount", Wrong(f"PORTFOLIO_{trouble.code}", trouble))
        as_of = day_as_typed(row.as_of) if row.as_of else interview.today
        if as_of is None:
            return RowError(0, "as_of", Wrong("PAUSE_DAY_UNREADABLE"))
        if as_of > interview.today:
            return RowError(0, "as_of", Wrong("PORTFOLIO_DAY_LATER"))
        risk = None if row.risk == DEPOSIT else ProductRisk[row.risk]
        return Holding(name, amount, risk, as_of)
