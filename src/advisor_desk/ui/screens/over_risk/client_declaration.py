"""The second page: the declaration as it will be printed, and the client's own words. S60."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.over_risk.presenter import OverRiskPresenter
from advisor_desk.ui.widgets import Button, Label, TextEditor

HIGH = 112


class DeclarationPage(QWidget):
    """Choosing another is still the large button."""

    def __init__(self, look: Look, presenter: OverRiskPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        column.addWidget(Label(look, words.say("WISH_DECLARE_TITLE"), "client_question"))
        frame = QFrame()
        frame.setProperty("box", "info")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(24, 12, 24, 12)
        self._statement = Label(look, "", "client_body")
        inside.addWidget(self._statement)
        column.addWidget(frame)
        ask = Label(look, words.say("WISH_DECLARE_WORDS"), "client_body")
        column.addWidget(ask)
        self._words = TextEditor(look, "wish.own_words", many_lines=True, longest=300)
        self._words.setAccessibleName(words.say("WISH_DECLARE_WORDS"))
        self._words.setFixedHeight(HIGH)
        self._words.finished.connect(presenter.keep_words)
        ask.setBuddy(self._words.editor)
        column.addWidget(self._words)
        self._error = Label(look, "", "client_body", "stop")
        column.addWidget(self._error)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("l"))
        another = words.say("WISH_ANOTHER")
        self._another = Button(look, another, "client_primary", "arrow-left", name="wish.leave")
        self._another.clicked.connect(presenter.choose_another)
        self._declare = Button(look, words.say("WISH_DECLARE"), "client_link", name="wish.declare")
        self._declare.clicked.connect(self._declares)
        row.addWidget(self._another, 1)
        row.addStretch(1)
        row.addWidget(self._declare)
        column.addLayout(row)

    def first_focus(self) -> QWidget:
        """Return the way back."""
        return self._another

    def show_state(self) -> None:
        """Show the words as far as they are typed or written down."""
        self._statement.say(self._presenter.statement())
        self._words.set_text(self._presenter.words())
        self._error.say(self._presenter.client_error)
        self._error.setVisible(bool(self._presenter.client_error))

    def _declares(self) -> None:
        self._presenter.keep_words(self._words.text())
        self._presenter.client_declares()
