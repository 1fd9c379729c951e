"""Which money: the client takes one of the pots that were told."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.client_rows import ClientRow, hold_place, rows_a_page
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.widgets import Button, Label, clear


class PotsPage(QWidget):
    """A page of four pots."""

    def __init__(self, look: Look, presenter: ProductsPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._start = 0
        self._a_page = rows_a_page(look)
        self._shown: object = None
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Label(look, words.say("CHOOSE_POT"), "client_question"))
        column.addWidget(Label(look, words.say("CHOOSE_POT_TEXT"), "client_body", "ink_2"))
        box = QWidget()
        self._rows = QVBoxLayout(box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        column.addWidget(box)
        column.addStretch(1)
        foot = QHBoxLayout()
        self._before = Button(
            look, words.say("CHOOSE_BEFORE"), "client", "arrow-left", name="choose.pots_before"
        )
        self._before.clicked.connect(self._page_before)
        nothing = words.say("CHOOSE_NOTHING")
        self._nothing = Button(look, nothing, "client_plain", name="choose.no_pot")
        self._nothing.clicked.connect(presenter.buy_nothing)
        self._after = Button(
            look, words.say("CHOOSE_AFTER"), "client", "arrow-right", name="choose.pots_after"
        )
        self._after.clicked.connect(self._page_after)
        for button in (self._before, self._nothing, self._after):
            foot.addWidget(button, 1)
            hold_place(button)
        column.addLayout(foot)

    def header(self) -> str:
        """Return what is asked."""
        return self._look.words.say("CHOOSE_HEADER_pot")

    def first_focus(self) -> QWidget:
        """Return the first pot."""
        return self.findChild(ClientRow) or self._nothing

    def show_state(self) -> None:
        """Show the pots."""
        words, pots = self._look.words, self._presenter.pots()
        self._start = min(self._start, max(len(pots) - 1, 0) // self._a_page * self._a_page)
        shown = pots[self._start : self._start + self._a_page]
        self._before.setVisible(self._start > 0)
        self._after.setVisible(self._start + self._a_page < len(pots))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        for place, pot in enumerate(shown):
            until = words.day(pot.needed_by) if pot.needed_by else ""
            code = "CHOOSE_POT_UNTIL" if until else "CHOOSE_POT_AMOUNT"
            second = words.say(code, amount=words.money(pot.amount), day=until)
            name = f"choose.pot.{self._start + place}"
            row = ClientRow(self._look, name, pot.name, second)
            row.clicked.connect(self._picked)
            self._rows.addWidget(row)

    def _picked(self) -> None:
        row = self.sender()
        if isinstance(row, ClientRow):
            self._presenter.pick_client_pot(row.text())

    def _page_before(self) -> None:
        self._start = max(self._start - self._a_page, 0)
        self.show_state()

    def _page_after(self) -> None:
        self._start += self._a_page
        self.show_state()
