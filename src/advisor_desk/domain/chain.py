"""The chain of events: the digest that joins each event to the one before it, and its head.

The digest covers everything that is stored of an event, as stored, and the digest before it. A
chain alone cannot show that its end was cut off: for that its head is printed on paper as an
anchor, and each book's head is noted in the branch's own chain.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from advisor_desk.domain.trouble import BadInput

BEFORE_THE_FIRST = "0" * 64
_SHOWN = 16
_CODE = re.compile(r"(\d{2,})-(\d{6,})((?:-[0-9A-F]{4}){4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of a chain; ``seq`` 0 when there is none.

    ``chain`` is 0 for the branch and the book's number for a book.
    """

    seq: int
    digest: str
    chain: int = 0

    @property
    def code(self) -> str:
        """Return what is printed: ``01-000123-3F2A-9C1B-77AD-0E41``, book, event, digest."""
        shown = self.digest[:_SHOWN].upper()
        groups = "-".join(shown[at : at + 4] for at in range(0, _SHOWN, 4))
        return f"{self.chain:02d}-{self.seq:06d}-{groups}"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A head read back from paper: the digest's first sixteen figures only."""

    chain: int
    seq: int
    digest_start: str

    @classmethod
    def parse(cls, code: str) -> "Anchor":
        """Read a printed head; small letters and spaces are forgiven.

        Raises:
            BadInput: ``ANCHOR_UNREADABLE``.
        """
        match = _CODE.fullmatch("".join(code.split()).upper())
        if match is None:
            raise BadInput("ANCHOR_UNREADABLE", anchor=code)
        chain, seq, groups = match.groups()
        return cls(int(chain), int(seq), groups.replace("-", "").lower())


@dataclass(frozen=True, slots=True)
class Broken:
    """One place where stored data is not what was recorded.

    ``seq`` names the event, 0 where the fault belongs to none; ``place`` says which part.
    """

    code: str
    seq: int = 0
    place: str = ""


def link_digest(stored: Mapping[str, str | int]) -> str:
    """Return the SHA-256 over everything stored of an event but its own digest, as JSON.

    Keys are sorted, nothing stands between the parts, text is UTF-8 as it is.
    """
    text = json.dumps(stored, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
