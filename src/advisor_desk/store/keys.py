"""The keys of a home: who opens what. Everything else asks here.

A password opens a personal key, and the personal key what the person holds. Changing a password
closes the personal key anew and touches nothing else. An unknown staff number is answered with
the same work and the same trouble as a wrong password.
"""

import hashlib
import hmac
import secrets
import unicodedata
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from advisor_desk.domain.people import StaffNo
from advisor_desk.domain.trouble import NotPermitted, Tampered, Unavailable
from advisor_desk.store.device import (
    IN_KEY_STORE,
    device_secret,
    forget_device_secret,
    make_device_secret,
)
from advisor_desk.store.key_file import (
    FORMAT,
    KeyFile,
    Recovery,
    Slot,
    read_key_file,
    write_key_file,
)
from advisor_desk.store.recovery import Sheet, make_recovery, recovered, with_held
from advisor_desk.store.sealing import (
    KEY_BYTES,
    SALT_BYTES,
    Argon2,
    NotOpened,
    key_from_password,
    unwrapped,
    wrapped,
)

PUBLISHED_PASSWORD = "practise-here"  # noqa: S105 - of training homes; it protects nothing


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A slot somebody opened: its name and the personal key."""

    slot: str
    personal: bytes


class Keys:
    """``keys.json`` and the device secret of one home."""

    def __init__(self, folder: Path, file: KeyFile, secret: bytes) -> None:
        self._folder = folder
        self._file = file
        self._device_secret = secret

    @classmethod
    def make(cls, folder: Path, *, cost: Argon2, is_training: bool, device_in_file: bool) -> "Keys":
        """Return the keys of a new home: a device secret and no slot yet. Nothing is written."""
        home_id = secrets.token_hex(SALT_BYTES)
        where, secret = make_device_secret(folder, home_id, in_file=device_in_file)
        file = KeyFile(
            format=FORMAT,
            home=home_id,
            is_training=is_training,
            device=where,
            device_check=_keyed(secret, "check", home_id),
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
        if not hmac.compare_digest(file.device_check, _keyed(secret, "check", file.home)):
            raise Unavailable("DEVICE_SECRET_MISSING")
        return cls(folder, file, secret)

    @property
    def is_training(self) -> bool:
        """Say what the file says; the branch's first event must agree."""
        return self._file.is_training

    @property
    def device_secret(self) -> bytes:
        """Return the secret that seals the counts of failed sign-ins."""
        return self._device_secret

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
        return _keyed(self._device_secret, "slot", staff_no)

    def open_slot(self, staff_no: StaffNo, password: str) -> Opened:
        """Open a slot with its password.

        Raises:
            NotPermitted: ``SIGN_IN_FAILED``: number or password, never said which.
        """
        name = self.slot_of(staff_no)
        slot = self._file.slots.get(name) or self._slot_of_nobody(name)
        key = self._password_key(password, slot)
        try:
            return Opened(name, unwrapped(key, slot.personal, self._context(name, "personal")))
        except NotOpened as error:
            raise NotPermitted("SIGN_IN_FAILED") from error

    def open_published(self, staff_no: StaffNo | None) -> Opened:
        """Open a slot of a training home, or the first one, with the published password.

        Raises:
            NotPermitted: ``TRAINING_HOMES_ONLY``; ``STAFF_UNKNOWN_HERE``.
        """
        name = self._file.first if staff_no is None else self.slot_of(staff_no)
        slot = self._file.slots.get(name)
        if not self._file.is_training:
            raise NotPermitted("TRAINING_HOMES_ONLY")
        if slot is None or slot.published is None:
            raise NotPermitted("STAFF_UNKNOWN_HERE", staff_no=staff_no or "")
        key = self._password_key(PUBLISHED_PASSWORD, slot)
        try:
            return Opened(name, unwrapped(key, slot.published, self._context(name, "published")))
        except NotOpened as error:
            raise Tampered("KEYS_UNREADABLE", file="keys.json") from error

    def held(self, opened: Opened, name: str) -> bytes | None:
        """Return what a person holds under a name, or None.

        Raises:
            Tampered: ``KEYS_UNREADABLE``.
        """
        box = self._file.slots[opened.slot].held.get(name)
        if box is None:
            return None
        try:
            return unwrapped(opened.personal, box, self._context(opened.slot, name))
        except NotOpened as error:
            raise Tampered("KEYS_UNREADABLE", file="keys.json") from error

    def book_of(self, opened: Opened) -> int | None:
        """Return the number of a person's client book."""
        return self._file.slots[opened.slot].book

    def next_book(self) -> int:
        """Return the lowest number no slot has had."""
        return max((slot.book or 0 for slot in self._file.slots.values()), default=0) + 1

    def add_slot(self, staff_no: StaffNo, password: str, held: Mapping[str, bytes]) -> Opened:
        """Give a person a slot; one that stood there is replaced."""
        name = self.slot_of(staff_no)
        opened = Opened(name, secrets.token_bytes(KEY_BYTES))
        slot = Slot(self._file.cost, _new_salt(), "", None, {}, None)
        slot = self._closed(opened, slot, password)
        boxes = {key: self._box(opened, key, content) for key, content in held.items()}
        self._put(name, replace(slot, held=boxes), first=self._file.first or name)
        return opened

    def hold(self, opened: Opened, name: str, content: bytes, *, book: int | None = None) -> None:
        """Let a person hold one more thing; the recovery sheets open it too."""
        slot = self._file.slots[opened.slot]
        held = {**slot.held, name: self._box(opened, name, content)}
        changed = replace(slot, held=held, book=slot.book if book is None else book)
        if self._file.recovery is not None:
            recovery = with_held(self._file.recovery, {name: content})
            self._file = replace(self._file, recovery=recovery)
        self._put(opened.slot, changed)

    def change_password(self, opened: Opened, password: str) -> None:
        """Close the personal key under another password; nothing else changes."""
        slot = replace(self._file.slots[opened.slot], salt=_new_salt())
        self._put(opened.slot, self._closed(opened, slot, password))

    def make_sheets(self, held: Mapping[str, bytes]) -> tuple[Sheet, ...]:
        """Make the recovery of a home and return its sheets, which are kept nowhere."""
        recovery, sheets = make_recovery(held)
        self._file = replace(self._file, recovery=recovery)
        self.save()
        return sheets

    def recovered(self, first: Sheet, second: Sheet) -> Mapping[str, bytes]:
        """Return everything held in the home but personal signing keys, by two sheets.

        Raises:
            NotPermitted: ``NO_SHEETS_HERE``, ``SHEETS_DO_NOT_OPEN``.
        """
        recovery: Recovery | None = self._file.recovery
        if recovery is None:
            raise NotPermitted("NO_SHEETS_HERE")
        return recovered(recovery, first, second)

    def forget_device(self) -> None:
        """Take the device secret back from the system: the home was not finished."""
        if self._file.device == IN_KEY_STORE:
            forget_device_secret(self._file.home)

    def save(self) -> None:
        """Write ``keys.json``, whole."""
        write_key_file(self._folder, self._file)

    def _put(self, name: str, slot: Slot, *, first: str | None = None) -> None:
        slots = {**self._file.slots, name: slot}
        self._file = replace(self._file, slots=slots, first=first or self._file.first)
        self.save()

    def _closed(self, opened: Opened, slot: Slot, password: str) -> Slot:
        personal = wrapped(
            self._password_key(password, slot),
            opened.personal,
            self._context(opened.slot, "personal"),
        )
        if not self._file.is_training:
            return replace(slot, personal=personal)
        published = wrapped(
            self._password_key(PUBLISHED_PASSWORD, slot),
            opened.personal,
            self._context(opened.slot, "published"),
        )
        return replace(slot, personal=personal, published=published)

    def _password_key(self, password: str, slot: Slot) -> bytes:
        # NFC: the same password from another input method.
        normal = unicodedata.normalize("NFC", password)
        return key_from_password(normal, slot.cost, b64decode(slot.salt), self._device_secret)

    def _box(self, opened: Opened, name: str, content: bytes) -> str:
        return wrapped(opened.personal, content, self._context(opened.slot, name))

    def _context(self, slot: str, name: str) -> str:
        return f"{self._file.home} {slot} {name}"

    def _slot_of_nobody(self, name: str) -> Slot:
        salt = bytes.fromhex(_keyed(self._device_secret, "nobody", name))[:SALT_BYTES]
        return Slot(self._file.cost, b64encode(salt).decode(), _UNOPENED, None, {}, None)


_UNOPENED = b64encode(bytes(12 + KEY_BYTES + 16)).decode()


def _new_salt() -> str:
    return b64encode(secrets.token_bytes(SALT_BYTES)).decode()


def _keyed(secret: bytes, purpose: str, text: str) -> str:
    return hmac.new(secret, f"{purpose} {text}".encode(), hashlib.sha256).hexdigest()
