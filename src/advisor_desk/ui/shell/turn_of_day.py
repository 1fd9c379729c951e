"""The clock on the wall: what it shows, and that a new day has begun while somebody works."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

TICK_MS = 10_000


class TurnOfDay(QObject):
    """``ticked`` every few seconds; ``turned`` once when the day is another than it was."""

    ticked = Signal()
    turned = Signal()

    def __init__(self, owner: QObject, today: Callable[[], date | None]) -> None:
        """Begin with today. ``today`` gives None while it cannot be asked: then later."""
        super().__init__(owner)
        self._today = today
        self._day = today()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def tick(self) -> None:
        """Look at the clock."""
        self.ticked.emit()
        day = self._today()
        if day is None or day == self._day:
            return
        self._day = day
        self.turned.emit()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
