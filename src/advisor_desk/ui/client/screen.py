"""The client's screen: header, one page, foot. It shows what is pushed to it and nothing else.

What stands here belongs to this interview alone: the page of the stage, or the bank's name. It
knows no list of clients and no notes, so it cannot show any.
"""

from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.people import StaffMember
from advisor_desk.ui.certificate import certificate_for_the_client
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.initial import paint_initial
from advisor_desk.ui.client.plain_page import PlainPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import client_style_sheet
from advisor_desk.ui.widgets import Button, FocusRing, Label
from advisor_desk.ui.widgets.bank_mark import BankMark

DESIGN_SIZE = QSize(1280, 800)


class Initial(QWidget):
    """The first character of the adviser's name in a circle."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self.setFixedSize(48, 48)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint circle and character."""
        paint_initial(self, self._look, self._name, "client_body")


class ClientScreen(QFrame):
    """Header, page, foot. ``asked`` and ``wants_larger`` are the client's own wishes."""

    asked = Signal()
    wants_larger = Signal()

    def __init__(self, look: Look, bank: str, adviser: StaffMember) -> None:
        super().__init__()
        self._bank = bank
        self._adviser = adviser
        self.setObjectName("client.screen")
        self.setProperty("audience", "client")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.resize(DESIGN_SIZE)
        self.take_look(look)
        self._ring = FocusRing(self, look.theme)

    def take_look(self, look: Look) -> None:
        """Build header and foot anew, larger or in another language; pushed pages are gone."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.look = look
        self.setStyleSheet(client_style_sheet(look.theme))
        self._heading = Label(look, "", "client_body", "ink_2", wrap=False)
        self._pages = QStackedWidget()
        self._blank = PlainPage(look, self._bank, "", with_mark=True)
        self._pages.addWidget(self._blank)
        words = look.words
        self._wait = PlainPage(look, words.say("CLIENT_WAIT"), words.say("CLIENT_WAIT_TEXT"))
        self._wait.setObjectName("client.wait")
        self._pages.addWidget(self._wait)
        self._head = self._header(self._bank)
        self._foot = self._footer(self._adviser)
        self._column.addWidget(self._head)
        self._column.addWidget(self._middle(), 1)
        self._column.addWidget(self._foot)
        self.show_blank()

    def heading(self) -> str:
        """Return the right end of the header; empty where only the bank's name is shown."""
        return "" if self.is_blank else self._heading.text()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size everything is designed for."""
        return DESIGN_SIZE

    @property
    def is_blank(self) -> bool:
        """Say whether only the bank's name is shown."""
        return self._pages.currentWidget() is self._blank

    @property
    def page(self) -> QWidget:
        """Return the page shown."""
        return self._pages.currentWidget() or self._blank

    def show_certificate(self, today: date) -> None:
        """Say below the page until when the adviser is certified, or that it has ended."""
        said = certificate_for_the_client(self.look.words, self._adviser, today)
        self._certificate.say(said)

    def show_page(self, page: ClientPage[Any]) -> None:
        """Push a page; it is built once and shown again as things change."""
        self.take_page(page)
        is_new = self._pages.currentWidget() is not page
        page.show_state()
        self._heading.say(page.header())
        self._head.show()
        self._foot.show()
        self._pages.setCurrentWidget(page)
        if is_new and self.isVisible():
            self._focus_page()

    def take_page(self, page: ClientPage[Any]) -> None:
        """Give a page its place, before it is shown."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Put the keyboard where the page begins: the screen was turned."""
        super().showEvent(event)
        self._focus_page()

    def _focus_page(self) -> None:
        page = self._pages.currentWidget()
        first = page.first_focus() if isinstance(page, ClientPage) else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_blank(self) -> None:
        """Show the bank's name alone."""
        self._head.hide()
        self._foot.hide()
        self._pages.setCurrentWidget(self._blank)

    def show_wait(self) -> None:
        """Ask the client to give the screen back: what was wanted is not possible now."""
        self._heading.say("")
        self._head.show()
        self._foot.show()
        self._pages.setCurrentWidget(self._wait)

    def _header(self, bank: str) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(self.look.theme.size("client_bar"))
        row = self._row(bar)
        row.addWidget(BankMark(self.look, 40))
        row.addWidget(Label(self.look, bank, "client_body", wrap=False))
        row.addStretch(1)
        row.addWidget(self._heading)
        return bar

    def _middle(self) -> QWidget:
        middle = QWidget()
        margin = self.look.theme.size("client_margin")
        column = QVBoxLayout(middle)
        column.setContentsMargins(margin, 8, margin, self.look.theme.size("l"))
        column.addWidget(self._pages)
        return middle

    def _footer(self, adviser: StaffMember) -> QWidget:
        bar = QFrame()
        bar.setProperty("box", "client_foot")
        bar.setFixedHeight(self.look.theme.size("client_foot"))
        row = self._row(bar)
        row.addWidget(Initial(self.look, adviser.name))
        row.addWidget(Label(self.look, adviser.name, "client_body", wrap=False))
        self._certificate = Label(self.look, "", "client_body", "ink_2", wrap=False)
        row.addWidget(self._certificate)
        row.addStretch(1)
        larger = self._link("CLIENT_LARGER", "zoom-in", "client.larger")
        larger.clicked.connect(self.wants_larger)
        question = self._link("CLIENT_QUESTION", "message-question", "client.question")
        question.clicked.connect(self.asked)
        row.addWidget(larger)
        row.addWidget(question)
        return bar

    def _link(self, code: str, icon: str, name: str) -> Button:
        return Button(
            self.look, self.look.words.say(code), kind="client_link", icon=icon, name=name
        )

    def _row(self, bar: QWidget) -> QHBoxLayout:
        margin = self.look.theme.size("client_margin")
        row = QHBoxLayout(bar)
        row.setContentsMargins(margin, 0, margin, 0)
        row.setSpacing(self.look.theme.size("s") + 4)
        return row
