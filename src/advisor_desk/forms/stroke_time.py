"""The time of a signature beside its ink, drawn as lines: no font comes into a signed form.

The form is sealed before anybody signs, so the time cannot be printed: it is part of the picture
that each signature brings, and the signature itself names the same time.
"""

from collections.abc import Iterator
from datetime import datetime

BAND = 8.0  # points at the foot of a box that the ink leaves free
_HEIGHT, _ASIDE, _BELOW = 5.0, 2.0, 1.2
_GRID_WIDE, _GRID_HIGH, _ADVANCE = 2, 4, 3.2
_PEN, _GREY = 0.55, 0.25
# Polylines on a grid of 2 by 4, from the lower left; places are pairs of digits.
_SHAPES = {
    "0": ("00 20 24 04 00",),
    "1": ("03 14 10", "00 20"),
    "2": ("04 24 22 02 00 20",),
    "3": ("04 24 20 00", "02 22"),
    "4": ("04 02 22", "24 20"),
    "5": ("24 04 02 22 20 00",),
    "6": ("24 04 00 20 22 02",),
    "7": ("04 24 10",),
    "8": ("00 20 24 04 00", "02 22"),
    "9": ("22 02 04 24 20 00",),
    "-": ("02 22",),
    ":": ("10 11", "13 14"),
    " ": (),
}


def time_drawing(at: datetime, width: float) -> str:
    """Return the operators that draw ``2026-11-23 14:41`` at the lower right of a box.

    ``width`` is the box's, in points; in a narrow one the figures are smaller.
    """
    text = at.strftime("%Y-%m-%d %H:%M")
    unit = min(_HEIGHT / _GRID_HIGH, (width - 2 * _ASIDE) / (len(text) * _ADVANCE))
    left = width - _ASIDE - unit * ((len(text) - 1) * _ADVANCE + _GRID_WIDE)
    lines = [f"q {_GREY} G {_PEN} w 1 J 1 j"]
    for place, character in enumerate(text):
        lines.extend(_paths(character, left + place * _ADVANCE * unit, unit))
    lines.append("Q")
    return "\n".join(lines)


def _paths(character: str, left: float, unit: float) -> Iterator[str]:
    for shape in _SHAPES[character]:
        first, *others = (
            f"{left + int(at[0]) * unit:.2f} {_BELOW + int(at[1]) * unit:.2f}"
            for at in shape.split()
        )
        yield f"{first} m" + "".join(f" {place} l" for place in others) + " S"
