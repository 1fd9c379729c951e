"""The register of signed forms, kept in step with the book.

The book is committed first, the register's line follows and is synced; what a power cut leaves out
between the two is put in when the book is opened again.
"""

from collections.abc import Iterable, Iterator

from advisor_desk.domain.interview_events import FormFile
from advisor_desk.domain.projections import LAST_FINAL_FORMS
from advisor_desk.forms.register import Register, RegisteredForm
from advisor_desk.services.desk import Desk
from advisor_desk.store.ledger import Ledger

FINAL_STATES = ("signed", "registered")


def register_of(desk: Desk) -> Register:
    """Return the home's register."""
    return Register(desk.home / "forms" / "register.jsonl")


def final_forms(book: Ledger) -> Iterator[RegisteredForm]:
    """Yield every final form of a book as its line in the register says it."""
    for state in FINAL_STATES:
        for row in book.rows("form", where={"state": state}, order="number"):
            yield RegisteredForm(str(row["number"]), str(row["form"]), str(row["sha256"]))


def register_forms(desk: Desk, number: str, forms: Iterable[FormFile]) -> None:
    """Add the lines of a set whose signing the book already holds."""
    current = desk.open_home.register_current
    if desk.book.path not in current:
        bring_register_up_to_date(desk)
        return
    current.discard(desk.book.path)  # until the lines are on the disk
    register_of(desk).extend(RegisteredForm(number, one.form, one.sha256) for one in forms)
    current.add(desk.book.path)


def bring_register_up_to_date(desk: Desk) -> int:
    """Add every final form of the book that the register lacks; return how many.

    Once a book is up to date nothing is read again until it is opened anew or a line could not be
    written. The forms made final last come last into the register: while they stand there, no
    earlier one is missing, and the book's forms need not be read.
    """
    current = desk.open_home.register_current
    if desk.book.path in current:
        return 0
    added = 0
    newest, register = _newest_final(desk.book), register_of(desk)
    if not register.holds(newest):
        forms = sorted(final_forms(desk.book), key=lambda one: one.sha256 in newest)
        added = register.reconcile(forms)
    current.add(desk.book.path)
    return added


def _newest_final(book: Ledger) -> frozenset[str]:
    """Return the digests of the forms that became final last."""
    rows = book.rows("setting", where={"name": LAST_FINAL_FORMS}, limit=1)
    return frozenset(str(rows[0]["value"]).split()) if rows else frozenset()
