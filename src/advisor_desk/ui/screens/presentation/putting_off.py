"""Passing over an element for now: only with a reason, and it stays due."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.widgets import Button, Field, TextEditor


class PuttingOff(QWidget):
    """A quiet button; pressed, a field for the reason in the place of ``instead_of``."""

    def __init__(self, look: Look, presenter: PresentationPresenter, instead_of: QWidget) -> None:
        super().__init__()
        words = look.words
        self._instead_of = instead_of
        self._presenter = presenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        self._ask = Button(
            look, words.say("PRESENT_PUT_OFF"), "quiet", "clock", name="presentation.put_off"
        )
        self._ask.clicked.connect(self._open)
        row = QHBoxLayout()
        row.addWidget(self._ask)
        row.addStretch(1)
        column.addLayout(row)
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(look.theme.size("s"))
        self._reason = TextEditor(look, "presentation.reason", longest=200)
        self._field = Field(look, words.say("PRESENT_PUT_OFF_REASON"), self._reason)
        form.addWidget(self._field)
        buttons = QHBoxLayout()
        leave = Button(look, words.say("PRESENT_PUT_OFF_NOT"), name="presentation.put_off.leave")
        leave.clicked.connect(self._close)
        done = Button(look, words.say("PRESENT_PUT_OFF_DONE"), name="presentation.put_off.done")
        done.clicked.connect(self._pass_over)
        buttons.addWidget(leave)
        buttons.addStretch(1)
        buttons.addWidget(done)
        form.addLayout(buttons)
        column.addWidget(self._form)
        self._form.hide()

    def show_state(self) -> None:
        """Offer it where an element may be passed over."""
        may = self._presenter.may_put_off()
        self._show_form(is_open=may and not self._form.isHidden())
        self._ask.setVisible(may and self._form.isHidden())
        self._field.set_error(
            self._presenter.interview.error_of("reason", "PRESENT_PUT_OFF_REASON")
        )

    def _open(self) -> None:
        self._show_form(is_open=True)
        self._ask.hide()
        self._reason.setFocus()

    def _close(self) -> None:
        self._reason.set_text("")
        self._show_form(is_open=False)
        self._presenter.interview.clear_problem()
        self.show_state()
        self._ask.setFocus()

    def _pass_over(self) -> None:
        if self._presenter.pass_over(self._reason.text()):
            self._reason.set_text("")
            self._show_form(is_open=False)
            self.show_state()

    def _show_form(self, *, is_open: bool) -> None:
        self._form.setVisible(is_open)
        self._instead_of.setVisible(not is_open)
