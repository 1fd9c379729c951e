"""What the client reads while the interview rests: nothing is decided, and why."""

from PySide6.QtWidgets import QVBoxLayout

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.stop.presenter import StopPresenter
from advisor_desk.ui.widgets import Label, clear


class StopClientPage(ClientPage[StopPresenter]):
    """A pause, or a product that cannot be sold: large and calm."""

    def __init__(self, look: Look, presenter: StopPresenter) -> None:
        super().__init__(look, presenter)
        self.column.addStretch(1)
        self._title = Label(look, "", "client_question")
        self.column.addWidget(self._title)
        self._why = QVBoxLayout()
        self._why.setSpacing(look.theme.size("m"))
        self.column.addLayout(self._why)
        self.column.addWidget(
            Label(look, look.words.say("STOP_CLIENT_COMPLAINT"), "client_body", "ink_2")
        )
        self.column.addStretch(2)

    def show_state(self) -> None:
        """Show why, in the client's language."""
        state = self.presenter.state()
        words = self.look.words
        code = "STOP_CLIENT_RULE" if state.is_by_rule else "STOP_CLIENT_PAUSED"
        self._title.say(words.say(code))
        clear(self._why)
        for text in state.to_client or (words.say("STOP_CLIENT_NOTHING_DECIDED"),):
            self._why.addWidget(Label(self.look, text, "client_body"))
