"""The adviser on the client's screen: the first character of the name in a circle."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from advisor_desk.ui.look import Look


def paint_initial(on: QWidget, look: Look, name: str, font: str) -> None:
    """Paint circle and character as large as the widget."""
    painter = QPainter(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.color("primary_tint"))
    painter.drawEllipse(QRectF(on.rect()))
    painter.setPen(look.theme.color("primary"))
    painter.setFont(look.theme.font(font))
    painter.drawText(on.rect(), Qt.AlignmentFlag.AlignCenter, name[:1])
    painter.end()
