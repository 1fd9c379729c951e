"""The adviser's page of signing: pages with their boxes, or the own pad; beside them the list."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.steps import marks_needed
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.signing.mark_list import MarkList
from advisor_desk.ui.screens.signing.own_pad import OwnPad
from advisor_desk.ui.screens.signing.presenter import Phase, SigningPresenter
from advisor_desk.ui.screens.signing.witness_seal import WitnessSeal
from advisor_desk.ui.widgets import Button, Card, Hairline, Label
from advisor_desk.ui.widgets.mark_rows import page_mark
from advisor_desk.ui.widgets.page_viewer import PageViewer
from advisor_desk.ui.widgets.print_card import PrintCard
from advisor_desk.ui.widgets.scrolled import scrolled

COLUMN = 336
BELOW_TURN = 120


class SigningView(StageView[SigningPresenter]):
    """One mark after the other."""

    wants_width: ClassVar[bool] = True
    hides_side_panel: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: SigningPresenter) -> None:
        super().__init__(look, presenter)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._shown_box = ""
        self._viewer = PageViewer(look, "signing.pages")
        self._pad = OwnPad(look, presenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._viewer)
        self._stack.addWidget(self._pad)
        self._second = Label(look, "", "body", "ink_2")
        self._hint = Label(look, "")
        self._hint.setObjectName("signing.hint")
        self._printer = PrintCard(look, presenter.printing, "signing.print")
        self._printing = QWidget()
        self._marks = MarkList(look, presenter)
        self._witness = WitnessSeal(look, presenter)
        self._stop = Button(
            look, look.words.say("SIGNING_STOP"), "quiet", "hand-stop", name="signing.stop",
            small=True,
        )  # fmt: skip
        self._stop.clicked.connect(presenter.stop)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self._built_side())
        self.column.addLayout(row)

    def first_focus(self) -> QWidget | None:
        """Return the page."""
        return self._viewer.area()

    def show_state(self) -> None:
        """Show where the ceremony stands."""
        presenter, words = self.presenter, self.look.words
        phase = presenter.phase()
        self._viewer.show_papers(presenter.forms.papers(words))
        self._viewer.set_draft(words.say("SET_DRAFT") if phase is Phase.begin else "")
        needed = marks_needed(presenter.interview.facts)
        self._viewer.set_marks(
            [
                page_mark(
                    box,
                    needed.index(box.mark) + 1,  # as it stands in the list
                    is_done=presenter.is_written(box),
                    is_now=presenter.is_now(box),
                )
                for box in presenter.boxes()
            ]
        )
        is_staff = phase in (Phase.adviser, Phase.witness) and not presenter.is_on_paper
        own_hand = is_staff and presenter.writing.box() is not None
        self._stack.setCurrentWidget(self._pad if own_hand else self._viewer)
        if own_hand:
            self._pad.show_state()
        self._turn_to_the_box()
        pages = presenter.forms.pages()
        self._second.say(words.say("SIGNING_SET", number=presenter.number(), pages=pages))
        way = "PAPER" if presenter.is_on_paper else "SCREEN"
        self._hint.say(words.say(f"SIGNING_HINT_{way}_{phase.name.upper()}"))
        is_printing = presenter.is_on_paper and phase is not Phase.begin
        self._printing.setVisible(is_printing)
        if is_printing:
            self._printer.show_state(is_busy=presenter.interview.is_busy)
        self._marks.show_state()
        self._witness.show_state()
        QTimer.singleShot(0, self._show_turn)  # once all has its place
        self._stop.setVisible(presenter.may_stop())

    def _show_turn(self) -> None:
        """Bring the mark of this moment into sight, and what follows it."""
        by_witness = self._witness.button if self.presenter.witness_may_sign() else None
        turn = by_witness or self._marks.turn_button()
        if turn is not None:
            self._work.ensureWidgetVisible(turn, 0, BELOW_TURN)

    def _turn_to_the_box(self) -> None:
        """Bring the box of this moment into sight, once; the adviser may look elsewhere."""
        now = [box for box in self.presenter.boxes() if self.presenter.is_now(box)]
        name = now[0].name if now else ""
        if name != self._shown_box:
            self._shown_box = name
            if now:
                self._viewer.show_mark(page_mark(now[0]))

    def _built_side(self) -> QFrame:
        look, words, size = self.look, self.look.words, self.look.theme.size
        side = QFrame()
        side.setProperty("box", "side")
        side.setFixedWidth(COLUMN)
        column = QVBoxLayout(side)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("m"))
        column.setSpacing(size("m"))
        heading = QVBoxLayout()
        heading.setSpacing(size("xs"))
        heading.addWidget(Label(look, words.say("SIGNING_TITLE"), "title"))
        heading.addWidget(self._second)
        column.addLayout(heading)
        self._work = scrolled(self._built_work())
        column.addWidget(self._work, 1)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def _built_work(self) -> QWidget:
        """Return what is to be done now. It scrolls as one: the list needs the room."""
        look, words, size = self.look, self.look.words, self.look.theme.size
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("m"))
        card = Card(look, tone="info")
        card.body.addWidget(self._hint)
        column.addWidget(card)
        printing = QVBoxLayout(self._printing)
        printing.setContentsMargins(0, 0, 0, 0)
        printing.setSpacing(size("s"))
        printing.addWidget(self._printer)
        printing.addWidget(Hairline(look))
        column.addWidget(self._printing)
        column.addWidget(Label(look, words.say("SIGNING_MARKS"), "card_title"))
        column.addWidget(self._marks)
        column.addWidget(self._witness)
        return work
