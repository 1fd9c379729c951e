"""The interview as a place of the program: the one under way with its two screens, or none.

Leaving the place changes nothing: the interview is in the book, and is taken up again where its
facts say that it stands.
"""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.interview import InterviewId
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.client.carrier import Curtain
from advisor_desk.ui.interview.ahead import Ahead
from advisor_desk.ui.interview.call_witness import call_witness
from advisor_desk.ui.interview.client_side import ClientSide
from advisor_desk.ui.interview.frame import InterviewFrame
from advisor_desk.ui.interview.keys import InterviewKeys
from advisor_desk.ui.interview.open_interview import OpenInterview, Runner
from advisor_desk.ui.interview.panes import focus_named
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.stages import presenters_of
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import EmptyState


class Window(Curtain, Protocol):
    """The adviser's window, as far as an interview needs it."""

    def say(self, tone: str, title: str, text: str = "") -> None:
        """Say something in the banner; an empty title says nothing any more."""
        ...


class InterviewPlace(QWidget):
    """Where the interview under way is led."""

    changed = Signal()  # the interview's state, its client, or when it was saved
    to_today = Signal()

    def __init__(
        self, look: Look, services: Interviews, runner: Runner, window: Window, bank: str
    ) -> None:
        super().__init__()
        self._look = look
        self._services = services
        self._runner = runner
        self._window = window
        self._bank = bank
        self.presenter: InterviewPresenter | None = None
        self._frame: InterviewFrame | None = None
        self._client: ClientSide | None = None
        self._ahead: Ahead | None = None
        self._typed_in = ""  # the name of what had the keyboard when the place was left
        self._stack = QStackedWidget()
        self._empty = self._made_empty()
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self._keys = InterviewKeys(self, lambda: self._frame)
        self._keys.bind({"Ctrl+Z": self._undo, "F8": self._turn, "F9": self._blank})
        self._keys.bind({"Ctrl+Shift+W": self._call_witness})

    @property
    def interview(self) -> OpenInterview | None:
        """Return the interview under way; None: there is none on the table."""
        return self.presenter.interview if self.presenter else None

    @property
    def client_side(self) -> ClientSide | None:
        """Return the client's screen of the interview under way."""
        return self._client

    def open(self, interview: InterviewId) -> None:
        """Put an interview on the table, in place of the one that lies there."""
        if self.interview is not None and self.interview.id == interview:
            return
        self.put_away()
        opened = OpenInterview(self._services, interview, self._look.words, self._runner)
        self.presenter = InterviewPresenter(opened, presenters_of(opened))
        self._show_frame()

    def arrive(self) -> None:
        """Put the keyboard where it was, else where the page on the table begins."""
        if self._frame is not None and not focus_named(self._frame, self._typed_in):
            self._frame.focus_page()

    def turn_day(self) -> None:
        """Show everything as it stands on a new day; nothing typed is lost."""
        now = self._frame.focusWidget() if self._frame is not None else None
        had_keyboard = now is not None and now.hasFocus()
        if self.presenter is not None:
            self.presenter.interview.changed()
        if now is not None and had_keyboard and now.isVisible():
            now.setFocus(Qt.FocusReason.OtherFocusReason)  # another page may have taken it

    def hold(self) -> None:
        """Stay at what is shown, while it is about to be covered or built anew."""
        if self.presenter is not None:
            self.presenter.stage().hold()
        now = self._frame.focusWidget() if self._frame is not None else None
        if now is not None and now.isVisible():
            self._typed_in = now.objectName()

    def lock(self, *, is_locked: bool) -> None:
        """Stay at what is shown, and show the client the bank's name alone, or the page again."""
        if is_locked:
            self.hold()  # before the keyboard goes: what was typed is then taken as finished
            if self.presenter is not None and self.presenter.interview.witness:
                self._services.witnessing.leave()  # whoever opens the lock is not the witness
                self.presenter.interview.changed()
        if self._client is not None:
            self._client.set_blank(is_blank=is_locked)

    def put_away(self) -> None:
        """Take the interview from the table; it stays in the book as it stands."""
        self._services.witnessing.leave()
        self._take_down()
        self.presenter = None
        self._typed_in = ""
        self._stack.setCurrentWidget(self._empty)
        self.changed.emit()

    def take_look(self, look: Look) -> None:
        """Build everything anew in other words or another theme; nothing typed is lost."""
        self._look = look
        self._stack.removeWidget(self._empty)
        self._empty.deleteLater()
        self._empty = self._made_empty()
        self._stack.addWidget(self._empty)
        if self.presenter is not None:
            is_pausing = self._frame is not None and self._frame.is_pausing
            self._take_down()
            self.presenter.interview.speak(look.words)
            self._show_frame()
            if is_pausing and self._frame is not None:
                self._frame.toggle_pausing()

    def _show_frame(self) -> None:
        if self.presenter is None:
            return
        self._client = ClientSide(self._look, self.presenter, self._window, self, self._bank)
        self._client.on_question(self._client_asks)
        self._client.carrier.unplugged.connect(self._unplugged)
        self._client.carrier.changed.connect(self._carried)
        self._frame = InterviewFrame(self._look, self.presenter)
        self._ahead = Ahead(self._frame.pages, self._client, self.presenter)
        self._frame.turn_wanted.connect(self._client.turn)
        self._frame.blank_wanted.connect(self._client.toggle_blank)
        self._frame.shown_again.connect(self._shown_again)
        self._frame.refused.connect(partial(self._window.say, "info"))
        self._frame.left.connect(self.to_today)
        self._stack.addWidget(self._frame)
        self._stack.setCurrentWidget(self._frame)
        self._client.mirror_into(self._frame.side)
        self.changed.emit()

    def _take_down(self) -> None:
        if self._ahead is not None:
            self._ahead.stop()
            self._ahead = None
        if self._frame is not None:
            self._frame.let_go()
            self._stack.removeWidget(self._frame)
            self._frame.deleteLater()
            self._frame = None
        if self._client is not None:
            self._client.let_go()
            self._client = None

    def _shown_again(self) -> None:
        if self._client is not None:
            self._client.show_soon()
        self._say_problem()
        self.changed.emit()
        if self._ahead is not None:
            self._ahead.begin()

    def _say_problem(self) -> None:
        """Say in the banner what no field can say, else that the certificate has ended."""
        problem = self.interview.problem if self.interview else None
        lapsed = self.presenter.lapsed() if self.presenter else None
        if problem is not None and not problem.field:
            self._window.say("stop", problem.text)
        elif lapsed is not None:
            self._window.say("warn", *lapsed)
        else:
            self._window.say("info", "")

    def _carried(self) -> None:
        is_away = self._client is not None and self._client.carrier.is_turned
        if self._frame is not None and not is_away:
            self._frame.come_back()

    def _client_asks(self) -> None:
        self._window.say("info", self._look.words.say("CLIENT_ASKS"))

    def _unplugged(self) -> None:
        words = self._look.words
        self._window.say(
            "warn", words.say("CLIENT_SCREEN_GONE"), words.say("CLIENT_SCREEN_GONE_TEXT")
        )

    def _made_empty(self) -> EmptyState:
        words = self._look.words
        empty = EmptyState(
            self._look,
            "messages",
            words.say("INTERVIEW_NONE"),
            words.say("INTERVIEW_NONE_TEXT"),
            words.say("INTERVIEW_TO_TODAY"),
            "interview.to_today",
        )
        empty.pressed.connect(self.to_today)
        return empty

    def _undo(self) -> None:
        if self.presenter is not None and self.presenter.undo():
            self._window.say("ok", self._look.words.say("UNDONE_ACT"))

    def _call_witness(self) -> None:
        if self.presenter is not None and self._frame is not None:
            call_witness(self.presenter, self._frame, self._window.say)

    def _turn(self) -> None:
        if self._client is not None:
            self._client.turn()

    def _blank(self) -> None:
        if self._client is not None:
            self._client.toggle_blank()
