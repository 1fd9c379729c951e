"""The client's page: one element of the material at a time, the worst case first."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.widgets import Button, Label


class PresentationClientPage(ClientPage[PresentationPresenter]):
    """An element to read, or the question that is talked about."""

    def __init__(self, look: Look, presenter: PresentationPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self._title = Label(look, "", "client_question")
        self._text = Label(look, "", "client_lead")
        self._text.setFont(look.theme.font("client_answer"))
        self._more = Label(look, "", "client_body", "ink_2")
        for label in (self._title, self._text, self._more):
            self.column.addWidget(label)
        self.column.addStretch(1)
        self._read = Button(
            look, words.say("PRESENT_CLIENT_READ"), "client_primary", "check", name="element.read"
        )
        self._read.clicked.connect(presenter.client_read)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._read)
        self.column.addLayout(foot)

    def header(self) -> str:
        """Return which element it is."""
        elements = self.presenter.elements()
        now = self.presenter.on_client_page()
        place = next((at for at, (one, _) in enumerate(elements, 1) if now and one.id == now.id), 0)
        if not place or self.presenter.opened() is None:
            return self.look.words.say("PRESENT_HEADER")
        return self.look.words.say("PRESENT_HEADER_OF", place=place, count=len(elements))

    def show_state(self) -> None:
        """Show the element, or that all was read."""
        presenter, words = self.presenter, self.look.words
        now = presenter.on_client_page() if presenter.opened() is not None else None
        self._read.setVisible(now is not None)
        if now is not None:
            self._title.say(words.of(now.title))
            self._text.say(words.of(now.text))
            self._more.say(words.say("PRESENT_CLIENT_ASK"))
            return
        asked = presenter.asked_now() if presenter.opened() is not None else None
        if asked is not None:
            self._title.say(words.of(asked.ask))
            self._text.say(words.say("PRESENT_CLIENT_OWN_WORDS"))
        elif presenter.opened() is not None:
            self._title.say(words.say("PRESENT_CLIENT_DONE"))
            self._text.say(words.say("PRESENT_CLIENT_DONE_TEXT"))
        else:
            self._title.say(words.say("PRESENT_CLIENT_SOON"))
            self._text.say("")
        self._more.say("")

    def first_focus(self) -> QWidget:
        """Return the one button."""
        return self._read
