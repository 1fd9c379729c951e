"""The mark of the invented bank: an arch in a rounded square.

It is part of the first paint, so it is drawn from a file: a pen or a brush would load the
enumerations of ``Qt``, which takes longer than the whole page.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.ui.look import Look


@cache
def _drawing() -> str:
    return (data_folder("resources") / "icons" / "bank-mark.svg").read_text("utf-8")


class BankMark(QWidget):
    """The mark, ``side`` pixels wide and high; ``on_rail``: white ground, as on the dark rail."""

    def __init__(self, look: Look, side: int, *, on_rail: bool = False) -> None:
        super().__init__()
        ground, arch = ("on_rail", "rail") if on_rail else ("primary", "on_primary")
        drawing = _drawing().replace('"ground"', f'"{look.theme.hex(ground)}"')
        drawing = drawing.replace('"arch"', f'"{look.theme.hex(arch)}"')
        self._renderer = QSvgRenderer(QByteArray(drawing.encode()))
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it as large as the widget is."""
        painter = QPainter(self)
        self._renderer.render(painter, QRectF(0, 0, self.width(), self.height()))
        painter.end()
