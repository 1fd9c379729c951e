"""Two products side by side on the client's screen: the worst case first, then part by part."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.product import Product
from advisor_desk.ui.client.page_foot import PageFoot
from advisor_desk.ui.interview.comparing import Pair
from advisor_desk.ui.interview.product_words import fees, name_of, protection
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.widgets import Button, GradeBadge, Label, clear

PARTS = (("worst_case", "protected"), ("terms", "early_exit"), ("return", "fees"))


class ClientComparison(QWidget):
    """``done`` when the client has seen enough."""

    done = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._part = 0
        self._pairs: tuple[Pair, ...] = ()
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        self._table = QVBoxLayout()
        column.addLayout(self._table)
        column.addStretch(1)
        words = look.words
        self._back = Button(
            look, words.say("NAV_BACK"), "client", "arrow-left", name="compare.back"
        )
        self._back.clicked.connect(self._turn_back)
        self._on = Button(
            look, words.say("REVIEW_CLIENT_NEXT"), "client_primary", name="compare.next"
        )
        self._on.clicked.connect(self._turn_on)
        column.addWidget(PageFoot(look, self._on, self._back))

    def show_products(self, pairs: tuple[Pair, ...]) -> None:
        """Show two products from the worst case on; the same ones stay where the client is."""
        codes = tuple(one.product.code for one, _ in pairs)
        if codes != tuple(one.product.code for one, _ in self._pairs):
            self._part = 0
        self._pairs = pairs
        self._show()

    def first_focus(self) -> QWidget:
        """Return what leads on."""
        return self._on

    def _show(self) -> None:
        words = self._look.words
        self._back.setVisible(self._part > 0)
        is_last = self._part == len(PARTS) - 1
        self._on.setText(words.say("COMPARE_CLIENT_DONE" if is_last else "REVIEW_CLIENT_NEXT"))
        key = (self._part, tuple(one.product for one, _ in self._pairs))
        if key == self._shown:
            return
        self._shown = key
        clear(self._table)
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._look.theme.size("l"))
        grid.setVerticalSpacing(self._look.theme.size("s"))
        grid.setRowMinimumHeight(0, 80)
        for row, code in enumerate(PARTS[self._part]):
            label = Label(self._look, words.say(f"COMPARE_{code}"), "client_body", "ink_2")
            grid.addWidget(label, 1 + 2 * row, 0, 1, len(self._pairs))
        for side, pair in enumerate(self._pairs):
            self._fill(grid, side, pair)
        self._table.addWidget(table)

    def _fill(self, grid: QGridLayout, side: int, pair: Pair) -> None:
        look, (one, material) = self._look, pair
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("m"))
        head.addWidget(GradeBadge(look, one.product.risk, "l"))
        head.addWidget(Label(look, name_of(one, look.words), "client_answer"), 1)
        grid.addLayout(head, 0, side)
        told = {e.id: look.words.of(e.text) for e in material.elements} if material else {}
        told |= _facts(one.listed.in_language(look.words.language), look)
        for row, code in enumerate(PARTS[self._part]):
            said = told.get(code, look.words.say("COMPARE_CLOSED"))
            text = Label(look, said, "client_answer" if code == PARTS[0][0] else "client_body")
            grid.addWidget(text, 2 + 2 * row, side, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(side, 1)

    def _turn_back(self) -> None:
        self._part = max(0, self._part - 1)
        self._show()

    def _turn_on(self) -> None:
        if self._part == len(PARTS) - 1:
            self.done.emit()
            return
        self._part += 1
        self._show()


def _facts(product: Product, look: Look) -> dict[str, str]:
    return {"protected": protection(product, look.words), "fees": fees(product, look.words)}


class ComparePage(ClientComparison):
    """The same while the client chooses: afterwards the list comes back."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__(look)
        self._presenter = presenter
        self.done.connect(self._leave)

    def header(self) -> str:
        """Return what stands here."""
        return self._look.words.say("COMPARE_TITLE")

    def show_state(self) -> None:
        """Show what is compared."""
        self.show_products(self._presenter.pairs())

    def _leave(self) -> None:
        self._presenter.show_comparison(is_shown=False)
