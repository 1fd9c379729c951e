"""Pausing an interview: a reason, a day to go on, and the certainty that everything is kept."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.presenter import NO_WAY_BACK
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, DayEditor, Field, SwitchChips, TextEditor
from advisor_desk.ui.widgets.titled import titled

REASONS = ("client_leaves", "waits_for_paper", "thinks_it_over", "other")


def why_no_pause(interview: OpenInterview) -> str:
    """Say why it is not paused now, and what to do instead; empty: it may be."""
    state = interview.facts.state
    return interview.words.say(f"PAUSE_CLOSED_{state.name}") if state in NO_WAY_BACK else ""


class PausePanel(QWidget):
    """In place of the page, while the adviser pauses. ``paused`` carries reason and day typed.

    What is typed is kept until the interview is paused.
    """

    paused = Signal(str, str)
    kept_going = Signal()

    def __init__(self, look: Look, typed: Typed) -> None:
        super().__init__()
        words = look.words
        self.setObjectName("pause")
        column = titled(self, look, words.say("PAUSE_TITLE"), words.say("PAUSE_TEXT"))
        chips = [(one, words.say(f"PAUSE_REASON_{one}")) for one in REASONS]
        self._chips = SwitchChips(look, chips, "pause.reasons", a_row=2)
        self._chips.chosen.connect(self._take_reason)
        column.addWidget(self._chips)
        self._reason = TextEditor(look, "pause.reason", longest=200)
        self._reason_field = Field(look, words.say("PAUSE_REASON"), self._reason)
        column.addWidget(self._reason_field)
        self._day = DayEditor(look, "pause.day")
        self._day_field = Field(
            look, words.say("PAUSE_DAY"), self._day, words.say("PAUSE_DAY_HELP")
        )
        column.addWidget(self._day_field)
        column.addLayout(self._buttons(look))
        column.addStretch(1)
        self._look = look
        self._typed = typed
        self._show_typed()
        self._reason.finished.connect(self._keep)
        self._day.finished.connect(self._keep)

    def forget(self) -> None:
        """Begin anew the next time: it is paused."""
        self._typed.forget()
        self._chips.show_choice("")
        self._show_typed()

    def show_errors(self, reason: str, day: str) -> None:
        """Say what is wrong with reason or day; empty: nothing."""
        self._reason_field.set_error(reason)
        self._day_field.set_error(day)

    def first_focus(self) -> QWidget:
        """Return the field to begin with."""
        return self._reason

    def _buttons(self, look: Look) -> QHBoxLayout:
        words = look.words
        go_on = Button(look, words.say("PAUSE_NOT"), name="pause.cancel")
        go_on.clicked.connect(self.kept_going)
        pause = Button(
            look, words.say("PAUSE_NOW"), "primary", "player-pause", name="pause.confirm"
        )
        pause.clicked.connect(self._pause)
        row = QHBoxLayout()
        row.addWidget(go_on)
        row.addStretch(1)
        row.addWidget(pause)
        return row

    def _take_reason(self, which: str) -> None:
        self._reason.set_text(
            "" if which == "other" else self._look.words.say(f"PAUSE_REASON_{which}")
        )
        self._keep()
        self._reason.setFocus()

    def _keep(self) -> None:
        self._typed.keep(reason=self._reason.text(), day=self._day.text())

    def _show_typed(self) -> None:
        self._reason.set_text(self._typed.of("reason"))
        self._day.set_text(self._typed.of("day"))

    def _pause(self) -> None:
        self.paused.emit(self._reason.text(), self._day.text())
