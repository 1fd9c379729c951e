"""Places on the printed pages, in points from the lower left corner, pages counted from 0.

A signature box is only a place: the ink and the seal are put there by signing, the pen by hand.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SignatureBox:
    """Where one person signs. ``name`` starts with the signer and is unique in the form.

    ``client``, ``client_declaration``, ``client_p2``, ``guardian``, ``adviser``, ``witness``;
    on the referral slip ``referrer`` and ``receiver``.
    """

    name: str
    page: int
    left: float
    bottom: float
    width: float
    height: float

    @property
    def signer(self) -> str:
        """Return who signs: the name up to its first underline."""
        return self.name.partition("_")[0]


@dataclass(frozen=True, slots=True)
class HandBox:
    """A box the program leaves blank for somebody's pen or stamp. Clause: S28."""

    name: str
    page: int
    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PrintedText:
    """Where a value stands on a page; a value broken over pages stands in several pieces."""

    field: str
    page: int
    left: float
    bottom: float
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class TickBox:
    """One option of a choice, and whether the tick is drawn into it."""

    field: str
    option: str
    page: int
    left: float
    bottom: float
    size: float
    ticked: bool
