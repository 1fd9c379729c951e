"""Arrow keys among neighbours of one kind: they move the focus and choose nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_STEPS = {
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Left): -1,
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_Right): 1,
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_enter(event: QKeyEvent) -> bool:
    """Say whether it is Enter alone: with Ctrl it is the adviser's, and answers for nobody."""
    alone = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
    return event.key() in ENTER and event.modifiers() in alone


def step_by_arrow(widget: QWidget, event: QKeyEvent) -> bool:
    """Move the focus to the neighbour an arrow points to; False: the key is no arrow.

    The focus stays inside: at the last neighbour an arrow does nothing.
    """
    step = _STEPS.get(event.key())
    if step is None:
        return False
    holder = widget.parentWidget()
    every = holder.findChildren(type(widget), options=_DIRECT) if holder is not None else []
    may_go = [one for one in every if one is widget or (one.isEnabled() and one.isVisible())]
    place = may_go.index(widget) + step if widget in may_go else -1
    if 0 <= place < len(may_go):
        may_go[place].setFocus(Qt.FocusReason.TabFocusReason)
    return True


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
