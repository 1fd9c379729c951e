"""How a box of a form is laid out to be written in on a screen, and back again.

A wide box is cut into lines, one below the other, so that a character is large enough for a
finger. Every place of a line belongs to exactly one place of the box: ink lands where it was
written, in its own proportions.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

MOST_LINES_A_ROW = 3
WORTH_IT = 1.4  # times larger: below that a longer line is easier to read back
LINE_GAP = 12.0  # pixels between the lines of one box


@dataclass(frozen=True, slots=True)
class BoxShape:
    """A box in points. ``rows`` rows of ``cells`` squares for characters; no rows: one space."""

    width: float
    height: float
    rows: int = 0
    cells: int = 0

    @property
    def ratio(self) -> float:
        """Return width over height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class InkLine:
    """A piece of a box on the screen: its pixels, and the part of the box it stands for."""

    left: float
    top: float
    width: float
    height: float
    box_left: float
    box_top: float
    box_width: float
    box_height: float
    cells: int

    def moved(self, right: float, down: float) -> "InkLine":
        """Return the line further right and down on the screen."""
        return replace(self, left=self.left + right, top=self.top + down)

    def has(self, x: float, y: float) -> bool:
        """Say whether a place on the screen is on this line."""
        across = self.left <= x <= self.left + self.width
        return across and self.top <= y <= self.top + self.height

    def to_box(self, x: float, y: float) -> tuple[float, float]:
        """Return the place in the box, 0 to 1, of one on the screen; beside it, the nearest."""
        across = min(max((x - self.left) / self.width, 0.0), 1.0)
        down = min(max((y - self.top) / self.height, 0.0), 1.0)
        return self.box_left + across * self.box_width, self.box_top + down * self.box_height

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on the screen of one in the box."""
        across = (x - self.box_left) / self.box_width
        down = (y - self.box_top) / self.box_height
        return self.left + across * self.width, self.top + down * self.height


def lines_for(shape: BoxShape, width: float, height: float) -> tuple[InkLine, ...]:
    """Return the lines for a box as large as they fit into a screen's space, in reading order."""
    rows = max(1, shape.rows)
    best = _cut(shape, rows, 1, width, height)
    for pieces in range(2, MOST_LINES_A_ROW + 1) if shape.rows else ():
        more = _cut(shape, rows, pieces, width, height)
        if more[0].height > best[0].height * WORTH_IT:
            best = more
    return best


def _cut(
    shape: BoxShape, rows: int, pieces: int, width: float, height: float
) -> tuple[InkLine, ...]:
    """Cut each row into ``pieces``; those of squares are cut between two of them."""
    ends = _ends(shape.cells, pieces)
    longest = max(after - before for before, after in pairwise(ends))
    count = rows * pieces
    room = (height - LINE_GAP * (count - 1)) / count
    scale = max(0.01, min(width / (longest * shape.width), room / (shape.height / rows)))
    tall = shape.height / rows * scale
    spare = height - count * tall - LINE_GAP * (count - 1)
    left = (width - longest * shape.width * scale) / 2
    lines = []
    for row in range(rows):
        for piece, (before, after) in enumerate(pairwise(ends)):
            top = spare / 2 + (row * pieces + piece) * (tall + LINE_GAP)
            part = after - before
            tall_part, wide = 1 / rows, part * shape.width * scale
            place = (before, row * tall_part, part, tall_part)
            lines.append(InkLine(left, top, wide, tall, *place, round(part * shape.cells)))
    return tuple(lines)


def _ends(cells: int, pieces: int) -> list[float]:
    if not cells:
        return [piece / pieces for piece in range(pieces + 1)]
    each = -(-cells // pieces)
    return [min(piece * each, cells) / cells for piece in range(pieces + 1)]
