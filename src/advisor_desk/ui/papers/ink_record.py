"""Strokes while they are written: places in the box, pressure, time. No Qt, no picture.

Kept are ten-thousandths of the box, thousandths of full pressure and milliseconds since the first
touch, as ``services.signing`` takes them.
"""

from collections.abc import Sequence

from advisor_desk.forms.ink import MOST_POINTS
from advisor_desk.ui.papers.ink_shape import InkLine

PLACES, PRESSURES, STEP = 10_000, 1_000, 4
NEAREST = 1.2  # pixels between two points that are both kept
_HAIR = 1e-3

Strokes = tuple[tuple[int, ...], ...]


class InkRecord:
    """What is written into one box."""

    def __init__(self) -> None:
        self._strokes: list[list[int]] = []
        self._on: InkLine | None = None  # the line the stroke under way began on
        self._last = (0.0, 0.0)
        self._began: int | None = None

    @property
    def strokes(self) -> Strokes:
        """Return what was written."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    @property
    def count(self) -> int:
        """Return how many strokes were written."""
        return len(self._strokes)

    def clear(self) -> None:
        """Forget it."""
        self._strokes.clear()
        self._on = None
        self._began = None

    def begin(
        self, lines: Sequence[InkLine], at: tuple[float, float], pressure: float, now: int
    ) -> None:
        """Begin a stroke; one that begins beside every line is none."""
        self._on = next((line for line in lines if line.has(*at)), None)
        if self._on is None:
            return
        if self._began is None:
            self._began = now
        self._strokes.append([])
        self._keep(self._on, at, pressure, now)

    def go_on(self, at: tuple[float, float], pressure: float, now: int) -> bool:
        """Go on with the stroke under way; say whether the pen moved."""
        moved = abs(at[0] - self._last[0]) + abs(at[1] - self._last[1]) >= NEAREST
        if self._on is None or not moved:
            return False
        self._keep(self._on, at, pressure, now)
        return True

    def end(self) -> bool:
        """End the stroke; say whether there was one."""
        was_writing = self._on is not None
        self._on = None
        return was_writing

    def _keep(self, line: InkLine, at: tuple[float, float], pressure: float, now: int) -> None:
        if sum(map(len, self._strokes)) >= MOST_POINTS * STEP:
            return
        x, y = line.to_box(*at)
        self._last = at
        self._strokes[-1] += (
            round(x * PLACES),
            round(y * PLACES),
            round(min(max(pressure, 0.0), 1.0) * PRESSURES),
            max(0, now - (self._began or 0)),
        )


def points_of(stroke: Sequence[int]) -> list[tuple[float, float, float]]:
    """Return x, y and pressure of a stroke's points, each from 0 to 1."""
    return [
        (stroke[at] / PLACES, stroke[at + 1] / PLACES, stroke[at + 2] / PRESSURES)
        for at in range(0, len(stroke), STEP)
    ]


def line_of(
    points: Sequence[tuple[float, float, float]], lines: Sequence[InkLine]
) -> InkLine | None:
    """Return the line on which every point of a stroke lies."""
    for line in lines:
        right, below = line.box_left + line.box_width, line.box_top + line.box_height
        if all(
            line.box_left - _HAIR <= x <= right + _HAIR
            and line.box_top - _HAIR <= y <= below + _HAIR
            for x, y, _ in points
        ):
            return line
    return None
