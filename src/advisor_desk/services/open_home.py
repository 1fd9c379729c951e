"""A home held by this program: its lock, keys, counted sign-ins, and the books opened so far.

A file is opened once and kept; two people at one station share the branch's records. Every book
must be of this branch, and no older than the branch last saw it.
"""

import secrets
from contextlib import suppress
from pathlib import Path

from advisor_desk.domain.branch_events import (
    BRANCH,
    BookMade,
    BookOpened,
    BookSeen,
    BranchOpened,
    SignedIn,
    SignInFailed,
    book_subject,
    staff_subject,
)
from advisor_desk.domain.branch_projection import project_branch
from advisor_desk.domain.clock import Clock
from advisor_desk.domain.people import StaffNo
from advisor_desk.domain.projections import project_book
from advisor_desk.domain.trouble import Tampered, Trouble
from advisor_desk.forms.authority import SigningIdentity, load_certificate
from advisor_desk.services.enrolment import BRANCH_KEY, STATION
from advisor_desk.store.attempts import AttemptBook
from advisor_desk.store.files import HomeLock
from advisor_desk.store.keys import Keys, Opened
from advisor_desk.store.ledger import Ledger, Source
from advisor_desk.store.sealing import KEY_BYTES

BRANCH_FILE = "branch.db"
BOOKS = "books"
ROOT_CERTIFICATE = "root.crt"


class OpenHome:
    """The files of one home while a ``Station`` holds it."""

    def __init__(
        self, folder: Path, keys: Keys, lock: HomeLock, clock: Clock, source: Source
    ) -> None:
        self.folder = folder
        self.keys = keys
        self.attempts = AttemptBook(folder, keys.device_secret)
        self.clock = clock
        self._lock = lock
        self._source: Source = source
        self._branch: Ledger | None = None
        self._books: dict[int, tuple[Ledger, StaffNo]] = {}
        # Files of the open books whose final forms all stand in the register.
        self.register_current: set[Path] = set()

    @property
    def branch(self) -> Ledger:
        """Return the branch's records, opened before by somebody's key."""
        assert self._branch is not None, "nobody is signed in"  # noqa: S101
        return self._branch

    def open_with_password(self, staff_no: StaffNo, password: str) -> tuple[Opened, int]:
        """Return a person's keys, and how many times it failed before; counted until it succeeds.

        Raises:
            NotPermitted: ``SIGN_IN_FAILED``: number or password, never said which.
            LockedOut: ``SIGN_IN_TOO_SOON``, ``SIGN_IN_LOCKED`` with ``retry_after_s``.
        """
        slot = self.keys.slot_of(staff_no)
        failures = self.attempts.begin(slot, self.clock.now(), self.keys.slots)
        opened = self.keys.open_slot(staff_no, password)
        self.attempts.clear(slot)
        return opened, failures

    def note_sign_in(self, staff_no: StaffNo, failures: int, *, with_password: bool) -> None:
        """Record in the branch that a person signed in, and what failed before."""
        with self.branch.work(staff_no) as work:
            if failures:
                work.record(staff_subject(staff_no), SignInFailed(staff_no, failures))
            work.record(staff_subject(staff_no), SignedIn(staff_no, with_password))

    def open_branch(self, opened: Opened) -> Ledger:
        """Open the branch's records with a person's key; checked anew for each person.

        Raises:
            Tampered: ``KEYS_UNREADABLE``, ``HOME_KIND_DIFFERS``, ``ROOT_DIFFERS``, or as
                ``Ledger.open``.
        """
        key = self.keys.held(opened, BRANCH_KEY)
        if self._branch is None:
            self._branch = self._open(self.folder / BRANCH_FILE, key)
        self._check_kind()
        self._check_root(opened)
        return self._branch

    def setting(self, name: str) -> str | None:
        """Return a setting of the branch."""
        rows = self.branch.rows("setting", where={"name": name})
        return None if not rows else str(rows[0]["value"])

    def book(self, opened: Opened, staff_no: StaffNo) -> Ledger:
        """Return a person's client book, made at first use.

        Raises:
            Tampered: ``BOOK_GONE``, ``BOOK_OF_ANOTHER_BRANCH``, ``BOOK_ROLLED_BACK``, or as
                ``Ledger.open``.
        """
        number = self.keys.book_of(opened)
        if number is None:
            number = self._number_for_new_book()
            key = secrets.token_bytes(KEY_BYTES)
            self.keys.hold_book(opened, number, book_subject(number), key)
        if number not in self._books:
            self._books[number] = (self._opened_book(opened, number, staff_no), staff_no)
            self._note_seen(number)
        return self._books[number][0]

    def close(self) -> None:
        """Note how far each book has come, and give everything up."""
        for number, (book, _) in self._books.items():
            with suppress(Trouble):  # noted at the next opening instead
                self._note_seen(number)
            book.close()
        self._books.clear()
        self.register_current.clear()
        if self._branch is not None:
            self._branch.close()
            self._branch = None
        self._lock.release()

    def _open(self, path: Path, key: bytes) -> Ledger:
        project = project_branch if path.name == BRANCH_FILE else project_book
        return Ledger.open(path, key, self.clock, project, source=self._source)

    def _check_kind(self) -> None:
        said = "yes" if self.keys.is_training else "no"
        if self.setting("is_training") != said:
            raise Tampered("HOME_KIND_DIFFERS", file="keys.json")

    def _check_root(self, opened: Opened) -> None:
        """Forms are verified against ``root.crt``: it must be the root they are signed under."""
        held = SigningIdentity.from_bytes(self.keys.held(opened, STATION)).root
        try:
            standing = load_certificate((self.folder / ROOT_CERTIFICATE).read_bytes())
        except (OSError, ValueError) as error:
            raise Tampered("ROOT_DIFFERS", file=ROOT_CERTIFICATE) from error
        if standing != held:
            raise Tampered("ROOT_DIFFERS", file=ROOT_CERTIFICATE)

    def _number_for_new_book(self) -> int:
        standing = [int(path.stem) for path in self._book_files() if path.stem.isdecimal()]
        return max([self.keys.last_book(), *standing]) + 1

    def _book_files(self) -> list[Path]:
        return sorted((self.folder / BOOKS).glob("*.db"))

    def _opened_book(self, opened: Opened, number: int, staff_no: StaffNo) -> Ledger:
        path = self.folder / BOOKS / f"{number:02d}.db"
        key = self.keys.held(opened, book_subject(number))
        is_known = self.setting(f"{book_subject(number)} of") is not None
        if path.exists():
            book = self._open(path, key)
        elif is_known:
            raise Tampered("BOOK_GONE", file=path.name)
        else:
            book = Ledger.create(path, key, self.clock, project_book, source=self._source)
        try:
            self._check_book(book, number, staff_no)
        except BaseException:
            book.close()
            raise
        if not is_known:
            with self.branch.work(staff_no) as work:
                work.record(book_subject(number), BookMade(staff_no, number))
        return book

    def _check_book(self, book: Ledger, number: int, staff_no: StaffNo) -> None:
        branch = self.setting("branch_id") or ""
        if book.head().seq == 0:
            with book.work(staff_no) as work:
                work.record(book_subject(number), BookOpened(branch, staff_no, number))
        first = book.events(book_subject(number))
        opening = first[0].event if first and first[0].seq == 1 else None
        if not isinstance(opening, BookOpened) or opening.branch != branch:
            raise Tampered("BOOK_OF_ANOTHER_BRANCH", file=book.path.name, branch=branch)
        seen = self.setting(f"{book_subject(number)} seen")
        if seen is not None:
            seq, digest = seen.split()
            if not book.passes(int(seq), digest):
                raise Tampered("BOOK_ROLLED_BACK", file=book.path.name, seq=seq)

    def _note_seen(self, number: int) -> None:
        book, staff_no = self._books[number]
        head = book.head()
        if self.setting(f"{book_subject(number)} seen") == f"{head.seq} {head.digest}":
            return
        with self.branch.work(staff_no) as work:
            work.record(book_subject(number), BookSeen(number, head.seq, head.digest))


def founder(branch: Ledger) -> StaffNo:
    """Return who made the home."""
    opening = next(one for one in branch.events(BRANCH) if isinstance(one.event, BranchOpened))
    return opening.actor
