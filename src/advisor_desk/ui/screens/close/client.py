"""The client's last page: thanks, what happens next, where to ask or complain."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.close.presenter import ClosePresenter, End
from advisor_desk.ui.widgets import Icon, Label


class CloseClientPage(ClientPage[ClosePresenter]):
    """One card of thanks; it says plainly whether something was bought."""

    def __init__(self, look: Look, presenter: ClosePresenter) -> None:
        super().__init__(look, presenter)
        self._title = Label(look, "", "client_question")
        self._what = Label(look, "", "client_body")
        self._next = Label(look, "", "client_body")
        self.column.addStretch(1)
        self.column.addWidget(self._title)
        self.column.addSpacing(look.theme.size("l"))
        self._line("file-check", self._what)
        self._next_icon = self._line("calendar-event", self._next)
        complaint = Label(look, look.words.say("CLOSE_CLIENT_COMPLAINT"), "client_body", "ink_2")
        self._line("message-question", complaint)
        self.column.addStretch(2)

    def header(self) -> str:
        """Return what this is."""
        return self.look.words.say("CLOSE_CLIENT_HEADER")

    def show_state(self) -> None:
        """Show what was agreed."""
        presenter, words = self.presenter, self.look.words
        self._title.say(words.say("CLOSE_CLIENT_TITLE"))
        end = presenter.end_shown()
        self._what.say(self._said(end))
        day = presenter.next_contact()
        has_day = end is End.sale and day is not None
        if has_day and day is not None:
            self._next.say(words.say("CLOSE_CLIENT_NEXT", day=words.day(day)))
        self._next.setVisible(has_day)
        self._next_icon.setVisible(has_day)

    def _said(self, end: End) -> str:
        words, chosen = self.look.words, self.presenter.interview.facts.chosen
        if end is End.sale and chosen is not None:
            amount = words.money(chosen.choice.amount)
            return words.say(
                "CLOSE_CLIENT_BOUGHT", product=chosen.choice.product.name, amount=amount
            )
        return words.say(f"CLOSE_CLIENT_{end.value}")

    def _line(self, icon: str, label: Label) -> Icon:
        row = QHBoxLayout()
        row.setSpacing(self.look.theme.size("m"))
        mark = Icon(self.look, icon, "primary", 32)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        self.column.addLayout(row)
        return mark
