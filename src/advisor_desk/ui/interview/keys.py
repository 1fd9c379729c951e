"""The keys of an interview, wherever the keyboard is in its window."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from advisor_desk.ui.interview.frame import InterviewFrame


class InterviewKeys:
    """Hands keys to the frame of the interview on the table; without one they do nothing."""

    def __init__(self, place: QWidget, frame: Callable[[], InterviewFrame | None]) -> None:
        self._place = place
        self._frame = frame
        self.bind(
            {
                "Ctrl+Return": self._next,
                "Ctrl+Enter": self._next,
                "Alt+Left": self._back,
                "Ctrl+Shift+S": self._pause,
                "F2": self._note,
                "F4": self._why,
                "F6": self._pane,
                "Shift+F6": self._pane_before,
            }
        )

    def bind(self, keys: Mapping[str, Callable[[], None]]) -> None:
        """Do something at each key; a key that is held down counts once."""
        for key, done in keys.items():
            shortcut = QShortcut(QKeySequence(key), self._place)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(done)

    def _next(self) -> None:
        if (frame := self._frame()) is not None:
            frame.finish_typing()
            frame.go_on()

    def _back(self) -> None:
        if (frame := self._frame()) is not None:
            frame.finish_typing()
            frame.go_back()

    def _pause(self) -> None:
        if (frame := self._frame()) is not None:
            frame.toggle_pausing()

    def _note(self) -> None:
        if (frame := self._frame()) is not None:
            frame.focus_note()

    def _why(self) -> None:
        if (frame := self._frame()) is not None:
            frame.toggle_why()

    def _pane(self) -> None:
        if (frame := self._frame()) is not None:
            frame.next_pane(1)

    def _pane_before(self) -> None:
        if (frame := self._frame()) is not None:
            frame.next_pane(-1)
