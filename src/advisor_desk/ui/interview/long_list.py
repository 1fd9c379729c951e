"""A part of a page that is longer than its place: it scrolls, the page does not."""

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QWidget

from advisor_desk.ui.widgets.scrolled import ScrollArea


class LongList(ScrollArea):
    """Call ``settle`` after what stands in it was built anew."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidget(inner)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._measure)

    def settle(self) -> None:
        """Measure anew once the new parts are shown: hidden ones have no height of their own."""
        self._later.start()

    def _measure(self) -> None:
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
