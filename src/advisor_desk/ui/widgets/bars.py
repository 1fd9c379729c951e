"""Pictures of money: the mix of what is held, what became of a sum, grades over the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme.tokens import CLIENT
from advisor_desk.ui.widgets.painted import Painted

GAP = 2
PAD = 8
HATCHED = 7
PALE = ("canvas", "level_1", "class_unknown", "class_liquid")  # a border keeps them apart


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a whole: ``share`` 0 to 1; ``token`` its colour, ``ink`` that of its words.

    ``mark`` stands for its name where that does not fit, and beside it in a table; ``old`` is how
    much of it, 0 to 1, rests on figures that are old: it is hatched.
    """

    label: str
    share: float
    token: str
    ink: str = "on_class"
    mark: str = ""
    old: float = 0.0


class MixBar(Painted):
    """The parts of a whole side by side, each with its name and share inside.

    No part is told by its colour alone: a name or a mark stands in every one.
    """

    def __init__(
        self, look: Look, segments: Sequence[Segment] = (), *, kind: str = "body", height: int = 40
    ) -> None:
        super().__init__()
        self._look = look
        self._kind = kind
        self.setFixedHeight(height)
        self.show_segments(segments)

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show other parts."""
        self._segments = tuple(one for one in segments if one.share > 0)
        said = self._look.words.say("LIST_COMMA").join(_named(one) for one in self._segments)
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint each part; a name that does not fit gives way to its share or its mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 0.0
        for one, wide in zip(self._segments, self._widths(), strict=True):
            area = QRectF(left, 0, wide, self.height())
            _paint_part(painter, self._look, area, one)
            if one.old:
                _paint_old(painter, self._look, area, one)
            self._paint_words(painter, area, one)
            left += area.width() + GAP
        painter.end()

    def _widths(self) -> list[float]:
        """Return the width of each part: its share, but room for its mark; the widest gives way."""
        metrics = QFontMetrics(self._look.theme.font(self._smaller()))
        room = self.width() - GAP * max(len(self._segments) - 1, 0)
        marks = [metrics.horizontalAdvance(one.mark) + PAD / 2 for one in self._segments]
        shares = [room * one.share for one in self._segments]
        found = [max(share, mark) for share, mark in zip(shares, marks, strict=True)]
        if found:
            found[found.index(max(found))] -= sum(found) - sum(shares)
        return found

    def _smaller(self) -> str:
        return "caption" if self._kind == "body" else self._kind

    def _paint_words(self, painter: QPainter, area: QRectF, one: Segment) -> None:
        theme, smaller = self._look.theme, self._smaller()
        for said, kind in (
            (_named(one), self._kind),
            (_named(one), smaller),
            (f"{one.mark} {_share(one)}".strip(), smaller),
            (one.mark, smaller),
        ):
            font = theme.font(kind)
            wide = QFontMetrics(font).horizontalAdvance(said)
            spare = area.width() - wide
            if spare >= 1.5 * PAD or said == one.mark:
                painter.setFont(font)
                painter.setPen(theme.color(one.ink))
                left = (PAD if area.width() > 60 else PAD / 2) if spare >= 1.5 * PAD else spare / 2
                place = area.adjusted(left, 0, 0, -HATCHED if one.old else 0)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said)
                return


class PartMark(Painted):
    """The key of a part beside its name in a table: its colour, its mark, hatched where old."""

    def __init__(self, look: Look, part: Segment) -> None:
        super().__init__()
        self._look = look
        self._part = part
        side = QFontMetrics(look.theme.font("caption")).height() + 2
        self.setFixedSize(side + HATCHED, side)
        self.setAccessibleName(part.label)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the same as in the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 0, self.height(), self.height())
        _paint_part(painter, self._look, area, self._part)
        if self._part.old:
            beside = QRectF(area.right() + 1, 1, HATCHED - 2, area.height() - 2)
            _hatch(painter, self._look.theme.color("ink"), beside)
        painter.setFont(self._look.theme.font("caption"))
        painter.setPen(self._look.theme.color(self._part.ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._part.mark)
        painter.end()


def _paint_part(painter: QPainter, look: Look, area: QRectF, one: Segment) -> None:
    theme = look.theme
    bordered = theme.is_high_contrast or one.token in PALE
    painter.setPen(QPen(theme.color("line_strong"), 1) if bordered else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(one.token))
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def _paint_old(painter: QPainter, look: Look, area: QRectF, one: Segment) -> None:
    """Hatch the foot of the part, as far as its figures are old."""
    foot = area.adjusted(1, 0, -1, -1)
    foot.setTop(foot.bottom() - max(HATCHED, area.height() / 5))
    foot.setWidth(max(foot.width() * one.old, HATCHED))
    _hatch(painter, look.theme.color(one.ink), foot)


def _hatch(painter: QPainter, ink: QColor, area: QRectF) -> None:
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QBrush(ink, Qt.BrushStyle.BDiagPattern))
    painter.drawRect(area)


def _named(one: Segment) -> str:
    return f"{one.label} {_share(one)}"


def _share(one: Segment) -> str:
    return f"{round(one.share * 1000) / 10:g}%"


class MoneyBar(Painted):
    """What became of a sum, and a line where the sum was; ``share`` 1.0 is as much as before."""

    def __init__(self, look: Look, share: float, *, most: float = 1.1) -> None:
        super().__init__()
        self._look = look
        self._share = share
        self._most = most
        self.setFixedHeight(36)
        self.setAccessibleName(f"{share:.0%}")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint track, bar and line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, 10, self.width(), 16)
        is_client = theme.name == CLIENT
        painter.setBrush(theme.color("track" if is_client else "disabled_bg"))
        painter.drawRoundedRect(track, 4, 4)
        painter.setBrush(theme.color("chosen_fill" if is_client else "primary"))
        wide = self.width() * min(self._share / self._most, 1.0)
        painter.drawRoundedRect(QRectF(0, 10, wide, 16), 4, 4)
        at = round(self.width() / self._most)
        painter.fillRect(QRectF(at, 0, 2, 36), theme.color("ink"))
        painter.end()


@dataclass(frozen=True, slots=True)
class Point:
    """An assessment on a day; ``by_client``: the client put the answers in."""

    day: date
    grade: RiskTolerance
    by_client: bool


class RiskHistory(Painted):
    """Grades over time as steps: filled where the client answered, hollow where it was read out."""

    def __init__(self, look: Look, points: Sequence[Point]) -> None:
        super().__init__()
        self._look = look
        self._points = tuple(points)[-6:]
        self.setMinimumHeight(180)
        said = (f"{look.words.day(one.day)} {one.grade.name}" for one in self._points)
        self.setAccessibleName(look.words.say("LIST_COMMA").join(said))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the five lines, the steps and the points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.theme.font("caption"))
        self._paint_lines(painter)
        if self._points:
            self._paint_steps(painter)
        painter.end()

    def _height_of(self, grade: RiskTolerance) -> float:
        edge = self._line_high() / 2 + 4
        return edge + (self.height() - self._line_high() - 2 * edge - 4) * (5 - grade.level) / 4

    def _line_high(self) -> int:
        return QFontMetrics(self._look.theme.font("caption")).height()

    def _paint_lines(self, painter: QPainter) -> None:
        theme = self._look.theme
        for grade in RiskTolerance:
            y = self._height_of(grade)
            painter.fillRect(QRectF(36, y, self.width() - 36, 1), theme.color("line"))
            painter.setPen(theme.color("ink_2"))
            place = QRectF(0, y - self._line_high() / 2, 34, self._line_high())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, grade.name)

    def _paint_steps(self, painter: QPainter) -> None:
        theme = self._look.theme
        room = (self.width() - 60) / max(len(self._points), 1)
        places = [
            QPointF(60 + room * place, self._height_of(one.grade))
            for place, one in enumerate(self._points)
        ]
        line = QPolygonF()
        for place in places:
            if line.count():
                line.append(QPointF(place.x(), line.last().y()))
            line.append(place)
        line.append(QPointF(self.width(), places[-1].y()))
        painter.setPen(QPen(theme.color("primary"), 2))
        painter.drawPolyline(line)
        for place, one in zip(places, self._points, strict=True):
            painter.setBrush(theme.color("primary" if one.by_client else "surface"))
            painter.drawEllipse(place, 5, 5)
        self._paint_days(painter, places, room)

    def _paint_days(self, painter: QPainter, places: Sequence[QPointF], room: float) -> None:
        painter.setPen(self._look.theme.color("ink_2"))
        high = self._line_high()
        months = [self._look.words.month(one.day) for one in self._points]
        wide = max(map(painter.fontMetrics().horizontalAdvance, months)) + 8
        every = ceil(wide / room)  # the last one always says its month
        for place, month in list(zip(places, months, strict=True))[::-1][::every]:
            left = max(0, min(place.x() - wide / 2, self.width() - wide))
            below = QRectF(left, self.height() - high, wide, high)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, month)
