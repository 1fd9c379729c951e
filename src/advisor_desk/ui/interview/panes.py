"""Moving the keyboard between the panes of the frame, and to where a page begins."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


def next_pane(panes: Sequence[QWidget], now: QWidget | None, step: int) -> None:
    """Move the keyboard to the next pane that takes it, or with -1 to the one before."""
    inside = [at for at, pane in enumerate(panes) if now is not None and pane.isAncestorOf(now)]
    start = inside[0] if inside else 0
    for turn in range(1, len(panes)):
        pane = panes[(start + step * turn) % len(panes)]
        if pane.isVisible() and focus_first(pane):
            return


def finish_typing(now: QWidget | None) -> None:
    """Let a field tell what was typed; it goes on being typed in, where it is still seen."""
    if isinstance(now, QLineEdit | QPlainTextEdit):
        now.clearFocus()
        if now.isVisible():
            now.setFocus(Qt.FocusReason.OtherFocusReason)


def has_keyboard(place: QWidget) -> bool:
    """Say whether something inside a place takes what is typed."""
    focused = QApplication.focusWidget()
    return focused is not None and place.isAncestorOf(focused)


def focus_page(page: QWidget) -> None:
    """Put the keyboard where a page wants to begin, else on its first control."""
    wanted = page.first_focus() if hasattr(page, "first_focus") else None
    if wanted is not None and wanted.isEnabled() and wanted.isVisibleTo(page):
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        focus_first(page)


def focus_named(place: QWidget, name: str) -> bool:
    """Put the keyboard on what bears a name, if it is shown there and takes it; say whether."""
    named = place.findChildren(QWidget, name) if name else []
    for found in named:
        if found.isVisible() and found.isEnabled():
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False


def focus_first(pane: QWidget) -> bool:
    """Put the keyboard on the first thing in a pane that takes it."""
    for child in pane.findChildren(QWidget):
        takes = child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and child.isVisibleTo(pane) and child.isEnabled():
            child.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False
