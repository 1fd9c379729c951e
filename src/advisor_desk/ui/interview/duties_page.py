"""A step that the procedure asks for and that this version does not lead yet: said calmly.

Everything is kept; the client may choose something else, or the interview rests.
"""

from PySide6.QtWidgets import QHBoxLayout

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.interview.duties_presenter import DutiesPresenter
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.interview.what_is_needed import reasons_of
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Card, Label, ReasonRow, clear


class DutiesView(StageView[DutiesPresenter]):
    """Why, what is needed, and what may be done now."""

    def __init__(self, look: Look, presenter: DutiesPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self.heading(words.say(presenter.title), words.say("DUTIES_TEXT"))
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("m"))
        self._needed = Card(look, words.say("DUTIES_NEEDED"), "file-check")
        self._why = Card(look, words.say("WHY_TITLE"), "scale")
        row.addWidget(self._needed, 1)
        row.addWidget(self._why, 1)
        self.column.addLayout(row)
        another = Button(look, words.say("DUTIES_ANOTHER"), "primary", name="duties.another")
        another.clicked.connect(presenter.choose_another)
        line = QHBoxLayout()
        line.addWidget(another)
        line.addStretch(1)
        self.column.addLayout(line)
        self.column.addStretch(1)
        self._another = another

    def first_focus(self) -> Button:
        """Return what can be done."""
        return self._another

    def show_state(self) -> None:
        """Show the papers and the reasons."""
        clear(self._needed.body)
        for paper in self.presenter.papers():
            self._needed.body.addWidget(ReasonRow(self.look, "duty", paper))
        clear(self._why.body)
        chosen = self.presenter.interview.facts.chosen
        decision = chosen.decision if chosen else None
        for one in reasons_of(self.presenter.interview, decision):
            self._why.body.addWidget(ReasonRow(self.look, one.tone, one.text, one.clause))


class DutiesClientPage(ClientPage[DutiesPresenter]):
    """What the client reads meanwhile."""

    def __init__(self, look: Look, presenter: DutiesPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self.column.addStretch(1)
        self.column.addWidget(Label(look, words.say("DUTIES_CLIENT"), "client_question"))
        self.column.addWidget(Label(look, words.say("DUTIES_CLIENT_TEXT"), "client_body", "ink_2"))
        self.column.addStretch(2)
