"""The register of signed forms, kept in step with the book.

The book is committed first, the register's line follows and is synced; what a power cut leaves out
between the two is put in when the book is opened again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from advisor_desk.domain.interview_events import FormFile, VoidSet
from advisor_desk.domain.projections import LAST_FINAL_FORMS, LAST_VOIDED_SET
from advisor_desk.forms.register import VOID, Register, RegisteredForm
from advisor_desk.services.desk import Desk
from advisor_desk.store.ledger import Ledger

FINAL_STATES = ("signed", "registered", "voided")


Row = Mapping[str, str | int | None]


def register_of(desk: Desk) -> Register:
    """Return the home's register."""
    return Register(desk.home / "forms" / "register.jsonl")


def final_forms(book: Ledger) -> Iterator[RegisteredForm]:
    """Yield every final form of a book as its line in the register says it."""
    for state in FINAL_STATES:
        for row in book.rows("form", where={"state": state}, order="number"):
            yield _line(row)
    yield from _void_lines(book)


def _void_lines(book: Ledger, number: str | None = None) -> Iterator[RegisteredForm]:
    where = {"state": "voided"} | ({"number": number} if number else {})
    for row in book.rows("form", where=where, order="number"):
        yield replace(_line(row), superseded_by=VOID)


def _line(row: Row) -> RegisteredForm:
    return RegisteredForm(str(row["number"]), str(row["form"]), str(row["sha256"]))


def register_void(desk: Desk, voids: VoidSet) -> None:
    """Add the lines that say that a signed set is void; the book already holds it."""
    current = desk.open_home.register_current
    if desk.book.path not in current:
        bring_register_up_to_date(desk)
        return
    current.discard(desk.book.path)  # until the lines are on the disk
    register_of(desk).extend(_void_lines(desk.book, voids.number))
    current.add(desk.book.path)


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
    if not register.holds(newest, void=_newest_void(desk.book)):
        forms = sorted(final_forms(desk.book), key=lambda one: one.sha256 in newest)
        added = register.reconcile(forms)
    current.add(desk.book.path)
    return added


def _newest_void(book: Ledger) -> frozenset[str]:
    """Return the digests of the set that was made void last."""
    rows = book.rows("setting", where={"name": LAST_VOIDED_SET}, limit=1)
    number = str(rows[0]["value"]) if rows else ""
    return frozenset(one.sha256 for one in _void_lines(book, number)) if number else frozenset()


def _newest_final(book: Ledger) -> frozenset[str]:
    """Return the digests of the forms that became final last."""
    rows = book.rows("setting", where={"name": LAST_FINAL_FORMS}, limit=1)
    return frozenset(str(rows[0]["value"]).split()) if rows else frozenset()
