"""Fields people type into. What is typed is told while typing, and told as finished once.

``finished`` comes when the focus leaves or typing rests for a moment, never twice for the same
text, never while an input method is still composing. Enter goes to the next field; it confirms
nothing. Setting a text by program tells nobody. Invisible characters that no record takes are not
taken into a field either; ``left_out`` says so.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from advisor_desk.domain.text import without_refused
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme.tokens import CLIENT
from advisor_desk.ui.widgets.neighbours import ENTER, is_enter

REST_MS = 800
LONGEST = 2_000
CLIENT_HIGH = 64


class _Told(QObject):
    """Decides when a text is finished: after a rest, or when the focus leaves."""

    finished = Signal(str)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._text = ""
        self._told = ""
        self.is_composing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.tell)

    def take(self, text: str) -> None:
        """Take a text set by program: it counts as told."""
        self._text = self._told = text
        self._rest.stop()

    def typed(self, text: str) -> None:
        """Take a text that is being typed."""
        self._text = text
        self._rest.start()

    def tell(self) -> None:
        """Tell the text, unless it was told or is still being composed."""
        if self.is_composing:
            self._rest.start()
            return
        self._rest.stop()
        if self._text != self._told:
            self._told = self._text
            self.finished.emit(self._text)


class LineEditor(QLineEdit):
    """One line."""

    edited = Signal(str)
    finished = Signal(str)
    left_out = Signal()

    def __init__(self, look: Look, name: str, *, longest: int = LONGEST) -> None:
        super().__init__()
        self.setObjectName(name)
        for_client = look.theme.name == CLIENT
        self.setFont(look.theme.font("client_body" if for_client else "body"))
        self.setFixedHeight(CLIENT_HIGH if for_client else look.theme.size("control"))
        self.setMaxLength(longest)
        self._is_shown_by_program = False
        self._teller = _Told(self)
        self._teller.finished.connect(self._finish)
        self.textChanged.connect(self._typed)  # textEdited is silent about what is dictated

    def setText(self, text: str | None, /) -> None:  # noqa: N802 - Qt's name
        """Show a text by program. Qt's own way for dictation and braille does not pass here."""
        self._is_shown_by_program = True
        super().setText(text)
        self._is_shown_by_program = False

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody; the one shown stays as it is, cursor and all."""
        if text != self.text():
            self.setText(self._shown(text))
            self._teller.take(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter go to the next field; while composing it belongs to the input method."""
        if event.key() in ENTER and self._teller.is_composing:
            return
        if is_enter(event):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Know whether something is still being composed."""
        self._teller.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what was typed."""
        super().focusOutEvent(event)
        self._teller.is_composing = False
        self._teller.tell()

    def _shown(self, text: str) -> str:
        return text

    def _typed(self, typed: str) -> None:
        if self._is_shown_by_program:
            return
        taken = without_refused(typed)
        if taken != typed:
            cursor = len(without_refused(typed[: self.cursorPosition()]))
            self.setText(taken)
            self.setCursorPosition(cursor)
        text = self.text()
        self._teller.typed(text)
        self.edited.emit(text)
        if taken != typed:
            self.left_out.emit()

    def _finish(self, text: str) -> None:
        self.finished.emit(text)


class LinesEditor(QPlainTextEdit):
    """Several lines. Enter makes a new one, Tab goes to the next field."""

    edited = Signal(str)
    finished = Signal(str)
    left_out = Signal()

    def __init__(self, look: Look, name: str, *, longest: int = LONGEST) -> None:
        super().__init__()
        self._longest = longest
        self.setObjectName(name)
        self.setFont(look.theme.font("client_body" if look.theme.name == CLIENT else "body"))
        self.setTabChangesFocus(True)
        self._is_shown_by_program = False
        self._teller = _Told(self)
        self._teller.finished.connect(self._finish)
        self.textChanged.connect(self._changed)

    def text(self) -> str:
        """Return what stands there."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody."""
        if text != self.text():
            self._put(text)
            self._teller.take(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Know whether something is still being composed."""
        self._teller.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell what was typed."""
        super().focusOutEvent(event)
        self._teller.is_composing = False
        self._teller.tell()

    def _changed(self) -> None:
        if self._is_shown_by_program:
            return
        if len(self.text()) > self._longest and not self._teller.is_composing:
            self._put(self.text()[: self._longest])
            self.moveCursor(QTextCursor.MoveOperation.End)
        typed = self.text()
        taken = without_refused(typed, lines=True)
        if taken != typed:
            self._put(taken)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._teller.typed(taken)
        self.edited.emit(taken)
        if taken != typed:
            self.left_out.emit()

    def _put(self, text: str) -> None:
        self._is_shown_by_program = True
        self.setPlainText(text)
        self._is_shown_by_program = False

    def _finish(self, text: str) -> None:
        self.finished.emit(text)


class TextEditor(QWidget):
    """A text of one line or of several."""

    edited = Signal(str)
    finished = Signal(str)

    def __init__(
        self, look: Look, name: str, *, many_lines: bool = False, longest: int = LONGEST
    ) -> None:
        super().__init__()
        self._editor: LineEditor | LinesEditor = (
            LinesEditor(look, name, longest=longest)
            if many_lines
            else LineEditor(look, name, longest=longest)
        )
        self._editor.edited.connect(self.edited)
        self._editor.finished.connect(self.finished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._editor)
        self.setFocusProxy(self._editor)

    @property
    def editor(self) -> QWidget:
        """Return what takes the keyboard."""
        return self._editor

    def text(self) -> str:
        """Return what stands there."""
        return self._editor.text()

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody."""
        self._editor.set_text(text)

    def set_hint(self, text: str) -> None:
        """Show a grey example while nothing is typed."""
        self._editor.setPlaceholderText(text)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name what takes the keyboard."""
        self._editor.setAccessibleName(name)
