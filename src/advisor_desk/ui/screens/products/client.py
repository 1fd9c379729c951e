"""The client's page: which money, which product, how much, and that this is what is wanted."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.choice_state import ClientStep
from advisor_desk.ui.screens.products.client_amount import AmountPage
from advisor_desk.ui.screens.products.client_comparison import ComparePage
from advisor_desk.ui.screens.products.client_confirm import ConfirmPage
from advisor_desk.ui.screens.products.client_list import ListPage
from advisor_desk.ui.screens.products.client_pots import PotsPage
from advisor_desk.ui.screens.products.client_refused import RefusedPage
from advisor_desk.ui.screens.products.presenter import ProductsPresenter

_Page = PotsPage | ListPage | ComparePage | AmountPage | ConfirmPage | RefusedPage


class ProductsClientPage(ClientPage[ProductsPresenter]):
    """One page at a time, by how far the choice has come."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__(look, presenter)
        self._stack = QStackedWidget()
        confirm = ConfirmPage(look, presenter)
        self._pages: dict[ClientStep, _Page] = {
            ClientStep.pot: PotsPage(look, presenter),
            ClientStep.look: ListPage(look, presenter),
            ClientStep.compare: ComparePage(look, presenter),
            ClientStep.amount: AmountPage(look, presenter),
            ClientStep.confirm: confirm,
            ClientStep.done: confirm,
            ClientStep.refused: RefusedPage(look, presenter),
        }
        for page in dict.fromkeys(self._pages.values()):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)

    def header(self) -> str:
        """Return what is being done."""
        return self._pages[self.presenter.client_step()].header()

    def show_state(self) -> None:
        """Show the page that belongs to the step."""
        page = self._pages[self.presenter.client_step()]
        is_new = self._stack.currentWidget() is not page
        page.show_state()
        self._stack.setCurrentWidget(page)
        if is_new and self.isVisible():
            page.first_focus().setFocus()

    def first_focus(self) -> QWidget:
        """Return what the page begins with."""
        return self._pages[self.presenter.client_step()].first_focus()
