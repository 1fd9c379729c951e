"""The holdings, a row each: name, amount, grade, as of which day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.presenter import DEPOSIT, PortfolioPresenter, Row
from advisor_desk.ui.widgets import (
    AmountEditor,
    Button,
    Card,
    ChoiceBox,
    DayEditor,
    Label,
    LineEditor,
    restyle,
)


class HoldingRow(QWidget):
    """One row of editors."""

    typed = Signal()
    removed = Signal(object)

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
        grades = [(DEPOSIT, words.say("PORTFOLIO_DEPOSIT"))]
        grades += [(one.name, one.name) for one in ProductRisk]
        self._risk = ChoiceBox(look, f"holding.{place}.risk", grades)
        self._risk.show_choice(row.risk)
        self._day = DayEditor(look, f"holding.{place}.as_of")
        self._day.set_text(row.as_of)
        self.editors = {
            "name": self._name,
            "amount": self._amount,
            "risk": self._risk,
            "as_of": self._day,
        }
        for (name, editor), stretch in zip(self.editors.items(), (4, 3, 2, 2), strict=True):
            editor.setAccessibleName(words.say(f"HOLDING_{name}"))
            line.addWidget(editor, stretch)
        for editor in (self._name, self._amount, self._day):
            editor.finished.connect(self._changed)
        self._risk.chosen.connect(self._changed)
        away = Button(look, "", "quiet", "trash", name=f"holding.{place}.remove")
        away.setAccessibleName(words.say("HOLDING_REMOVE"))
        away.clicked.connect(self._remove)
        line.addWidget(away)

    def row(self) -> Row:
        """Return the row as it stands."""
        return Row(self._name.text(), self._amount.text(), self._risk.choice(), self._day.text())

    def show_error(self, field: str) -> None:
        """Mark the field that is wrong; empty: none."""
        for name, editor in self.editors.items():
            wrong = name == field
            if bool(editor.property("wrong")) != wrong:
                editor.setProperty("wrong", wrong)
                restyle(editor)

    def _changed(self, _text: str) -> None:
        self.typed.emit()

    def _remove(self) -> None:
        self.removed.emit(self)


class HoldingsCard(Card):
    """Rows, a button for one more, and one to record them all."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, look.words.say("HOLDINGS_TITLE"), "wallet")
        self._look = look
        self._presenter = presenter
        words = look.words
        head = QHBoxLayout()
        for code, stretch in zip(("name", "amount", "risk", "as_of"), (4, 3, 2, 2), strict=True):
            label = Label(look, words.say(f"HOLDING_{code}"), "caption", "ink_2", wrap=False)
            head.addWidget(label, stretch)
        head.addSpacing(56)
        self.body.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(look.theme.size("xs"))
        self.body.addLayout(self._rows)
        self._error = Label(look, "", "caption", "stop")
        self.body.addWidget(self._error)
        foot = QHBoxLayout()
        more = Button(look, words.say("HOLDING_MORE"), icon="plus", name="holding.more", small=True)
        more.clicked.connect(self._add_empty)
        self._record = Button(
            look, words.say("HOLDINGS_RECORD"), icon="check", name="holding.record", small=True
        )
        self._record.clicked.connect(self._record_all)
        foot.addWidget(more)
        foot.addStretch(1)
        foot.addWidget(self._record)
        self.body.addLayout(foot)
        self._count = 0
        for row in presenter.rows():
            self._add(row)

    def first_focus(self) -> QWidget:
        """Return the first field, else the button for the first row."""
        rows = self._made()
        return rows[0].editors["name"] if rows else self._record

    def show_state(self) -> None:
        """Show what is wrong, and what the button would do."""
        place, field, text = self._presenter.row_error
        for at, row in enumerate(self._made()):
            row.show_error(field if at == place else "")
        self._error.say(text or self._presenter.interview.error_of("name"))
        words = self._look.words
        self._record.setText(words.say("HOLDINGS_RECORD" if self._made() else "HOLDINGS_NONE"))

    def _made(self) -> list[HoldingRow]:
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [one for one in found if isinstance(one, HoldingRow)]

    def _add(self, row: Row) -> HoldingRow:
        made = HoldingRow(self._look, row, self._count)
        self._count += 1
        made.typed.connect(self._typed)
        made.removed.connect(self._removed)
        self._rows.addWidget(made)
        return made

    def _add_empty(self) -> None:
        made = self._add(Row(as_of=str(self._presenter.interview.today)))
        made.editors["name"].setFocus()
        self.show_state()

    def _removed(self, row: HoldingRow) -> None:
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._typed()
        self.show_state()

    def _typed(self) -> None:
        self._presenter.type_rows([row.row() for row in self._made()])

    def _record_all(self) -> None:
        self._presenter.record([row.row() for row in self._made()])
