"""Three printed sheets, any two of which open every book, should passwords or the device be lost.

The private half of a recovery key is closed three times, once under each pair of sheets; whatever
is held is also sealed to its public half. One sheet alone opens nothing, and the device secret is
not needed.
"""

import hashlib
import secrets
from base64 import b32decode, b32encode, b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.store.key_file import Recovery
from advisor_desk.store.sealing import (
    SALT_BYTES,
    NotOpened,
    derived_key,
    sealed,
    unsealed,
    unwrapped,
    wrapped,
)

SHEETS = (1, 2, 3)
_SECRET_BYTES = 16
_CHECK_BYTES = 3
_GROUP = 4
# Letters and figures that hands and eyes take for one another are read as one.
_MISREAD = str.maketrans("018", "OIB")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its number and its secret."""

    number: int
    secret: bytes

    @property
    def code(self) -> str:
        """Return what is printed: eight groups of four, with the number and a check inside."""
        content = bytes([self.number]) + self.secret
        text = b32encode(content + _check(content)).decode()
        return "-".join(text[at : at + _GROUP] for at in range(0, len(text), _GROUP))

    @classmethod
    def parse(cls, code: str) -> "Sheet":
        """Read a code as typed.

        Raises:
            BadInput: ``SHEET_UNREADABLE``.
        """
        text = "".join(code.upper().replace("-", "").split()).translate(_MISREAD)
        try:
            content = b32decode(text)
        except ValueError as error:
            raise BadInput("SHEET_UNREADABLE") from error
        body, check = content[:-_CHECK_BYTES], content[-_CHECK_BYTES:]
        if len(body) != 1 + _SECRET_BYTES or body[0] not in SHEETS or check != _check(body):
            raise BadInput("SHEET_UNREADABLE")
        return cls(body[0], body[1:])


def make_recovery(held: Mapping[str, bytes]) -> tuple[Recovery, tuple[Sheet, ...]]:
    """Return a new recovery and its sheets; the sheets exist nowhere else."""
    private = X25519PrivateKey.generate()
    sheets = tuple(Sheet(number, secrets.token_bytes(_SECRET_BYTES)) for number in SHEETS)
    salt = secrets.token_bytes(SALT_BYTES)
    pairs = {
        _pair(*pair): wrapped(_pair_key(*pair, salt), private.private_bytes_raw(), _pair(*pair))
        for pair in combinations(sheets, 2)
    }
    public = b64encode(private.public_key().public_bytes_raw()).decode()
    empty = Recovery(public, b64encode(salt).decode(), pairs, {})
    return with_held(empty, held), sheets


def with_held(recovery: Recovery, held: Mapping[str, bytes]) -> Recovery:
    """Return the recovery with more held."""
    public = b64decode(recovery.public)
    more = {name: sealed(public, content, name) for name, content in held.items()}
    return Recovery(recovery.public, recovery.salt, recovery.pairs, {**recovery.sealed, **more})


def recovered(recovery: Recovery, first: Sheet, second: Sheet) -> Mapping[str, bytes]:
    """Return everything held, opened with two different sheets.

    Raises:
        NotPermitted: ``SHEETS_DO_NOT_OPEN``: the same sheet twice, or of another home.
    """
    lower, higher = sorted((first, second), key=lambda sheet: sheet.number)
    name = _pair(lower, higher)
    if name not in recovery.pairs:
        raise NotPermitted("SHEETS_DO_NOT_OPEN")
    key = _pair_key(lower, higher, b64decode(recovery.salt))
    try:
        private = X25519PrivateKey.from_private_bytes(unwrapped(key, recovery.pairs[name], name))
        return {name: unsealed(private, box, name) for name, box in recovery.sealed.items()}
    except NotOpened as error:
        raise NotPermitted("SHEETS_DO_NOT_OPEN") from error


def _pair(lower: Sheet, higher: Sheet) -> str:
    return f"sheets {lower.number} and {higher.number}"


def _pair_key(lower: Sheet, higher: Sheet, salt: bytes) -> bytes:
    return derived_key(lower.secret + higher.secret, salt, _pair(lower, higher))


def _check(content: bytes) -> bytes:
    return hashlib.sha256(b"advisor-desk sheet" + content).digest()[:_CHECK_BYTES]
