"""Covering the window: locked while nobody is there, and turned to the client."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.shell.lock import PasswordPage, lock_page, return_page
from advisor_desk.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from advisor_desk.ui.shell.behind import Behind

WRONG = "LOCK_WRONG"  # nobody signs in here: the person is known, the password was not theirs


class Covers:
    """At most the client's screen, and over it a page that asks for the password."""

    def __init__(self, behind: "Behind", window: MainWindow) -> None:
        self._behind = behind
        self._window = window
        self._covered_by: QWidget | None = None
        self._asks: PasswordPage | None = None
        self._then: Callable[[], None] | None = None

    def cover(self, widget: QWidget) -> None:
        """Show ``widget`` alone; everything else is hidden and out of reach."""
        self._covered_by = widget
        self._window.show_only(widget)

    def uncover(self) -> None:
        """Show the desk again."""
        self._covered_by = None
        if self._behind.shell is not None:
            self._window.show_only(self._behind.shell)

    def ask_to_return(self, then: Callable[[], None]) -> None:
        """Ask for the password over the client's screen; ``then`` once it was right."""
        if self._asks is None:
            self._ask(return_page(self._window.look, self._asked_enough), then)

    @property
    def is_turned(self) -> bool:
        """Say whether the window shows the client's screen, or asks for the way back from it."""
        return self._covered_by is not None

    def lock(self) -> None:
        """Lock the window, and blank what the client sees; the same person opens it again."""
        side = self._behind.desk_side
        if side is None or side.shell is None or self.is_locked:
            return
        if self._asks is not None:  # somebody was about to turn the screen back
            self._asked_enough()
        side.lock(is_locked=True)
        self._ask(lock_page(self._window.look, waits=side.has_interview), self._unlocked)

    @property
    def is_locked(self) -> bool:
        """Say whether the lock is over everything."""
        return self._asks is not None and self._asks.objectName() == "lock.overlay"

    def _ask(self, page: PasswordPage, then: Callable[[], None]) -> None:
        self._asks, self._then = page, then
        page.given.connect(self._given)
        self._window.show_only(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _given(self, password: str) -> None:
        side = self._behind.desk_side
        if side is not None:
            self._behind.tasks.run(lambda: side.confirm(password), self._right, self._wrong)

    def _right(self, _result: object) -> None:
        if self._then is not None:
            self._then()  # first: what is covered no longer need not be shown once more
        self._asked_enough()

    def _wrong(self, trouble: Trouble) -> None:
        if self._asks is not None:
            code = WRONG if trouble.code == "SIGN_IN_FAILED" else trouble.code
            self._asks.refuse(self._window.look.words.trouble(trouble, code=code))

    def _asked_enough(self) -> None:
        page, self._asks, self._then = self._asks, None, None
        behind = self._covered_by or self._behind.shell
        if behind is not None:
            self._window.show_only(behind)
        if page is not None:
            self._window.take_away(page)

    def _unlocked(self) -> None:
        side = self._behind.desk_side
        if side is not None:
            side.lock(is_locked=False)
        self._behind.woken()
