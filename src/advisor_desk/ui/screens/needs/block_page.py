"""One block of the fact-find: its questions, each with an answer, or why there is none."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.domain.needs import Block, Item, Known
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.needs.fact_find import items_of
from advisor_desk.ui.screens.needs.presenter import NeedsPresenter
from advisor_desk.ui.widgets import AmountEditor, Field, LineEditor, SwitchChips, TextEditor
from advisor_desk.ui.widgets.leaving import Leaving

LINES_HEIGHT = 84


class FactField(QWidget):
    """A question: an amount or words, or the reason why it stays open."""

    def __init__(self, look: Look, presenter: NeedsPresenter, item: Item) -> None:
        super().__init__()
        self._presenter = presenter
        self._item = item
        words = look.words
        label = presenter.facts_found.label(item)
        self._answer = self._made_editor(look)
        self._answer_field = Field(look, label, self._answer, words.say(f"NEEDS_HELP_{item.id}"))
        self._reason = LineEditor(look, f"needs.{item.id}.reason")
        reason_label = words.say("NEEDS_REASON", item=label)
        self._reason_field = Field(look, reason_label, self._reason, words.say("NEEDS_REASON_HELP"))
        choices = [(known.value, words.say(f"NEEDS_KNOWN_{known.value}")) for known in Known]
        self._known = SwitchChips(look, choices, f"needs.{item.id}.known")
        self._known.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("xs"))
        for one in (self._answer_field, self._reason_field, self._known):
            column.addWidget(one)
        for editor in (self._answer, self._reason):
            editor.finished.connect(self._rested)
            Leaving(editor).left.connect(self._left)

    @property
    def first(self) -> QWidget:
        """Return the editor that is shown."""
        return self._editor()

    def show_state(self) -> None:
        """Show the answer, or what is being typed."""
        state = self._presenter.facts_found.field(self._item)
        is_open = state.known is not Known.answered
        self._answer_field.setVisible(not is_open)
        self._reason_field.setVisible(is_open)
        self._known.show_choice(state.known.value)
        editor = self._editor()
        if not editor.hasFocus():
            editor.set_text(state.text)
        field = self._reason_field if is_open else self._answer_field
        field.set_error(state.error)

    def _made_editor(self, look: Look) -> AmountEditor | TextEditor:
        name = f"needs.{self._item.id}"
        if self._item.is_amount:
            return AmountEditor(look, name)
        editor = TextEditor(look, name, many_lines=True)
        editor.setFixedHeight(round(LINES_HEIGHT * look.theme.scale))
        return editor

    def _editor(self) -> AmountEditor | TextEditor | LineEditor:
        known = self._presenter.facts_found.field(self._item).known
        return self._answer if known is Known.answered else self._reason

    def _choose(self, known: str) -> None:
        self._presenter.facts_found.choose(self._item, known)
        self._editor().setFocus()

    def _rested(self, text: str) -> None:
        if self._editor().hasFocus():
            self._presenter.facts_found.keep(self._item, text)
        else:
            self._left()

    def _left(self) -> None:
        self._presenter.leave(self._item, self._editor().text())


class BlockPage(QWidget):
    """The questions of one block below each other."""

    def __init__(self, look: Look, presenter: NeedsPresenter, block: Block) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("l"))
        self._fields = [FactField(look, presenter, item) for item in items_of(block)]
        for field in self._fields:
            column.addWidget(field)
        column.addStretch(1)

    @property
    def first(self) -> QWidget:
        """Return what is typed first."""
        return self._fields[0].first

    def show_state(self) -> None:
        """Show every question."""
        for field in self._fields:
            field.show_state()
