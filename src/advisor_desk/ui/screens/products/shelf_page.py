"""The shelf: what fits this money, what was asked for and does not, two side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.needs import Pot
from advisor_desk.domain.suitability import Effect
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.keep_focus import focus_kept
from advisor_desk.ui.interview.long_list import LongList
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.asking import AskedFor
from advisor_desk.ui.screens.products.comparison import Comparison
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.product_list import ProductList
from advisor_desk.ui.screens.products.product_row import ProductRow
from advisor_desk.ui.screens.products.refused_card import RefusedCard
from advisor_desk.ui.screens.products.shelf import COMPARED, TERMS
from advisor_desk.ui.widgets import (
    Button,
    ChoiceBox,
    Label,
    ReasonRow,
    SwitchChips,
    clear,
)


class ShelfPage(StageView[ProductsPresenter]):
    """The list at the left, the comparison at the right."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__(look, presenter)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._chips = QWidget()
        self._chips_row = QHBoxLayout(self._chips)
        self._chips_row.setContentsMargins(0, 0, 0, 0)
        self._subtitle = self.heading(look.words.say("PRODUCTS_TITLE"), " ", self._chips)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("l"))
        row.addLayout(self._left_side(), 1)
        row.addLayout(self._right_side(), 1)
        self.column.addLayout(row, 1)
        self._shown: object = None
        self._pots: list[str] = []
        self._switch: SwitchChips | None = None
        self._listed: object = None
        self._asked_for: object = None

    def first_focus(self) -> QWidget | None:
        """Return the first product's button, else what was asked for."""
        rows = self._list.findChildren(ProductRow)
        return rows[0].findChild(Button) if rows else self._asked.first_focus()

    def show_state(self) -> None:
        """Show shelf, table and choice."""
        presenter, words = self.presenter, self.look.words
        facts, pot = presenter.interview.facts, presenter.pot()
        self._both.setVisible(len(presenter.compared) == COMPARED)
        is_shown = presenter.is_comparison_shown
        self._both.setText(words.say("COMPARE_HIDE" if is_shown else "COMPARE_SHOW"))
        key = (facts.purchase_rests_on(), facts.opened, pot, presenter.compared, presenter.term)
        if key != self._shown:
            self._shown = key
            with focus_kept(self):
                self._show_chips()
                self._show_lists()
                self._subtitle.say(self._money(pot) if pot else "")
            self._lists.settle()
            self._table.settle()
        self._show_choice()

    def _left_side(self) -> QVBoxLayout:
        look, words, size = self.look, self.look.words, self.look.theme.size
        side = QVBoxLayout()
        side.setSpacing(size("s"))
        head = QHBoxLayout()
        head.setSpacing(size("s"))
        self._count = Label(look, "", "section")
        head.addWidget(self._count, 1)
        terms = [(one, words.say(f"PRODUCTS_TERM_{one}")) for one in TERMS]
        self._term = ChoiceBox(look, "products.term", terms)
        self._term.setAccessibleName(words.say("PRODUCTS_TERM"))
        self._term.show_choice(self.presenter.term)
        self._term.chosen.connect(self.presenter.pick_term)
        head.addWidget(self._term)
        side.addLayout(head)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, size("s"), 0)
        column.setSpacing(size("s"))
        self._refused = QVBoxLayout()
        self._refused.setSpacing(size("s"))
        column.addLayout(self._refused)
        self._own = ProductList(look, self.presenter, words.say("PRODUCTS_ASKED"))
        column.addWidget(self._own)
        self._list = ProductList(look, self.presenter)
        column.addWidget(self._list)
        column.addStretch(1)
        self._lists = LongList(inner)
        side.addWidget(self._lists, 1)
        self._asked = AskedFor(look, self.presenter)
        side.addWidget(self._asked)
        return side

    def _right_side(self) -> QVBoxLayout:
        look, words, size = self.look, self.look.words, self.look.theme.size
        side = QVBoxLayout()
        side.setSpacing(size("s"))
        head = QHBoxLayout()
        title = Label(look, words.say("COMPARE_TITLE"), "section")
        title.setMinimumHeight(size("control"))
        head.addWidget(title, 1)
        self._both = Button(look, "", icon="device-desktop", name="products.both", small=True)
        self._both.clicked.connect(self._show_both)
        head.addWidget(self._both)
        side.addLayout(head)
        self._comparison = Comparison(look)
        self._table = LongList(self._comparison)
        self._table.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # arrows scroll a long table
        self._table.setObjectName("products.comparison")
        self._table.setAccessibleName(words.say("COMPARE_TITLE"))
        side.addWidget(self._table, 1)
        row = QHBoxLayout()
        row.setSpacing(size("s"))
        self._choice = Label(look, "", "strong")
        row.addWidget(self._choice, 1)
        again = words.say("PRODUCTS_AGAIN")
        self._again = Button(look, again, icon="refresh", name="products.again")
        self._again.clicked.connect(self.presenter.rechoose)
        row.addWidget(self._again)
        nothing = Button(
            look, words.say("PRODUCTS_NOTHING"), "quiet", "flag", name="products.nothing"
        )
        nothing.clicked.connect(self.presenter.buy_nothing)
        row.addWidget(nothing)
        side.addLayout(row)
        return side

    def _show_chips(self) -> None:
        pots = [one.name for one in self.presenter.pots()]
        if self._switch is None or pots != self._pots:
            self._pots = pots
            clear(self._chips_row)
            self._switch = SwitchChips(self.look, [(one, one) for one in pots], "products.pot")
            self._switch.chosen.connect(self.presenter.pick_pot)
            self._chips_row.addWidget(self._switch)
        pot = self.presenter.pot()
        self._switch.show_choice(pot.name if pot else "")

    def _show_lists(self) -> None:
        presenter = self.presenter
        asked, fitting = presenter.asked_and_needs_more(), presenter.fitting()
        refused = presenter.asked_and_refused()
        key = tuple((one.product, one.answer.decision) for one in (*asked, *fitting))
        if (asked, key) != self._listed:
            self._listed = asked, key
            self._own.show_products(asked)
            self._own.setVisible(bool(asked))
            self._build_list(fitting)
        for row in self.findChildren(ProductRow):
            row.show_compared(is_compared=row.code in presenter.compared)
        key = tuple((one.product, one.answer.decision) for one in refused)
        if key != self._asked_for:
            self._asked_for = key
            self._build_refused(refused)
        self._comparison.show_products(presenter.interview, presenter.pairs())

    def _show_both(self) -> None:
        self.presenter.show_comparison(is_shown=not self.presenter.is_comparison_shown)

    def _build_list(self, fitting: tuple[ShelfAnswer, ...]) -> None:
        presenter, words = self.presenter, self.look.words
        self._count.say(words.say("PRODUCTS_FITTING", count=len(fitting)))
        self._list.show_products(fitting)
        if not fitting:
            self._list.below.addWidget(
                Label(self.look, words.say("PRODUCTS_NONE_FITS"), "body", "ink_2")
            )
        for said in presenter.faulty():
            self._list.below.addWidget(ReasonRow(self.look, "duty", said, "S67"))

    def _build_refused(self, refused: tuple[ShelfAnswer, ...]) -> None:
        presenter, words = self.presenter, self.look.words
        clear(self._refused)
        for one in refused:
            at = presenter.opened_at(one.product.code)
            pot, time = presenter.pot(), words.clock(at) if at else ""
            name = pot.name if pot else None
            card = RefusedCard(self.look, presenter.interview, one, name, time)
            card.explained.connect(presenter.explain)
            self._refused.addWidget(card)

    def _money(self, pot: Pot) -> str:
        """Say which money it is, and what was recorded when it was written anew."""
        words = self.look.words
        until = words.day(pot.needed_by) if pot.needed_by else ""
        code = "PRODUCTS_POT_UNTIL" if until else "PRODUCTS_POT"
        said = words.say(code, pot=pot.name, amount=words.money(pot.amount), day=until)
        flags = self.presenter.flags_of(pot)
        return words.say("PRODUCTS_POT_NOTED", pot=said, noted=flags) if flags else said

    def _show_choice(self) -> None:
        presenter, words = self.presenter, self.look.words
        chosen = presenter.interview.facts.chosen
        self._again.setVisible(chosen is not None and not presenter.is_rechoosing)
        if chosen is None:
            self._choice.say("")
            return
        duties = chosen.decision.outcome is Effect.ALLOW_WITH
        code = "PRODUCTS_CHOSEN_WITH" if duties else "PRODUCTS_CHOSEN"
        choice = chosen.choice
        self._choice.say(
            words.say(
                code,
                product=choice.product.name,
                amount=words.money(choice.amount),
                pot=choice.pot,
            )
        )
