"""What stands at head and foot of every page, the same for all forms of a set."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_CODE_LETTERS = 8


@dataclass(frozen=True, slots=True)
class PackMark:
    """A rule pack asked: what to print for it (``bank-procedure 2000-01-01``), its sha256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The set a form belongs to, and the state of rules and records when it was made.

    ``chain_head`` is the code of the event chain as ``audit verify --anchor`` reads it.
    """

    number: str
    outlet: str
    station: str
    packs: tuple[PackMark, ...]
    chain_head: str
    made_at: datetime


def page_code(heading: Heading, form: str, page: int) -> str:
    """Return the code of a page (from 1) as ``7F3K-92QD``, to attach a scan to its page.

    It follows from number, form, page and chain head: nobody has to keep a list of codes.
    """
    text = f"{heading.number}/{form}/{page}/{heading.chain_head}"
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:5])
    letters = "".join(_LETTERS[(number >> shift) & 31] for shift in range(35, -1, -5))
    half = _CODE_LETTERS // 2
    return f"{letters[:half]}-{letters[half:]}"
