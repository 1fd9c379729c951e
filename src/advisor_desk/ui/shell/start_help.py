"""Help before anybody is signed in: the sheet of keys in place of the sign-in, and back."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.shell.help_page import HelpPage
from advisor_desk.ui.widgets import Button

KEYS = ("F1", "Ctrl+?")


class StartHelp(QWidget):
    """The sheet with a way back, by its button, by Esc, or by the key that opened it."""

    def __init__(self, look: Look, leave: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("login.help")
        size = look.theme.size
        self.back = Button(look, look.words.say("LOGIN_HELP_BACK"), icon="arrow-left", key="Esc",
                           name="login.help.back")  # fmt: skip
        self.back.clicked.connect(leave)
        row = QHBoxLayout()
        row.setContentsMargins(size("l"), size("m"), size("l"), size("m"))
        row.addWidget(self.back)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(HelpPage(look), 1)
        column.addLayout(row)
        bind_keys(self, (*KEYS, "Escape"), leave)


def bind_keys(page: QWidget, keys: tuple[str, ...], done: Callable[[], None]) -> None:
    """Do something at any of the keys while a page is shown."""
    for key in keys:
        QShortcut(QKeySequence(key), page).activated.connect(done)
