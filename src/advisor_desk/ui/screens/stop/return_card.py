"""What still stands of an interview that rests: do again, say again, still good."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.services.resuming import Remains, Stands
from advisor_desk.ui.interview.keep_focus import focus_kept
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.stop.presenter import StopPresenter
from advisor_desk.ui.widgets import Card, Label, ReasonRow, TickBox, clear

_HEADS = (
    (Stands.do_again, "STOP_DO_AGAIN", "refresh", "duty"),
    (Stands.say_again, "STOP_SAY_AGAIN", "messages", "info"),
    (Stands.good, "STOP_STILL_GOOD", "circle-check", "ok"),
)


class ReturnCards(QWidget):
    """Three lists side by side; what is to be said again is ticked when it was said."""

    def __init__(self, look: Look, presenter: StopPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.size("m"))
        self._cards = {}
        for stands, title, icon, _ in _HEADS:
            card = Card(look, look.words.say(title), icon)
            self._cards[stands] = card
            row.addWidget(card, 1)

    def show_state(self) -> None:
        """Show the lists; the same again moves nothing."""
        lines, said = self._presenter.what_stands(), self._presenter.said_again()
        if (lines, said) == self._shown:
            return
        self._shown = (lines, said)
        with focus_kept(self):
            for stands, _, _, tone in _HEADS:
                self._fill(stands, tone, [one for one in lines if one.stands is stands])

    def _fill(self, stands: Stands, tone: str, lines: list[Remains]) -> None:
        card, words = self._cards[stands], self._look.words
        clear(card.body)
        if not lines:
            nothing = words.say("STOP_NOTHING_HERE")
            card.body.addWidget(Label(self._look, nothing, "body", "ink_2"))
        for line in lines:
            said = words.say(f"STANDS_{line.code}", named=line.named)
            if stands is Stands.say_again:
                card.body.addWidget(self._tick(line.code, said))
            else:
                card.body.addWidget(ReasonRow(self._look, tone, said))
        card.body.addStretch(1)

    def _tick(self, code: str, said: str) -> TickBox:
        tick = TickBox(self._look, said, f"stop.said.{code}")
        tick.setChecked(code in self._presenter.said_again())
        tick.ticked.connect(partial(self._presenter.say_again, code))
        return tick
