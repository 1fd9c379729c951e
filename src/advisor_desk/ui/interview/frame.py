"""The frame of the interview: rail, one page, side panel, and the two buttons below.

Everything is shown again after each act. Pages are built when they are first needed and kept for
as long as words and theme stay the same.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from advisor_desk.ui.interview.footer import FooterBar
from advisor_desk.ui.interview.page_keeper import PageKeeper
from advisor_desk.ui.interview.pause_panel import PausePanel
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.rules_now import rules_now
from advisor_desk.ui.interview.side_panel import NOTE, SidePanel
from advisor_desk.ui.interview.step_rail import StepRail
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Label


class InterviewFrame(QWidget):
    """One interview at the desk. ``shown_again`` after everything was shown."""

    shown_again = Signal()
    turn_wanted = Signal()
    blank_wanted = Signal()
    left = Signal()  # the interview is over, and the adviser goes on with the day

    def __init__(self, look: Look, presenter: InterviewPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._interview = presenter.interview
        self._pages = PageKeeper(look, presenter, self.left.emit)
        self._shown: QWidget | None = None
        self._is_pausing = False
        self._rail = StepRail(look)
        self._rail.chosen.connect(presenter.go_to)
        self._scroll = QScrollArea()
        self._pause = PausePanel(look)
        self._pause.paused.connect(self._pause_now)
        self._pause.kept_going.connect(self.toggle_pausing)
        self._footer = FooterBar(look)
        self._footer.next_pressed.connect(presenter.go_on)
        self._footer.back_pressed.connect(presenter.go_back)
        self._side = SidePanel(look, self._interview.draft(NOTE))
        self._connect_side()
        self._build()
        self._stop_listening = self._interview.listen(self.show_state)
        QTimer.singleShot(0, self.show_state)

    @property
    def side(self) -> SidePanel:
        """Return the panel, for what the shell pushes into it."""
        return self._side

    def let_go(self) -> None:
        """Hear no more of the interview: the frame is being replaced."""
        self._stop_listening()

    def show_state(self) -> None:
        """Show how the interview stands."""
        presenter = self._presenter
        self._rail.show_steps(presenter.rail())
        page = self._pause if self._is_pausing else self._pages.current()
        self._show_page(page)
        footer = presenter.footer()
        self._footer.show_footer(footer)
        resting = self._is_resting() or self._is_pausing
        self._footer.setVisible(not resting)
        self._pause_button.setVisible(not resting)
        self._show_side()
        self.shown_again.emit()

    def toggle_pausing(self) -> None:
        """Show or leave the page on which the interview is paused."""
        if self._presenter.is_paused or self._presenter.is_ended:
            return
        self._is_pausing = not self._is_pausing
        self._interview.clear_problem()
        self.show_state()

    def go_on(self) -> None:
        """Do what the one filled button does."""
        self._presenter.go_on()

    def go_back(self) -> None:
        """Do what the left button does."""
        self._presenter.go_back()

    def finish_typing(self) -> None:
        """Let the field that is being typed in tell its text before the step is confirmed."""
        focused = self.focusWidget()
        if focused is not None and isinstance(focused, QLineEdit | QPlainTextEdit):
            focused.clearFocus()

    def focus_note(self) -> None:
        """Put the keyboard into the note."""
        self._side.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_page(self) -> None:
        """Put the keyboard where the page begins."""
        page = self._shown
        if page is None or not self.isVisible():
            return
        first = page.first_focus() if hasattr(page, "first_focus") else None
        if first is not None and first.isEnabled() and first.isVisibleTo(page):
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            _focus_first(page)

    def next_pane(self, step: int) -> None:
        """Move the keyboard to the next pane, or with -1 to the one before."""
        panes = [self._rail, self._scroll, self._side, self._footer]
        inside = [
            place
            for place, pane in enumerate(panes)
            if pane.isAncestorOf(self.focusWidget() or self)
        ]
        start = inside[0] if inside else 0
        for turn in range(1, len(panes)):
            pane = panes[(start + step * turn) % len(panes)]
            if pane.isVisible() and _focus_first(pane):
                return

    def _is_resting(self) -> bool:
        """Say whether no step is being worked on: paused, or over."""
        presenter = self._presenter
        paused = presenter.is_paused and not self._interview.is_ending
        return paused or presenter.is_ended

    def _show_page(self, page: QWidget) -> None:
        if page is not self._shown:
            self._scroll.takeWidget()  # one page at a time: others must not widen or lengthen it
            self._shown = page
            self._scroll.setWidget(page)
            page.show()
            self._give_room(page)
            self.focus_page()

    def _give_room(self, page: QWidget) -> None:
        wide = bool(getattr(page, "wants_width", False))
        self._rail_column.setFixedWidth(
            self._look.theme.size("step_rail_folded" if wide else "step_rail")
        )
        self._rail.set_folded(wide)
        self._rail_title.setVisible(not wide)
        self._pause_button.set_folded(wide)
        self._side.setVisible(not getattr(page, "hides_side_panel", False))

    def _show_side(self) -> None:
        if not self._side.isVisible():
            return
        words = self._look.words
        self._side.show_rules(rules_now(self._interview))
        parties = self._interview.facts.parties.values()
        people = tuple((one.name, words.say(f"PRESENT_{one.role.name}")) for one in parties)
        self._side.show_people(people)
        missing = () if self._is_resting() else self._presenter.stage().lacking()
        self._side.show_left(tuple(words.say(f"MISSING_{code}") for code in missing))

    def _connect_side(self) -> None:
        self._side.turn_wanted.connect(self.turn_wanted)
        self._side.blank_wanted.connect(self.blank_wanted)
        self._side.note_kept.connect(self._keep_note)
        self._side.note_typed.connect(self._note_typed)

    def _note_typed(self, text: str) -> None:
        self._interview.keep_draft(NOTE, text)

    def _keep_note(self, text: str) -> None:
        interview = self._interview
        if interview.act(lambda: interview.services.flow.note(interview.id, text)):
            self._side.note.set_text("")
            interview.keep_draft(NOTE, "")
        self._side.show_note_error(interview.error_of("words"))

    def _pause_now(self, reason: str, day: str) -> None:
        problem = self._presenter.pause(reason, day)
        self._is_pausing = problem is not None
        self._pause.show_errors(*(problem or ("", "")))
        self.show_state()

    def _build(self) -> None:
        size = self._look.theme.size
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_rail())
        middle = QVBoxLayout()
        middle.setSpacing(0)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle.addWidget(self._scroll, 1)
        self._footer.setFixedHeight(size("footer"))
        middle.addWidget(self._footer)
        row.addLayout(middle, 1)
        row.addWidget(self._side)

    def _build_rail(self) -> QWidget:
        look, words, size = self._look, self._look.words, self._look.theme.size
        self._rail_column = QFrame()
        self._rail_column.setProperty("box", "step_rail")
        column = QVBoxLayout(self._rail_column)
        column.setContentsMargins(size("s"), size("m"), size("s"), size("m"))
        column.setSpacing(size("s"))
        self._rail_title = Label(look, words.say("RAIL_INTERVIEW"), "card_title", wrap=False)
        self._rail_title.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self._rail_title)
        column.addWidget(self._rail)
        column.addStretch(1)
        self._pause_button = FoldingButton(look, words.say("RAIL_PAUSE"))
        self._pause_button.clicked.connect(self.toggle_pausing)
        column.addWidget(self._pause_button)
        return self._rail_column


class FoldingButton(Button):
    """The quiet pause button below the rail: with its words, or folded to the icon alone."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, kind="quiet", icon="player-pause", name="rail.pause")
        self._words = text
        self.setToolTip("Ctrl+Shift+S")

    def set_folded(self, folded: bool) -> None:
        """Show the icon alone, or icon and words."""
        self.setText("" if folded else self._words)
        self.setAccessibleName(self._words)


def _focus_first(pane: QWidget) -> bool:
    """Put the keyboard on the first thing in a pane that takes it."""
    for child in pane.findChildren(QWidget):
        takes = child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and child.isVisibleTo(pane) and child.isEnabled():
            child.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
    return False
