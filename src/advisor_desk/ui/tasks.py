"""Long acts on one helper thread, one at a time, while the window goes on painting.

Whoever runs an act here must not use the services until it has ended: the records know one act at
a time. The window shows that it is busy and takes no other act meanwhile.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from advisor_desk.domain.trouble import Trouble

Result = TypeVar("Result")


_Act = tuple[Future[Any], Callable[[Any], None], Callable[[Trouble], None]]


class Tasks(QObject):
    """One helper thread. ``busy_changed`` tells the window when to refuse other acts."""

    busy_changed = Signal(bool)
    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._helper = ThreadPoolExecutor(max_workers=1, thread_name_prefix="long act")
        self._waiting: list[_Act] = []
        self._ended.connect(self._take_ended, Qt.ConnectionType.QueuedConnection)

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
        future = self._helper.submit(work)
        self._waiting.append((future, done, failed))
        self.busy_changed.emit(True)
        future.add_done_callback(self._tell_window)

    def wait(self) -> None:
        """Take no more work and wait for the end of what is worked on: the records close next.

        Nobody is told of that end any more.
        """
        self._helper.shutdown()
        self._waiting.clear()

    def _tell_window(self, _future: object) -> None:
        self._ended.emit()

    @Slot()
    def _take_ended(self) -> None:
        if not self._waiting:
            return
        future, done, failed = self._waiting.pop(0)
        self.busy_changed.emit(self.busy)
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Trouble):
            failed(error)
        else:
            raise error
