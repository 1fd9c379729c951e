"""The adviser's page: what fits this money, what was asked for and does not, two side by side."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_desk.domain.suitability import Effect
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.asking import AskedFor
from advisor_desk.ui.screens.products.comparison import Comparison
from advisor_desk.ui.screens.products.presenter import ClientStep, ProductsPresenter
from advisor_desk.ui.screens.products.product_row import ProductRow
from advisor_desk.ui.screens.products.refused_card import RefusedCard
from advisor_desk.ui.widgets import Button, Card, Hairline, Label, SwitchChips, clear


class ProductsView(StageView[ProductsPresenter]):
    """Picture 07: the list at the left, the comparison at the right."""

    wants_width: ClassVar[bool] = True
    hides_side_panel: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__(look, presenter)
        words, size = look.words, look.theme.size
        self._chips = QWidget()
        self._chips_row = QHBoxLayout(self._chips)
        self._chips_row.setContentsMargins(0, 0, 0, 0)
        self._subtitle = self.heading(words.say("PRODUCTS_TITLE"), " ", self._chips)
        row = QHBoxLayout()
        row.setSpacing(size("l"))
        row.addWidget(self._left_side(), 1)
        right = QVBoxLayout()
        right.setSpacing(size("s"))
        right.addWidget(Label(look, words.say("COMPARE_TITLE"), "section"))
        self._comparison = Comparison(look)
        table = QScrollArea()
        table.setWidgetResizable(True)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setWidget(self._comparison)
        right.addWidget(table, 1)
        right.addLayout(self._choice_line())
        row.addLayout(right, 1)
        self.column.addLayout(row, 1)
        self._shown: object = None

    def first_focus(self) -> QWidget | None:
        """Return the first product's button."""
        rows = self._list_box.findChildren(ProductRow)
        return rows[0].findChild(Button) if rows else None

    def show_state(self) -> None:
        """Show shelf, table and choice."""
        presenter, words = self.presenter, self.look.words
        facts = presenter.interview.facts
        pot = presenter.pot()
        if pot is not None:
            until = words.day(pot.needed_by) if pot.needed_by else ""
            code = "PRODUCTS_POT_UNTIL" if until else "PRODUCTS_POT"
            said = words.say(code, pot=pot.name, amount=words.money(pot.amount), day=until)
            self._subtitle.say(said)
        key = (facts.purchase_rests_on(), facts.opened, pot, presenter.compared)
        if key != self._shown:
            self._shown = key
            self._show_chips()
            self._show_lists()
        self._show_choice()

    def _left_side(self) -> QWidget:
        look, words, size = self.look, self.look.words, self.look.theme.size
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, size("s"), 0)
        column.setSpacing(size("s"))
        self._count = Label(look, "", "section")
        column.addWidget(self._count)
        self._refused = QVBoxLayout()
        self._refused.setSpacing(size("s"))
        column.addLayout(self._refused)
        card = Card(look)
        self._list_box = QWidget()
        self._list = QVBoxLayout(self._list_box)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        card.body.addWidget(self._list_box)
        column.addWidget(card)
        self._asked = AskedFor(look, self.presenter)
        column.addWidget(self._asked)
        nothing = Button(
            look, words.say("PRODUCTS_NOTHING"), "quiet", "flag", name="products.nothing"
        )
        nothing.clicked.connect(self.presenter.buy_nothing)
        column.addWidget(nothing, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _show_chips(self) -> None:
        clear(self._chips_row)
        pots = self.presenter.pots()
        chips = SwitchChips(self.look, [(one.name, one.name) for one in pots], "products.pot")
        pot = self.presenter.pot()
        chips.show_choice(pot.name if pot else "")
        chips.chosen.connect(self.presenter.pick_pot)
        self._chips_row.addWidget(chips)

    def _show_lists(self) -> None:
        presenter, words = self.presenter, self.look.words
        fitting = presenter.fitting()
        self._count.say(words.say("PRODUCTS_FITTING", count=len(fitting)))
        clear(self._list)
        for place, one in enumerate(fitting):
            if place:
                self._list.addWidget(Hairline(self.look))
            row = ProductRow(self.look, one, is_compared=one.product.code in presenter.compared)
            row.shown.connect(presenter.show_to_client)
            self._list.addWidget(row)
        if not fitting:
            self._list.addWidget(Label(self.look, words.say("PRODUCTS_NONE_FITS"), "body", "ink_2"))
        clear(self._refused)
        for one in presenter.asked_and_refused():
            self._refused.addWidget(RefusedCard(self.look, presenter.interview, one))
        pairs = tuple(
            (shown, presenter.material_of(shown))
            for code in presenter.compared
            if (shown := presenter.answer_of(code)) is not None
        )
        self._comparison.show_products(pairs)

    def _choice_line(self) -> QHBoxLayout:
        words = self.look.words
        row = QHBoxLayout()
        self._choice = Label(self.look, "", "strong")
        row.addWidget(self._choice, 1)
        self._again = Button(
            self.look, words.say("PRODUCTS_AGAIN"), icon="refresh", name="products.again"
        )
        self._again.clicked.connect(self.presenter.rechoose)
        row.addWidget(self._again)
        return row

    def _show_choice(self) -> None:
        presenter, words = self.presenter, self.look.words
        chosen = presenter.interview.facts.chosen
        self._again.setVisible(chosen is not None)
        if chosen is None:
            step = presenter.client_step()
            refused = step is ClientStep.refused
            self._choice.say(words.say("PRODUCTS_REFUSED_NOW") if refused else "")
            return
        choice = chosen.choice
        duties = chosen.decision.outcome is Effect.ALLOW_WITH
        self._choice.say(
            words.say(
                "PRODUCTS_CHOSEN_WITH" if duties else "PRODUCTS_CHOSEN",
                product=choice.product.name,
                amount=words.money(choice.amount),
                pot=choice.pot,
            )
        )
