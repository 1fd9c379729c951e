"""A person signed in at a station: whose records can be opened, and in whose name acts happen.

A desk opens what its person holds keys for and nothing else: the branch's records, and the
person's own client book.
"""

from functools import cached_property
from pathlib import Path

from advisor_desk.domain.branch_events import staff_subject
from advisor_desk.domain.branch_projection import staff_member, term_of
from advisor_desk.domain.clock import Clock
from advisor_desk.domain.people import Role, StaffMember, StaffNo
from advisor_desk.domain.trouble import BadInput, NotPermitted, Tampered
from advisor_desk.forms.authority import SigningIdentity
from advisor_desk.services.enrolment import IDENTITY, STATION, added, changed, give_keys
from advisor_desk.services.open_home import OpenHome
from advisor_desk.services.staff_rules import checked_member
from advisor_desk.store.keys import PUBLISHED_PASSWORD, Opened
from advisor_desk.store.ledger import Ledger


class Desk:
    """One person at the station. Made by ``Station``; of no use after the station is closed."""

    def __init__(self, home: OpenHome, opened: Opened, staff_no: StaffNo) -> None:
        self.open_home = home
        self.opened = opened
        self.clock: Clock = home.clock
        self.home: Path = home.folder
        self.me: StaffMember = self.staff(staff_no)

    @property
    def branch(self) -> Ledger:
        """Return the branch's records."""
        return self.open_home.branch

    @property
    def book(self) -> Ledger:
        """Return the own client book, made at first use; raises as ``OpenHome.book``."""
        return self.open_home.book(self.opened, self.me.staff_no)

    @cached_property
    def branch_id(self) -> str:
        """Return the branch's id, the start of every form number."""
        return self._setting("branch_id")

    @cached_property
    def branch_name(self) -> str:
        """Return the branch's name as forms print it."""
        return self._setting("branch_name")

    @cached_property
    def station_no(self) -> str:
        """Return the station's number."""
        return self._setting("station_no")

    @cached_property
    def is_training(self) -> bool:
        """Say whether nothing here is real."""
        return self._setting("is_training") == "yes"

    @property
    def packs(self) -> tuple[str, ...]:
        """Return the ids of the rule packs this home asks, in their order."""
        return tuple(self._setting("packs").split(","))

    @cached_property
    def station_identity(self) -> SigningIdentity:
        """Return what the station seals forms with."""
        return self._identity(STATION)

    def personal_identity(self) -> SigningIdentity:
        """Return what this person signs with."""
        return self._identity(IDENTITY)

    def staff(self, staff_no: StaffNo) -> StaffMember:
        """Return a person of the branch as recorded now.

        Raises:
            BadInput: ``STAFF_UNKNOWN``.
        """
        rows = self.branch.rows("staff", where={"staff_no": staff_no})
        if not rows:
            raise BadInput("STAFF_UNKNOWN", staff_no=staff_no)
        term = self.branch.rows("setting", where={"name": term_of(staff_no)})
        return staff_member(rows[0], term)

    def everyone(self) -> tuple[StaffMember, ...]:
        """Return all people of the branch by staff number."""
        return everyone_in(self.branch)

    def require_administrator(self) -> None:
        """Let only administrators through.

        Raises:
            NotPermitted: ``ADMINISTRATORS_ONLY``.
        """
        if self.staff(self.me.staff_no).role is not Role.administrator:
            raise NotPermitted("ADMINISTRATORS_ONLY")

    def books_held(self) -> tuple[tuple[int, Opened, StaffNo], ...]:
        """Return the client books this person can open: the own one; in training, everybody's."""
        keys = self.open_home.keys
        mine = [(self.opened, self.me.staff_no)]
        if self.is_training:
            people = self.everyone()
            mine = [(keys.open_published(one.staff_no), one.staff_no) for one in people]
        found = [(keys.book_of(opened), opened, staff_no) for opened, staff_no in mine]
        return tuple((book, opened, who) for book, opened, who in found if book is not None)

    def book_numbers(self) -> tuple[int, ...]:
        """Return the numbers of all client books of the branch."""
        names = [str(row["name"]) for row in self.branch.rows("setting", order="name")]
        books = [name.split() for name in names if name.startswith("book:")]
        return tuple(sorted(int(book[5:]) for book, word in books if word == "of"))

    def enrol_for_training(self, member: StaffMember) -> None:
        """Let a person of a written interview work here as the script describes him or her.

        Raises:
            NotPermitted: ``TRAINING_HOMES_ONLY``. BadInput: as ``checked_member``.
        """
        if not self.is_training:
            raise NotPermitted("TRAINING_HOMES_ONLY")
        wanted = checked_member(member)
        before = next((one for one in self.everyone() if one.staff_no == wanted.staff_no), None)
        if before is None:
            keys, today = self.open_home.keys, self.clock.now().date()
            give_keys(keys, keys.open_published(None), wanted, PUBLISHED_PASSWORD, today)
        events = added(wanted) if before is None else changed(before, wanted)
        if events:
            with self.branch.work(self.me.staff_no) as work:
                for event in events:
                    work.record(staff_subject(wanted.staff_no), event)

    def _setting(self, name: str) -> str:
        value = self.open_home.setting(name)
        if value is None:
            raise Tampered("SETTING_MISSING", setting=name)
        return value

    def _identity(self, name: str) -> SigningIdentity:
        return SigningIdentity.from_bytes(self.open_home.keys.held(self.opened, name))


def everyone_in(branch: Ledger) -> tuple[StaffMember, ...]:
    """Return all people of a branch by staff number."""
    settings = branch.rows("setting")
    return tuple(staff_member(row, settings) for row in branch.rows("staff", order="staff_no"))
