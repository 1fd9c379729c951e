"""Printed pages that lie outside, and must come back when their set is given up. Clause: S60."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PagesOut:
    """``least`` came out; up to ``most`` may have, where nobody saw how a job ended."""

    least: int = 0
    most: int = 0

    def __bool__(self) -> bool:
        return self.most > 0

    def __contains__(self, pages: int) -> bool:
        return self.least <= pages <= self.most

    def holds(self, typed: str) -> bool:
        """Say whether what was typed is a count that can be true."""
        pages = count_in(typed)
        return pages is not None and pages in self

    def __add__(self, other: "PagesOut") -> "PagesOut":
        return PagesOut(self.least + other.least, self.most + other.most)

    def __str__(self) -> str:
        return f"{self.least}" if self.least == self.most else f"{self.least}–{self.most}"


def count_in(typed: str) -> int | None:
    """Return the count that was typed; None where it is none."""
    return int(typed) if typed.isascii() and typed.isdigit() else None
