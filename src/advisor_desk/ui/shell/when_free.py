"""Going somewhere waits while the helper thread works: meanwhile nobody else reads the book.

What the book refuses on the way is said, wherever one goes.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.tasks import Tasks


class WhenFree(QObject):
    """Does what is wanted at once, or as soon as nothing is worked on; the last wish counts."""

    def __init__(self, owner: QObject, tasks: Tasks, failed: Callable[[Trouble], None]) -> None:
        super().__init__(owner)
        self._failed = failed
        self._tasks = tasks
        self._wanted: Callable[[], None] | None = None
        self._soon = QTimer(self)  # after those who began the work have heard of its end
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._do_wanted)
        tasks.busy_changed.connect(self._busy_changed)

    def do(self, wish: Callable[[], None]) -> None:
        """Do it now, or later."""
        if self._tasks.busy:
            self._wanted = wish
        else:
            self._wanted = None
            try:
                wish()
            except Trouble as trouble:
                self._failed(trouble)

    def _busy_changed(self, is_busy: bool) -> None:
        if not is_busy and self._wanted is not None:
            self._soon.start()

    def _do_wanted(self) -> None:
        if self._wanted is not None:
            self.do(self._wanted)
