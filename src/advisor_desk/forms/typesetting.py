"""Breaking text into lines of a cell, and the largest type size at which it fits.

Chinese breaks between any two characters, but never puts a comma or closing bracket at the start
of a line nor an opening one at its end (避頭尾); Latin words are broken only when a single word
is wider than the line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from advisor_desk.forms.fonts import EM, Faces

SMALLEST = 8.0
_PLEASANT = 0.85
_NOT_FIRST = frozenset("，。、；：？！）」』】》〉〕］｝’”…—·・％‰℃,.;:?!)]}%")
_NOT_LAST = frozenset("（「『【《〈〔［｛‘“([{￥¥$#")
_UNIT = re.compile(r"[ \u3000]+|[!-~\u00a1-\u024f]+|.", re.DOTALL)
_MOST_CARRIED = 3  # characters that may move to the next line with a comma


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text broken into lines at one type size (points)."""

    lines: tuple[str, ...]
    size: float


def fit(text: str, faces: Faces, width: float, *, largest: float, lines: int) -> Fitted | None:
    """Return the text in as few lines, then as large, as possible; ``None`` if it cannot fit.

    ``width`` in points. A new line is taken before the type shrinks below 85 %, and it never
    shrinks below 8 points.
    """
    sizes = [largest - step / 2 for step in range(int((largest - SMALLEST) * 2) + 1)]
    pleasant = [size for size in sizes if size >= largest * _PLEASANT]
    whole = faces.width(text)
    for choice in (pleasant, sizes[len(pleasant) :]):
        for allowed, size in product(range(1, lines + 1), choice):
            if whole * size / EM > width * allowed:
                continue
            found = broken(text, faces, width * EM / size)
            if len(found) <= allowed:
                return Fitted(found, size)
    return None


def broken(text: str, faces: Faces, room: float) -> tuple[str, ...]:
    """Return the lines of a text, breaks kept; ``room`` in thousandths of the type size."""
    return tuple(
        line for paragraph in text.split("\n") for line in _paragraph(paragraph, faces, room)
    )


def _paragraph(text: str, faces: Faces, room: float) -> Iterator[str]:
    if faces.width(text) <= room:
        yield text
        return
    line, width = "", 0.0
    for unit in _units(text, faces, room):
        extent = faces.width(unit)
        if line and width + extent > room and not unit.isspace():
            kept, carried = _split(line, unit)
            yield kept.rstrip()
            line, width = carried, faces.width(carried)
        line += unit
        width += extent
    yield line.rstrip()


def _units(text: str, faces: Faces, room: float) -> Iterator[str]:
    """Yield what is not broken: a Latin word, one Chinese character, a stretch of spaces."""
    for unit in _UNIT.findall(text):
        if faces.width(unit) <= room:
            yield unit
        else:
            yield from unit  # a word wider than the line is broken anywhere


def _split(line: str, following: str) -> tuple[str, str]:
    """Return what stays on the line, and what must go over with ``following``."""
    at = len(line)
    first = following[0]
    for _ in range(_MOST_CARRIED):
        if first not in _NOT_FIRST and line[at - 1] not in _NOT_LAST:
            return line[:at], line[at:]
        at = _word_start(line, at - 1)
        if at <= 0:
            break
        first = line[at]
    return line, ""


def _word_start(line: str, at: int) -> int:
    """Return where the Latin word around ``at`` starts, or ``at`` itself."""
    while at > 0 and "!" <= line[at] <= "~" and "!" <= line[at - 1] <= "~":
        at -= 1
    return at
