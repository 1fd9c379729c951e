"""``keys.json``: closed boxes only. Whoever has the file has nothing without a password.

It names nobody: a slot stands under a keyed digest of the staff number. It is written whole or
not at all.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from advisor_desk.domain.codec import canonical_json, restored
from advisor_desk.domain.trouble import NotSupported, Tampered, Unavailable
from advisor_desk.store.files import write_whole
from advisor_desk.store.sealing import Argon2

FILE_NAME = "keys.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Slot:
    """One person's keys.

    ``personal`` is the personal key under the password; ``published`` the same under the
    published password, in training homes only. ``held`` are closed under the personal key:
    ``branch`` and ``book:<n>`` (keys of files), ``root``, ``station``, ``identity`` (signing).
    """

    cost: Argon2
    salt: str
    personal: str
    published: str | None
    held: Mapping[str, str]
    book: int | None


@dataclass(frozen=True, slots=True)
class Recovery:
    """What two of the three sheets open: the private half, closed once for each pair."""

    public: str
    salt: str
    pairs: Mapping[str, str]
    sealed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The whole file. ``first`` is the slot of the person who made the home."""

    format: int
    home: str
    is_training: bool
    device: str
    device_check: str
    cost: Argon2
    first: str
    slots: Mapping[str, Slot]
    recovery: Recovery | None


def read_key_file(folder: Path) -> KeyFile:
    """Return the keys of a home.

    Raises:
        Unavailable: ``HOME_MISSING``. Tampered: ``KEYS_UNREADABLE``.
        NotSupported: ``KEYS_NEWER``.
    """
    try:
        content = (folder / FILE_NAME).read_bytes()
    except OSError as error:
        raise Unavailable("HOME_MISSING", home=folder, cause=error.strerror or "") from error
    try:
        value = json.loads(content)
        if value["format"] > FORMAT:
            raise NotSupported("KEYS_NEWER", file=FILE_NAME, found=value["format"], known=FORMAT)
        return restored(KeyFile, value)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise Tampered("KEYS_UNREADABLE", file=FILE_NAME) from error


def write_key_file(folder: Path, keys: KeyFile) -> None:
    """Put the keys of a home in place, whole."""
    write_whole(folder / FILE_NAME, canonical_json(keys).encode())
