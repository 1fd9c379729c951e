"""The note on pages that take the whole width: beside the page for as long as it is written."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from advisor_desk.ui.interview.panes import has_keyboard
from advisor_desk.ui.interview.side_panel import SidePanel


class NoteAtHand:
    """Shows the side panel where a page hides it. ``back`` puts the keyboard on the page."""

    def __init__(self, panel: SidePanel, back: Callable[[], None]) -> None:
        self._panel = panel
        self._back = back
        self._page: QWidget | None = None
        self._before: QWidget | None = None  # what had the keyboard
        self._is_taken = False
        self._escape = QShortcut(QKeySequence("Escape"), panel)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self._put_away)
        panel.note_kept.connect(self._kept)

    def show_beside(self, page: QWidget, *, is_closed: bool) -> None:
        """Show the panel beside a page, or not; ``is_closed``: the desk is the witness's."""
        if is_closed or page is not self._page:
            self._is_taken = False
        self._page = page
        is_hidden = bool(getattr(page, "hides_side_panel", False))
        self._escape.setEnabled(is_hidden)
        self._panel.setVisible(not is_hidden or self._is_taken)

    def take(self, now: QWidget | None) -> None:
        """Put the keyboard into the note; where it was taken, and has it, put it away again."""
        if self._is_taken and has_keyboard(self._panel):
            self._put_away()
            return
        if self._panel.isHidden():
            self._is_taken, self._before = True, now
            self._panel.show()
        self._panel.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _kept(self) -> None:
        if self._is_taken and not self._panel.note.text():
            self._put_away()

    def _put_away(self) -> None:
        self._is_taken = False
        self._panel.hide()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._back()
