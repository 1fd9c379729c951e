"""Failed sign-ins: counted on disk before a password is looked at, so that no kill hides one.

The count is kept under the slot's name, so unknown staff numbers are counted like known ones.
The file carries a seal made with the device secret; without the file nobody signs in.
"""

import hashlib
import hmac
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from pathlib import Path

from advisor_desk.domain.codec import canonical_json, restored
from advisor_desk.domain.trouble import LockedOut, Tampered
from advisor_desk.store.files import write_whole

FILE_NAME = "attempts.json"
FREE_FAILURES = 2  # then 2, 4, 8 … 128 seconds
LOCK_AT = 10
LOCK_S = 3_600
MOST_UNKNOWN = 10_000


@dataclass(frozen=True, slots=True)
class Attempts:
    """Sign-ins begun since the last that succeeded, and when the last one began."""

    begun: int
    last: datetime


@dataclass(frozen=True, slots=True)
class _File:
    attempts: Mapping[str, Attempts]
    seal: str


def wait_after(failures: int) -> int:
    """Return how many seconds to wait before the next sign-in."""
    if failures >= LOCK_AT:
        return LOCK_S
    return 0 if failures <= FREE_FAILURES else int(2 ** (failures - FREE_FAILURES))


class AttemptBook:
    """The counts of one home, on disk after every change."""

    def __init__(self, folder: Path, device_secret: bytes) -> None:
        self._path = folder / FILE_NAME
        self._secret = device_secret

    def make(self) -> None:
        """Begin with nothing counted, in a new home."""
        self._keep({})

    def begin(self, slot: str, now: datetime, known: Collection[str]) -> int:
        """Count a sign-in as failed, to be cleared if it succeeds; return the failures before.

        Raises:
            LockedOut: ``SIGN_IN_TOO_SOON`` or ``SIGN_IN_LOCKED``; this one is not counted.
        """
        counts = self._counts()
        before = counts.get(slot)
        failures = before.begun if before else 0
        if before is not None:
            self._refuse_early(before, now)
        counts[slot] = Attempts(failures + 1, now)
        self._keep(_without_oldest_unknown(counts, known))
        return failures

    def failures(self, slot: str) -> int:
        """Return how many sign-ins failed since the last that succeeded."""
        found = self._counts().get(slot)
        return found.begun if found else 0

    def clear(self, slot: str) -> int:
        """Forget a slot's failures; return how many there were."""
        counts = self._counts()
        gone = counts.pop(slot, None)
        if gone is None:
            return 0
        self._keep(counts)
        return gone.begun

    def _refuse_early(self, before: Attempts, now: datetime) -> None:
        # A clock set back must not shorten the wait.
        waited = max(0.0, (now - before.last).total_seconds())
        left = ceil(wait_after(before.begun) - waited)
        if left > 0:
            code = "SIGN_IN_LOCKED" if before.begun >= LOCK_AT else "SIGN_IN_TOO_SOON"
            raise LockedOut(code, retry_after_s=left)

    def _counts(self) -> dict[str, Attempts]:
        try:
            file = restored(_File, json.loads(self._path.read_bytes()))
        except (FileNotFoundError, ValueError, TypeError, AttributeError) as error:
            raise Tampered("ATTEMPTS_UNREADABLE", file=FILE_NAME) from error
        if not hmac.compare_digest(file.seal, self._seal(file.attempts)):
            raise Tampered("ATTEMPTS_UNREADABLE", file=FILE_NAME)
        return dict(file.attempts)

    def _keep(self, counts: Mapping[str, Attempts]) -> None:
        file = _File(counts, self._seal(counts))
        write_whole(self._path, canonical_json(file).encode())

    def _seal(self, counts: Mapping[str, Attempts]) -> str:
        message = b"attempts" + canonical_json(counts).encode()
        return hmac.new(self._secret, message, hashlib.sha256).hexdigest()


def _without_oldest_unknown(
    counts: dict[str, Attempts], known: Collection[str]
) -> dict[str, Attempts]:
    unknown = sorted((slot for slot in counts if slot not in known), key=lambda s: counts[s].last)
    for slot in unknown[: max(0, len(unknown) - MOST_UNKNOWN)]:
        del counts[slot]
    return counts
