"""Looking for garbage: between two events of the window, on its own thread.

Python looks for it wherever it happens to be: on a helper thread, or while Qt walks over the very
widgets that are to be thrown away. Either takes the process along. While a window is open it is
looked for here alone.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Garbage(QObject):
    """Looks every second from ``begin`` on, as thoroughly as Python would have by then."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Begin to look: what is loaded at the start is none."""
        self._timer.start()

    def look(self) -> None:
        """Look for as much as has gathered."""
        gathered = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [age for age, (count, limit) in enumerate(gathered) if count > limit]
        if due:
            gc.collect(due[-1])

    def close(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
