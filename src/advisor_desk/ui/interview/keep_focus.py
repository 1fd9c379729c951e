"""Parts of a page are built anew; the keyboard stays where it was."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@contextmanager
def focus_kept(page: QWidget) -> Iterator[None]:
    """Give the keyboard back to what bears the name of what had it; else it is left alone."""
    now = page.focusWidget()
    name = now.objectName() if now is not None and now.hasFocus() else ""
    yield
    if not name:
        return
    for found in page.findChildren(QWidget, name):
        if found.isVisibleTo(page) and found.isEnabled() and not found.hasFocus():
            found.setFocus(Qt.FocusReason.OtherFocusReason)
