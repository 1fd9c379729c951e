"""A field: its label above, help or what is wrong below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.editors import LineEditor, LinesEditor, TextEditor
from advisor_desk.ui.widgets.icon import Icon
from advisor_desk.ui.widgets.label import Label, restyle


class Field(QWidget):
    """One editor with its label. The line below keeps its height: nothing jumps."""

    def __init__(
        self, look: Look, label: str, editor: QWidget, hint: str = "", name: str = ""
    ) -> None:
        super().__init__()
        self.editor = editor
        self._left_out = look.words.say("FIELD_LEFT_OUT")
        self._help, self._error, self._note = hint, "", ""
        self._takes_keys = editor.editor if isinstance(editor, TextEditor) else editor
        if name:
            self._takes_keys.setObjectName(name)
        self._takes_keys.setAccessibleName(label)
        title = Label(look, label, "strong")
        title.setBuddy(self._takes_keys)
        self._below = Label(look, hint, "caption", "ink_2")
        self._mark = Icon(look, "alert-circle", "stop", 16)
        self._mark.hide()
        line = QHBoxLayout()
        line.setSpacing(look.theme.size("xs"))
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("xs"))
        column.addWidget(title)
        column.addWidget(editor)
        column.addLayout(line)
        if isinstance(self._takes_keys, LineEditor | LinesEditor):
            self._takes_keys.edited.connect(self._forget_note)
            self._takes_keys.left_out.connect(self._say_left_out)
        if not isinstance(self._takes_keys, LinesEditor):
            column.addStretch(1)  # beside a taller field all of it stays at the top
        self._below.setMinimumHeight(self._below.fontMetrics().height())

    def say_below(self, hint: str, error: str) -> None:
        """Take another help, and say what is wrong with it."""
        self._help = hint
        self.set_error(error)

    def set_error(self, text: str) -> None:
        """Say what is wrong with it; empty: nothing, and the help stands there again."""
        self._error = text
        self._show_below()

    def error(self) -> str:
        """Return what is said to be wrong."""
        return self._below.text() if self._mark.isVisibleTo(self) else ""

    def _say_left_out(self) -> None:
        self._note = self._left_out
        self._show_below()

    def _forget_note(self) -> None:
        if self._note:
            self._note = ""
            self._show_below()

    def _show_below(self) -> None:
        is_wrong, said = bool(self._error), self._error or self._note or self._help
        self._below.say(said)
        self._below.set_tone("stop" if is_wrong else "ink" if self._note else "ink_2")
        self._mark.setVisible(is_wrong)
        self._takes_keys.setAccessibleDescription(said)
        if bool(self._takes_keys.property("wrong")) != is_wrong:
            self._takes_keys.setProperty("wrong", is_wrong)
            restyle(self._takes_keys)
