"""The client's pages above the own grade: both levels, two others, the second page to insist.

The way back is the large button of every page; going on is the small one. Clauses: S57-S60.
"""

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.over_risk.client_declaration import DeclarationPage
from advisor_desk.ui.screens.over_risk.client_others import OthersPage
from advisor_desk.ui.screens.over_risk.client_warning import WarningPage
from advisor_desk.ui.screens.over_risk.presenter import OverRiskPresenter
from advisor_desk.ui.screens.over_risk.wish_state import WishStep
from advisor_desk.ui.widgets import Button, Label


class TooFewPage(QWidget):
    """Others cannot honestly be offered: the product cannot be had today either."""

    def __init__(self, look: Look, presenter: OverRiskPresenter) -> None:
        super().__init__()
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        column.addStretch(1)
        column.addWidget(Label(look, words.say("WISH_FEW_TITLE"), "client_question"))
        column.addWidget(Label(look, words.say("WISH_FEW_TEXT"), "client_body"))
        column.addStretch(2)
        row = QHBoxLayout()
        another = words.say("WISH_ANOTHER")
        self._another = Button(look, another, "client_primary", "arrow-left", name="wish.leave")
        self._another.clicked.connect(presenter.choose_another)
        row.addStretch(1)
        row.addWidget(self._another, 1)
        column.addLayout(row)

    def first_focus(self) -> QWidget:
        """Return the way back."""
        return self._another

    def show_state(self) -> None:
        """Stand as it is."""


_Page = WarningPage | OthersPage | TooFewPage | DeclarationPage


class OverRiskClientPage(ClientPage[OverRiskPresenter]):
    """One page at a time, by how far the client has come."""

    def __init__(self, look: Look, presenter: OverRiskPresenter) -> None:
        super().__init__(look, presenter)
        self._stack = QStackedWidget()
        self._pages: dict[WishStep, _Page] = {
            WishStep.warning: WarningPage(look, presenter),
            WishStep.others: OthersPage(look, presenter),
            WishStep.too_few: TooFewPage(look, presenter),
            WishStep.declaration: DeclarationPage(look, presenter),
        }
        for page in self._pages.values():
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)

    def header(self) -> str:
        """Return the product it is about, in the client's language."""
        product = self.presenter.product()
        return product.name if product else ""

    def first_focus(self) -> QWidget:
        """Return the way back."""
        return self._pages[self.presenter.client_step()].first_focus()

    def show_state(self) -> None:
        """Show the page that belongs to the step."""
        page = self._pages[self.presenter.client_step()]
        is_new = self._stack.currentWidget() is not page
        page.show_state()
        self._stack.setCurrentWidget(page)
        if is_new and self.isVisible():
            page.first_focus().setFocus()
