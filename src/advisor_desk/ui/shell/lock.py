"""Covering the window: locked while nobody is there, and turned to the client.

Whatever is covered is hidden, not only painted over: no key and no screen reader reaches it.
"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.bank_mark import BankMark
from advisor_desk.ui.widgets.button import Button
from advisor_desk.ui.widgets.label import Label

WIDTH = 384


class PasswordPage(QFrame):
    """The bank's name, and a password to go on. ``given`` carries what was typed."""

    given = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, title: str, text: str, *, may_leave: bool) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setProperty("box", "canvas")
        words, size = look.words, look.theme.size
        column = QVBoxLayout(self)
        column.addStretch(1)
        middle = QWidget()
        middle.setFixedWidth(WIDTH)
        inner = QVBoxLayout(middle)
        inner.setSpacing(size("s"))
        inner.addLayout(_bank(look))
        inner.addSpacing(size("m"))
        inner.addWidget(Label(look, title, "title"))
        inner.addWidget(Label(look, text, "body", "ink_2"))
        inner.addSpacing(size("s"))
        label = Label(look, words.say("LOGIN_PASSWORD"), "strong")
        inner.addWidget(label)
        self._password = QLineEdit()
        self._password.setObjectName(f"{name}.password")
        self._password.setAccessibleName(words.say("LOGIN_PASSWORD"))
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setFont(look.theme.font("lead"))
        self._password.setFixedHeight(48)
        self._password.returnPressed.connect(self._give)
        label.setBuddy(self._password)
        inner.addWidget(self._password)
        inner.addLayout(self._buttons(name, may_leave=may_leave))
        self._message = Label(look, "", "body", "stop")
        self._message.setObjectName(f"{name}.message")
        self._message.setMinimumHeight(44)
        inner.addWidget(self._message)
        row = QHBoxLayout()  # not by alignment: that gives words of two lines too little height
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.setFocusProxy(self._password)

    def refuse(self, text: str) -> None:
        """Say why it was not right."""
        self._go.setEnabled(True)
        self._password.clear()
        self._message.say(text)
        self._password.setFocus()

    def _buttons(self, name: str, *, may_leave: bool) -> QHBoxLayout:
        words = self._look.words
        row = QHBoxLayout()
        if may_leave:
            leave = Button(self._look, words.say("RETURN_NOT"), name=f"{name}.leave")
            leave.clicked.connect(self.left)
            row.addWidget(leave)
        row.addStretch(1)
        self._go = Button(
            self._look, words.say("LOCK_OPEN"), "primary", key="Enter", name=f"{name}.submit"
        )
        self._go.clicked.connect(self._give)
        row.addWidget(self._go)
        return row

    def _give(self) -> None:
        if self._password.text() and self._go.isEnabled():
            self._go.setEnabled(False)
            self.given.emit(self._password.text())


def _bank(look: Look) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.theme.size("m"))
    row.addWidget(BankMark(look, 48))
    row.addWidget(Label(look, look.words.say("LOGIN_BANK"), "section"), 1)
    return row


def lock_page(look: Look, *, waits: bool) -> PasswordPage:
    """Return the page over a locked window; ``waits``: an interview does, never said whose."""
    words = look.words
    text = words.say("LOCK_TEXT_PAUSED" if waits else "LOCK_TEXT")
    return PasswordPage(look, "lock.overlay", words.say("LOCK_TITLE"), text, may_leave=False)


def return_page(look: Look, leave: Callable[[], None]) -> PasswordPage:
    """Return the page that asks for the adviser before the screen is turned back."""
    words = look.words
    page = PasswordPage(
        look, "return", words.say("RETURN_TITLE"), words.say("RETURN_TEXT"), may_leave=True
    )
    page.left.connect(leave)
    return page
