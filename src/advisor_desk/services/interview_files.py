"""The interviews in the books a person can open, and their forms; every look is recorded.

In a training home without sign-in all books are readable; elsewhere the own one alone, because
the others are closed by their keys (S33, S37). Clauses: S38, S39.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor_desk.domain import fold
from advisor_desk.domain.client import ClientFileOpened, FormsExported
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.steps import Step, open_step
from advisor_desk.domain.text import checked_text
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.above_grade import AboveGrade, above_grade, above_grade_of
from advisor_desk.services.desk import Desk
from advisor_desk.services.exporting import ExportedForm, export_form
from advisor_desk.services.interview_room import client_subject
from advisor_desk.services.registering import FINAL_STATES
from advisor_desk.store.ledger import Ledger

Row = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class Shown:
    """An interview as it stands, with the step that is open and what that step lacks.

    No step is open in one that is over.
    ``above_grade`` counts its adviser's sales above the grade, of the last 12 months.
    """

    facts: Facts
    open: Step | None
    missing: tuple[str, ...]
    above_grade: AboveGrade


class InterviewFiles:
    """Interviews and forms, read at a desk.

    ``of_everybody`` has a meaning in a training home only, where no person is named.
    """

    def __init__(self, desk: Desk, *, of_everybody: bool) -> None:
        self._desk = desk
        self._of_everybody = of_everybody

    def interviews(self) -> tuple[Row, ...]:
        """Return all interviews in the order of their days, each with its client's name."""
        found: list[Row] = []
        for book in self._books():
            names = {row["client"]: row["name"] for row in book.rows("client")}
            rows = book.rows("interview", order="interview")
            above = above_grade_of(book)
            found += [
                {
                    **row,
                    "name": names.get(row["client"]),
                    "above_grade": above.get(str(row["interview"]), (None, None))[0],
                }
                for row in rows
            ]
        return tuple(sorted(found, key=lambda row: (str(row["day"]), str(row["interview"]))))

    def forms(self) -> tuple[Row, ...]:
        """Return all forms by number."""
        found = [row for book in self._books() for row in book.rows("form")]
        return tuple(sorted(found, key=place_of_form))

    def show(self, interview: str, why: str) -> Shown:
        """Return one interview; the look is recorded.

        Raises:
            BadInput: ``INTERVIEW_UNKNOWN`` in the books this person can open.
        """
        book, facts = self._found(interview)
        why = checked_text(why, "why")
        with book.work(self._desk.me.staff_no) as work:
            work.record(client_subject(facts.client), ClientFileOpened(why))
        today = self._desk.clock.now().date()
        facts = facts.on(today)
        now = None if facts.state.is_over else open_step(facts)
        counted = above_grade(book, today)
        return Shown(facts, now, now.missing(facts) if now else (), counted)

    def export(self, interview: str, folder: Path, reason: str) -> tuple[ExportedForm, ...]:
        """Write the final forms of an interview into ``folder``; recorded before they are there.

        Raises:
            BadInput: ``INTERVIEW_UNKNOWN``; ``NO_FINAL_FORM``.
            Unavailable: see ``export_form``.
        """
        book, facts = self._found(interview)
        final = final_forms(book, interview)
        if not final:
            raise BadInput("NO_FINAL_FORM", interview=interview, state=facts.state.value)
        names = tuple(f"{row['number']}-{row['form']}" for row in final)
        event = FormsExported(interview, names, checked_text(reason, "reason"))
        with book.work(self._desk.me.staff_no) as work:
            work.record(client_subject(facts.client), event)
        return write_forms(book, final, folder)

    def _books(self) -> Iterator[Ledger]:
        for _, opened, staff_no in self._desk.books_held():
            if not self._of_everybody and staff_no != self._desk.me.staff_no:
                continue
            yield self._desk.open_home.book(opened, staff_no)

    def _found(self, interview: str) -> tuple[Ledger, Facts]:
        for book in self._books():
            facts = fold.fold(book.events(fold.SUBJECT + interview))
            if facts is not None:
                return book, facts
        raise BadInput("INTERVIEW_UNKNOWN", interview=interview)


def final_forms(book: Ledger, interview: str) -> tuple[Row, ...]:
    """Return the final forms of an interview by number and form."""
    rows = book.rows("form", where={"interview": interview})
    final = (row for row in rows if row["state"] in FINAL_STATES)
    return tuple(sorted(final, key=place_of_form))


def write_forms(book: Ledger, forms: tuple[Row, ...], folder: Path) -> tuple[ExportedForm, ...]:
    """Write forms a book keeps into ``folder``; raises as ``export_form``."""
    return tuple(
        export_form(folder, str(row["number"]), str(row["form"]), book.document(str(row["sha256"])))
        for row in forms
    )


def place_of_form(row: Row) -> tuple[str, int, str]:
    """Return what the forms of sets are ordered by: the number, then F1 to F10."""
    form = str(row["form"])
    return str(row["number"]), len(form), form  # F10 after F7
