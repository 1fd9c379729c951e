"""The client pressed stop: asked once, both answers of the same size."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.signing.presenter import SigningPresenter
from advisor_desk.ui.widgets import Button, Label


class StopQuestion(QWidget):
    """Stop for today, or go back to signing."""

    def __init__(self, look: Look, presenter: SigningPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        words, size = look.words, look.theme.size
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("l"))
        column.addWidget(Label(look, words.say("SIGNING_STOP_TITLE"), "client_question"))
        for code in ("SIGNING_STOP_TEXT", "SIGNING_STOP_KEPT"):
            column.addWidget(Label(look, words.say(code), "client_body"))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(size("l"))
        stop = Button(
            look, words.say("SIGNING_STOP_YES"), "client", "hand-stop", name="client.stop.yes"
        )
        stop.clicked.connect(presenter.stop)
        go_on = Button(
            look, words.say("SIGNING_STOP_NO"), "client", "arrow-left", name="client.stop.no"
        )
        go_on.clicked.connect(self._go_on)
        for button in (stop, go_on):
            row.addWidget(button, 1)
        column.addLayout(row)

    def _go_on(self) -> None:
        self._presenter.ask_to_stop(is_stopping=False)
