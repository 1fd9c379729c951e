"""Loading the rest of the program behind the painted sign-in.

Records, forms and signatures take longer to load than the first window to paint; the person types
a number and a password meanwhile. They are loaded on a thread. What shows something is loaded
between two events of the window, a module at a time: PySide notes every class made from one of
Qt's in a table that the window's thread reads without a lock, so that a class made on another
thread while a screen reader asks ends the program.
"""

import gc
import importlib
import pkgutil
import sys
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer, Signal

BEHIND_THE_WINDOW = ("demo", "desk", "interviews", "station")  # of services, with all they need
IN_THE_WINDOW = ("theme", "widgets", "papers", "client", "imports", "screens", "interview", "shell")
DESK_SIDE = "advisor_desk.ui.shell.desk_side"


class _Loading(QThread):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.error: BaseException | None = None

    def run(self) -> None:
        """Import, on this thread."""
        try:
            for name in BEHIND_THE_WINDOW:
                importlib.import_module(f"advisor_desk.services.{name}")
        except BaseException as error:  # noqa: BLE001 - raised again in the window's thread
            self.error = error


def _window_modules() -> Iterator[str]:
    """Name what shows something, what others stand on first."""
    for part in IN_THE_WINDOW:
        package = importlib.import_module(f"advisor_desk.ui.{part}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield found.name


class Loader(QObject):
    """``loaded`` carries ``DESK_SIDE``; an error while loading is raised in the window's thread."""

    loaded = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._loading = _Loading(self)
        self._loading.finished.connect(self._ended)
        self._modules = _window_modules()
        self._is_over = False

    def start(self) -> None:
        """Begin, once the window was painted; the program does not end before it has ended."""
        if self._is_over:
            return
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.wait)
        self._loading.start(QThread.Priority.LowPriority)

    def wait(self) -> None:
        """Wait for the end, or never begin: before the program ends."""
        self._is_over = True
        self._loading.wait()

    def _ended(self) -> None:
        if self._loading.error is not None:
            raise self._loading.error
        self._load_next()

    def _load_next(self) -> None:
        if self._is_over:
            return
        name = next((one for one in self._modules if one not in sys.modules), None)
        if name is not None:
            importlib.import_module(name)
            QTimer.singleShot(0, self, self._load_next)
            return
        gc.freeze()  # what was loaded stays: looking for garbage passes over it
        self.loaded.emit(importlib.import_module(DESK_SIDE))
