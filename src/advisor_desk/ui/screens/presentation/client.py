"""The client's page: a page of the approved material at a time, the worst case first."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.page_foot import PageFoot
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.presentation.apart import ApartPage
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.screens.products.client_comparison import ClientComparison
from advisor_desk.ui.widgets import Button, Label
from advisor_desk.ui.widgets.whole_page import WholePage


class PresentationClientPage(ClientPage[PresentationPresenter]):
    """A page to read, or the question that is talked about."""

    def __init__(self, look: Look, presenter: PresentationPresenter) -> None:
        super().__init__(look, presenter)
        self._page = WholePage(look, "client.material")
        self._page.stood.connect(presenter.stood)
        self._reading = self._made_reading()
        self._talking = self._made_talking()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._talking)
        self._stack.addWidget(self._reading)
        self._comparison = ClientComparison(look)
        self._comparison.done.connect(presenter.comparing.stop)
        self._stack.addWidget(self._comparison)
        self._apart = ApartPage(look)
        self._apart.left.connect(presenter.apart.choose_another)
        self._apart.taken.connect(presenter.apart.attend)
        self._stack.addWidget(self._apart)
        self.column.addWidget(self._stack)

    def header(self) -> str:
        """Return which element it is."""
        if self.presenter.comparing.pairs():
            return self.look.words.say("COMPARE_TITLE")
        elements = self.presenter.elements()
        now = self.presenter.on_client_page()
        if now is None:
            return self.look.words.say("PRESENT_HEADER")
        place = self.presenter.page_of(now) + 1
        return self.look.words.say("PRESENT_HEADER_OF", place=place, count=len(elements))

    def show_state(self) -> None:
        """Show the page, or that all was read; nothing of material that may not be shown."""
        presenter, words = self.presenter, self.look.words
        if compared := presenter.comparing.pairs():
            self._comparison.show_products(compared)
            self._stack.setCurrentWidget(self._comparison)
            return
        if presenter.speaks_apart():
            self._show_apart()
            return
        pages, now = presenter.pages(), presenter.on_client_page()
        is_reading = pages is not None and now is not None
        self._stack.setCurrentWidget(self._reading if is_reading else self._talking)
        if pages is not None and now is not None:
            self._page.show_page(words.of(now.title), pages.content, presenter.page_of(now))
            self._back.setVisible(presenter.can_go_back())
            return
        product = presenter.product()
        self._product.say(product.name if product else "")
        is_open = pages is not None and presenter.opened() is not None
        asked = presenter.asked_now() if is_open else None
        if asked is not None:
            self._say(words.of(asked.ask), words.say("PRESENT_CLIENT_OWN_WORDS"))
        elif is_open:
            self._say(words.say("PRESENT_CLIENT_DONE"), words.say("PRESENT_CLIENT_DONE_TEXT"))
        else:
            self._say(words.say("PRESENT_CLIENT_SOON"), "")

    def first_focus(self) -> QWidget:
        """Return the way on; from what is spoken of apart, the way back."""
        return self._apart.first_focus() if self.presenter.speaks_apart() else self._read

    def _show_apart(self) -> None:
        material = self.presenter.material()
        self._apart.show_apart(self.presenter.apart, material.worst_case if material else None)
        is_new = self._stack.currentWidget() is not self._apart
        self._stack.setCurrentWidget(self._apart)
        if is_new and self.isVisible():
            self._apart.first_focus().setFocus()

    def _made_reading(self) -> QWidget:
        look, words = self.look, self.look.words
        self._back = Button(
            look, words.say("NAV_BACK"), "client", "arrow-left", name="element.back"
        )
        self._back.clicked.connect(self.presenter.client_back)
        self._read = Button(
            look, words.say("PRESENT_CLIENT_READ"), "client_primary", "check", name="element.read"
        )
        self._read.clicked.connect(self.presenter.client_read)
        ask = Label(look, words.say("PRESENT_CLIENT_ASK"), "client_body", "ink_2", wrap=False)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        column.addWidget(self._page, 1)
        column.addWidget(PageFoot(look, self._read, self._back, ask))
        return page

    def _made_talking(self) -> QWidget:
        look = self.look
        self._product = Label(look, "", "client_body", "ink_2")
        self._title = Label(look, "", "client_question")
        self._text = Label(look, "", "client_lead")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        for label in (self._product, self._title, self._text):
            column.addWidget(label)
        column.addStretch(1)
        return page

    def _say(self, title: str, text: str) -> None:
        self._title.say(title)
        self._text.say(text)
