"""One person's slot: closed and opened with password and device secret, found by neither name.

A slot of nobody is as much work to try as a real one, so that an unknown staff number and a wrong
password look and last the same.
"""

import hashlib
import hmac
import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass, replace

from advisor_desk.domain.people import StaffNo
from advisor_desk.store.key_file import Slot
from advisor_desk.store.sealing import (
    KEY_BYTES,
    SALT_BYTES,
    Argon2,
    key_from_password,
    unwrapped,
    wrapped,
)

PUBLISHED_PASSWORD = "practise-here"  # noqa: S105 - published; it protects nothing
# As long as a closed personal key (nonce, key, tag), and opened by no password.
_NOBODYS_KEY = b64encode(bytes(12 + KEY_BYTES + 16)).decode()


@dataclass(frozen=True, slots=True, repr=False)
class Opened:
    """A slot somebody opened: its name and the personal key."""

    slot: str
    personal: bytes


class Slots:
    """How the slots of one home, on one device, are closed and opened."""

    def __init__(self, home: str, device_secret: bytes) -> None:
        self._home = home
        self._device_secret = device_secret

    def name_of(self, staff_no: StaffNo) -> str:
        """Return the name of a person's slot, whether there is one or not."""
        return keyed(self._device_secret, "slot", staff_no)

    def of_nobody(self, name: str, cost: Argon2) -> Slot:
        """Return a slot that no password opens, always the same for a name."""
        salt = bytes.fromhex(keyed(self._device_secret, "nobody", name))[:SALT_BYTES]
        return Slot(cost, b64encode(salt).decode(), _NOBODYS_KEY, None, {}, None)

    def new(self, name: str, cost: Argon2, book: int | None) -> tuple[Opened, Slot]:
        """Return a new personal key and a slot that is not closed yet."""
        opened = Opened(name, secrets.token_bytes(KEY_BYTES))
        return opened, Slot(cost, "", "", None, {}, book)

    def opened(self, name: str, slot: Slot, password: str) -> Opened:
        """Open a slot with its password.

        Raises:
            NotOpened: another password, device or slot.
        """
        key = self._password_key(password, slot)
        return Opened(name, unwrapped(key, slot.personal, self._context(name, "personal")))

    def opened_published(self, name: str, slot: Slot) -> Opened:
        """Open a training home's slot with the published password; raises as ``opened``."""
        key = self._password_key(PUBLISHED_PASSWORD, slot)
        return Opened(name, unwrapped(key, slot.published or "", self._context(name, "published")))

    def closed(self, opened: Opened, slot: Slot, password: str, *, is_training: bool) -> Slot:
        """Return the slot with the personal key closed under a password; the rest as it was."""
        salted = replace(slot, salt=b64encode(secrets.token_bytes(SALT_BYTES)).decode())
        closed = replace(salted, personal=self._personal(opened, salted, password, "personal"))
        if not is_training:
            return closed
        published = self._personal(opened, salted, PUBLISHED_PASSWORD, "published")
        return replace(closed, published=published)

    def box(self, opened: Opened, name: str, content: bytes) -> str:
        """Close something a person holds under the personal key."""
        return wrapped(opened.personal, content, self._context(opened.slot, name))

    def unboxed(self, opened: Opened, name: str, box: str) -> bytes:
        """Open something a person holds.

        Raises:
            NotOpened: the box is not what was closed.
        """
        return unwrapped(opened.personal, box, self._context(opened.slot, name))

    def _personal(self, opened: Opened, slot: Slot, password: str, name: str) -> str:
        key = self._password_key(password, slot)
        return wrapped(key, opened.personal, self._context(opened.slot, name))

    def _password_key(self, password: str, slot: Slot) -> bytes:
        # NFC: the same password from another input method.
        normal = unicodedata.normalize("NFC", password)
        return key_from_password(normal, slot.cost, b64decode(slot.salt), self._device_secret)

    def _context(self, slot: str, name: str) -> str:
        return f"{self._home} {slot} {name}"


def keyed(secret: bytes, purpose: str, text: str) -> str:
    """Return a digest of ``text`` that says nothing to who lacks the secret."""
    return hmac.new(secret, f"{purpose} {text}".encode(), hashlib.sha256).hexdigest()
