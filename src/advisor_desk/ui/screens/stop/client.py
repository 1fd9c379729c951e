"""What the client reads while the interview rests: nothing is decided, and why."""

from PySide6.QtWidgets import QVBoxLayout

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.interview.stop_panel import InCircle
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.stop.presenter import RESTS, StopPresenter, Why
from advisor_desk.ui.widgets import Label, clear

CIRCLE = 96
TITLES = {
    Why.adviser: "STOP_CLIENT_PAUSED",
    Why.day: "STOP_CLIENT_PAUSED",
    Why.person: "STOP_CLIENT_PERSON",
    Why.guardian: "STOP_CLIENT_GUARDIAN",
    Why.disagrees: "STOP_CLIENT_DISAGREES",
    Why.procedure: "STOP_CLIENT_PROCEDURE",
}


class StopClientPage(ClientPage[StopPresenter]):
    """A pause, or a step that needs somebody else: large and calm."""

    def __init__(self, look: Look, presenter: StopPresenter) -> None:
        super().__init__(look, presenter)
        self.column.addStretch(1)
        self._circle = InCircle(look, "shield-check", CIRCLE)
        self.column.addWidget(self._circle)
        self._title = Label(look, "", "client_question")
        self.column.addWidget(self._title)
        self._said = QVBoxLayout()
        self._said.setSpacing(look.theme.size("m"))
        self.column.addLayout(self._said)
        complaint = look.words.say("STOP_CLIENT_COMPLAINT")
        self.column.addWidget(Label(look, complaint, "client_body", "ink_2"))
        self.column.addStretch(2)
        self._shown: object = None

    def header(self) -> str:
        """Return which product it is about."""
        return self.presenter.product()

    def show_state(self) -> None:
        """Show why, in the client's language."""
        presenter, words = self.presenter, self.look.words
        why, day = presenter.why(), presenter.comes_back()
        said = [*presenter.to_client(), words.say("STOP_CLIENT_NOTHING_DECIDED")]
        title = words.say(TITLES[why])
        if day is not None:
            title = words.say("STOP_CLIENT_ON", day=words.long_day(day))
        key = (title, *said)
        if key == self._shown:
            return
        self._shown = key
        self._circle.show_icon("player-pause" if why in RESTS else "shield-check")
        self._title.say(title)
        clear(self._said)
        for text in said:
            self._said.addWidget(Label(self.look, text, "client_body"))
