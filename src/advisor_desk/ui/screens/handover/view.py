"""The adviser's page of handing over: what came out, whether it is whole, where it goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.closing import COPIES
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.handover.presenter import HandoverPresenter, PaperRow
from advisor_desk.ui.widgets import Card, Chip, Field, Hairline, Label, LineEditor, TickBox, clear
from advisor_desk.ui.widgets.print_card import PrintCard

_TONES = {"HANDOVER_OUT": ("ok", "check"), "HANDOVER_WAITS": ("warn", "clock")}
LONGEST_COUNT = 4


class HandoverView(StageView[HandoverPresenter]):
    """Print, count, tick."""

    def __init__(self, look: Look, presenter: HandoverPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self._shown: tuple[PaperRow, ...] = ()
        self.heading(words.say("HANDOVER_TITLE"), words.say("HANDOVER_SUBTITLE"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._printer = PrintCard(look, presenter.printing, "handover.print")
        self.column.addWidget(self._papers())
        self._count = LineEditor(look, "handover.pages", longest=LONGEST_COUNT)
        self._count.finished.connect(presenter.count)
        hint = words.say("HANDOVER_COUNT_HINT", pages=presenter.forms.pages())
        self._count_field = Field(look, words.say("HANDOVER_COUNT"), self._count, hint)
        self._ticks = {
            copy: TickBox(look, words.say(f"HANDOVER_COPY_{copy}"), f"handover.copy.{copy}")
            for copy in COPIES
        }
        self.column.addWidget(self._copies())
        self.column.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """Return the count."""
        return self._count

    def show_state(self) -> None:
        """Show what came out, what was counted and what is at its place."""
        presenter = self.presenter
        self._show_rows(presenter.rows(self.look.words))
        self._printer.show_state(is_busy=presenter.interview.is_busy)
        if not self._count.hasFocus():
            self._count.set_text(presenter.counted())
        self._count_field.set_error(presenter.count_error())
        is_open = presenter.printing.came_out() and not presenter.interview.facts.handed_over
        self._count.setEnabled(is_open)
        for copy, tick in self._ticks.items():
            tick.setChecked(presenter.is_ticked(copy))
            tick.setEnabled(is_open)

    def _show_rows(self, rows: tuple[PaperRow, ...]) -> None:
        if rows == self._shown:
            return
        self._shown = rows
        clear(self._rows)
        for place, row in enumerate(rows):
            if place:
                self._rows.addWidget(Hairline(self.look))
            self._rows.addLayout(self._row(row))

    def _row(self, row: PaperRow) -> QHBoxLayout:
        look, words = self.look, self.look.words
        line = QHBoxLayout()
        line.setContentsMargins(0, 6, 0, 6)
        line.setSpacing(look.theme.size("m"))
        line.addWidget(Label(look, row.title, "strong"), 1)
        line.addWidget(Label(look, row.number, "body", "ink_2", wrap=False))
        pages = words.say("HANDOVER_PAGES", pages=row.pages)
        line.addWidget(Label(look, pages, "body", "ink_2", wrap=False))
        tone, icon = _TONES.get(row.state, ("plain", ""))
        line.addWidget(Chip(look, words.say(row.state), tone, icon))
        return line

    def _papers(self) -> Card:
        card = Card(self.look, self.look.words.say("HANDOVER_PAPERS"), "file-text")
        card.body.addLayout(self._rows)
        card.body.addWidget(Hairline(self.look))
        card.body.addWidget(self._printer)
        return card

    def _copies(self) -> Card:
        card = Card(self.look, self.look.words.say("HANDOVER_COPIES"), "copy")
        row = QHBoxLayout()
        row.setSpacing(self.look.theme.size("l"))
        row.addWidget(self._count_field, 1)
        ticks = QVBoxLayout()
        ticks.setSpacing(self.look.theme.size("xs"))
        for tick in self._ticks.values():
            tick.ticked.connect(self._ticked)
            ticks.addWidget(tick, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(ticks, 2)
        card.body.addLayout(row)
        return card

    def _ticked(self, is_there: bool) -> None:
        pressed = self.sender()
        for copy, tick in self._ticks.items():
            if tick is pressed:
                self.presenter.tick(copy, is_there=is_there)
