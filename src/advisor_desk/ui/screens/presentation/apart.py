"""The riskiest products are spoken of once more, apart: with the worst case and time. S66.

The client decides on the own page; leaving it stands beside going on, and no larger or smaller.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.duties import ATTENTION_DOCUMENTS, documents_of, is_attended_to
from advisor_desk.domain.languages import Words
from advisor_desk.domain.suitability import Reason
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Card, GradeBadge, Label, ReasonRow, clear


class Apart:
    """What is said apart, and whether it was."""

    def __init__(self, interview: OpenInterview) -> None:
        self.interview = interview

    def is_due(self) -> bool:
        """Say whether the decision asks for it and the client has not taken the time yet."""
        facts = self.interview.facts
        return bool(documents_of(facts) & ATTENTION_DOCUMENTS) and not is_attended_to(facts)

    def reasons(self) -> tuple[Reason, ...]:
        """Return why: the duties of the packs that ask for it."""
        chosen = self.interview.facts.chosen
        duties = chosen.decision.duties if chosen else ()
        return tuple(one for one in duties if one.code in ATTENTION_DOCUMENTS)

    def attend(self) -> None:
        """Record that the client was told apart and took time: the client's own touch."""
        interview = self.interview
        interview.act(lambda: interview.services.presentations.attend(interview.id))

    def choose_another(self) -> None:
        """Give the choice up: the client takes something else."""
        interview = self.interview
        interview.act(lambda: interview.services.purchases.drop_choice(interview.id))


class ApartCard(Card):
    """What the adviser does: say it once more, and wait."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.words.say("APART_TITLE"), "hourglass", tone="warn")
        self._look = look
        self._shown: object = None

    def show_reasons(self, apart: Apart) -> None:
        """Show why, and what to do."""
        if apart.reasons() == self._shown:
            return
        self._shown = apart.reasons()
        words = self._look.words
        clear(self.body)
        for one in apart.reasons():
            self.body.addWidget(ReasonRow(self._look, "duty", words.of(one.say), one.clause))
        self.body.addWidget(Label(self._look, words.say("APART_TEXT")))


class ApartPage(QWidget):
    """The client's page. ``left`` and ``taken`` are the two buttons."""

    left = Signal()
    taken = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: object = None
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        column.addWidget(Label(look, words.say("APART_CLIENT_TITLE"), "client_question"))
        frame = QFrame()
        frame.setProperty("box", "card")
        self._about = QVBoxLayout(frame)
        self._about.setContentsMargins(24, 16, 24, 16)
        self._about.setSpacing(12)
        column.addWidget(frame)
        column.addWidget(Label(look, words.say("APART_CLIENT_TEXT"), "client_body"))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("l"))
        self._leave = Button(look, words.say("WISH_ANOTHER"), "client", name="apart.leave")
        self._leave.clicked.connect(self.left)
        taken = Button(look, words.say("APART_TAKEN"), "client", name="apart.taken")
        taken.clicked.connect(self.taken)
        for button in (self._leave, taken):
            row.addWidget(button, 1)
        column.addLayout(row)

    def first_focus(self) -> QWidget:
        """Return the way back."""
        return self._leave

    def show_apart(self, apart: Apart, worst_case: Words | None) -> None:
        """Show the product with its worst case, and why it is spoken of apart."""
        chosen = apart.interview.facts.chosen
        if chosen is None or chosen == self._shown:
            return
        self._shown = chosen
        look, words, product = self._look, self._look.words, chosen.choice.product
        clear(self._about)
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("m"))
        head.addWidget(GradeBadge(look, product.risk, "l"))
        head.addWidget(Label(look, product.name, "client_lead"), 1)
        self._about.addLayout(head)
        said = [words.of(one.client) for one in apart.reasons()]
        if worst_case is not None:
            said.append(words.of(worst_case))
        for text in said:
            self._about.addWidget(Label(look, text, "client_body"))
