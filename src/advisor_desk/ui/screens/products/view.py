"""The adviser's page: the shelf for this money, or the calm page of what was refused."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.interview.stop_panel import StopPanel, complaint_line
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.shelf_page import ShelfPage
from advisor_desk.ui.widgets import Button

WIDEST = 864


class ProductsView(StageView[ProductsPresenter]):
    """Picture 07, and picture 11 while the client reads why something does not fit."""

    wants_width: ClassVar[bool] = True
    hides_side_panel: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__(look, presenter)
        presenter.begin_elsewhere()
        self._stack = QStackedWidget()
        self._shelf = ShelfPage(look, presenter)
        self._panel = StopPanel(look)
        self._panel.looked.connect(presenter.look_at)
        self._refused = self._made_refused()
        self._stack.addWidget(self._shelf)
        self._stack.addWidget(self._refused)
        self.column.addWidget(self._stack)

    def first_focus(self) -> QWidget | None:
        """Return where the page begins."""
        if self._stack.currentWidget() is self._refused:
            return self._panel.first_focus()
        return self._shelf.first_focus()

    def show_state(self) -> None:
        """Show the shelf, or what was refused."""
        stopped = self.presenter.stopped()
        before = self._stack.currentWidget() or self._shelf
        had_keyboard = before.isAncestorOf(self.focusWidget() or self)
        if stopped is None:
            self._shelf.show_state()
        else:
            self._panel.show_stop(stopped)
        page = self._shelf if stopped is None else self._refused
        self._stack.setCurrentWidget(page)
        first = self.first_focus()
        if page is not before and had_keyboard and first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_ahead(self) -> None:
        """List the shelf."""
        self._shelf.show_state()

    def _made_refused(self) -> QWidget:
        look, words, size = self.look, self.look.words, self.look.theme.size
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, size("l"), 0, 0)
        column.setSpacing(size("m"))
        column.addWidget(self._panel)
        line = QHBoxLayout()
        line.setSpacing(size("m"))
        nothing = Button(
            look, words.say("PRODUCTS_NOTHING"), "quiet", "flag", name="products.nothing_refused"
        )
        nothing.clicked.connect(self.presenter.buy_nothing)
        line.addWidget(nothing)
        line.addLayout(complaint_line(look), 1)
        column.addLayout(line)
        column.addStretch(1)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 20)
        row.addStretch(1)
        return page
