"""What the client asked for and what fits, in large rows; a touch takes one."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.product_words import in_short
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.client_rows import ClientRow, hold_place, rows_a_page
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.shelf import is_refused, needs_request
from advisor_desk.ui.widgets import Button, GradeBadge, Label, clear


class ListPage(QWidget):
    """A page of four, back and next at the foot."""

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
        self._title = Label(look, "", "client_question")
        column.addWidget(self._title)
        column.addWidget(Label(look, words.say("CHOOSE_TEXT"), "client_body", "ink_2"))
        box = QWidget()
        self._rows = QVBoxLayout(box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        column.addWidget(box)
        column.addStretch(1)
        column.addLayout(self._foot())

    def header(self) -> str:
        """Return which page of the list it is."""
        pages = -(-len(self._presenter.client_list()) // self._a_page)
        words = self._look.words
        if pages > 1:
            return words.say("CHOOSE_PAGE", page=self._start // self._a_page + 1, pages=pages)
        return words.say("CHOOSE_HEADER_look")

    def first_focus(self) -> QWidget:
        """Return the first product, else the way out."""
        rows = [one for one in self.findChildren(ClientRow) if one.isVisibleTo(self)]
        return rows[0] if rows else self._nothing

    def show_state(self) -> None:
        """Show what fits the money."""
        presenter, words = self._presenter, self._look.words
        pot = presenter.client_pot()
        if pot is not None:
            self._title.say(words.say("CHOOSE_TITLE", pot=pot.name, amount=words.money(pot.amount)))
        every = presenter.client_list()
        self._start = min(self._start, max(len(every) - 1, 0) // self._a_page * self._a_page)
        shown = every[self._start : self._start + self._a_page]
        self._before.setVisible(self._start > 0 or len(presenter.pots()) > 1)
        self._before.setText(words.say("CHOOSE_BEFORE" if self._start else "CHOOSE_OTHER_POT"))
        self._after.setVisible(self._start + self._a_page < len(every))
        key = (pot, tuple((one.product, one.answer.decision, one.why_not_sold) for one in shown))
        if key == self._shown:
            return
        self._shown = key
        clear(self._rows)
        for one in shown:
            self._rows.addWidget(self._row(one))
        if not shown:
            self._rows.addWidget(Label(self._look, words.say("CHOOSE_NONE"), "client_body"))

    def _row(self, one: ShelfAnswer) -> ClientRow:
        words, code = self._look.words, one.product.code
        second, act = in_short(one.product, words), "choose"
        if is_refused(one):
            second, act = words.say("CHOOSE_ASKED_REFUSED"), "why"
        elif needs_request(one):
            second = words.say("CHOOSE_ASKED_MORE")
        badge = GradeBadge(self._look, one.product.risk, "l")
        row = ClientRow(self._look, f"product.{code}.{act}", one.product.name, second, badge)
        row.clicked.connect(self._picked)
        return row

    def _foot(self) -> QHBoxLayout:
        look, words = self._look, self._look.words
        foot = QHBoxLayout()
        self._before = Button(
            look, words.say("CHOOSE_OTHER_POT"), "client", "arrow-left", name="choose.before"
        )
        self._before.clicked.connect(self._page_before)
        self._nothing = Button(
            look, words.say("CHOOSE_NOTHING"), "client_plain", name="choose.nothing"
        )
        self._nothing.clicked.connect(self._presenter.buy_nothing)
        self._after = Button(
            look, words.say("CHOOSE_AFTER"), "client", "arrow-right", name="choose.after"
        )
        self._after.clicked.connect(self._page_after)
        foot.addWidget(self._before, 1)
        foot.addWidget(self._nothing, 1)
        foot.addWidget(self._after, 1)
        for button in (self._before, self._after):
            hold_place(button)
        return foot

    def _picked(self) -> None:
        self._presenter.pick(self.sender().objectName().split(".")[1])

    def _page_before(self) -> None:
        if self._start:
            self._start = max(self._start - self._a_page, 0)
            self._presenter.interview.changed()
        else:
            self._presenter.pick_client_pot("")

    def _page_after(self) -> None:
        self._start += self._a_page
        self._presenter.interview.changed()
