"""Checking what is recorded: the branch's chain and every client book this person can open.

Beside them: the register of signed forms, which must hold what those books signed, and the folder
of books, in which nothing else may lie. Nothing is mended, moved or removed here.
A book that cannot be opened because it is not as written is a finding, not the end of the check.
Books of other people stay closed, and it is said which.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from advisor_desk.domain.chain import Anchor, Broken, Head
from advisor_desk.domain.trouble import NotPermitted, Tampered
from advisor_desk.forms.register import RegisteredForm
from advisor_desk.services.desk import Desk
from advisor_desk.services.open_home import BOOKS
from advisor_desk.services.registering import final_forms, register_of
from advisor_desk.store.ledger import Ledger

_SIDE_FILES = ("", "-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class BookReport:
    """What was found in one file; ``head`` is None where it could not be opened."""

    chain: int
    file: str
    head: Head | None
    broken: tuple[Broken, ...]


class Records:
    """The records open to the person at a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self, *, deep: bool) -> tuple[BookReport, ...]:
        """Return a report of each file, the branch's first."""
        reports = [_report(0, self._desk.branch, deep=deep)]
        for chain, found in self._books():
            if isinstance(found, Ledger):
                reports.append(_report(chain, found, deep=deep))
            else:
                broken = Broken(found.code, int(found.facts.get("seq", 0)))
                file = found.facts.get("file", f"{chain:02d}.db")
                reports.append(BookReport(chain, file, None, (broken,)))
        return tuple(reports)

    def check_beside(self) -> tuple[Tampered, ...]:
        """Return what is not as it should be in the register and in the folder of books.

        Raises:
            Unavailable: ``REGISTER_UNREADABLE``.
        """
        return (*self._of_register(), *self._strays())

    def heads(self) -> tuple[Head, ...]:
        """Return the head of each chain, the branch's first.

        Raises:
            Tampered: a book is not as written.
        """
        heads = [self._desk.branch.head()]
        for _, found in self._books():
            if not isinstance(found, Ledger):
                raise found
            heads.append(found.head())
        return tuple(heads)

    def written_with(self) -> dict[str, object]:
        """Return what the files are written with: schema, SQLite, SQLCipher."""
        return self._desk.branch.written_with()

    def closed(self) -> tuple[int, ...]:
        """Return the numbers of the books this person cannot open."""
        mine = {chain for chain, _, _ in self._desk.books_held()}
        return tuple(number for number in self._desk.book_numbers() if number not in mine)

    def passes(self, code: str) -> bool:
        """Say whether the chain passes through a head printed before.

        Raises:
            BadInput: ``ANCHOR_UNREADABLE``. NotPermitted: ``ANCHOR_OF_CLOSED_BOOK``.
        """
        anchor = Anchor.parse(code)
        if anchor.chain == 0:
            return self._desk.branch.passes(anchor.seq, anchor.digest_start)
        if anchor.chain in self.closed():
            raise NotPermitted("ANCHOR_OF_CLOSED_BOOK", anchor=code, book=anchor.chain)
        books = dict(self._books())
        found = books.get(anchor.chain)
        return isinstance(found, Ledger) and found.passes(anchor.seq, anchor.digest_start)

    def _of_register(self) -> Iterator[Tampered]:
        try:
            entries = register_of(self._desk).entries()
        except Tampered as broken:
            yield broken
            return
        standing = {(one.number, one.form, one.sha256) for one in entries}
        books = [book for _, book in self._books() if isinstance(book, Ledger)]
        for book in books:
            for one in final_forms(book):
                is_there = (one.number, one.form, one.sha256) in standing
                if not is_there and not _was_cut_short(book, one):
                    form = f"{one.number}-{one.form}"
                    yield Tampered("FORM_NOT_IN_REGISTER", file=book.path.name, form=form)

    def _strays(self) -> Iterator[Tampered]:
        numbers = self._desk.open_home.keys.books() | set(self._desk.book_numbers())
        known = {f"{number:02d}.db{side}" for number in numbers for side in _SIDE_FILES}
        for path in sorted((self._desk.home / BOOKS).glob("*")):
            if path.name not in known:
                yield Tampered("BOOK_OF_NOBODY", file=f"{BOOKS}/{path.name}")

    def _books(self) -> Iterator[tuple[int, Ledger | Tampered]]:
        for chain, opened, staff_no in self._desk.books_held():
            try:
                yield chain, self._desk.open_home.book(opened, staff_no)
            except Tampered as found:
                yield chain, found


def _was_cut_short(book: Ledger, form: RegisteredForm) -> bool:
    """Say whether the act that made a form final is the last of its interview.

    Then a power cut between the book and the register explains the missing line: it is entered
    when the adviser next works at the desk, and no later act can have been done without it.
    """
    (row,) = book.rows("form", where={"number": form.number, "form": form.form})
    last = book.events(f"interview:{row['interview']}")[-1].event
    return form.sha256 in {one.sha256 for one in getattr(last, "forms", ())}


def _report(chain: int, book: Ledger, *, deep: bool) -> BookReport:
    return BookReport(chain, book.path.name, book.head(), book.verify(deep=deep))
