"""The desk while it is the witness's: who is here, the case in short, hear, say, ask, decide."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.facts import Witness
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.witness.deciding import DecidingCard
from advisor_desk.ui.screens.witness.hearing import HearingCards
from advisor_desk.ui.screens.witness.presenter import WitnessPresenter
from advisor_desk.ui.widgets import Button, Card, Chip, GradeBadge, Icon, Label, clear

DECIDING_WIDE = 320


class WitnessPage(QWidget):
    """Nothing of the client's file is on it."""

    def __init__(self, look: Look, presenter: WitnessPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        self._stood: tuple[bool, bool] | None = None
        size = look.theme.size
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("s") + 4)
        bar = QFrame()
        bar.setProperty("box", "warn")
        self._who = QHBoxLayout(bar)
        self._who.setContentsMargins(size("m"), size("s"), size("m"), size("s"))
        self._who.setSpacing(size("s"))
        column.addWidget(bar)
        self._case = Card(look)
        self.hearing = HearingCards(look, presenter)
        self.deciding = DecidingCard(look, presenter)
        self.deciding.setFixedWidth(round(DECIDING_WIDE * look.theme.scale))
        left = QVBoxLayout()
        left.setSpacing(size("s") + 4)
        left.addWidget(self._case)
        left.addWidget(self.hearing)
        left.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        row.addLayout(left, 1)
        row.addWidget(self.deciding)
        column.addLayout(row)
        column.addStretch(1)

    def first_focus(self) -> QWidget:
        """Return what is to be done now."""
        return self.hearing.first_focus() or self.deciding.first_focus()

    def show_state(self) -> None:
        """Show how far it is."""
        witness = self._presenter.seated()
        if witness is None:
            return
        self.hearing.show_state()
        self.deciding.show_state()
        self._go_on_from(witness)
        case = self._presenter.case
        key = (witness.staff_no, witness.came_at, case.choice, case.said_back())
        if key != self._shown:
            self._shown = key
            self._fill_bar(witness)
            self._fill_case()

    def _go_on_from(self, witness: Witness) -> None:
        """Put the keyboard on what comes next, where something was done."""
        stands = (witness.recap_heard, witness.warned)
        if self._stood not in (None, stands) and self.isVisible():
            self.first_focus().setFocus()
        self._stood = stands

    def _fill_bar(self, witness: Witness) -> None:
        look, words = self._look, self._look.words
        clear(self._who)
        self._who.addWidget(Icon(look, "user-check", "warn", 24))
        said = words.say(
            "WITNESS_HERE", name=witness.name, post=witness.post, time=words.clock(witness.came_at)
        )
        self._who.addWidget(Label(look, said, "strong"), 1)
        self._who.addWidget(Chip(look, words.say("WITNESS_RANK_CHECKED"), "ok", "check"))
        self._who.addWidget(Chip(look, words.say("WITNESS_NUMBER", number=witness.staff_no)))
        said = words.say("WITNESS_LEAVE")
        leave = Button(look, said, icon="logout", name="witness.leave", small=True)
        leave.clicked.connect(self._presenter.leave)
        self._who.addWidget(leave)

    def _fill_case(self) -> None:
        look, words, case = self._look, self._look.words, self._presenter.case
        clear(self._case.body)
        choice, assessment = case.choice, self._presenter.interview.facts.assessment
        if choice is None:
            return
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        if assessment is not None and assessment.grade is not None:
            row.addWidget(GradeBadge(look, assessment.grade))
        row.addWidget(Label(look, case.age(), "strong", wrap=False))
        row.addSpacing(look.theme.size("m"))
        row.addWidget(GradeBadge(look, choice.product.risk))
        row.addWidget(Label(look, case.product_name(choice.product), "strong"), 1)
        row.addWidget(Label(look, words.money(choice.amount), "strong", wrap=False))
        self._case.body.addLayout(row)
        self._case.body.addWidget(Label(look, case.about(), "body", "ink_2"))
        said = words.say("WITNESS_AND").join(text for _, text in case.said_back())
        line = words.say("WITNESS_SAID_BACK", said=said) if said else ""
        self._case.body.addWidget(Label(look, line, "caption", "ink_2"))
