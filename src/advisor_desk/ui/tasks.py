"""Long acts on one helper thread, one at a time, while the window goes on painting.

Whoever runs an act here must not use the services until it has ended: the records know one act at
a time. The window shows that it is busy and takes no other act meanwhile.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from advisor_desk.domain.trouble import Trouble

Result = TypeVar("Result")


class _Ending(QObject):
    """Carries the end of a task from the helper thread to the window's."""

    came = Signal(object, object)


class _Run(QRunnable):
    def __init__(self, work: Callable[[], object], ending: _Ending) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python owns it: deleted twice, it takes the process along
        self._work = work
        self._ending = ending

    def run(self) -> None:
        """Work, and hand over the result or what stopped it."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - raised again in the window's thread
            self._ending.came.emit(None, error)
        else:
            self._ending.came.emit(result, None)


class Tasks(QObject):
    """One helper thread. ``busy_changed`` tells the window when to refuse other acts."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: list[tuple[_Run, _Ending]] = []

    @property
    def busy(self) -> bool:
        """Say whether something is being worked on."""
        return bool(self._waiting)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        """Work on the helper thread; ``done`` or ``failed`` is called on the window's thread.

        Anything but a ``Trouble`` is a bug and is raised there.
        """
        ending = _Ending(self)
        run = _Run(work, ending)
        self._waiting.append((run, ending))

        def ended(result: Result, error: Exception | None) -> None:
            self._waiting.remove((run, ending))
            ending.deleteLater()
            self.busy_changed.emit(self.busy)
            if error is None:
                done(result)
            elif isinstance(error, Trouble):
                failed(error)
            else:
                raise error

        ending.came.connect(ended)
        self.busy_changed.emit(True)
        self._pool.start(run)

    def wait(self) -> None:
        """Wait until nothing is worked on any more: before the records are closed."""
        self._pool.waitForDone()
