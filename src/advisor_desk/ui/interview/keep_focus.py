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
    if not name or not page.isVisible():
        return
    for found in page.findChildren(QWidget, name):
        way_up = _way_up(found, page)
        if found.isEnabled() and not any(_is_put_away(one) for one in way_up):
            for one in reversed(way_up):
                one.setVisible(True)  # what was added just now is shown later by its layout
            found.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _way_up(widget: QWidget, page: QWidget) -> list[QWidget]:
    way = []
    one: QWidget | None = widget
    while one is not None and one is not page:
        way.append(one)
        one = one.parentWidget()
    return way


def _is_put_away(widget: QWidget) -> bool:
    """Say whether it was hidden on purpose: what was never shown yet counts as hidden too."""
    on_purpose = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return widget.isHidden() and on_purpose
