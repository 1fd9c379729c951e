"""The keys of a home: who opens what. Everything else asks here.

A password opens a personal key, and the personal key what the person holds. Changing a password
closes the personal key anew and touches nothing else. An unknown staff number is answered with
the same work and the same trouble as a wrong password.
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from advisor_desk.domain.people import StaffNo
from advisor_desk.domain.trouble import NotPermitted, Tampered, Unavailable
from advisor_desk.store.device import (
    IN_FILE,
    IN_KEY_STORE,
    device_secret,
    forget_device_secret,
    make_device_secret,
)
from advisor_desk.store.key_file import FILE_NAME, FORMAT, KeyFile, read_key_file, write_key_file
from advisor_desk.store.recovery import Sheet, make_recovery, recovered, with_held
from advisor_desk.store.sealing import SALT_BYTES, Argon2, NotOpened
from advisor_desk.store.slots import PUBLISHED_PASSWORD, Opened, Slots, keyed

__all__ = ["PUBLISHED_PASSWORD", "Keys", "Opened", "Recovered"]


class Keys:
    """``keys.json`` and the device secret of one home."""

    def __init__(self, folder: Path, file: KeyFile, secret: bytes) -> None:
        self._folder = folder
        self._file = file
        self._slots = Slots(file.home, secret)
        self.device_secret = secret

    @classmethod
    def make(cls, folder: Path, *, cost: Argon2, is_training: bool, device_in_file: bool) -> "Keys":
        """Return the keys of a new home: a device secret, and no slot yet."""
        home = secrets.token_hex(SALT_BYTES)
        where, secret = make_device_secret(folder, home, in_file=device_in_file)
        file = KeyFile(
            format=FORMAT,
            home=home,
            is_training=is_training,
            device=where,
            device_check=keyed(secret, "check", home),
            cost=cost,
            first="",
            slots={},
            recovery=None,
        )
        return cls(folder, file, secret)

    @classmethod
    def load(cls, folder: Path) -> "Keys":
        """Return the keys of a home.

        Raises:
            Unavailable: ``HOME_MISSING``, ``DEVICE_SECRET_MISSING``. Tampered: unreadable.
        """
        file = read_key_file(folder)
        secret = device_secret(folder, file.home, file.device)
        if not hmac.compare_digest(file.device_check, keyed(secret, "check", file.home)):
            raise Unavailable("DEVICE_SECRET_MISSING")
        return cls(folder, file, secret)

    @classmethod
    def recover(cls, folder: Path, first: Sheet, second: Sheet) -> "Recovered":
        """Open everything held in the home but personal signing keys, with two sheets.

        A lost device secret is made anew; then no old slot can be found any more, and each person
        needs two sheets once.

        Raises:
            NotPermitted: ``NO_SHEETS_HERE``, ``SHEETS_DO_NOT_OPEN``.
        """
        file = read_key_file(folder)
        if file.recovery is None:
            raise NotPermitted("NO_SHEETS_HERE")
        held = recovered(file.recovery, first, second)
        try:
            return Recovered(cls.load(folder), held, device_is_new=False)
        except Unavailable:
            made = cls.make(
                folder,
                cost=file.cost,
                is_training=file.is_training,
                device_in_file=file.device == IN_FILE,
            )
        made._file = replace(made._file, recovery=file.recovery)  # noqa: SLF001 - its own class
        return Recovered(made, held, device_is_new=True)

    @property
    def is_training(self) -> bool:
        """Say what the file says; the branch's first event must agree."""
        return self._file.is_training

    @property
    def cost(self) -> Argon2:
        """Return what a guess at a password costs here."""
        return self._file.cost

    @property
    def slots(self) -> frozenset[str]:
        """Return the names of all slots."""
        return frozenset(self._file.slots)

    def slot_of(self, staff_no: StaffNo) -> str:
        """Return the name of a person's slot, whether there is one or not."""
        return self._slots.name_of(staff_no)

    def open_slot(self, staff_no: StaffNo, password: str) -> Opened:
        """Open a slot with its password.

        Raises:
            NotPermitted: ``SIGN_IN_FAILED``: number or password, never said which.
        """
        name = self.slot_of(staff_no)
        slot = self._file.slots.get(name) or self._slots.of_nobody(name, self._file.cost)
        try:
            return self._slots.opened(name, slot, password)
        except NotOpened as error:
            raise NotPermitted("SIGN_IN_FAILED") from error

    def open_published(self, staff_no: StaffNo | None) -> Opened:
        """Open a slot of a training home, or the first one, with the published password.

        Raises:
            NotPermitted: ``TRAINING_HOMES_ONLY``, ``STAFF_UNKNOWN_HERE``.
        """
        if not self._file.is_training:
            raise NotPermitted("TRAINING_HOMES_ONLY")
        name = self._file.first if staff_no is None else self.slot_of(staff_no)
        if name not in self._file.slots:
            raise NotPermitted("STAFF_UNKNOWN_HERE", staff_no=staff_no or "")
        try:
            return self._slots.opened_published(name, self._file.slots[name])
        except NotOpened as error:
            raise Tampered("KEYS_UNREADABLE", file=FILE_NAME) from error

    def held(self, opened: Opened, name: str) -> bytes:
        """Return what a person holds under a name.

        Raises:
            Tampered: ``KEYS_UNREADABLE``: it is not there, or not what was closed.
        """
        try:
            box = self._file.slots[opened.slot].held[name]
            return self._slots.unboxed(opened, name, box)
        except (LookupError, NotOpened) as error:
            raise Tampered("KEYS_UNREADABLE", file=FILE_NAME) from error

    def book_of(self, opened: Opened) -> int | None:
        """Return the number of a person's client book."""
        return self._file.slots[opened.slot].book

    def books(self) -> frozenset[int]:
        """Return the numbers of all client books a slot has a key for."""
        return frozenset(slot.book for slot in self._file.slots.values() if slot.book is not None)

    def last_book(self) -> int:
        """Return the highest number of a book, 0 without any."""
        return max(self.books(), default=0)

    def add_slot(
        self,
        staff_no: StaffNo,
        password: str,
        held: Mapping[str, bytes],
        *,
        book: int | None = None,
    ) -> Opened:
        """Give a person a slot; one that stood there is replaced."""
        opened, slot = self._slots.new(self.slot_of(staff_no), self._file.cost, book)
        slot = self._slots.closed(opened, slot, password, is_training=self.is_training)
        boxes = {name: self._slots.box(opened, name, content) for name, content in held.items()}
        slots = {**self._file.slots, opened.slot: replace(slot, held=boxes)}
        self._put(replace(self._file, slots=slots, first=self._file.first or opened.slot))
        return opened

    def hold_book(self, opened: Opened, book: int, name: str, key: bytes) -> None:
        """Let a person hold the key of the own client book; the recovery sheets open it too."""
        slot = self._file.slots[opened.slot]
        held = {**slot.held, name: self._slots.box(opened, name, key)}
        slots = {**self._file.slots, opened.slot: replace(slot, held=held, book=book)}
        recovery = self._file.recovery
        if recovery is not None:
            recovery = with_held(recovery, {name: key})
        self._put(replace(self._file, slots=slots, recovery=recovery))

    def change_password(self, opened: Opened, password: str) -> None:
        """Close the personal key under another password; nothing else changes."""
        slot = self._file.slots[opened.slot]
        closed = self._slots.closed(opened, slot, password, is_training=self.is_training)
        self._put(replace(self._file, slots={**self._file.slots, opened.slot: closed}))

    def make_sheets(self, held: Mapping[str, bytes]) -> tuple[Sheet, ...]:
        """Make the recovery of a home and return its sheets, which are kept nowhere."""
        recovery, sheets = make_recovery(held)
        self._put(replace(self._file, recovery=recovery))
        return sheets

    def forget_device(self) -> None:
        """Take the device secret back from the system: the home was not finished."""
        if self._file.device == IN_KEY_STORE:
            forget_device_secret(self._file.home)

    def _put(self, file: KeyFile) -> None:
        write_key_file(self._folder, file)
        self._file = file


@dataclass(frozen=True, slots=True, repr=False)
class Recovered:
    """What two sheets opened."""

    keys: Keys
    held: Mapping[str, bytes]
    device_is_new: bool
