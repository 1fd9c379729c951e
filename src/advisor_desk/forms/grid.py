"""The grid of a page, and the strips that stand on it one below the other.

A page break falls between strips only. A strip with a head belongs to a long table or text; the
head is repeated where it goes on on the next page.
"""

from typing import Protocol

from advisor_desk.forms.sheet import Sheet

LEFT, WIDTH, COLUMN = 15.0, 180.0, 15.0


class Strip(Protocol):
    """A part of a section that is never broken."""

    @property
    def height(self) -> float:
        """Return millimetres."""
        ...

    @property
    def ruled(self) -> bool:
        """Say whether a rule stands above it."""
        ...

    @property
    def head(self) -> "Strip | None":
        """Return what is repeated above it at the top of a page."""
        ...

    def place(self, sheet: Sheet, top: float) -> None:
        """Put the strip on the sheet."""
        ...
