"""The witness's own mark: number and password at this moment, on paper and in ink."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.signing.presenter import SIGN_IN, SigningPresenter
from advisor_desk.ui.widgets import Label
from advisor_desk.ui.widgets.colleague_fields import ColleagueFields


class WitnessSeal(QWidget):
    """Shown when the witness's turn has come and, on the screen, every box is written."""

    def __init__(self, look: Look, presenter: SigningPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._who = Label(look, "")
        self._error = Label(look, "", "body", "stop")  # across: the column is narrow
        self._fields = ColleagueFields(look, "witness", look.words.say("SIGNING_WITNESS_SIGNS"))
        self._fields.given.connect(presenter.sign_as_witness)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        column.addWidget(self._who)
        column.addWidget(self._error)
        column.addWidget(self._fields)
        self.setVisible(False)

    @property
    def button(self) -> QWidget:
        """Return what is pressed when all is typed."""
        return self._fields.confirm

    def show_state(self) -> None:
        """Show the fields while they are wanted, and what was wrong with the last try."""
        presenter, words = self._presenter, self._look.words
        is_wanted, was_wanted = presenter.witness_may_sign(), not self.isHidden()
        self.setVisible(is_wanted)
        if not is_wanted:
            self._fields.empty()
            return
        name = presenter.witness_name()
        way = "PAPER" if presenter.is_on_paper else "SCREEN"
        self._who.say(words.say(f"SIGNING_WITNESS_{way}", name=name))
        self._fields.confirm.setEnabled(not presenter.interview.is_busy)
        error = presenter.interview.error_of(SIGN_IN, "COLLEAGUE_USER")
        self._error.say(error)
        self._error.setVisible(bool(error))
        if not was_wanted:  # the keyboard goes on to whoever's turn it is
            self._fields.setFocus()
