"""Signing in: number and password, nothing listed beforehand but in training homes.

This page is the first paint. It is made of little: everything that needs an icon, a key cap or the
names of ``Qt`` is added by ``start_extras`` a moment later, in places kept free for it.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.label import Label

LEFT = 512
COLUMN = 384
ROW = 40
HIGH = 48
ABOVE = 32


class StartPage(QWidget):
    """``submitted`` carries number and password as typed; ``painted`` comes once, at first."""

    submitted = Signal(str, str)
    painted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._is_painted = False
        self.setObjectName("login")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left_side())
        row.addWidget(self._right_side(), 1)

    @property
    def typed(self) -> tuple[str, str]:
        """Return number and password as they stand: kept when the page is built anew."""
        return self.user.text(), self.password.text()

    def retype(self, user: str, password: str) -> None:
        """Put back what was typed before the page was built anew."""
        self.user.setText(user)
        self.password.setText(password)

    def begin(self) -> None:
        """Let the keyboard begin at the first empty field."""
        (self.password if self.user.text() else self.user).setFocus()

    def choose(self, user: str) -> None:
        """Fill a number in and go to the password."""
        self.user.setText(user)
        self.password.setFocus()

    def show_message(self, text: str, tone: str = "stop") -> None:
        """Say why nobody was signed in, or what is being done; empty: nothing."""
        self._message.set_tone(tone)
        self._message.say(text)

    def show_busy(self) -> None:
        """Let nobody press twice while the password is looked at."""
        self.submit.setEnabled(False)
        self.show_message(self._look.words.say("LOGIN_WORKING"), "ink_2")

    def refuse(self, text: str) -> None:
        """Say why nobody was signed in; the number stays, the password goes."""
        self.submit.setEnabled(True)
        self.password.clear()
        self.show_message(text)
        self.password.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell when it is painted for the first time."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def _left_side(self) -> QWidget:
        look, words = self._look, self._look.words
        side = QFrame()
        side.setProperty("box", "rail")
        side.setFixedWidth(LEFT)
        column = QVBoxLayout(side)
        column.setContentsMargins(64, 64, 48, 64)
        column.setSpacing(look.theme.size("s"))
        self.bank = _slot(column, HIGH)
        column.addStretch(2)
        column.addWidget(Label(look, words.say("LOGIN_PRODUCT"), "title", "on_rail"))
        column.addWidget(Label(look, words.say("LOGIN_PROMISE"), "lead", "on_rail_2"))
        column.addStretch(2)
        self.home_lines = _slot(column, 92)
        return side

    def _right_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(32, 20, 32, 20)
        self.links = _slot(column, ROW)
        column.addSpacing(ABOVE)  # always the same, whether or not people stand below the form
        middle = QHBoxLayout()
        form = QWidget()
        form.setFixedWidth(COLUMN)
        self._fill_form(form)
        middle.addStretch(1)
        middle.addWidget(form)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(1)
        self.foot = _slot(column, 24)
        return side

    def _fill_form(self, form: QWidget) -> None:
        look, words, size = self._look, self._look.words, self._look.theme.size
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("s"))
        column.addWidget(Label(look, words.say("LOGIN_TITLE"), "title"))
        column.addWidget(Label(look, words.say("LOGIN_TEXT"), "body", "ink_2"))
        column.addSpacing(size("s"))
        self.user = self._editor(column, words.say("LOGIN_USER"), "login.user")
        self.user.returnPressed.connect(self.password_next)
        self.password = self._editor(column, words.say("LOGIN_PASSWORD"), "login.password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.returnPressed.connect(self.submit_typed)
        self.below_password = _slot(column, 24)
        self.submit = QPushButton(words.say("LOGIN_SUBMIT"))
        self.submit.setProperty("kind", "primary")
        self.submit.setObjectName("login.submit")
        self.submit.setFont(look.theme.font("strong"))
        self.submit.setFixedHeight(HIGH)
        self.submit.clicked.connect(self.submit_typed)
        column.addWidget(self.submit)
        self._message = Label(look, "", "body", "stop")
        self._message.setObjectName("login.message")
        self._message.setMinimumHeight(44)
        column.addWidget(self._message)
        self.people = QVBoxLayout()
        self.people.setSpacing(size("xs"))
        column.addLayout(self.people)

    def _editor(self, column: QVBoxLayout, label: str, name: str) -> QLineEdit:
        look = self._look
        line = QHBoxLayout()
        title = Label(look, label, "strong", wrap=False)
        line.addWidget(title)
        line.addStretch(1)
        self.beside_label = line
        column.addLayout(line)
        editor = QLineEdit()
        editor.setObjectName(name)
        editor.setAccessibleName(label)
        editor.setFont(look.theme.font("lead"))
        editor.setFixedHeight(HIGH)
        title.setBuddy(editor)
        column.addWidget(editor)
        return editor

    def password_next(self) -> None:
        """Go on to the password."""
        self.password.setFocus()

    def submit_typed(self) -> None:
        """Hand over what was typed, once both are there."""
        if not self.submit.isEnabled():
            return
        user, password = self.typed
        if not user.strip() or not password:
            self.show_message(self._look.words.say("LOGIN_BOTH_NEEDED"))
            self.begin()
            return
        self.submitted.emit(user.strip(), password)


def _slot(outer: QVBoxLayout | QHBoxLayout, room: int) -> QHBoxLayout | QVBoxLayout:
    """Keep a place free, so that nothing moves when it is filled."""
    holder = QWidget()
    inner: QHBoxLayout | QVBoxLayout
    if isinstance(outer, QVBoxLayout):
        holder.setMinimumHeight(room)
    else:
        holder.setFixedWidth(room)
    inner = QVBoxLayout(holder)
    inner.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(holder)
    return inner
