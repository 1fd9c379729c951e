"""A place that shows one page at a time, built anew when it changes and is seen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget


class OnePage(QWidget):
    """Subclasses make the page. While another place is shown it waits, for it may change again."""

    def __init__(self, first: str) -> None:
        super().__init__()
        self._page = first
        self._built: QWidget | None = None  # a page that is shown with the next turn of the loop
        self._is_stale, self._is_new = True, False
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Build the page now if it changed while another place was shown."""
        super().showEvent(event)
        self._is_new = False
        if self._is_stale:
            self._show()

    def _made(self) -> QWidget:
        raise NotImplementedError

    def _go(self, page: str) -> None:
        self._page = page
        self._show()

    def _show(self) -> None:
        """Build the page, unless nobody sees it."""
        self._is_stale = not self.isVisible()
        if self._is_stale:
            return
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        made, self._built = self._built or self._made(), None
        self._stack.addWidget(made)
        self._is_new = True
        self._focus()

    def _focus(self) -> None:
        first = getattr(self._stack.currentWidget(), "first_focus", None)
        if callable(first):
            first().setFocus(Qt.FocusReason.OtherFocusReason)
