"""One start of a window in a process of its own; says on standard output how it went.

``empty``: a bare ``QMainWindow``. ``sign-in``: ours until its first paint. ``loading``: ours until
the home is open behind the sign-in, with every gap of the event loop.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

LONGEST_S = 30


class Painted(QObject):
    """Calls once, when the window it watches has painted itself."""

    def __init__(self, window: QMainWindow, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then: Callable[[], None] | None = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.UpdateRequest and self._then is not None:
            then, self._then = self._then, None
            QTimer.singleShot(0, then)
        return super().eventFilter(watched, event)


class Gaps(QObject):
    """Writes down how long the event loop was away each time, until ``ready`` says so."""

    def __init__(self, ready: Callable[[], bool]) -> None:
        super().__init__()
        self._ready = ready
        self._began = self._last = time.monotonic()
        self.lengths: list[float] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        now = time.monotonic()
        self.lengths.append((now - self._last) * 1000)
        self._last = now
        if self._ready():
            self._timer.stop()
            QApplication.quit()
        elif now - self._began > LONGEST_S:
            raise SystemExit("never ready")


class Start:
    """One window from its making on."""

    def __init__(self, what: str, home: Path) -> None:
        self.watches = what == "loading"
        self.painted_at = 0.0
        self.modules: list[str] = []
        self.gaps: Gaps | None = None
        if what == "empty":
            self.window = QMainWindow()
            self.window.resize(1280, 800)
        else:
            self.window = importlib.import_module("advisor_desk.ui").create(home)
        Painted(self.window, self.painted)
        self.window.show()

    def painted(self) -> None:
        self.painted_at = time.monotonic()
        self.modules = sorted({name.partition(".")[0] for name in sys.modules})
        if self.watches:
            self.gaps = Gaps(lambda: self.window.is_ready)
        else:
            QApplication.quit()


def main(what: str, home: Path) -> None:
    application = QApplication([])
    start = Start(what, home)
    application.exec()
    took = (time.monotonic() - start.painted_at) * 1000
    lengths = start.gaps.lengths if start.gaps else [0.0]
    found = {
        "painted": start.painted_at,
        "modules": start.modules,
        "longest_gap_ms": max(lengths),
        "loaded_ms": took,
    }
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()
    start.window.close()


main(sys.argv[1], Path(sys.argv[2]))
