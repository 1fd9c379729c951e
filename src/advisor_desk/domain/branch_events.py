"""Acts recorded in the branch's own chain, and the first event of every client book.

No password, key or client stands here. What failed before a sign-in is recorded with the sign-in
that follows: before it nobody holds a key to the records.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from advisor_desk.domain.events import Event, event_kind
from advisor_desk.domain.people import Certificate, Role, StaffNo

BRANCH = "branch"


def staff_subject(staff_no: StaffNo) -> str:
    """Return the subject of events about a person of the branch."""
    return f"staff:{staff_no}"


def book_subject(book: int) -> str:
    """Return the subject of events about a client book."""
    return f"book:{book}"


@event_kind
@dataclass(frozen=True, slots=True)
class BranchOpened(Event):
    """The home was made. ``station_no`` is printed in form numbers."""

    kind: ClassVar[str] = "branch_opened"
    branch: str
    name: str
    station_no: str
    is_training: bool
    day: date


@event_kind
@dataclass(frozen=True, slots=True)
class PacksChosen(Event):
    """The rule packs this home asks, in their order, from now on."""

    kind: ClassVar[str] = "packs_chosen"
    packs: tuple[str, ...]


@event_kind
@dataclass(frozen=True, slots=True)
class StaffAdded(Event):
    """A person of the branch may sign in from now on."""

    kind: ClassVar[str] = "staff_added"
    staff_no: StaffNo
    name: str
    role: Role
    post: str


@event_kind
@dataclass(frozen=True, slots=True)
class StaffChanged(Event):
    """Name, role or post of a person are others from now on."""

    kind: ClassVar[str] = "staff_changed"
    staff_no: StaffNo
    name: str
    role: Role
    post: str


@event_kind
@dataclass(frozen=True, slots=True)
class VisitorEnrolled(Event):
    """A visiting officer serves for a term, both days included; two people vouch. Clause: S43."""

    kind: ClassVar[str] = "visitor_enrolled"
    staff_no: StaffNo
    serves_from: date
    serves_until: date
    first: StaffNo
    first_name: str
    second: StaffNo
    second_name: str


@event_kind
@dataclass(frozen=True, slots=True)
class StaffDisabled(Event):
    """A person may not sign in any more."""

    kind: ClassVar[str] = "staff_disabled"
    staff_no: StaffNo


@event_kind
@dataclass(frozen=True, slots=True)
class StaffEnabled(Event):
    """A person may sign in again."""

    kind: ClassVar[str] = "staff_enabled"
    staff_no: StaffNo


@event_kind
@dataclass(frozen=True, slots=True)
class StaffUnlocked(Event):
    """An administrator set the count of failed sign-ins back; ``failed`` is what it was."""

    kind: ClassVar[str] = "staff_unlocked"
    staff_no: StaffNo
    failed: int


@event_kind
@dataclass(frozen=True, slots=True)
class CertificateSet(Event):
    """A person's qualification certificate, as the paper says. None: withdrawn. Clause: S23."""

    kind: ClassVar[str] = "certificate_set"
    staff_no: StaffNo
    certificate: Certificate | None


@event_kind
@dataclass(frozen=True, slots=True)
class PasswordChanged(Event):
    """A person chose a new password. ``by_sheets``: two recovery sheets stood for the old one."""

    kind: ClassVar[str] = "password_changed"
    staff_no: StaffNo
    by_sheets: bool


@event_kind
@dataclass(frozen=True, slots=True)
class SignInFailed(Event):
    """So many sign-ins failed under this number since the one before."""

    kind: ClassVar[str] = "sign_in_failed"
    staff_no: StaffNo
    count: int


@event_kind
@dataclass(frozen=True, slots=True)
class SignedIn(Event):
    """A person signed in with a password; in a training home, possibly without."""

    kind: ClassVar[str] = "signed_in"
    staff_no: StaffNo
    with_password: bool


@event_kind
@dataclass(frozen=True, slots=True)
class BookMade(Event):
    """A person has a client book from now on."""

    kind: ClassVar[str] = "book_made"
    staff_no: StaffNo
    book: int


@event_kind
@dataclass(frozen=True, slots=True)
class BookSeen(Event):
    """The last event of a book as it was seen; an older copy put in its place is refused."""

    kind: ClassVar[str] = "book_seen"
    book: int
    seq: int
    digest: str


@event_kind
@dataclass(frozen=True, slots=True)
class BookOpened(Event):
    """First event of a client book, in the book itself: whose it is."""

    kind: ClassVar[str] = "book_opened"
    branch: str
    staff_no: StaffNo
    book: int
