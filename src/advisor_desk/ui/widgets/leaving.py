"""Knowing when the keyboard leaves an editor: what was typed there is then finished."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from advisor_desk.ui.widgets.editors import TextEditor


class Leaving(QObject):
    """Tells ``left`` when an editor is left, not when a list or a menu opens over it."""

    left = Signal()

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        takes_keys = editor.editor if isinstance(editor, TextEditor) else editor
        takes_keys.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear the focus go."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and _is_for_good(event):
            self.left.emit()
        return super().eventFilter(watched, event)


def _is_for_good(event: QFocusEvent) -> bool:
    return event.reason() != Qt.FocusReason.PopupFocusReason
