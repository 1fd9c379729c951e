"""A signature written on a screen, and its picture on a form: vectors, no font, no bitmap.

Places are relative to the pad (0 to 1, from its upper left, y downwards), so ink does not depend
on a screen's resolution. The picture keeps the pad's proportions and is never stretched.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from advisor_desk.domain.trouble import BadInput

MOST_POINTS = 20_000
# Width over height; the row a sentence is copied into, 180 by 9 mm, is the widest.
NARROWEST_PAD, WIDEST_PAD = 0.1, 40.0
THINNEST, THICKEST = 0.5, 2.2  # points, without pressure and at full pressure
_WIDTH_STEP = 0.1
_INK_COLOUR = "0.063 0.125 0.376"  # dark blue: tells an original from a black copy


@dataclass(frozen=True, slots=True)
class InkPoint:
    """One place of the pen: ``x``, ``y``, ``pressure`` from 0 to 1; ``at`` in milliseconds."""

    x: float
    y: float
    pressure: float
    at: int


Stroke = tuple[InkPoint, ...]


@dataclass(frozen=True, slots=True)
class Ink:
    """Strokes in the order written; ``pad_shape`` is the pad's width over its height.

    Raises:
        BadInput: ``INK_EMPTY``, ``INK_TOO_LONG`` or ``INK_OUTSIDE_PAD``.
    """

    strokes: tuple[Stroke, ...]
    pad_shape: float = 3.0

    def __post_init__(self) -> None:
        points = [point for stroke in self.strokes for point in stroke]
        if not points or not all(self.strokes):
            raise BadInput("INK_EMPTY")
        if len(points) > MOST_POINTS:
            raise BadInput("INK_TOO_LONG", points=len(points), most=MOST_POINTS)
        if not NARROWEST_PAD <= self.pad_shape <= WIDEST_PAD:
            raise BadInput("INK_OUTSIDE_PAD", point=0)
        for number, point in enumerate(points, start=1):
            # Written so that NaN is refused too.
            if not all(0 <= value <= 1 for value in (point.x, point.y, point.pressure)):
                raise BadInput("INK_OUTSIDE_PAD", point=number)


def drawing(ink: Ink, width: float, height: float) -> bytes:
    """Return the PDF drawing operators that put ``ink`` into a box of that size in points."""
    scale = min(width / ink.pad_shape, height)
    left = (width - scale * ink.pad_shape) / 2
    top = height - (height - scale) / 2
    lines = [f"q {_INK_COLOUR} RG 1 J 1 j"]
    for stroke in ink.strokes:
        placed = [
            (left + point.x * scale * ink.pad_shape, top - point.y * scale, point.pressure)
            for point in stroke
        ]
        lines.extend(_paths(placed))
    lines.append("Q")
    return "\n".join(lines).encode("ascii")


def packed(ink: Ink, width: float, height: float) -> bytes:
    """Return ``drawing`` as ``/FlateDecode`` data."""
    return zlib.compress(drawing(ink, width, height))


def _paths(points: list[tuple[float, float, float]]) -> Iterator[str]:
    """Join neighbouring pieces of one width into one path; a lone point becomes a dot."""
    steps = list(pairwise(points)) or [(points[0], points[0])]
    for width, run in groupby(steps, key=lambda step: _width(step[0][2], step[1][2])):
        pieces = list(run)
        first = pieces[0][0]
        line = "".join(f" {end[0]:.2f} {end[1]:.2f} l" for _, end in pieces)
        yield f"{width:.1f} w {first[0]:.2f} {first[1]:.2f} m{line} S"


def _width(pressure_before: float, pressure_after: float) -> float:
    wanted = THINNEST + (THICKEST - THINNEST) * (pressure_before + pressure_after) / 2
    return round(wanted / _WIDTH_STEP) * _WIDTH_STEP
