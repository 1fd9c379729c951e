"""How often the procedure above the grade was begun, and how often it ended in a sale.

One adviser's book, the last 12 months, today included. A number without a judgement: it is shown
to the adviser in the same words whatever it is. Clauses: S57-S60.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.calendar import months_later
from advisor_desk.domain.projections import ABOVE_GRADE, SIGNED
from advisor_desk.store.ledger import Ledger

WINDOW_MONTHS = 12


@dataclass(frozen=True, slots=True)
class AboveGrade:
    """Interviews of the last 12 months; what was signed was begun too."""

    begun: int
    signed: int


def above_grade(book: Ledger, today: date) -> AboveGrade:
    """Count them, the day 12 months ago included."""
    first = months_later(today, -WINDOW_MONTHS).isoformat()
    found = [how for how, day in above_grade_of(book).values() if first <= day]
    return AboveGrade(len(found), found.count(SIGNED))


def above_grade_of(book: Ledger) -> Mapping[str, tuple[str, str]]:
    """Return by interview how far it came, and on which day."""
    rows = ((str(row["name"]), str(row["value"])) for row in book.rows("setting"))
    found = ((name.removeprefix(ABOVE_GRADE), value) for name, value in rows
             if name.startswith(ABOVE_GRADE))  # fmt: skip
    return {name: (how, day) for name, value in found for how, _, day in [value.partition(":")]}
