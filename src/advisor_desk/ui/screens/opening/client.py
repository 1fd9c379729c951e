"""The client's pages of the opening: who I am, what happens to your data, thank you."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.services.guards import may_advise
from advisor_desk.ui.certificate import certificate_for_the_client
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.initial import paint_initial
from advisor_desk.ui.client.page_foot import PageFoot
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter, Turned
from advisor_desk.ui.widgets import Button, Icon, Label
from advisor_desk.ui.widgets.painted import Painted

NOTICE = ("WHAT", "WHY", "WHO", "LONG", "RIGHT")
NOTICE_ICONS = ("file-text", "shield-check", "users", "lock", "message-question")


class Portrait(Painted):
    """The adviser's first character in a large circle."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._name = name
        self.setFixedSize(144, 144)
        self.setAccessibleName(name)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint circle and character."""
        paint_initial(self, self._look, self._name, "client_figure")


class OpeningClientPage(ClientPage[OpeningPresenter]):
    """Welcome card, data notice, thanks."""

    def __init__(self, look: Look, presenter: OpeningPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self._on = Button(
            look, words.say("OPENING_CLIENT_NEXT"), kind="client_primary", name="client.next"
        )
        self._on.clicked.connect(self._to_notice)
        self._back = Button(
            look, words.say("OPENING_CLIENT_BACK"), kind="client", icon="arrow-left",
            name="client.back",
        )  # fmt: skip
        self._back.clicked.connect(self._to_welcome)
        self._understood = Button(
            look, words.say("OPENING_CLIENT_UNDERSTOOD"), kind="client_primary", icon="check",
            name="client.understood",
        )  # fmt: skip
        self._understood.clicked.connect(presenter.understand_notice)
        self._pages = QStackedWidget()
        self._by_name = {
            Turned.welcome: self._welcome(),
            Turned.notice: self._notice(),
            Turned.thanks: self._thanks(),
        }
        for page in self._by_name.values():
            self._pages.addWidget(page)
        self.column.addWidget(self._pages)

    def header(self) -> str:
        """Return the name of the page."""
        return self.look.words.say(f"OPENING_CLIENT_HEADER_{self.presenter.turned_to().value}")

    def first_focus(self) -> QWidget | None:
        """Return the one button that goes on."""
        page = self.presenter.turned_to()
        return {Turned.welcome: self._on, Turned.notice: self._understood}.get(page)

    def show_state(self) -> None:
        """Turn to the page that belongs here."""
        interview, words = self.presenter.interview, self.look.words
        self._certified.say(certificate_for_the_client(words, interview.adviser, interview.today))
        self._informs.setVisible(not may_advise(interview.adviser, interview.today))
        is_back = interview.facts.visit > 1
        text = "OPENING_WELCOME_BACK_TEXT" if is_back else "OPENING_THANKS_TEXT"
        self._thanked.say(words.say("OPENING_WELCOME_BACK" if is_back else "OPENING_THANKS"))
        self._thanked_text.say(words.say(text))
        page = self._by_name[self.presenter.turned_to()]
        if page is not self._pages.currentWidget():
            had_focus = self.isAncestorOf(self.focusWidget() or self)
            self._pages.setCurrentWidget(page)
            first = self.first_focus()
            if had_focus and first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_notice(self) -> None:
        self.presenter.turn_client_to(Turned.notice)

    def _to_welcome(self) -> None:
        self.presenter.turn_client_to(Turned.welcome)

    def _welcome(self) -> QWidget:
        look, words = self.look, self.look.words
        adviser = self.presenter.interview.adviser
        page, column = _page(look)
        is_minor = self.presenter.is_minor
        welcome = words.say("GUARDIAN_WELCOME" if is_minor else "OPENING_WELCOME")
        column.addWidget(Label(look, welcome, "client_question"))
        column.addSpacing(look.theme.size("l"))
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("xl"))
        row.addWidget(Portrait(look, adviser.name), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(look.theme.size("s"))
        named = words.say("OPENING_ADVISER", name=adviser.name, post=words.role(adviser.role))
        lines.addWidget(Label(look, named, "client_lead"))
        if adviser.certificate is not None:
            numbered = words.say("OPENING_CERTIFICATE", number=adviser.certificate.number)
            lines.addWidget(Label(look, numbered, "client_body", "ink_2"))
        self._certified = Label(look, "", "client_body", "ink_2")
        lines.addWidget(self._certified)
        row.addLayout(lines, 1)
        column.addLayout(row)
        column.addSpacing(look.theme.size("l"))
        self._informs = Label(look, words.say("REFER_CLIENT_TITLE"), "client_lead")
        column.addWidget(self._informs)
        text = words.say("GUARDIAN_WELCOME_TEXT" if is_minor else "OPENING_WELCOME_TEXT")
        column.addWidget(Label(look, text, "client_body"))
        column.addWidget(Label(look, words.say("OPENING_COMPLAINT"), "client_body", "ink_2"))
        column.addStretch(1)
        column.addWidget(PageFoot(look, self._on))
        return page

    def _notice(self) -> QWidget:
        look, words = self.look, self.look.words
        page, column = _page(look)
        column.addWidget(Label(look, words.say("OPENING_NOTICE_TITLE"), "client_question"))
        column.addSpacing(look.theme.size("m"))
        for part, icon in zip(NOTICE, NOTICE_ICONS, strict=True):
            row = QHBoxLayout()
            row.setSpacing(look.theme.size("m"))
            row.addWidget(Icon(look, icon, "chosen_fill", 32), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(Label(look, words.say(f"OPENING_NOTICE_{part}"), "client_answer"), 1)
            column.addLayout(row)
        column.addStretch(1)
        column.addWidget(PageFoot(look, self._understood, self._back))
        return page

    def _thanks(self) -> QWidget:
        look = self.look
        page, column = _page(look)
        column.addStretch(1)
        self._thanked = Label(look, "", "client_question")
        self._thanked_text = Label(look, "", "client_body", "ink_2")
        for label in (self._thanked, self._thanked_text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        return page


def _page(look: Look) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.theme.size("m"))
    return page, column
