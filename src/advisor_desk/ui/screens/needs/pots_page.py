"""The pots of money: a list, and the form for one of them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.needs import Pot
from advisor_desk.domain.product import Purpose
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.needs.pots import YES
from advisor_desk.ui.screens.needs.presenter import NeedsPresenter
from advisor_desk.ui.widgets import (
    AmountEditor,
    Button,
    Chip,
    ChoiceChip,
    DayEditor,
    EmptyState,
    Field,
    Hairline,
    Label,
    LineEditor,
    TickBox,
    clear,
)

PURPOSES_A_ROW = 3


class PotList(QWidget):
    """Every pot with its purpose and day; each can be changed or taken away."""

    def __init__(self, look: Look, presenter: NeedsPresenter) -> None:
        super().__init__()
        self._look = look
        self._pots = presenter.pots
        self._rows: tuple[Pot, ...] | None = None
        words = look.words
        self._empty = EmptyState(
            look,
            "pig-money",
            words.say("NEEDS_POTS_NONE"),
            words.say("NEEDS_POTS_NONE_TEXT"),
            words.say("NEEDS_POT_ADD"),
            "needs.pot.first",
        )
        self._empty.pressed.connect(self._pots.begin)
        self._add = Button(look, words.say("NEEDS_POT_ADD"), icon="plus", name="needs.pot.new")
        self._add.clicked.connect(self._pots.begin)
        self._list = QVBoxLayout()
        self._list.setSpacing(look.theme.size("xs"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        column.addLayout(self._list)
        column.addWidget(self._empty, 1)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @property
    def first(self) -> QWidget:
        """Return the button that begins a pot."""
        return self._add if self._pots.all() else self._empty.findChildren(Button)[0]

    def show_state(self) -> None:
        """Show the list; rows are made anew only when a pot changed."""
        rows = self._pots.all()
        self._empty.setVisible(not rows)
        self._add.setVisible(bool(rows))
        if rows == self._rows:
            return
        self._rows = rows
        clear(self._list)
        for place, pot in enumerate(rows):
            if place:
                self._list.addWidget(Hairline(self._look))
            self._list.addWidget(self._row(pot))

    def _row(self, pot: Pot) -> QWidget:
        look, words = self._look, self._look.words
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(look.theme.size("xs"))
        top = QHBoxLayout()
        top.setSpacing(look.theme.size("s"))
        top.addWidget(Label(look, pot.name, "strong"))
        tone, icon = ("info", "pig-money") if pot.purpose.is_earmarked else ("plain", "")
        top.addWidget(Chip(look, self._pots.purpose_words(pot.purpose), tone, icon))
        top.addStretch(1)
        top.addWidget(Label(look, words.money(pot.amount), "strong", wrap=False))
        below = QHBoxLayout()
        day = words.day(pot.needed_by) if pot.needed_by else ""
        by = words.say("NEEDS_POT_BY", day=day) if day else words.say("PAPER_NO_DATE")
        said = words.say("NEEDS_POT_FROM", source=pot.source, day=by)
        below.addWidget(Label(look, said, "caption", "ink_2"), 1)
        for action in ("edit", "remove"):
            below.addWidget(self._button(action, pot.name))
        column.addLayout(top)
        column.addLayout(below)
        if flags := self._pots.flags(pot.name):
            column.addWidget(Label(look, flags, "caption", "ink_2"))
        return row

    def _button(self, action: str, pot: str) -> Button:
        words = self._look.words
        button = Button(
            self._look, words.say(f"NEEDS_POT_DO_{action}"), kind="quiet", small=True,
            name=f"needs.pot.{action}",
        )  # fmt: skip
        button.setAccessibleName(words.say(f"NEEDS_POT_DO_{action}_NAMED", pot=pot))
        button.setProperty("pot", pot)
        button.clicked.connect(self._edit if action == "edit" else self._remove)
        return button

    def _edit(self) -> None:
        self._pots.edit(self._pot_pressed())

    def _remove(self) -> None:
        self._pots.remove(self._pot_pressed())
        self.first.setFocus()

    def _pot_pressed(self) -> str:
        pressed = self.sender()
        return str(pressed.property("pot")) if pressed is not None else ""


class PotForm(QWidget):
    """One pot being written."""

    def __init__(self, look: Look, presenter: NeedsPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._pots = presenter.pots
        words = look.words
        self._name = LineEditor(look, "needs.pot.name", longest=LONGEST_NAME)
        self._amount = AmountEditor(look, "needs.pot.amount")
        self._source = LineEditor(look, "needs.pot.source")
        self._day = DayEditor(look, "needs.pot.needed_by")
        self._fields = {
            "name": Field(
                look, words.say("NEEDS_POT_NAME"), self._name, words.say("NEEDS_POT_NAME_HELP")
            ),
            "amount": Field(look, words.say("NEEDS_POT_AMOUNT"), self._amount),
            "source": Field(look, words.say("NEEDS_POT_SOURCE"), self._source),
            "needed_by": Field(look, words.say("NEEDS_POT_NEEDED_BY"), self._day),
        }
        self._no_day = TickBox(look, words.say("NEEDS_POT_NO_DAY"), "needs.pot.no_day")
        self._purposes: dict[str, ChoiceChip] = {}
        self._build()
        self._name.finished.connect(self._keep_name)
        self._amount.finished.connect(self._keep_amount)
        self._source.finished.connect(self._keep_source)
        self._day.finished.connect(self._keep_day)
        self._no_day.ticked.connect(self._tick)

    @property
    def first(self) -> QWidget:
        """Return what is typed first."""
        return self._name

    def show_state(self) -> None:
        """Show what was typed so far and what is wrong with it."""
        typed = self._pots.typed
        editors = {"name": self._name, "amount": self._amount, "source": self._source,
                   "needed_by": self._day}  # fmt: skip
        has_no_day = typed.of("no_day") == YES
        self._no_day.setChecked(has_no_day)
        self._day.setEnabled(not has_no_day)
        for field, editor in editors.items():
            if not editor.hasFocus():
                editor.set_text("" if field == "needed_by" and has_no_day else typed.of(field))
            self._fields[field].set_error(self._pots.errors.of(field))
        for purpose, chip in self._purposes.items():
            chip.setChecked(purpose == typed.of("purpose"))

    def _build(self) -> None:
        look, words, size = self._look, self._look.words, self._look.theme.size
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("s"))
        is_large = look.theme.scale > 1  # one below the other, where they have no room beside
        column.addLayout(_pair(self._fields["name"], self._fields["amount"], size("m"), is_large))
        column.addWidget(Label(look, words.say("NEEDS_POT_PURPOSE"), "strong"))
        column.addLayout(self._purpose_rows())
        column.addWidget(self._fields["source"])
        column.addLayout(_pair(self._fields["needed_by"], self._no_day, size("m"), is_large))
        foot = QHBoxLayout()
        foot.setSpacing(size("s"))
        foot.addStretch(1)
        leave = Button(look, words.say("NEEDS_POT_LEAVE"), kind="quiet", name="needs.pot.leave")
        leave.clicked.connect(self._pots.give_up)
        save = Button(look, words.say("NEEDS_POT_SAVE"), icon="check", name="needs.pot.save")
        save.clicked.connect(self._save)
        foot.addWidget(leave)
        foot.addWidget(save)
        column.addLayout(foot)
        column.addStretch(1)

    def _purpose_rows(self) -> QVBoxLayout:
        """Put the purposes below each other in short rows; chips keep their own width."""
        rows, gap = QVBoxLayout(), self._look.theme.size("s")
        rows.setSpacing(gap)
        a_row = PURPOSES_A_ROW if self._look.theme.scale == 1 else 2
        for start in range(0, len(Purpose), a_row):
            row = QHBoxLayout()
            row.setSpacing(gap)
            for purpose in list(Purpose)[start : start + a_row]:
                name = f"needs.pot.purpose.{purpose.value}"
                chip = ChoiceChip(self._look, self._pots.purpose_words(purpose), name)
                chip.clicked.connect(self._choose_purpose)
                self._purposes[purpose.value] = chip
                row.addWidget(chip)
            row.addStretch(1)
            rows.addLayout(row)
        return rows

    def _choose_purpose(self) -> None:
        pressed = self.sender()
        for purpose, chip in self._purposes.items():
            if chip is pressed:
                self._pots.choose_purpose(purpose)

    def _tick(self, has_none: bool) -> None:
        self._pots.choose_no_day(has_none=has_none)

    def _keep_name(self, text: str) -> None:
        self._pots.typed.keep(name=text)

    def _keep_amount(self, text: str) -> None:
        self._pots.typed.keep(amount=text)

    def _keep_source(self, text: str) -> None:
        self._pots.typed.keep(source=text)

    def _keep_day(self, text: str) -> None:
        self._pots.typed.keep(needed_by=text)

    def _save(self) -> None:
        self._presenter.save_pot(
            self._name.text(), self._amount.text(), self._source.text(), self._day.text()
        )


class PotsPage(QWidget):
    """The list, or the form while a pot is being written."""

    def __init__(self, look: Look, presenter: NeedsPresenter) -> None:
        super().__init__()
        self._pots = presenter.pots
        self._list = PotList(look, presenter)
        self._form = PotForm(look, presenter)
        self._was_open = presenter.pots.is_open
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        column.addWidget(self._form)

    @property
    def first(self) -> QWidget:
        """Return what the keyboard goes to."""
        return self._form.first if self._pots.is_open else self._list.first

    def show_state(self) -> None:
        """Show list or form; the keyboard goes along with a change from one to the other."""
        is_open = self._pots.is_open
        self._form.setVisible(is_open)
        self._list.setVisible(not is_open)
        (self._form if is_open else self._list).show_state()
        if is_open is not self._was_open:
            self._was_open = is_open
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)


def _pair(left: QWidget, right: QWidget, gap: int, is_large: bool) -> QVBoxLayout | QHBoxLayout:
    pair = QVBoxLayout() if is_large else QHBoxLayout()
    pair.setSpacing(gap)
    pair.addWidget(left, 1)
    pair.addWidget(right, 1)
    return pair
