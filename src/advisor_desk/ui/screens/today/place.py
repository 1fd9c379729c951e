"""Today as a place of the program: its keys, and where pressing something leads."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.services.desk import Desk
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.today.presenter import TodayPresenter
from advisor_desk.ui.screens.today.view import TodayView
from advisor_desk.ui.shell.navigator import Navigator
from advisor_desk.ui.widgets import throw_away


class TodayPlace(QWidget):
    """What is shown first. It reads the book anew whenever one comes back to it."""

    def __init__(
        self, look: Look, desk: Desk, services: Interviews | None, navigator: Navigator
    ) -> None:
        super().__init__()
        self.setObjectName("today")
        self._navigator = navigator
        self._look = look
        self.presenter = TodayPresenter(desk, services)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._view = self._made_view()
        self._bind_keys()

    def arrive(self) -> None:
        """Read what waits and begin at what comes first."""
        self.refresh()
        first = self._view.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read again what waits."""
        self.presenter.refresh()
        state = self.presenter.state(self._look.words)
        self._view.show_state(state)
        if state.trouble:
            self._navigator.say("stop", state.trouble)

    def turn_day(self) -> None:
        """Read again what waits on a new day; a page that is not shown does so when it is."""
        if self.isVisible():
            self.refresh()

    def take_look(self, look: Look) -> None:
        """Build the page anew; ``arrive`` follows."""
        self._look = look
        self._column.removeWidget(self._view)
        throw_away(self._view)
        self._view = self._made_view()
        self._view.show_state(self.presenter.state(look.words))

    def new_client(self) -> None:
        """Receive a new client."""
        if self.presenter.serves:
            self._navigator.new_client()

    def new_interview(self) -> None:
        """Look up whom to talk with: interview and referral begin at a client's file."""
        if self._is_open():
            self._navigator.go("clients")

    def _is_open(self) -> bool:
        """Say whether clients can be received; where not, say why in the banner. Clause: S33."""
        state = self.presenter.state(self._look.words)
        if not state.serves and state.limits is not None:
            self._navigator.say("warn", state.limits.title, state.limits.why)
        return state.serves

    def _made_view(self) -> TodayView:
        view = TodayView(self._look)
        view.resumed.connect(self._resume)
        view.client_wanted.connect(self._open_client)
        view.new_client_wanted.connect(self.new_client)
        view.new_interview_wanted.connect(self.new_interview)
        view.materials_wanted.connect(self._to_materials)
        self._column.addWidget(view)
        return view

    def _to_materials(self) -> None:
        self._navigator.go("materials")

    def _resume(self, interview: str) -> None:
        if self._is_open():
            self._navigator.resume_interview(interview)

    def _open_client(self, client: str) -> None:
        self._navigator.open_client(client)

    def _bind_keys(self) -> None:
        for key, done, again in (
            ("N", self.new_client, False),
            ("I", self.new_interview, False),
            ("R", self.refresh, False),
            ("Up", self._up, True),
            ("Down", self._down, True),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(again)
            shortcut.activated.connect(done)

    def _up(self) -> None:
        self._view.step_focus(-1)

    def _down(self) -> None:
        self._view.step_focus(1)
