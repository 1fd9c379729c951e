"""The client's page: choose one, say how much, and say that this is what is wanted."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.client_amount import AmountPage
from advisor_desk.ui.screens.products.client_confirm import ConfirmPage
from advisor_desk.ui.screens.products.client_list import ListPage
from advisor_desk.ui.screens.products.client_refused import RefusedPage
from advisor_desk.ui.screens.products.presenter import ClientStep, ProductsPresenter


class ProductsClientPage(ClientPage[ProductsPresenter]):
    """One page at a time, by how far the choice has come."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__(look, presenter)
        self._stack = QStackedWidget()
        confirm = ConfirmPage(look, presenter)
        self._pages: dict[ClientStep, ListPage | AmountPage | ConfirmPage | RefusedPage] = {
            ClientStep.look: ListPage(look, presenter),
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
        return self.look.words.say(f"CHOOSE_HEADER_{self.presenter.client_step().value}")

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
