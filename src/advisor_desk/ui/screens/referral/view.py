"""The adviser's page in refer mode: inform, introduce; or why a step that was tried is locked."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stop_panel import StopPanel
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.referral.inform_card import InformCard
from advisor_desk.ui.screens.referral.introduce_card import IntroduceCard
from advisor_desk.ui.screens.referral.presenter import ReferralPresenter
from advisor_desk.ui.widgets import Button, Label
from advisor_desk.ui.widgets.scrolled import scrolled


class ReferralView(QWidget):
    """In place of a stage. It has its own buttons below, as the calm page of a pause has."""

    hides_side_panel = False
    wants_width = False

    def __init__(self, look: Look, presenter: ReferralPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self.setObjectName("referral")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._inform = InformCard(look, presenter.informing)
        self._introduce = IntroduceCard(look, presenter)
        self._locked = StopPanel(look)
        self._pages = QStackedWidget()
        self._areas = tuple(
            scrolled(self._page(*parts))
            for parts in ((self._heading(), self._inform, self._introduce), (self._locked,))
        )
        for area in self._areas:
            self._pages.addWidget(area)
        outer.addWidget(self._pages, 1)
        outer.addWidget(self._foot())
        for key, pages in (("PgDown", 1), ("PgUp", -1)):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self._turn, pages))

    def first_focus(self) -> QWidget:
        """Return what comes first: the list of products, or the way on from a locked step."""
        return self._confirm if self._presenter.is_locked else self._inform.first_focus()

    def go_on(self) -> None:
        """Do what the one filled button does."""
        self._presenter.go_on()

    def show_state(self) -> None:
        """Show how it stands."""
        presenter, words = self._presenter, self._look.words
        is_locked = presenter.is_locked
        had_keyboard = self.isAncestorOf(self.focusWidget() or self)
        area = self._areas[int(is_locked)]
        is_other = self._pages.currentWidget() is not area
        self._pages.setCurrentWidget(area)
        self._back.setVisible(not is_locked)
        if is_locked:
            self._locked.show_stop(presenter.locked(), "lock")
            self._confirm.setText(words.say("REFER_BACK"))
            self._confirm.setEnabled(True)
            self._reason.say("")
        else:
            self._inform.show_state()
            self._introduce.show_state()
            reason = presenter.reason()
            self._confirm.setText(words.say("REFER_CONFIRM"))
            self._confirm.setEnabled(not reason)
            self._confirm.setAccessibleDescription(reason)
            self._reason.say(reason)
        if is_other and had_keyboard:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, pages: int) -> None:
        self._areas[int(self._presenter.is_locked)].turn(pages)

    def _heading(self) -> QWidget:
        look, words = self._look, self._look.words
        heading = QWidget()
        column = QVBoxLayout(heading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("xs"))
        column.addWidget(Label(look, words.say("REFER_TITLE"), "title"))
        column.addWidget(Label(look, words.say("REFER_SUBTITLE"), "body", "ink_2"))
        return heading

    def _page(self, *parts: QWidget) -> QWidget:
        size = self._look.theme.size
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("m"))
        column.setSpacing(size("m"))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        return page

    def _foot(self) -> QFrame:
        look, words, size = self._look, self._look.words, self._look.theme.size
        foot = QFrame()
        foot.setProperty("box", "footer")
        foot.setMinimumHeight(size("footer"))
        row = QHBoxLayout(foot)
        row.setContentsMargins(size("l"), 0, size("l"), 0)
        row.setSpacing(size("s"))
        self._back = Button(
            look, words.say("NAV_BACK"), "quiet", "arrow-left", "Alt+←", "referral.back"
        )
        self._back.clicked.connect(self._presenter.to_opening)
        self._reason = Label(look, "", "caption", "ink_2")
        self._reason.setObjectName("referral.reason")
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._confirm = Button(
            look, words.say("REFER_CONFIRM"), "primary", key="Ctrl+Enter", name="referral.confirm"
        )
        self._confirm.clicked.connect(self.go_on)
        row.addWidget(self._back)
        row.addWidget(self._reason, 1)
        row.addWidget(self._confirm)
        return foot
