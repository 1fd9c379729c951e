"""Before the witness is here: who may come, the sign-in at this station, or another day."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.what_is_needed import Said
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.witness.presenter import SIGN_IN, WitnessPresenter
from advisor_desk.ui.widgets import (
    Button,
    Card,
    DayEditor,
    Field,
    Label,
    LineEditor,
    ReasonRow,
    clear,
)
from advisor_desk.ui.widgets.colleague_fields import password_editor

MOST_NAMED = 5


class CallingPage(QWidget):
    """The desk is the adviser's; the witness types number and password here."""

    def __init__(self, look: Look, presenter: WitnessPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        words, size = look.words, look.theme.size
        self._who = Card(look, words.say("WITNESS_WHO"), "users")
        self._user = LineEditor(look, SIGN_IN, longest=20)
        self._password = password_editor(look, "witness.password")
        self._user_field = Field(look, words.say("LOGIN_USER"), self._user)
        self._confirm = Button(
            look, words.say("WITNESS_SIT_DOWN"), "primary", "user-check", name="witness.confirm"
        )
        self._confirm.clicked.connect(self._come)
        self._day = DayEditor(look, "witness.day")
        self._day_field = Field(
            look, words.say("PAUSE_DAY"), self._day, words.say("WITNESS_DAY_HELP")
        )
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        row.addWidget(self._who, 1)
        right = QVBoxLayout()
        right.setSpacing(size("m"))
        right.addWidget(self._sign_in_card())
        right.addWidget(self._waiting_card())
        right.addStretch(1)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("m"))
        column.addLayout(row)
        column.addStretch(1)

    def first_focus(self) -> QWidget:
        """Return where the witness begins."""
        return self._user

    def show_state(self) -> None:
        """Show who may come and what was wrong with a sign-in."""
        presenter = self._presenter
        busy = presenter.interview.is_busy
        self._confirm.setEnabled(not busy)
        self._user_field.set_error(presenter.interview.error_of(SIGN_IN, "LOGIN_USER"))
        self._show_day_error()
        rows = (presenter.reasons(), presenter.candidates(), presenter.lowest_rank())
        if rows == self._shown:
            return
        self._shown = rows
        self._fill(presenter.reasons())

    def _fill(self, reasons: tuple[Said, ...]) -> None:
        look, words, presenter = self._look, self._look.words, self._presenter
        body = self._who.body
        clear(body)
        for one in reasons:
            body.addWidget(ReasonRow(look, one.tone, one.text, one.clause))
        lowest = presenter.lowest_rank()
        body.addWidget(Label(look, words.say("WITNESS_RANK", role=lowest), "body", "ink_2"))
        found = presenter.candidates()
        for head in found[:MOST_NAMED]:
            body.addWidget(ReasonRow(look, "ok", head.name, "", head.post))
        if not found:
            body.addWidget(ReasonRow(look, "stop", words.say("WITNESS_NOBODY")))
        body.addWidget(Label(look, words.say("WITNESS_VISITING"), "caption", "ink_2"))
        body.addStretch(1)

    def _sign_in_card(self) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, words.say("WITNESS_AT_THE_STATION"), "user-check")
        card.body.addWidget(Label(look, words.say("WITNESS_SIGNS_IN_TEXT"), "body", "ink_2"))
        fields = QHBoxLayout()
        fields.setSpacing(look.theme.size("m"))
        fields.addWidget(self._user_field, 1)
        fields.addWidget(Field(look, words.say("LOGIN_PASSWORD"), self._password), 1)
        card.body.addLayout(fields)
        card.body.addLayout(_at_the_end(self._confirm))
        return card

    def _waiting_card(self) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, words.say("WITNESS_NONE_HERE"), "player-pause")
        card.body.addWidget(self._day_field)
        self._wait = Button(
            look, words.say("WITNESS_WAIT"), icon="player-pause", name="witness.wait"
        )
        self._wait.clicked.connect(self._pause)
        another = Button(look, words.say("DUTIES_ANOTHER"), "quiet", name="witness.another")
        another.clicked.connect(self._presenter.choose_another)
        card.body.addLayout(_at_the_end(another, self._wait))
        return card

    def _come(self) -> None:
        user, password = self._user.text(), self._password.text()
        if user.strip() and password:
            self._password.clear()
            self._password.setFocus()  # the button is closed meanwhile, the keyboard stays here
            self._presenter.come(user, password)
        else:
            (self._password if user.strip() else self._user).setFocus()

    def _pause(self) -> None:
        if not self._presenter.wait(self._day.text()):
            self._show_day_error()

    def _show_day_error(self) -> None:
        text, presenter = self._day.text(), self._presenter
        wrong = presenter.interview.error_of("next_date", "PAUSE_DAY")
        if text.strip() and presenter.day(text) is None:
            wrong = self._look.words.say("PAUSE_DAY_UNREADABLE")
        self._day_field.set_error(wrong)


def _at_the_end(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
