"""Keys of a button among neighbours: Enter presses, arrows move the focus and choose nothing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

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


def press_or_step(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button, or move the focus to the neighbour an arrow points to; False: other keys.

    The focus stays inside: at the last neighbour an arrow does nothing.
    """
    if is_enter(event):
        button.click()
        return True
    step = _STEPS.get(event.key())
    if step is None:
        return False
    holder = button.parentWidget()
    every = holder.findChildren(type(button), options=_DIRECT) if holder is not None else []
    may_go = [one for one in every if one is button or (one.isEnabled() and one.isVisible())]
    place = may_go.index(button) + step if button in may_go else -1
    if 0 <= place < len(may_go):
        may_go[place].setFocus(Qt.FocusReason.TabFocusReason)
    return True


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
