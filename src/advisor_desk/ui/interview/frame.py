"""The frame of the interview: rail, one page, side panel, and the two buttons below.

Everything is shown again after each act. Pages are built when they are first needed and kept for
as long as words and theme stay the same.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.beside import Beside
from advisor_desk.ui.interview.footer import FooterBar
from advisor_desk.ui.interview.leaving_panel import GuardianLeaving, LeavingPanel
from advisor_desk.ui.interview.note_at_hand import NoteAtHand
from advisor_desk.ui.interview.page_keeper import PageKeeper
from advisor_desk.ui.interview.panes import finish_typing, focus_page, has_keyboard, next_pane
from advisor_desk.ui.interview.pause_panel import PausePanel, why_no_pause
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.rail_column import RailColumn
from advisor_desk.ui.interview.side_panel import NOTE, SidePanel
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.interview.why_panel import WhyPanel
from advisor_desk.ui.look import Look


class InterviewFrame(QWidget):
    """One interview at the desk. ``shown_again`` after everything was shown."""

    shown_again = Signal()
    turn_wanted = Signal()
    blank_wanted = Signal()
    refused = Signal(str, str)  # what is not done now, and why
    left = Signal()  # the interview is over, and the adviser goes on with the day

    def __init__(self, look: Look, presenter: InterviewPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._interview = presenter.interview
        self._pages = PageKeeper(look, presenter, self.left.emit)
        self._over: QWidget | None = None  # what is read or filled in in place of the page
        self._rail = RailColumn(look)
        self._rail.steps.chosen.connect(presenter.go_to)
        self._rail.pause.clicked.connect(self.toggle_pausing)
        self._pause = PausePanel(look, Typed(self._interview, "pause"))
        self._pause.paused.connect(self._pause_now)
        self._pause.kept_going.connect(self.toggle_pausing)
        self._why = WhyPanel(look)
        self._why.closed.connect(self.toggle_why)
        self._footer = FooterBar(look)
        self._footer.next_pressed.connect(presenter.go_on)
        self._footer.back_pressed.connect(presenter.go_back)
        self._side = SidePanel(look, self._interview.draft(NOTE))
        self._leaving: LeavingPanel | None = None
        self._guardian = GuardianLeaving(self._interview)
        self._rail.left.clicked.connect(self._ask_who_left)
        self._side.turn_wanted.connect(self.turn_wanted)
        self._side.blank_wanted.connect(self.blank_wanted)
        self._beside = Beside(look, presenter, self._side)
        self._note = NoteAtHand(self._side, self.focus_page)
        self._build()
        self._came_again = True  # the first showing comes with the next turn of the loop
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._show_what_came)
        self._again.start(0)
        self._stop_listening = self._interview.listen(self._hear)

    @property
    def pages(self) -> PageKeeper:
        """Return the pages, for what builds them ahead."""
        return self._pages

    @property
    def side(self) -> SidePanel:
        """Return the panel, for what the shell pushes into it."""
        return self._side

    @property
    def is_pausing(self) -> bool:
        """Say whether the page on which the interview is paused is shown."""
        return self._over is self._pause

    def let_go(self) -> None:
        """Hear no more of the interview: the frame is being replaced. What is typed is kept."""
        self.finish_typing()
        self._stop_listening()
        self._again.stop()

    def come_back(self) -> None:
        """Show everything again after the screen was the client's, the keyboard on the page."""
        self.show_state()
        self.focus_page()

    def _hear(self) -> None:
        """Show a change at once; more of them in the same turn of the loop are shown together."""
        if self._again.isActive():
            self._came_again = True
            return
        self._again.start(0)
        self.show_state()

    def _show_what_came(self) -> None:
        if not self._came_again:
            return
        if self._pages.prepare(self._presenter.shown_stage()):
            self._again.start(0)  # built in this turn of the loop, shown in the next
            return
        self._came_again = False
        self.show_state()

    def show_state(self) -> None:
        """Show how the interview stands."""
        presenter = self._presenter
        had_keyboard = has_keyboard(self)
        self._rail.steps.show_steps(presenter.rail())
        page = self._over or self._pages.current()
        self._show_page(page)
        footer = presenter.footer()
        self._footer.show_footer(footer)
        resting = self._presenter.is_resting or self._over is not None
        self._footer.setVisible(not (resting or presenter.refer.covers))
        may_rest = not resting and not presenter.interview.witness
        self._rail.pause.setVisible(may_rest)
        self._rail.close_pause(why_no_pause(self._interview))
        self._rail.left.setVisible(may_rest and self._guardian.is_possible)
        self._beside.show_state()
        if had_keyboard and not has_keyboard(self):
            self.focus_page()  # what had it went with the step
        self.shown_again.emit()

    def toggle_pausing(self) -> None:
        """Show or leave the page on which the interview is paused; say why where it is not."""
        if why := why_no_pause(self._interview):
            self.refused.emit(self._look.words.say("PAUSE_TITLE"), why)
        else:
            self._toggle(self._pause)

    def toggle_why(self) -> None:
        """Show or leave the reasons for what is on the screen."""
        if self._over is not self._why and not self._presenter.is_resting:
            self._why.show_reasons(self._beside.rules() + self._presenter.stage().why())
        self._toggle(self._why)

    def _ask_who_left(self) -> None:
        """Ask whether the guardian has left, in place of the page."""
        if self._leaving is None:
            self._leaving = LeavingPanel(self._look, self._guardian)
            self._leaving.closed.connect(self._leave_panel)
        self._leaving.begin()
        self._toggle(self._leaving)

    def _leave_panel(self) -> None:
        self._over = None
        self.show_state()

    def _toggle(self, panel: QWidget) -> None:
        presenter = self._presenter
        if presenter.is_paused or presenter.is_ended or presenter.interview.witness:
            return
        self._over = None if self._over is panel else panel
        self._interview.clear_problem()
        self.show_state()

    def go_on(self) -> None:
        """Do what the one filled button of the page shown does."""
        if self._over is not None:
            return
        if callable(own := getattr(self._pages.shown, "go_on", None)):
            own()  # the calm page of an interview that rests has its own button
        else:
            self._presenter.go_on()

    def go_back(self) -> None:
        """Do what the left button does."""
        self._presenter.go_back()

    def finish_typing(self) -> None:
        """Let the field that is being typed in tell its text before the step is confirmed."""
        finish_typing(self.focusWidget())

    def focus_note(self) -> None:
        """Put the keyboard into the note, or put away the note that was taken so."""
        if self._presenter.is_ended:
            words = self._look.words
            self.refused.emit(words.say("SIDE_NOTE"), words.say("SIDE_NOTE_CLOSED"))
        elif not self._interview.witness:
            self._note.take(self.focusWidget())

    def focus_page(self) -> None:
        """Put the keyboard where the page begins."""
        if self._pages.shown is not None and self.isVisible():
            focus_page(self._pages.shown)

    def next_pane(self, step: int) -> None:
        """Move the keyboard to the next pane, or with -1 to the one before."""
        panes = [self._rail, self._pages, self._side, self._footer]
        next_pane(panes, self.focusWidget(), step)

    def _show_page(self, page: QWidget) -> None:
        is_other = self._pages.show_page(page)
        self._note.show_beside(page, is_closed=bool(self._interview.witness))
        if is_other:
            self._rail.set_folded(bool(getattr(page, "wants_width", False)))
            self.focus_page()

    def _pause_now(self, reason: str, day: str) -> None:
        problem = self._presenter.pause(reason, day)
        self._over = self._pause if problem is not None else None
        self._pause.show_errors(*(problem or ("", "")))
        if problem is None:
            self._pause.forget()
        self.show_state()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self._footer)
        row.addLayout(middle, 1)
        row.addWidget(self._side)
