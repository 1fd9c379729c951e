"""A name of any length on one line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.label import Label

ROUNDING = 2  # of widths, up
FEWEST = 4  # characters of a name that must have room


class NameLabel(Label):
    """A name on one line: cut where it has no room, whole as tool tip and to a screen reader."""

    def __init__(self, look: Look, name: str, kind: str = "body") -> None:
        super().__init__(look, name, kind, wrap=False)
        self._whole = name
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for room for the whole name."""
        wide = self.fontMetrics().horizontalAdvance(self._whole) + ROUNDING
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be content with a few characters."""
        few = self.fontMetrics().horizontalAdvance("漢") * FEWEST
        return QSize(min(few, self.sizeHint().width()), super().minimumSizeHint().height())

    def show_name(self, name: str) -> None:
        """Show another name."""
        if name != self._whole:
            self._whole = name
            self.setAccessibleName(name)
            self.updateGeometry()
            self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut it to the room it has."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        self.say(self.fontMetrics().elidedText(self._whole, mode, self.width()))
        self.setToolTip("" if self.text() == self._whole else self._whole)
