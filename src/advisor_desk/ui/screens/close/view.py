"""The adviser's page of closing: the record in nine fields, and a calm summary afterwards."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.close.presenter import (
    NEXT_CONTACT,
    PAGES,
    REASON,
    ClosePresenter,
    End,
)
from advisor_desk.ui.screens.close.record import ITEMS
from advisor_desk.ui.screens.close.summary import Summary
from advisor_desk.ui.widgets import DayEditor, Field, Label, LineEditor, SwitchChips, TextEditor

COLUMNS = 3
WITHOUT_SALE = (End.no_sale, End.by_rule, End.abandoned)
LINES_HEIGHT = 84
LONGEST_COUNT = 4


class CloseView(StageView[ClosePresenter]):
    """Write it down, then close."""

    hides_side_panel: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: ClosePresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self._form = QWidget()
        self._summary = Summary(look, presenter)
        self._summary.left.connect(self._leave)
        self._ends = SwitchChips(
            look, [(end.value, words.say(f"CLOSE_END_{end.value}")) for end in WITHOUT_SALE],
            "close.end",
        )  # fmt: skip
        self._ends.chosen.connect(presenter.choose)
        self._texts = {item: self._text(item) for item in ITEMS}
        self._fields = {item: self._field(item) for item in ITEMS}
        self._day = DayEditor(look, "close.next_contact")
        self._day.finished.connect(self._keep_day)
        self._day_field = Field(
            look, words.say("CLOSE_ITEM_next_contact"), self._day, words.say("CLOSE_DAY_HINT")
        )
        self._pages = LineEditor(look, "close.pages", longest=LONGEST_COUNT)
        self._pages.finished.connect(self._keep_pages)
        self._pages_field = Field(look, words.say("CLOSE_ITEM_pages"), self._pages)
        self._reason = TextEditor(look, "close.reason")
        self._reason.finished.connect(self._keep_reason)
        self._reason_field = Field(look, words.say("CLOSE_ITEM_reason"), self._reason)
        self._build()

    def first_focus(self) -> QWidget | None:
        """Return the first text that is still empty."""
        if self.presenter.is_over:
            return self._summary.button
        empty = (item for item in ITEMS if not self.presenter.texts.of(item))
        return self._texts[next(empty, ITEMS[0])].editor

    def show_state(self) -> None:
        """Show the form, or what became of the interview."""
        presenter = self.presenter
        if presenter.is_over:
            if not presenter.interview.is_busy:
                self._summary.show_state()
            self._stack.setCurrentWidget(self._summary)
            nothing = QSizePolicy.Policy.Ignored  # the form must not make the page scroll
            self._form.setSizePolicy(nothing, nothing)
            return
        self._stack.setCurrentWidget(self._form)
        end = presenter.end()
        self._ends.show_choice(end.value)
        self._ends.setVisible(len(presenter.ends()) > 1)
        for one in WITHOUT_SALE:
            self._ends.chip(one.value).setVisible(one in presenter.ends())
        is_recorded = end is not End.abandoned
        self._grid.setVisible(is_recorded)
        self._reason_field.setVisible(not is_recorded)
        self._day_field.setVisible(end is End.sale)
        self._pages_field.setVisible(bool(presenter.pages_printed()))
        place = self._last if is_recorded else self._given_up
        if place.indexOf(self._pages_field) < 0:
            place.insertWidget(place.count() - 1, self._pages_field)
        self._show_texts()

    def _show_texts(self) -> None:
        presenter = self.presenter
        for item, editor in self._texts.items():
            if not editor.editor.hasFocus():
                editor.set_text(presenter.texts.of(item))
            hint = self.look.words.say("CLOSE_DRAFTED") if presenter.texts.is_drafted(item) else ""
            self._fields[item].say_below(hint, presenter.error_of(item))
        others = (
            (self._day, self._day_field, NEXT_CONTACT),
            (self._pages, self._pages_field, PAGES),
            (self._reason, self._reason_field, REASON),
        )
        for one, field, name in others:
            takes_keys = one.editor if isinstance(one, TextEditor) else one
            if not takes_keys.hasFocus():
                one.set_text(presenter.typed(name))
            field.set_error(presenter.error_of(name))

    def _text(self, item: str) -> TextEditor:
        editor = TextEditor(self.look, f"close.{item}", many_lines=True)
        editor.setFixedHeight(LINES_HEIGHT)
        editor.finished.connect(self._keep_text)
        return editor

    def _field(self, item: str) -> Field:
        return Field(self.look, self.look.words.say(f"CLOSE_ITEM_{item}"), self._texts[item])

    def _keep_text(self, text: str) -> None:
        told = self.sender()
        for item, editor in self._texts.items():
            if editor is told:
                self.presenter.keep_item(item, text)

    def _keep_day(self, text: str) -> None:
        self.presenter.keep(NEXT_CONTACT, text)

    def _keep_pages(self, text: str) -> None:
        self.presenter.keep(PAGES, text)

    def _keep_reason(self, text: str) -> None:
        self.presenter.keep(REASON, text)

    def _leave(self) -> None:
        self.leave()

    def _build(self) -> None:
        size = self.look.theme.size
        self._given_up = QVBoxLayout()
        self._given_up.addStretch(1)
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(size("m"))
        grid.setVerticalSpacing(size("s"))
        at_top = Qt.AlignmentFlag.AlignTop
        for place, item in enumerate(ITEMS):
            grid.addWidget(self._fields[item], place // COLUMNS, place % COLUMNS, at_top)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self._last = QVBoxLayout()
        self._last.addWidget(self._day_field)
        self._last.addWidget(self._pages_field)
        self._last.addStretch(1)
        grid.addLayout(self._last, len(ITEMS) // COLUMNS, len(ITEMS) % COLUMNS)
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(size("m"))
        heading = QVBoxLayout()
        heading.setSpacing(size("xs"))
        heading.addWidget(Label(self.look, self.look.words.say("CLOSE_TITLE"), "title"))
        second = self.look.words.say("CLOSE_SUBTITLE")
        heading.addWidget(Label(self.look, second, "body", "ink_2"))
        form.addLayout(heading)
        form.addWidget(self._ends)
        form.addWidget(self._grid)
        form.addWidget(self._reason_field)
        form.addLayout(self._given_up)
        form.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._form)
        self._stack.addWidget(self._summary)
        self.column.addWidget(self._stack)
