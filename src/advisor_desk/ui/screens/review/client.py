"""The client's page of the review: the same pages, larger, one part after the other."""

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.page_foot import ON_WIDTH, PageFoot
from advisor_desk.ui.client.plain_page import PlainPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.review.presenter import Phase, ReviewPresenter
from advisor_desk.ui.widgets import Button, Label
from advisor_desk.ui.widgets.page_parts import PageParts

SETTLED_MS = 500


class ReviewClientPage(ClientPage[ReviewPresenter]):
    """Making, reading, thanks."""

    def __init__(self, look: Look, presenter: ReviewPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self._parts = PageParts(look, "client.pages")
        self._parts.set_draft(words.say("SET_DRAFT"))
        self._parts.parts_changed.connect(self._count)
        self._back = Button(
            look, words.say("REVIEW_CLIENT_BACK"), "client", "arrow-left", name="client.back"
        )
        self._back.clicked.connect(self._turn_back)
        self._on = Button(
            look, words.say("REVIEW_CLIENT_NEXT"), "client_primary", name="client.next"
        )
        self._on.clicked.connect(self._turn_on)
        self._right = Button(
            look, words.say("REVIEW_CLIENT_RIGHT"), "client_primary", "check", name="client.right"
        )
        self._right.clicked.connect(self._confirm)
        self._right.hide()
        self._settled = QElapsedTimer()
        self._settled.start()
        self._where = Label(look, "", "client_body", "ink_2", wrap=False)
        self._making = PlainPage(
            look, words.say("REVIEW_CLIENT_MAKING"), words.say("REVIEW_CLIENT_MAKING_TEXT")
        )
        self._thanks = PlainPage(
            look, words.say("REVIEW_CLIENT_THANKS"), words.say("REVIEW_CLIENT_THANKS_TEXT")
        )
        self._reading = self._built()
        self._stack = QStackedWidget()
        for page in (self._making, self._reading, self._thanks):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)

    def header(self) -> str:
        """Return what is read here."""
        return self.look.words.say("REVIEW_CLIENT_HEADER")

    def first_focus(self) -> QWidget | None:
        """Return the button that goes on."""
        if self.presenter.phase() is not Phase.reading:
            return None
        return self._right if self.presenter.reading.is_last else self._on

    def show_state(self) -> None:
        """Show the part the client is at."""
        presenter, phase = self.presenter, self.presenter.phase()
        page = {Phase.reading: self._reading, Phase.read: self._thanks}.get(phase, self._making)
        self._stack.setCurrentWidget(page)
        if page is not self._reading:
            return
        self._parts.show_papers(presenter.forms.papers(self.look.words))
        presenter.count_parts(self._parts.parts)
        reading = presenter.reading
        self._parts.show_part(reading.part)
        facts = {"part": reading.part + 1, "parts": reading.parts}
        self._where.say(self.look.words.say("REVIEW_CLIENT_WHERE", **facts))
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Show on or done at the one place; the keyboard stays where it was."""
        reading = self.presenter.reading
        if reading.is_last and self._right.isHidden():
            self._settled.restart()
        had_focus = self._on.hasFocus() or self._right.hasFocus()
        self._back.setEnabled(reading.part > 0)
        self._on.setVisible(not reading.is_last)
        self._right.setVisible(reading.is_last)
        if had_focus:
            goes_on = self._right if reading.is_last else self._on
            goes_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        self.presenter.count_parts(self._parts.parts)
        self.presenter.interview.changed()

    def _turn_back(self) -> None:
        self.presenter.turn(-1)

    def _turn_on(self) -> None:
        self.presenter.turn(1)

    def _built(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.theme.size("m"))
        column.addWidget(self._parts, 1)
        foot = PageFoot(self.look, self._on, self._back, self._where)
        self._right.setMinimumWidth(ON_WIDTH)
        row = foot.layout()
        if row is not None:
            row.addWidget(self._right)
        column.addWidget(foot)
        return page

    def _confirm(self) -> None:
        """Confirm; not by the second half of a double tap on the button that stood here before."""
        if self._settled.elapsed() >= SETTLED_MS:
            self.presenter.confirm_by_client()
