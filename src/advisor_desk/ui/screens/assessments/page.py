"""The page of all assessments in a client's file, with the form for one of another channel."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.attempts import Attempt
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.assessments.attempts_card import attempts_card
from advisor_desk.ui.screens.assessments.other_channel import OtherChannel
from advisor_desk.ui.screens.assessments.other_channel_card import OtherChannelCard
from advisor_desk.ui.widgets import Button, Label
from advisor_desk.ui.widgets.scrolled import scrolled


class AssessmentsPage(QWidget):
    """``entered`` tells that one more stands in the book."""

    entered = Signal()

    def __init__(
        self,
        look: Look,
        name: str,
        attempts: tuple[Attempt, ...],
        other: OtherChannel | None,
        leave: Callable[[], None],
    ) -> None:
        super().__init__()
        self._look = look
        self._leave = leave
        self._other = other
        self._form: OtherChannelCard | None = None
        self.setObjectName("clients.assessments")
        size = look.theme.size
        outer = QVBoxLayout(self)
        outer.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        outer.setSpacing(size("m"))
        outer.addLayout(self._head(name))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("m"))
        self._form_place = QVBoxLayout()
        column.addLayout(self._form_place)
        column.addWidget(attempts_card(look, attempts))
        column.addStretch(1)
        self._area = scrolled(inside)
        outer.addWidget(self._area, 1)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._step_back)

    def first_focus(self) -> QWidget:
        """Return the form where it is open, else the button that opens it."""
        if self._form is not None and self._form.isVisibleTo(self):
            return self._form.first
        return self._enter if self._enter.isEnabled() else self._back

    def open_form(self) -> None:
        """Open the form for an assessment of another channel."""
        if self._other is None:
            return
        if self._form is None:
            self._form = OtherChannelCard(self._look, self._other)
            self._form.entered.connect(self.entered)
            self._form.left.connect(self._close_form)
            self._form_place.addWidget(self._form)
        self._form.show()
        self._enter.hide()
        self._area.ensureVisible(0, 0)
        self._form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
        self._enter.show()
        self._enter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_back(self) -> None:
        if self._form is not None and self._form.isVisibleTo(self):
            self._close_form()
        else:
            self._leave()

    def _head(self, name: str) -> QHBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        row.addWidget(Label(look, name, "title"), 1)
        self._back = Button(
            look, words.say("ATTEMPTS_BACK"), "quiet", "arrow-left", "Esc", "assessments.back"
        )
        self._back.clicked.connect(self._leave)
        self._enter = Button(
            look, words.say("ATTEMPTS_ENTER"), icon="plus", name="assessments.enter"
        )
        self._enter.setEnabled(self._other is not None)
        self._enter.clicked.connect(self.open_form)
        row.addWidget(self._back)
        row.addWidget(self._enter)
        return row
