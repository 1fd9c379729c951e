"""The client's pages in refer mode: who informs, facts of a product, the question, the answer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.interview.stop_panel import InCircle
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.referral.inform_card import FactGrid
from advisor_desk.ui.screens.referral.informing import ForClient
from advisor_desk.ui.screens.referral.presenter import ReferralPresenter
from advisor_desk.ui.widgets import Button, Icon, Label

MAY = (("file-text", "MATERIAL"), ("info-circle", "FACTS"), ("users", "INTRODUCE"))


class ReferralClientPage(ClientPage[ReferralPresenter]):
    """No product is put forward here, and nothing is asked but whether to be introduced."""

    def __init__(self, look: Look, presenter: ReferralPresenter) -> None:
        super().__init__(look, presenter)
        self._stack = QStackedWidget()
        self._question = Label(look, "", "client_question")
        self._topic = Label(look, "", "client_lead")
        self._who = Label(look, "", "client_body", "ink_2")
        self._agreed_to = Label(look, "", "client_body")
        self._name = Label(look, "", "client_question")
        self._facts = FactGrid(look, "client_body", "client_lead", 2)
        self._yes = Button(
            look, look.words.say("REFER_CLIENT_YES"), "client", "check", name="client.refer.yes"
        )
        self._no = Button(
            look, look.words.say("REFER_CLIENT_NO"), "client", "hand-stop", name="client.refer.no"
        )
        self._yes.clicked.connect(self._agree)
        self._no.clicked.connect(self._decline)
        self._by_name = {
            ForClient.card: self._card(),
            ForClient.facts: self._facts_page(),
            ForClient.question: self._question_page(),
            ForClient.agreed: self._plain("circle-check", "REFER_CLIENT_AGREED", self._agreed_to),
            ForClient.declined: self._plain(
                "hand-stop",
                "REFER_CLIENT_DECLINED",
                Label(look, look.words.say("REFER_CLIENT_DECLINED_TEXT"), "client_body"),
            ),
        }
        for page in self._by_name.values():
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)

    def header(self) -> str:
        """Return the name of the page."""
        return self.look.words.say("REFER_CLIENT_HEADER")

    def first_focus(self) -> QWidget | None:
        """Return the answer that passes nothing on."""
        return self._no if self.presenter.for_client() is ForClient.question else None

    def show_state(self) -> None:
        """Turn to the page that belongs here."""
        presenter, words = self.presenter, self.look.words
        colleague = presenter.colleague()
        if colleague is not None:
            named = words.say(
                "OPENING_ADVISER", name=colleague.name, post=words.role(colleague.role)
            )
            self._question.say(words.say("REFER_CLIENT_QUESTION", name=colleague.name))
            self._who.say(words.say("REFER_CLIENT_WHO", colleague=named))
            self._agreed_to.say(words.say("REFER_CLIENT_AGREED_TEXT", name=colleague.name))
        self._topic.say(words.say("STOP_QUOTED", words=presenter.topic()))
        self._name.say(presenter.informing.product_name(words))
        self._facts.show_facts(presenter.informing.facts(words))
        page = self._by_name[presenter.for_client()]
        if page is not self._stack.currentWidget():
            had_focus = self.isAncestorOf(self.focusWidget() or self)
            self._stack.setCurrentWidget(page)
            first = self.first_focus()
            if had_focus and first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        self.presenter.client_answers(agrees=True)

    def _decline(self) -> None:
        self.presenter.client_answers(agrees=False)

    def _card(self) -> QWidget:
        look, words = self.look, self.look.words
        me = self.presenter.interview.adviser
        page, column = self._page()
        column.addWidget(Label(look, words.say("REFER_CLIENT_TITLE"), "client_question"))
        column.addSpacing(look.theme.size("m"))
        named = words.say("OPENING_ADVISER", name=me.name, post=words.role(me.role))
        column.addWidget(Label(look, named, "client_lead"))
        column.addSpacing(look.theme.size("m"))
        for icon, code in MAY:
            column.addLayout(self._line(icon, words.say(f"REFER_CLIENT_MAY_{code}")))
        column.addSpacing(look.theme.size("m"))
        column.addWidget(Label(look, words.say("REFER_CLIENT_NO_ADVICE"), "client_body", "ink_2"))
        column.addStretch(1)
        return page

    def _facts_page(self) -> QWidget:
        look, words = self.look, self.look.words
        page, column = self._page()
        column.addWidget(self._name)
        column.addSpacing(look.theme.size("l"))
        column.addWidget(self._facts)
        column.addStretch(1)
        column.addWidget(Label(look, words.say("REFER_CLIENT_FACTS"), "client_body", "ink_2"))
        return page

    def _question_page(self) -> QWidget:
        look, words = self.look, self.look.words
        page, column = self._page()
        column.addWidget(self._question)
        column.addSpacing(look.theme.size("m"))
        column.addWidget(Label(look, words.say("REFER_CLIENT_PASSED_ON"), "client_body"))
        column.addWidget(self._topic)
        column.addSpacing(look.theme.size("m"))
        column.addWidget(self._who)
        column.addWidget(Label(look, words.say("REFER_CLIENT_ANY_TIME"), "client_body", "ink_2"))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("l"))
        row.addWidget(self._no, 1)
        row.addWidget(self._yes, 1)
        column.addLayout(row)
        return page

    def _plain(self, icon: str, title: str, text: Label) -> QWidget:
        look = self.look
        page, column = self._page()
        column.addStretch(1)
        column.addWidget(InCircle(look, icon, 96))
        column.addWidget(Label(look, look.words.say(title), "client_question"))
        column.addWidget(text)
        column.addStretch(2)
        return page

    def _line(self, icon: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.look.theme.size("m"))
        row.addWidget(Icon(self.look, icon, "chosen_fill", 32), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Label(self.look, text, "client_answer"), 1)
        return row

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.theme.size("m"))
        return page, column
