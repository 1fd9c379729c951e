"""The guardian has left: asked once, with the pages that must come back. Clause: S44."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.domain.interview import PartyRole, State
from advisor_desk.domain.pages_out import PagesOut, count_in
from advisor_desk.services.numbers import pages_to_return
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Field, Label, LineEditor
from advisor_desk.ui.widgets.titled import titled

LEAVING_IN = frozenset({State.in_progress, State.ready_to_sign, State.signing})


class GuardianLeaving:
    """Whether the guardian can leave now, and what must come back before."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview

    @property
    def is_possible(self) -> bool:
        """Say whether a guardian is here whose leaving would rest the interview."""
        facts = self._interview.facts
        is_opened = facts.opening_confirmed is not None
        return PartyRole.guardian in facts.parties and is_opened and facts.state in LEAVING_IN

    @property
    def is_signing(self) -> bool:
        """Say whether a set is being signed: it becomes void."""
        return self._interview.facts.state is State.signing

    def pages(self) -> PagesOut:
        """Return how many printed pages must come back."""
        return pages_to_return(self._interview.facts) if self.is_signing else PagesOut()

    def left(self, pages: str) -> bool:
        """Record it; say whether the interview rests now."""
        interview, opening = self._interview, self._interview.services.opening
        returned = count_in(pages)
        role = PartyRole.guardian
        return interview.act(lambda: opening.dismiss_party(interview.id, role, returned))


class LeavingPanel(QWidget):
    """In place of the page, until it is answered. ``closed``: the page is shown again."""

    closed = Signal()

    def __init__(self, look: Look, leaving: GuardianLeaving) -> None:
        super().__init__()
        words = look.words
        self._words = words
        self._leaving = leaving
        self.setObjectName("leaving")
        column = titled(self, look, words.say("LEFT_TITLE"), words.say("LEFT_TEXT"))
        self._voids = Label(look, words.say("LEFT_VOIDS"))
        self._pages = LineEditor(look, "leaving.pages", longest=3)
        self._field = Field(look, words.say("LEFT_PAGES"), self._pages)
        column.addWidget(self._voids)
        column.addWidget(self._field)
        self._stay = Button(look, words.say("LEFT_NOT"), name="leaving.not")
        self._stay.clicked.connect(self.closed)
        leave = Button(look, words.say("LEFT_YES"), "primary", "player-pause", name="leaving.yes")
        leave.clicked.connect(self._left)
        row = QHBoxLayout()
        row.addWidget(self._stay)
        row.addStretch(1)
        row.addWidget(leave)
        column.addLayout(row)
        column.addStretch(1)

    def begin(self) -> None:
        """Ask anew, as things stand now."""
        pages = self._leaving.pages()
        self._voids.setVisible(self._leaving.is_signing)
        self._field.setVisible(bool(pages))
        self._pages.set_text("")
        self._field.say_below(self._words.say("LEFT_PAGES_HELP", pages=pages), "")

    def first_focus(self) -> QWidget:
        """Return the pages where some were printed, else the way back."""
        return self._pages if self._leaving.pages() else self._stay

    def _left(self) -> None:
        pages, printed = self._pages.text().strip(), self._leaving.pages()
        if printed and not printed.holds(pages):
            self._field.set_error(self._words.say("LEFT_PAGES_WRONG", pages=printed))
            self._pages.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._leaving.left(pages):
            self.closed.emit()
