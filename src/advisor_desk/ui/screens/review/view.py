"""The adviser's page of the review: the pages at full size, and beside them what was checked."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.review.counting import Counting
from advisor_desk.ui.screens.review.presenter import CHECKED, Phase, ReviewPresenter
from advisor_desk.ui.widgets import Button, Card, EmptyState, Hairline, Icon, Label
from advisor_desk.ui.widgets.mark_rows import MarkRow, MarkRows, page_mark
from advisor_desk.ui.widgets.page_viewer import PageViewer
from advisor_desk.ui.widgets.scrolled import scrolled

COLUMN = 304


class ReviewView(StageView[ReviewPresenter]):
    """Read, then confirm."""

    wants_width: ClassVar[bool] = True
    hides_side_panel: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: ReviewPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self.column.setContentsMargins(0, 0, 0, 0)
        self._viewer = PageViewer(look, "review.pages")
        self._viewer.set_draft(words.say("SET_DRAFT"))
        self._viewer.page_changed.connect(self._page_changed)
        self._making = EmptyState(
            look, "file-text", words.say("REVIEW_MAKING"), words.say("REVIEW_MAKING_TEXT")
        )
        self._waiting = EmptyState(
            look, "list-check", words.say("REVIEW_WAITS"), words.say("REVIEW_WAITS_TEXT")
        )
        self._failed = Failed(look, presenter)
        self._counting = Counting(look, presenter)
        self._stack = QStackedWidget()
        for page in (self._viewer, self._making, self._waiting, self._failed, self._counting):
            self._stack.addWidget(page)
        self._figures = Label(look, "", "section")
        self._capitals = Label(look, "", "strong")
        self._client = Label(look, "", "body", "ink_2")
        self._count = Label(look, "", "card_title", "warn", wrap=False)
        self._rows = MarkRows(look)
        self._side = self._built_side()
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(self._side)
        self.column.addLayout(row)

    def first_focus(self) -> QWidget | None:
        """Return the page: it is read first; or the field of the pages that come back before."""
        is_counting = self.presenter.phase() is Phase.counting
        return self._counting.field if is_counting else self._viewer.area()

    def show_state(self) -> None:
        """Show pages and list, or that the forms are being made."""
        presenter = self.presenter
        phase = presenter.phase()
        if phase is Phase.making:
            QTimer.singleShot(0, presenter.make_forms)
        elif phase is Phase.failed:
            self._failed.show_state()
        elif phase is Phase.counting:
            self._counting.show_state()
        page: QWidget = {
            Phase.making: self._making, Phase.waiting: self._waiting, Phase.failed: self._failed,
            Phase.counting: self._counting,
        }.get(phase, self._viewer)  # fmt: skip
        is_other = self._stack.currentWidget() is not page
        self._stack.setCurrentWidget(page)
        is_made = page is self._viewer
        self._made.setVisible(is_made)
        if is_made:
            self._viewer.show_papers(presenter.forms.papers(self.look.words))
            self._viewer.set_marks(tuple(page_mark(box) for box in presenter.forms.boxes()))
            figures, capitals = presenter.amount()
            self._figures.say(figures)
            self._capitals.say(capitals)
            self._client.say(presenter.progress())
            self._client.setVisible(phase is Phase.read)  # before that the footer says it
            self._show_rows()
            if is_other and self.isVisible():
                self._viewer.area().setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_changed(self, _page: int) -> None:
        self._show_rows()

    def _show_rows(self) -> None:
        words, forms = self.look.words, self.presenter.forms
        boxes = self.presenter.boxes_on(self._viewer.page)
        self._count.say(str(len(boxes)))
        self._rows.show_rows(
            [
                MarkRow(
                    box.number,
                    words.say(f"MISSING_MARK_{box.mark.name.upper()}"),
                    forms.where(box, words),
                    words.say("SET_MARK_MISSING"),
                    is_done=False,
                )
                for box in boxes
            ]
        )

    def _built_side(self) -> QFrame:
        look, words, size = self.look, self.look.words, self.look.theme.size
        side = QFrame()
        side.setProperty("box", "side")
        side.setFixedWidth(round(COLUMN * look.theme.scale))
        column = QVBoxLayout(side)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("m"))
        column.setSpacing(size("m"))
        heading = QVBoxLayout()
        heading.setSpacing(size("xs"))
        heading.addWidget(Label(look, words.say("REVIEW_TITLE"), "title"))
        heading.addWidget(Label(look, words.say("REVIEW_SUBTITLE"), "body", "ink_2"))
        column.addLayout(heading)
        self._made = QWidget()
        made = QVBoxLayout(self._made)
        made.setContentsMargins(0, 0, 0, 0)
        made.setSpacing(size("m"))
        made.addWidget(self._amount_card())
        made.addLayout(self._checked())
        made.addWidget(Hairline(look))
        head = QHBoxLayout()
        head.addWidget(Label(look, words.say("SET_MARKS_MISSING"), "card_title"), 1)
        head.addWidget(self._count)
        made.addLayout(head)
        made.addWidget(scrolled(self._rows), 1)
        column.addWidget(self._made, 1)
        column.addStretch(0)  # while there is nothing to list, the heading stays at the top
        return side

    def _amount_card(self) -> Card:
        card = Card(self.look, tone="info")
        card.body.setSpacing(self.look.theme.size("hair"))
        card.body.addWidget(Label(self.look, self.look.words.say("REVIEW_AMOUNT"), "body", "ink_2"))
        card.body.addWidget(self._figures)
        card.body.addWidget(self._capitals)
        return card

    def _checked(self) -> QVBoxLayout:
        look, words, size = self.look, self.look.words, self.look.theme.size
        column = QVBoxLayout()
        column.setSpacing(size("xs"))
        column.addWidget(Label(look, words.say("REVIEW_CHECKED"), "card_title"))
        for one in CHECKED:
            line = QHBoxLayout()
            line.setSpacing(size("s"))
            line.addWidget(Icon(look, "circle-check", "ok", 20), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(look, words.say(f"REVIEW_CHECKED_{one}")), 1)
            column.addLayout(line)
        column.addWidget(self._client)
        return column


class Failed(QWidget):
    """The forms could not be made: why, and what can be done."""

    def __init__(self, look: Look, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        column = QVBoxLayout(self)
        self._card = Card(look, look.words.say("REVIEW_NOT_MADE"), "alert-circle", tone="stop")
        self._text = Label(look, "")
        self._text.setObjectName("review.failure")
        self._card.body.addWidget(self._text)
        self._card.body.addWidget(
            Label(look, look.words.say("REVIEW_NOT_MADE_TEXT"), "body", "ink_2")
        )
        margin = look.theme.size("l")
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(self._card)
        again = Button(
            look, look.words.say("REVIEW_MAKE_AGAIN"), icon="refresh", name="review.again"
        )
        again.clicked.connect(presenter.make_again)
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_state(self) -> None:
        """Say why."""
        self._text.say(self._presenter.failure())
