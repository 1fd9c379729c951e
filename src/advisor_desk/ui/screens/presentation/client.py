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
        self._product = Label(look, "", "client_body", "ink_2")
        self._title = Label(look, "", "client_question")
        self._text = Label(look, "", "client_lead")
        font = look.theme.font("figure")
        font.setWeight(look.theme.font("client_answer").weight())
        self._text.setFont(font)
        self._more = Label(look, "", "client_body", "ink_2")
        for label in (self._product, self._title, self._text, self._more):
            self.column.addWidget(label)
        self.column.addStretch(1)
        self._back = Button(
            look, words.say("NAV_BACK"), "client", "arrow-left", name="element.back"
        )
        self._back.clicked.connect(presenter.client_back)
        self._read = Button(
            look, words.say("PRESENT_CLIENT_READ"), "client_primary", "check", name="element.read"
        )
        self._read.clicked.connect(presenter.client_read)
        foot = QHBoxLayout()
        foot.addWidget(self._back, 1)
        foot.addStretch(1)
        foot.addWidget(self._read, 1)
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
        is_open = presenter.opened() is not None
        now = presenter.on_client_page() if is_open else None
        asked = presenter.asked_now() if is_open else None
        product = presenter.product()
        self._product.say(product.name if product else "")
        self._read.setVisible(now is not None)
        self._back.setVisible(now is not None and presenter.can_go_back())
        if now is not None:
            self._say(words.of(now.title), words.of(now.text), words.say("PRESENT_CLIENT_ASK"))
        elif asked is not None:
            self._say(words.of(asked.ask), words.say("PRESENT_CLIENT_OWN_WORDS"))
        elif is_open:
            self._say(words.say("PRESENT_CLIENT_DONE"), words.say("PRESENT_CLIENT_DONE_TEXT"))
        else:
            self._say(words.say("PRESENT_CLIENT_SOON"), "")

    def first_focus(self) -> QWidget:
        """Return the way on."""
        return self._read

    def _say(self, title: str, text: str, more: str = "") -> None:
        self._title.say(title)
        self._text.say(text)
        self._more.say(more)
