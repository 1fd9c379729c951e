"""Loading the heavy half of the program behind the painted sign-in.

Records, forms and signatures take longer to load than the first window to paint; the person types
a number and a password meanwhile. One module is named, and brings everything else.
"""

import gc
import importlib
from types import ModuleType

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

HEAVY = "advisor_desk.ui.shell.desk_side"


class _Loading(QThread):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.module: ModuleType | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        """Import, on this thread."""
        try:
            self.module = importlib.import_module(HEAVY)
        except BaseException as error:  # noqa: BLE001 - raised again in the window's thread
            self.error = error


class Loader(QObject):
    """``loaded`` carries the module; an error while loading is raised in the window's thread."""

    loaded = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._loading = _Loading(self)
        self._loading.finished.connect(self._ended)

    def start(self) -> None:
        """Begin, once the window was painted; the program does not end before it has ended."""
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.wait)
        self._loading.start(QThread.Priority.LowPriority)

    def wait(self) -> None:
        """Wait for the end: before the program ends."""
        self._loading.wait()

    def _ended(self) -> None:
        if self._loading.error is not None:
            raise self._loading.error
        gc.freeze()  # what was loaded stays: looking for garbage passes over it
        self.loaded.emit(self._loading.module)
