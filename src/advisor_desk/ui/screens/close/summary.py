"""What became of an interview: its end, its papers with their numbers, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.close.after_card import AfterCard
from advisor_desk.ui.screens.close.presenter import ClosePresenter
from advisor_desk.ui.widgets import Button, Card, Chip, Hairline, Icon, Label, clear
from advisor_desk.ui.widgets.print_card import PrintCard

_TONES = {"signed": "ok", "registered": "ok"}


class Summary(QWidget):
    """Calm and final. ``left``: on to the day's other work."""

    left = Signal()

    def __init__(self, look: Look, presenter: ClosePresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        size = look.theme.size
        self._state = Label(look, "", "title")
        self._next = Label(look, "", "body", "ink_2")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(size("m"))
        self._rows.setVerticalSpacing(size("s"))
        self._rows.setColumnStretch(0, 1)
        self._rows.setContentsMargins(0, size("s"), 0, 0)
        self._shown: tuple[tuple[str, str, str], ...] | None = None
        self.button = Button(
            look, look.words.say("CLOSE_TO_TODAY"), "primary", "sun", name="close.to_today"
        )
        self.button.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setSpacing(size("s"))
        head.addWidget(Icon(look, "circle-check", "ok", 24))
        head.addWidget(self._state, 1)
        card = Card(look, look.words.say("CLOSE_PAPERS"), "file-check")
        card.body.addLayout(self._rows)
        self._slip: PrintCard | None = None  # of an interview that ended with a referral
        self._slip_place = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("m"))
        column.addLayout(head)
        column.addWidget(self._next)
        column.addWidget(card)
        self._after = AfterCard(look, presenter.interview)
        column.addWidget(self._after)
        column.addLayout(self._slip_place)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_state(self) -> None:
        """Show end and papers."""
        presenter, words = self._presenter, self._look.words
        facts = presenter.interview.facts
        self._state.say(words.say(f"CLOSE_STATE_{facts.state.value}"))
        day = presenter.next_contact()
        after = words.say("CLOSE_NEXT", day=words.day(day)) if day else presenter.after_referral()
        self._next.say(after)
        self._next.setVisible(bool(after))
        self._show_slip()
        self._after.show_state()
        papers = presenter.papers()
        if papers != self._shown:
            self._shown = papers
            clear(self._rows)
            for line, paper in enumerate(papers):
                self._put(2 * line, *paper)
                if paper is not papers[-1]:
                    self._rows.addWidget(Hairline(self._look), 2 * line + 1, 0, 1, 3)
            if not papers:
                self._rows.addWidget(Label(self._look, words.say("CLOSE_NO_PAPERS"), "body"), 0, 0)

    def _show_slip(self) -> None:
        if not self._presenter.has_slip:
            return
        if self._slip is None:
            card = Card(self._look)
            self._slip = PrintCard(self._look, self._presenter.slip, "slip.print")
            card.body.addWidget(self._slip)
            self._slip_place.addWidget(card)
        self._slip.show_state(is_busy=False)

    def _put(self, line: int, title: str, number: str, state: str) -> None:
        look = self._look
        chip = Chip(look, look.words.say(f"PAPER_{state}"), _TONES.get(state, "plain"))
        self._rows.addWidget(Label(look, title, "strong"), line, 0)
        self._rows.addWidget(Label(look, number, "body", "ink_2", wrap=False), line, 1)
        self._rows.addWidget(chip, line, 2, Qt.AlignmentFlag.AlignLeft)
