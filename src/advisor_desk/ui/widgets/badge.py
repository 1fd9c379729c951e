"""Grades: a product's square with five rising bars, a client's round one with five dots."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.painted import Painted

LEVELS = 5


class _Size(NamedTuple):
    width: int
    height: int
    kind: str
    mark: int  # width of one bar or dot


_SIZES = {
    "s": _Size(60, 24, "strong", 3),
    "m": _Size(84, 36, "section", 5),
    "l": _Size(120, 48, "title", 7),
}


def _scaled(size: _Size, scale: float) -> _Size:
    width, height, mark = (round(one * scale) for one in (size.width, size.height, size.mark))
    return _Size(width, height, size.kind, mark)


class GradeBadge(Painted):
    """Letter, number, shape and count say the grade; the shade only repeats it."""

    def __init__(self, look: Look, grade: ProductRisk | RiskTolerance, size: str = "s") -> None:
        super().__init__()
        self._look = look
        self._size = _scaled(_SIZES[size], look.theme.scale)
        self.setFixedSize(self._size.width, self._size.height)
        self.show_grade(grade)

    def show_grade(self, grade: ProductRisk | RiskTolerance) -> None:
        """Show another grade."""
        self._grade = grade
        self.setAccessibleName(grade.name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, name and five marks."""
        theme, level = self._look.theme, self._grade.level
        ink = theme.color(f"on_level_{level}")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = theme.color(
            "line_strong" if level <= 2 or theme.is_high_contrast else f"level_{level}"
        )
        painter.setPen(QPen(border, 1))
        painter.setBrush(theme.color(f"level_{level}"))
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        is_product = isinstance(self._grade, ProductRisk)
        corner = theme.radius("badge") if is_product else area.height() / 2
        painter.drawRoundedRect(area, corner, corner)
        painter.setPen(ink)
        painter.setFont(theme.font(self._size.kind))
        left = area.width() * 0.13
        name = QRectF(left, 0, area.width() / 2, area.height())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, self._grade.name)
        self._paint_marks(painter, ink, is_product=is_product)
        painter.end()

    def _paint_marks(self, painter: QPainter, ink: QColor, *, is_product: bool) -> None:
        mark, gap = self._size.mark, self._size.mark / 2
        width = LEVELS * mark + (LEVELS - 1) * gap
        left = self.width() * 0.92 - width
        off = QColor(ink)
        off.setAlphaF(self._look.theme.opacity("grade_off"))
        painter.setPen(Qt.PenStyle.NoPen)
        foot = self.height() * 0.68
        for place in range(LEVELS):
            painter.setBrush(ink if place < self._grade.level else off)
            x = left + place * (mark + gap)
            if is_product:
                high = self.height() * (0.12 + 0.07 * (place + 1))
                painter.drawRect(QRectF(x, foot - high, mark, high))
            else:
                painter.drawEllipse(QRectF(x, (self.height() - mark) / 2, mark, mark))
