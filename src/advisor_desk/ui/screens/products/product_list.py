"""Rows of products in a card, one under another; a title says what they have in common."""

from PySide6.QtWidgets import QVBoxLayout

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.product_row import ProductRow
from advisor_desk.ui.widgets import Card, Hairline, Label, clear


class ProductList(Card):
    """The rows; ``below`` takes what is said after them, until they are shown anew."""

    def __init__(self, look: Look, presenter: ProductsPresenter, title: str = "") -> None:
        super().__init__(look)
        self._look, self._presenter = look, presenter
        self.body.setSpacing(0)
        if title:
            self.body.addWidget(Label(look, title, "strong"))
        self.below = QVBoxLayout()
        self.below.setSpacing(0)
        self.body.addLayout(self.below)

    def show_products(self, products: tuple[ShelfAnswer, ...]) -> None:
        """Show these and nothing else."""
        presenter = self._presenter
        clear(self.below)
        for place, one in enumerate(products):
            if place:
                self.below.addWidget(Hairline(self._look))
            row = ProductRow(self._look, one)
            row.shown.connect(presenter.show_to_client)
            row.put_away.connect(presenter.stop_comparing)
            self.below.addWidget(row)
