"""Fields people type into. What is typed is told while typing, and told as finished once.

``finished`` comes when the focus leaves or typing rests for a moment, never twice for the same
text, never while an input method is still composing. Enter goes to the next field; it confirms
nothing. Setting a text by program tells nobody.
"""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from advisor_desk.domain.money import Money
from advisor_desk.domain.trouble import BadInput
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.label import restyle

REST_MS = 800
LONGEST = 2_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


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

    def __init__(self, look: Look, name: str, *, longest: int = LONGEST) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFont(look.theme.font("body"))
        self.setFixedHeight(look.theme.size("control"))
        self.setMaxLength(longest)
        self._teller = _Told(self)
        self._teller.finished.connect(self._finish)
        self.textEdited.connect(self._typed)

    def set_text(self, text: str) -> None:
        """Show a text without telling anybody; the one shown stays as it is, cursor and all."""
        if text != self.text():
            self.setText(text)
        self._teller.take(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter go to the next field."""
        if event.key() in _ENTER and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
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

    def _typed(self, text: str) -> None:
        self._teller.typed(text)
        self.edited.emit(text)

    def _finish(self, text: str) -> None:
        self.finished.emit(text)


class LinesEditor(QPlainTextEdit):
    """Several lines. Enter makes a new one, Tab goes to the next field."""

    edited = Signal(str)
    finished = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFont(look.theme.font("body"))
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
            self._is_shown_by_program = True
            self.setPlainText(text)
            self._is_shown_by_program = False
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
        if not self._is_shown_by_program:
            self._teller.typed(self.text())
            self.edited.emit(self.text())

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
            LinesEditor(look, name) if many_lines else LineEditor(look, name, longest=longest)
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

    def set_read_only(self, is_fixed: bool) -> None:
        """Let it be read and copied, not typed into."""
        self._editor.setReadOnly(is_fixed)
        restyle(self._editor)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name what takes the keyboard."""
        self._editor.setAccessibleName(name)


class AmountEditor(LineEditor):
    """An amount in yuan. Grouped while nobody types in it; ``text`` and ``finished`` are plain."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, longest=24)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def text(self) -> str:
        """Return the amount without groups, as ``Money.parse`` reads it."""
        return super().text().replace(",", "").replace("，", "").strip()

    def set_text(self, text: str) -> None:
        """Show a plain amount."""
        if text != self.text():
            self.setText(text if self.hasFocus() else _grouped(text))
        self._teller.take(text)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show it plain for typing."""
        super().focusInEvent(event)
        self.setText(self.text())
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell it, and show it grouped again."""
        super().focusOutEvent(event)
        self.setText(_grouped(self.text()))

    def _typed(self, _text: str) -> None:
        super()._typed(self.text())


def _grouped(text: str) -> str:
    try:
        return Money.parse(text).figures()
    except BadInput:
        return text


class DayEditor(LineEditor):
    """A day as ``2026-11-23``. Typed, never spun: no wheel and no arrow changes a day."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, longest=10)
        self.setPlaceholderText("2026-11-23")

    def text(self) -> str:
        """Return what was typed, ``20261123`` and other dashes brought to the one form."""
        plain = super().text().strip().translate(str.maketrans("/.－年月", "-----", "日"))
        digits = plain.replace("-", "")
        if len(digits) == DAY_DIGITS and digits.isascii() and digits.isdigit():
            return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if "-" not in plain else plain
        return plain

    def day(self) -> date | None:
        """Return the day; None where there is none or it cannot be read."""
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            return None

    def set_text(self, text: str) -> None:
        """Show a day."""
        if text != self.text():
            self.setText(text)
        self._teller.take(text)

    def _typed(self, _text: str) -> None:
        super()._typed(self.text())

    def event(self, event: QEvent) -> bool:
        """Pass the wheel on to the page."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().event(event)


DAY_DIGITS = 8
