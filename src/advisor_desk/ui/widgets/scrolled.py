"""Places that scroll where what stands in them is longer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

LEAST = 96


class ScrollArea(QScrollArea):
    """Scrolls up and down only, without a frame; Tab passes it by."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def turn(self, pages: int) -> None:
        """Scroll down by what is seen at once, or with -1 up."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())


def scrolled(widget: QWidget) -> ScrollArea:
    """Return ``widget`` in a place of its own that scrolls where it must."""
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    area = ScrollArea()
    area.setWidget(inner)
    # It takes what is left: its list must not make the page longer than the screen.
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    area.setMinimumHeight(LEAST)
    return area
