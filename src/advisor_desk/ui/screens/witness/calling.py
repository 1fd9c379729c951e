"""Before the witness is here: who may come, the sign-in at this station, or another day."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.what_is_needed import Said
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.witness.presenter import SIGN_IN, WitnessPresenter
from advisor_desk.ui.widgets import Button, Card, DayEditor, Field, Label, ReasonRow, clear
from advisor_desk.ui.widgets.colleague_fields import ColleagueFields

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
        self._fields = ColleagueFields(look, "witness", words.say("WITNESS_SIT_DOWN"))
        self._fields.given.connect(presenter.come)
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
        return self._fields.user

    def show_state(self) -> None:
        """Show who may come and what was wrong with a sign-in."""
        presenter = self._presenter
        self._fields.confirm.setEnabled(not presenter.interview.is_busy)
        self._fields.refuse(presenter.interview.error_of(SIGN_IN, "COLLEAGUE_USER"))
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
        card.body.addWidget(self._fields)
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
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(another)
        row.addWidget(self._wait)
        card.body.addLayout(row)
        return card

    def _pause(self) -> None:
        if not self._presenter.wait(self._day.text()):
            self._show_day_error()

    def _show_day_error(self) -> None:
        text, presenter = self._day.text(), self._presenter
        wrong = presenter.interview.error_of("next_date", "PAUSE_DAY")
        if text.strip() and presenter.day(text) is None:
            wrong = self._look.words.say("PAUSE_DAY_UNREADABLE")
        self._day_field.set_error(wrong)
