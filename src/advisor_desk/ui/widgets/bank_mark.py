"""The mark of the invented bank: an arch in a rounded square."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from advisor_desk.ui.look import Look


class BankMark(QWidget):
    """The mark, ``side`` pixels wide and high; ``on_rail``: white ground, as on the dark rail."""

    def __init__(self, look: Look, side: int, *, on_rail: bool = False) -> None:
        super().__init__()
        colors = ("on_rail", "rail") if on_rail else ("primary", "on_primary")
        self._ground, self._arch = (look.theme.color(token) for token in colors)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the square and two arches, one inside the other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(self.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(QRectF(0, 0, side, side), side * 0.2, side * 0.2)
        pen = QPen(self._arch, side * 0.09)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for inset, top in ((0.22, 0.22), (0.39, 0.39)):
            painter.drawPath(_arch(side, inset, top))
        painter.end()


def _arch(side: float, inset: float, top: float) -> QPainterPath:
    left, right, foot = side * inset, side * (1 - inset), side * 0.78
    width = right - left
    path = QPainterPath()
    path.moveTo(left, foot)
    path.lineTo(left, side * top + width / 2)
    path.arcTo(QRectF(left, side * top, width, width), 180, -180)
    path.lineTo(right, foot)
    return path
