"""The holdings, a row each: what, of which class and grade, how much, as of which day."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.product import AssetClass, Product
from advisor_desk.ui.interview.advice_words import class_words
from advisor_desk.ui.interview.long_list import LongList
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.screens.portfolio.rows import NO_GRADE, Row, RowError
from advisor_desk.ui.widgets import (
    AmountEditor,
    Button,
    Card,
    ChoiceBox,
    DayEditor,
    Label,
    LineEditor,
    clear,
    restyle,
)

COLUMNS = {  # the fields of a row, and how the width is shared
    "name": 6,
    "amount": 4,
    "currency": 2,
    "kind": 4,
    "risk": 3,
    "as_of": 3,
    "matures_on": 3,
}
MOST_SHOWN = 7  # rows; more of them scroll
AT_ONCE = 3  # rows built in one go; the others one by one when nothing else waits
GAP = 4
PAD = 12
WIDEST = {
    "amount": "1,000,000.00",
    "currency": "CNY",
    "as_of": "2026-11-23",
    "matures_on": "2026-11-23",
}
IN_WORDS = {"kind": "CLASS_structured", "risk": "PORTFOLIO_NO_GRADE"}
ARROW = 24  # beside the words of a list that drops down
BIN = 52
CURRENCIES = ("CNY", "HKD", "USD", "EUR", "GBP", "JPY")


class HoldingRow(QWidget):
    """One row of editors. ``named`` comes when the name is typed."""

    typed = Signal()
    named = Signal(str)
    removed = Signal()

    def __init__(self, look: Look, row: Row, place: int) -> None:
        super().__init__()
        words, at = look.words, f"holding.{place}"
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.theme.size("s"))
        self._product = (row.name, row.product)
        self._name = LineEditor(look, f"{at}.name", longest=100)
        self._amount = AmountEditor(look, f"{at}.amount")
        classes = [(one.name, class_words(one, words)) for one in AssetClass]
        self._kind = ChoiceBox(look, f"{at}.kind", classes)
        others = [row.currency] if row.currency not in CURRENCIES else []
        self._currency = ChoiceBox(
            look, f"{at}.currency", [(one, one) for one in (*CURRENCIES, *others)]
        )
        grades = [(NO_GRADE, words.say("PORTFOLIO_NO_GRADE"))]
        grades += [(one.name, one.name) for one in ProductRisk]
        self._risk = ChoiceBox(look, f"{at}.risk", grades)
        self._as_of = DayEditor(look, f"{at}.as_of")
        self._matures_on = DayEditor(look, f"{at}.matures_on")
        self.editors: dict[str, QWidget] = {
            "name": self._name,
            "amount": self._amount,
            "currency": self._currency,
            "kind": self._kind,
            "risk": self._risk,
            "as_of": self._as_of,
            "matures_on": self._matures_on,
        }
        self._show(row)
        for name, editor in self.editors.items():
            editor.setAccessibleName(words.say(f"HOLDING_{name}"))
            line.addWidget(_in_column(look, editor, name), COLUMNS[name])
        self._listen()
        away = Button(look, "", "quiet", "trash", name=f"{at}.remove")
        away.setAccessibleName(words.say("HOLDING_REMOVE"))
        away.setFixedWidth(BIN)
        away.clicked.connect(self.removed)
        line.addWidget(away)

    def row(self) -> Row:
        """Return the row as it stands; renamed, it is another product or none of ours."""
        name, (told, product) = self._name.text(), self._product
        return Row(
            name,
            self._amount.text(),
            self._risk.choice(),
            self._as_of.text(),
            self._kind.choice(),
            self._currency.choice(),
            self._matures_on.text(),
            product if name == told else "",
        )

    def take_product(self, product: Product) -> None:
        """Take name, class and grade from the shelf."""
        self._product = (product.name, product.code)
        self._name.set_text(product.name)
        self._kind.show_choice(product.asset_class.name)
        self._currency.show_choice(product.minimum.currency)
        self._risk.show_choice(product.risk.name)

    def show_error(self, field: str, text: str) -> None:
        """Mark the field that is wrong, and say it to a screen reader; empty: none."""
        for name, editor in self.editors.items():
            wrong = name == field
            editor.setAccessibleDescription(text if wrong else "")
            if bool(editor.property("wrong")) != wrong:
                editor.setProperty("wrong", wrong)
                restyle(editor)

    def _show(self, row: Row) -> None:
        self._name.set_text(row.name)
        self._name.setCursorPosition(0)  # of a long name its beginning is read
        self._amount.set_text(row.amount)
        unsaid = AssetClass.deposit if row.risk == NO_GRADE else AssetClass.other
        self._kind.show_choice(row.kind or unsaid.name)
        self._currency.show_choice(row.currency)
        self._risk.show_choice(row.risk)
        self._as_of.set_text(row.as_of)
        self._matures_on.set_text(row.matures_on)

    def _listen(self) -> None:
        self._name.finished.connect(self.named)
        for field in (self._amount, self._as_of, self._matures_on):
            field.finished.connect(self._changed)
        for box in (self._kind, self._currency, self._risk):
            box.chosen.connect(self._changed)

    def _changed(self, _text: str) -> None:
        self.typed.emit()


class HoldingsCard(Card):
    """Rows, a button for one more, and one to record them all."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, look.words.say("HOLDINGS_TITLE"), "wallet")
        self._look = look
        self._presenter = presenter
        self._count = 0
        self._told = RowError()
        self._empty = Label(look, look.words.say("HOLDINGS_EMPTY"), "body", "ink_2")
        self.body.addWidget(self._empty)
        self._heads = self._made_heads()
        self.body.addWidget(self._heads)
        inner = QWidget()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GAP)
        self._list = LongList(inner)
        self.body.addWidget(self._list)
        self.body.addLayout(self._foot())
        self._waiting: list[Row] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._add_waiting)

    def first_focus(self) -> QWidget:
        """Return the first field, else the button for the first row."""
        rows = self._made()
        return rows[0].editors["name"] if rows else self._more

    def show_state(self) -> None:
        """Show what is wrong, and what the button would do."""
        self._follow()
        error, words = self._presenter.row_error, self._look.words
        while self._waiting and error.place >= self._count:
            self._add_waiting()
        said, made = error.text(words), self._made()
        for at, row in enumerate(made):
            row.show_error(error.field if at == error.place else "", said)
        self._error.say(said)
        if error != self._told and 0 <= error.place < len(made):
            made[error.place].editors[error.field].setFocus()
        self._told = error
        self._record.setText(words.say("HOLDINGS_RECORD" if made else "HOLDINGS_NONE"))

    def _made_heads(self) -> QWidget:
        heads = QWidget()
        line = QHBoxLayout(heads)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.theme.size("s"))
        for code, stretch in COLUMNS.items():
            said = self._look.words.say(f"HOLDING_{code}")
            head = Label(self._look, said, "caption", "ink_2", wrap=False)
            line.addWidget(_in_column(self._look, head, code), stretch)
        line.addSpacing(BIN)
        return heads

    def _foot(self) -> QHBoxLayout:
        look, words = self._look, self._look.words
        foot = QHBoxLayout()
        foot.setSpacing(look.theme.size("m"))
        more = words.say("HOLDING_MORE")
        self._more = Button(look, more, icon="plus", name="holding.more", small=True)
        self._more.clicked.connect(self._add_empty)
        file = words.say("HOLDINGS_FROM_FILE")
        bring = Button(look, file, "quiet", "file-text", name="holding.file", small=True)
        bring.clicked.connect(self._presenter.open_file)
        self._error = Label(look, "", "caption", "stop")
        self._error.setObjectName("holding.error")
        record = words.say("HOLDINGS_RECORD")
        self._record = Button(look, record, icon="check", name="holding.record", small=True)
        self._record.clicked.connect(self._record_all)
        foot.addWidget(self._more)
        foot.addWidget(bring)
        foot.addWidget(self._error, 1)
        foot.addWidget(self._record)
        return foot

    def _made(self) -> list[HoldingRow]:
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [one for one in found if isinstance(one, HoldingRow)]

    def _follow(self) -> None:
        """Show other rows where they were recorded or taken back, not while one is typed in."""
        rows = self._presenter.rows()
        typing = self._list.isAncestorOf(self.focusWidget() or self)
        if not typing and rows != self._typed_rows():
            self._build_rows(rows)

    def _build_rows(self, rows: list[Row]) -> None:
        """Build the first rows at once; the others one by one when nothing else waits."""
        clear(self._rows)
        self._count = 0
        self._waiting = rows[AT_ONCE:]
        for row in rows[:AT_ONCE]:
            self._add(row)
        self._fit()
        self._later.start()

    def _add_waiting(self) -> None:
        if self._waiting:
            self._add(self._waiting.pop(0))
            self._later.start()
        self._list.settle()

    def _typed_rows(self) -> list[Row]:
        """Return every row as it stands, those that are not built yet too."""
        return [*(row.row() for row in self._made()), *self._waiting]

    def _add(self, row: Row) -> HoldingRow:
        made = HoldingRow(self._look, row, self._count)
        self._count += 1
        made.typed.connect(self._typed)
        made.named.connect(self._named)
        made.removed.connect(self._removed)
        self._rows.addWidget(made)
        return made

    def _add_empty(self) -> None:
        while self._waiting:
            self._add_waiting()
        made = self._add(Row(as_of=str(self._presenter.interview.today)))
        self._typed()
        self._fit()
        made.setVisible(True)
        made.editors["name"].setFocus()
        self._list.ensureWidgetVisible(made)

    def _removed(self) -> None:
        row = self.sender()
        if not isinstance(row, HoldingRow):
            return
        self._more.setFocus()
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._typed()
        self._fit()

    def _fit(self) -> None:
        made, count = self._made(), len(self._typed_rows())
        for widget in (self._heads, self._list):
            widget.setVisible(bool(made))
        self._empty.setVisible(not made)
        shown = min(count, MOST_SHOWN)
        high = made[0].sizeHint().height() if made else 0
        scrolls = count > MOST_SHOWN
        bar = self._list.verticalScrollBar().sizeHint().width() if scrolls else 0
        self._heads.setContentsMargins(0, 0, bar, 0)
        self._list.setFixedHeight(max(shown * (high + GAP) - GAP, 0))
        self._list.settle()

    def _named(self, text: str) -> None:
        row, found = self.sender(), self._presenter.on_shelf(text)
        if found is not None and isinstance(row, HoldingRow):
            row.take_product(found)
        self._typed()

    def _typed(self) -> None:
        self._presenter.type_rows(self._typed_rows())

    def _record_all(self) -> None:
        self._record.setFocus()  # a screen reader presses it from afar: what is typed is finished
        self._presenter.record(self._typed_rows())


def _in_column(look: Look, widget: QWidget, code: str) -> QWidget:
    """Give a head and the fields below it the same width, whatever is written in them."""
    policy = widget.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    widget.setSizePolicy(policy)
    metrics = QFontMetrics(look.theme.font("body"))
    longest = look.words.say(IN_WORDS[code]) if code in IN_WORDS else WIDEST.get(code, "")
    arrow = ARROW if code in {"kind", "currency", "risk"} else 0
    widget.setMinimumWidth(metrics.horizontalAdvance(longest) + 2 * PAD + arrow)
    return widget
