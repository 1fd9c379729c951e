"""One page being filled: marks to draw, and where values, ticks and blank boxes stand.

Positions go in as millimetres from the upper left corner, as a form designer measures, and come
out as points from the lower left, as a PDF counts. Nothing is drawn here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from advisor_desk.domain.languages import Language
from advisor_desk.forms.boxes import HandBox, PrintedText, SignatureBox, TickBox
from advisor_desk.forms.fonts import EM, faces

POINTS = 72 / 25.4  # in a millimetre
PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
BLACK, LABEL, RULE, WHITE = 0.0, 0x4A / 255, 0x8C / 255, 1.0
THIN, RULED, FRAMED = 0.3, 0.4, 0.8
_ASCENT, _DESCENT = 0.95, 0.28  # of the type size; what text extraction looks at


@dataclass(frozen=True, slots=True)
class TextMark:
    """A piece of text in one face."""

    x: float
    y: float
    font: str
    size: float
    grey: float
    text: str


@dataclass(frozen=True, slots=True)
class StrokeMark:
    """A line through points, in points; ``closed`` joins the last to the first."""

    points: tuple[tuple[float, float], ...]
    width: float
    grey: float
    closed: bool = False


@dataclass(frozen=True, slots=True)
class FillMark:
    """Filled rectangles (left, bottom, width, height) of one grey, drawn as one path."""

    rectangles: tuple[tuple[float, float, float, float], ...]
    grey: float


@dataclass(frozen=True, slots=True)
class RoundMark:
    """A filled rectangle with round corners."""

    left: float
    bottom: float
    width: float
    height: float
    radius: float
    grey: float


Mark = TextMark | StrokeMark | FillMark | RoundMark


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in millimetres from the upper left corner of the page."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Return the lower edge."""
        return self.top + self.height


@dataclass
class Sheet:
    """A page, counted from 0, in one language."""

    language: Language
    page: int
    marks: list[Mark] = field(default_factory=list)
    printed: list[PrintedText] = field(default_factory=list)
    signatures: list[SignatureBox] = field(default_factory=list)
    by_hand: list[HandBox] = field(default_factory=list)
    ticks: list[TickBox] = field(default_factory=list)

    def text(
        self,
        left: float,
        baseline: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        grey: float = BLACK,
        align: Literal["left", "centre", "right"] = "left",
        script: Language | None = None,
    ) -> None:
        """Set a line of text; ``left`` is its middle or right end for the other alignments."""
        kept = faces(script or self.language, bold=bold)
        x, y = left * POINTS, (PAGE_HEIGHT - baseline) * POINTS
        if align != "left":
            x -= kept.width(text) * size / EM / (2 if align == "centre" else 1)
        for run in kept.runs(text):
            self.marks.append(TextMark(round(x, 2), round(y, 2), run.font, size, grey, run.text))
            x += run.width * size / EM

    def value(self, name: str, area: Area, baseline: float, size: float, text: str) -> None:
        """Note where a value was printed; ``area`` gives left and width, lines go down."""
        top = (PAGE_HEIGHT - baseline) * POINTS + size * _ASCENT
        bottom = (PAGE_HEIGHT - area.bottom) * POINTS - size * _DESCENT
        left, width = area.left * POINTS, area.width * POINTS
        self.printed.append(PrintedText(name, self.page, left, bottom, width, top - bottom, text))

    def line(self, x1: float, y1: float, x2: float, y2: float, grey: float = RULE) -> None:
        """Draw an inner rule."""
        self.stroke(((x1, y1), (x2, y2)), RULED, grey)

    def stroke(
        self,
        points: Sequence[tuple[float, float]],
        width: float,
        grey: float,
        *,
        closed: bool = False,
    ) -> None:
        """Draw a line through points."""
        placed = tuple(
            (round(x * POINTS, 2), round((PAGE_HEIGHT - y) * POINTS, 2)) for x, y in points
        )
        self.marks.append(StrokeMark(placed, width, grey, closed))

    def frame(self, area: Area, width: float, grey: float = BLACK) -> None:
        """Draw a rectangle's outline."""
        corners = (
            (area.left, area.top),
            (area.right, area.top),
            (area.right, area.bottom),
            (area.left, area.bottom),
        )
        self.stroke(corners, width, grey, closed=True)

    def fill(self, areas: Sequence[Area], grey: float = BLACK) -> None:
        """Fill rectangles as one path."""
        self.marks.append(FillMark(tuple(_rounded(area) for area in areas), grey))

    def round_fill(self, area: Area, radius: float, grey: float = BLACK) -> None:
        """Fill a rectangle with round corners."""
        self.marks.append(RoundMark(*_rounded(area), radius * POINTS, grey))

    def signature(self, name: str, area: Area) -> None:
        """Note a place for a signature; it is blank, so it is a box for the hand as well."""
        self.signatures.append(SignatureBox(name, self.page, *_rounded(area)))
        self.hand(name, area)

    def hand(self, name: str, area: Area) -> None:
        """Note a place that must stay blank."""
        self.by_hand.append(HandBox(name, self.page, *_rounded(area)))

    def tick(self, name: str, option: str, area: Area, *, ticked: bool) -> None:
        """Draw an option's box, with its tick when chosen, and note it."""
        self.frame(area, FRAMED)
        left, bottom, size, _ = _rounded(area)
        self.ticks.append(TickBox(name, option, self.page, left, bottom, size, ticked))
        if ticked:
            points = ((0.2, 0.52), (0.42, 0.76), (0.82, 0.24))
            self.stroke(
                [(area.left + x * area.width, area.top + y * area.height) for x, y in points],
                1.5,
                BLACK,
            )


def _rounded(area: Area) -> tuple[float, float, float, float]:
    return (
        round(area.left * POINTS, 2),
        round((PAGE_HEIGHT - area.bottom) * POINTS, 2),
        round(area.width * POINTS, 2),
        round(area.height * POINTS, 2),
    )
