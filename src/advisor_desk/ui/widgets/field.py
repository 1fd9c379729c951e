"""A field: its label above, help or what is wrong below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.editors import LinesEditor, TextEditor
from advisor_desk.ui.widgets.icon import Icon
from advisor_desk.ui.widgets.label import Label, restyle


class Field(QWidget):
    """One editor with its label. The line below keeps its height: nothing jumps."""

    def __init__(
        self, look: Look, label: str, editor: QWidget, hint: str = "", name: str = ""
    ) -> None:
        super().__init__()
        self.editor = editor
        self._help = hint
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
        if not isinstance(self._takes_keys, LinesEditor):
            column.addStretch(1)  # beside a taller field all of it stays at the top
        self._below.setMinimumHeight(self._below.fontMetrics().height())

    def set_error(self, text: str) -> None:
        """Say what is wrong with it; empty: nothing, and the help stands there again."""
        is_wrong = bool(text)
        self._below.say(text or self._help)
        self._below.set_tone("stop" if is_wrong else "ink_2")
        self._mark.setVisible(is_wrong)
        self._takes_keys.setAccessibleDescription(text or self._help)
        if bool(self._takes_keys.property("wrong")) != is_wrong:
            self._takes_keys.setProperty("wrong", is_wrong)
            restyle(self._takes_keys)

    def error(self) -> str:
        """Return what is said to be wrong."""
        return self._below.text() if self._mark.isVisibleTo(self) else ""
