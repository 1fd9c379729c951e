"""A station: one home, held by one running program, at which people sign in.

Sign-in needs the staff number and the password and lists nothing beforehand. It counts itself as
failed on disk before it looks at the password; the count is taken back when the password is right.
"""

from pathlib import Path
from types import TracebackType
from typing import Self

from advisor_desk.domain.clock import Clock
from advisor_desk.domain.people import StaffMember, StaffNo
from advisor_desk.domain.trouble import BadInput, NotPermitted, Unavailable
from advisor_desk.services.desk import Desk, everyone_in
from advisor_desk.services.open_home import BOOKS, OpenHome, founder
from advisor_desk.services.staff_rules import require_may_sign_in
from advisor_desk.store.files import LOCK, HomeLock, remove_unfinished
from advisor_desk.store.key_file import FILE_NAME as KEY_FILE
from advisor_desk.store.keys import Keys, Opened
from advisor_desk.store.ledger import Source

__all__ = ["Desk", "Station"]


class Station:
    """An opened home. Use it in a ``with`` block, or ``close`` it."""

    def __init__(self, home: OpenHome) -> None:
        self._home = home

    @classmethod
    def open(cls, home: Path, clock: Clock, *, source: Source = "machine") -> "Station":
        """Take hold of a home. ``source`` is ``script`` in a replay: its times are the script's.

        Raises:
            Unavailable: ``HOME_MISSING``, ``DEVICE_SECRET_MISSING``. HomeBusy: ``HOME_BUSY``.
            Tampered, NotSupported: ``keys.json`` is not as written, or of a newer program.
        """
        folder = home.absolute()
        if not (folder / KEY_FILE).is_file():
            raise Unavailable("HOME_MISSING", home=folder)
        lock = HomeLock.take(folder / LOCK)
        try:
            for place in (folder, folder / BOOKS):
                remove_unfinished(place)
            return cls(OpenHome(folder, Keys.load(folder), lock, clock, source))
        except BaseException:
            lock.release()
            raise

    @property
    def is_training(self) -> bool:
        """Say whether this is a training home."""
        return self._home.keys.is_training

    def close(self) -> None:
        """Close every book and give the home up."""
        self._home.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def sign_in(self, staff_no: StaffNo, password: str) -> Desk:
        """Return the desk of a person.

        Raises:
            NotPermitted: ``SIGN_IN_FAILED``: number or password; ``STAFF_DISABLED`` and
                ``TERM_NOT_NOW`` are said only to who knows the password.
            LockedOut: ``SIGN_IN_TOO_SOON``, ``SIGN_IN_LOCKED`` with ``retry_after_s``.
        """
        opened, failures = self._home.open_with_password(staff_no, password)
        return self._seated(opened, staff_no, failures, with_password=True)

    def people_in_training(self) -> tuple[StaffMember, ...]:
        """Return everybody of a training home by staff number: printed on its sign-in page.

        Raises:
            NotPermitted: ``TRAINING_HOMES_ONLY``.
        """
        branch = self._home.open_branch(self._home.keys.open_published(None))
        return everyone_in(branch)

    def training_desk(self, staff_no: StaffNo | None = None) -> Desk:
        """Return the desk of a person, or of who made the home, without a password.

        Raises:
            NotPermitted: ``TRAINING_HOMES_ONLY``; ``STAFF_UNKNOWN_HERE``; as ``sign_in``.
        """
        opened = self._home.keys.open_published(staff_no)
        branch = self._home.open_branch(opened)
        return self._seated(opened, staff_no or founder(branch), 0, with_password=False)

    def _seated(
        self, opened: Opened, staff_no: StaffNo, failures: int, *, with_password: bool
    ) -> Desk:
        self._home.open_branch(opened)
        try:
            desk = Desk(self._home, opened, staff_no)
        except BadInput as error:  # a slot whose person was never recorded
            raise NotPermitted("SIGN_IN_FAILED") from error
        require_may_sign_in(desk.me, self._home.clock.now().date())
        self._home.note_sign_in(staff_no, failures, with_password=with_password)
        return desk
