"""Fields people type into. What is typed is told while typing, and told as finished once.

``finished`` comes when the focus leaves or typing rests for a moment, never twice for the same
text, never while an input method is still composing. Enter goes to the next field; it confirms
nothing. Setting a text by program tells nobody. Invisible characters that no record takes are not
taken into a field either; ``left_out`` says so.
"""

import math
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

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

    takes_lines: ClassVar[bool] = True
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
        taken = without_refused(typed, lines=self.takes_lines)
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


class GrowingEditor(LinesEditor):
    """One paragraph, always seen whole: it grows with its text. Enter goes to the next field."""

    takes_lines: ClassVar[bool] = False

    def __init__(self, look: Look, name: str, *, longest: int = LONGEST) -> None:
        super().__init__(look, name, longest=longest)
        self._least = look.theme.size("control")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._place: QScrollArea | None = None
        self._grown = QTimer(self)
        self._grown.setSingleShot(True)
        self._grown.setInterval(0)
        self._grown.timeout.connect(self._stay_in_view)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self.setFixedHeight(self._least)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter go to the next field; while composing it belongs to the input method."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not self._teller.is_composing:
            if is_enter(event):
                self.focusNextChild()
            else:
                event.ignore()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Find the place that scrolls, to stay in view when that grows too."""
        super().showEvent(event)
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None and above is not self._place:
            self._place = above
            above.verticalScrollBar().rangeChanged.connect(self._look_later)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as many lines as the new width asks for."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        around = self.height() - self.viewport().height()
        text = self.blockBoundingRect(self.document().firstBlock()).height()
        text += 2 * self.document().documentMargin()
        self.setFixedHeight(max(self._least, math.ceil(text) + around))
        self._look_later()

    def _look_later(self) -> None:
        self._grown.start()

    def _stay_in_view(self) -> None:
        if self._place is not None and self.hasFocus():
            self._place.ensureWidgetVisible(self, 0, self._least)


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
