"""Number and password of a colleague who signs in beside the adviser; the password is kept nowhere.

``given`` carries both. The field is emptied as soon as it was given, right or wrong.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from advisor_desk.services.staff_rules import LONGEST_PASSWORD
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.button import Button
from advisor_desk.ui.widgets.editors import LineEditor
from advisor_desk.ui.widgets.field import Field
from advisor_desk.ui.widgets.label import Label


class ColleagueFields(QWidget):
    """``<name>.user``, ``<name>.password`` and ``<name>.confirm``; ``said`` is on the button."""

    given = Signal(str, str)

    def __init__(self, look: Look, name: str, said: str) -> None:
        super().__init__()
        words, size = look.words, look.theme.size
        self.user = _line(look, f"{name}.user")
        self.password = _line(look, f"{name}.password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.confirm = Button(look, said, "primary", name=f"{name}.confirm")
        self.confirm.clicked.connect(self._give)
        self.user.returnPressed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self._give)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size("m"))
        row.addWidget(Field(look, words.say("COLLEAGUE_USER"), self.user), 1)
        row.addWidget(Field(look, words.say("COLLEAGUE_PASSWORD"), self.password), 1)
        self._error = Label(look, "", "body", "stop")
        foot = QHBoxLayout()
        foot.setSpacing(size("m"))
        foot.addWidget(self._error, 1)
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("s"))
        column.addLayout(row)
        column.addLayout(foot)
        self.setFocusProxy(self.user)

    def refuse(self, text: str) -> None:
        """Say why it was not taken; empty: nothing is wrong."""
        self._error.say(text)

    def empty(self) -> None:
        """Forget what was typed."""
        self.user.clear()
        self.password.clear()
        self._error.say("")

    def _give(self) -> None:
        user, password = self.user.text().strip(), self.password.text()
        if not user or not password:
            (self.password if user else self.user).setFocus()
            return
        self.password.clear()
        self.password.setFocus()  # the button may close meanwhile; the keyboard stays here
        self.given.emit(user, password)


def password_editor(look: Look, name: str) -> LineEditor:
    """Return a line for a password, from which Enter goes on to the next field."""
    editor = LineEditor(look, name, longest=LONGEST_PASSWORD)
    editor.setEchoMode(QLineEdit.EchoMode.Password)
    return editor


def _line(look: Look, name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setFont(look.theme.font("body"))
    line.setFixedHeight(look.theme.size("control"))
    return line
