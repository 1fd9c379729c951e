"""The calm page in place of a stage while an interview rests: why, what instead, what now."""

from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stop_panel import StopPanel, complaint_line
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.stop.presenter import RESTS, StopPresenter, Why
from advisor_desk.ui.screens.stop.return_card import ReturnCards
from advisor_desk.ui.screens.stop.slip_card import SlipCard
from advisor_desk.ui.widgets import Button, Label
from advisor_desk.ui.widgets.scrolled import scrolled

WIDEST = 864


class StopView(QWidget):
    """Pictures 11: the same facts as on the client's page, and every way on."""

    hides_side_panel = True
    wants_width = True

    def __init__(self, look: Look, presenter: StopPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self.setObjectName("stop")
        words, size = look.words, look.theme.size
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        page = QWidget()
        middle = QHBoxLayout(page)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST + 2 * size("l"))
        column = QVBoxLayout(inside)
        column.setContentsMargins(size("l"), size("xl"), size("l"), size("m"))
        column.setSpacing(size("m"))
        self._panel = StopPanel(look)
        self._panel.looked.connect(presenter.look_elsewhere)
        column.addWidget(self._panel)
        self._slip = SlipCard(look, presenter)
        column.addWidget(self._slip)
        self._return = ReturnCards(look, presenter)
        column.addWidget(self._return)
        column.addWidget(Label(look, words.say("STOP_KEPT"), "body", "ink_2"))
        column.addLayout(complaint_line(look))
        middle.addWidget(inside, 20)
        middle.addStretch(1)
        self._area = scrolled(page)  # the foot stays in sight
        outer.addWidget(self._area, 1)
        outer.addWidget(self._foot())
        for key, pages in (("PgDown", 1), ("PgUp", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self._area.turn, pages))

    def first_focus(self) -> QWidget:
        """Return the one filled button."""
        return self._first

    def go_on(self) -> None:
        """Do what the one filled button does."""
        if self._first.isEnabled() and not self._presenter.interview.is_busy:
            self._presenter.go_on()

    def show_state(self) -> None:
        """Show why it rests."""
        why = self._presenter.why()
        words = self._look.words
        icon = "player-pause" if why in RESTS else "shield-check"
        self._panel.show_stop(self._presenter.stopped(), icon)
        is_about_choice = why is Why.procedure
        self._first.setText(words.say("STOP_LOOK_ON" if is_about_choice else "STOP_RESUME"))
        self._resume.setVisible(is_about_choice)
        self._return.setVisible(why is not Why.person)
        if why is not Why.person:
            self._return.show_state()
        self._slip.show_state()
        left = self._presenter.left_to_say() if why is not Why.person else ""
        self._left.say(left)
        self._first.setEnabled(not left)
        self._resume.setEnabled(not left)

    def _foot(self) -> QFrame:
        look, words, size = self._look, self._look.words, self._look.theme.size
        foot = QFrame()
        foot.setProperty("box", "footer")
        foot.setMinimumHeight(size("footer"))
        row = QHBoxLayout(foot)
        row.setContentsMargins(size("l"), 0, size("l"), 0)
        row.setSpacing(size("m"))
        self._end = Button(look, words.say("STOP_END"), icon="flag", name="stop.end")
        self._end.clicked.connect(self._presenter.end)
        row.addWidget(self._end)
        self._left = Label(look, "", "caption", "warn")
        row.addWidget(self._left, 1)
        self._resume = Button(
            look, words.say("STOP_RESUME_AS_CHOSEN"), icon="player-play", name="stop.as_chosen"
        )
        self._resume.clicked.connect(self._presenter.resume)
        row.addWidget(self._resume)
        self._first = Button(
            look, words.say("STOP_RESUME"), "primary", key="Ctrl+Enter", name="stop.resume"
        )
        self._first.clicked.connect(self.go_on)
        row.addWidget(self._first)
        return foot
