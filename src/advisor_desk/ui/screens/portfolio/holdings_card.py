"""The holdings, a row each: name, amount, grade, as of which day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.ui.interview.long_list import LongList
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.screens.portfolio.rows import DEPOSIT, Row, RowError
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

STRETCHES = (4, 3, 2, 2)
MOST_SHOWN = 4  # rows; more of them scroll
GAP = 4
PAD = 14
WIDEST_AMOUNT, WIDEST_DAY = "1,000,000.00", "2026-11-23"
BIN = 52


class HoldingRow(QWidget):
    """One row of editors. ``named`` comes when the name is typed."""

    typed = Signal()
    named = Signal(str)
    removed = Signal()

    def __init__(self, look: Look, row: Row, place: int) -> None:
        super().__init__()
        words = look.words
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.theme.size("s"))
        self._name = LineEditor(look, f"holding.{place}.name", longest=100)
        self._name.set_text(row.name)
        self._amount = AmountEditor(look, f"holding.{place}.amount")
        self._amount.set_text(row.amount)
        grades = [(DEPOSIT, words.say("CLASS_deposit"))]
        grades += [(one.name, one.name) for one in ProductRisk]
        self._risk = ChoiceBox(look, f"holding.{place}.risk", grades)
        self._risk.show_choice(row.risk)
        self._day = DayEditor(look, f"holding.{place}.as_of")
        self._day.set_text(row.as_of)
        self.editors: dict[str, QWidget] = {
            "name": self._name,
            "amount": self._amount,
            "risk": self._risk,
            "as_of": self._day,
        }
        for (name, editor), stretch in zip(self.editors.items(), STRETCHES, strict=True):
            editor.setAccessibleName(words.say(f"HOLDING_{name}"))
            line.addWidget(editor, stretch)
        for editor, longest in ((self._amount, WIDEST_AMOUNT), (self._day, WIDEST_DAY)):
            editor.setMinimumWidth(editor.fontMetrics().horizontalAdvance(longest) + 2 * PAD)
        self._name.finished.connect(self.named)
        for field in (self._amount, self._day):
            field.finished.connect(self._changed)
        self._risk.chosen.connect(self._changed)
        away = Button(look, "", "quiet", "trash", name=f"holding.{place}.remove")
        away.setAccessibleName(words.say("HOLDING_REMOVE"))
        away.setFixedWidth(BIN)
        away.clicked.connect(self.removed)
        line.addWidget(away)

    def row(self) -> Row:
        """Return the row as it stands."""
        return Row(self._name.text(), self._amount.text(), self._risk.choice(), self._day.text())

    def take_product(self, name: str, risk: ProductRisk) -> None:
        """Take name and grade from the shelf."""
        self._name.set_text(name)
        self._risk.show_choice(risk.name)

    def show_error(self, field: str, text: str) -> None:
        """Mark the field that is wrong, and say it to a screen reader; empty: none."""
        for name, editor in self.editors.items():
            wrong = name == field
            editor.setAccessibleDescription(text if wrong else "")
            if bool(editor.property("wrong")) != wrong:
                editor.setProperty("wrong", wrong)
                restyle(editor)

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
        self._build_rows(presenter.rows())

    def first_focus(self) -> QWidget:
        """Return the first field, else the button for the first row."""
        rows = self._made()
        return rows[0].editors["name"] if rows else self._more

    def show_state(self) -> None:
        """Show what is wrong, and what the button would do."""
        self._follow()
        error, words = self._presenter.row_error, self._look.words
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
        for code, stretch in zip(("name", "amount", "risk", "as_of"), STRETCHES, strict=True):
            said = self._look.words.say(f"HOLDING_{code}")
            line.addWidget(Label(self._look, said, "caption", "ink_2", wrap=False), stretch)
        line.addSpacing(BIN)
        return heads

    def _foot(self) -> QHBoxLayout:
        look, words = self._look, self._look.words
        foot = QHBoxLayout()
        foot.setSpacing(look.theme.size("m"))
        more = words.say("HOLDING_MORE")
        self._more = Button(look, more, icon="plus", name="holding.more", small=True)
        self._more.clicked.connect(self._add_empty)
        self._error = Label(look, "", "caption", "stop")
        self._error.setObjectName("holding.error")
        record = words.say("HOLDINGS_RECORD")
        self._record = Button(look, record, icon="check", name="holding.record", small=True)
        self._record.clicked.connect(self._record_all)
        foot.addWidget(self._more)
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
        if not typing and rows != [row.row() for row in self._made()]:
            self._build_rows(rows)

    def _build_rows(self, rows: list[Row]) -> None:
        clear(self._rows)
        self._count = 0
        for row in rows:
            self._add(row)
        self._fit()

    def _add(self, row: Row) -> HoldingRow:
        made = HoldingRow(self._look, row, self._count)
        self._count += 1
        made.typed.connect(self._typed)
        made.named.connect(self._named)
        made.removed.connect(self._removed)
        self._rows.addWidget(made)
        return made

    def _add_empty(self) -> None:
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
        made = self._made()
        for widget in (self._heads, self._list):
            widget.setVisible(bool(made))
        self._empty.setVisible(not made)
        shown = min(len(made), MOST_SHOWN)
        high = made[0].sizeHint().height() if made else 0
        self._list.setFixedHeight(max(shown * (high + GAP) - GAP, 0))
        self._list.settle()

    def _named(self, text: str) -> None:
        row, found = self.sender(), self._presenter.on_shelf(text)
        if found is not None and isinstance(row, HoldingRow):
            row.take_product(*found)
        self._typed()

    def _typed(self) -> None:
        self._presenter.type_rows([row.row() for row in self._made()])

    def _record_all(self) -> None:
        self._presenter.record([row.row() for row in self._made()])
