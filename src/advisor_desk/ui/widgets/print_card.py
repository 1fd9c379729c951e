"""The printer's part of a page: where to, print, how the job stands, what can be done now."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.print_desk import PrintDesk
from advisor_desk.ui.widgets.button import Button
from advisor_desk.ui.widgets.choices import ChoiceBox
from advisor_desk.ui.widgets.icon import Icon
from advisor_desk.ui.widgets.label import Label

LOOK_EVERY_MS = 3_000
_ICONS = {"ok": "circle-check", "info": "printer", "warn": "alert-triangle"}


class PrintCard(QWidget):
    """Looks at a job under way by itself, as long as it is seen."""

    printed = Signal()

    def __init__(self, look: Look, desk: PrintDesk, name: str) -> None:
        super().__init__()
        self._look = look
        self._desk = desk
        self._names: tuple[str, ...] = ()
        words = look.words
        self._where = ChoiceBox(look, f"{name}.where", ())
        self._where.setAccessibleName(words.say("PRINTING_WHERE"))
        self._where.chosen.connect(desk.choose)
        self._none = Label(look, words.say("PRINTING_NO_PRINTER"), "body", "warn")
        self._print = Button(look, words.say("PRINTING_PRINT"), icon="printer", name=f"{name}.now")
        self._print.clicked.connect(desk.print_now)
        self._find = self._small("PRINTING_FIND", f"{name}.find")
        self._find.clicked.connect(desk.find_printers)
        self._again = self._small("PRINTING_LOOK_AGAIN", f"{name}.again")
        self._again.clicked.connect(desk.look_again)
        self._elsewhere = self._small("PRINTING_ELSEWHERE", f"{name}.elsewhere")
        self._elsewhere.clicked.connect(desk.go_elsewhere)
        self._cancel = self._small("PRINTING_CANCEL", f"{name}.cancel")
        self._cancel.clicked.connect(desk.cancel)
        said = words.say("PRINTING_ONCE_MORE")
        self._once_more = Button(look, said, "quiet", name=f"{name}.once_more", small=True)
        self._once_more.clicked.connect(desk.print_again)
        self._icon = Icon(look, "printer", "ink_2", 20)
        self._state = Label(look, "")
        self._state.setObjectName(f"{name}.state")
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look_by_itself)
        self._build()

    def show_state(self, *, is_busy: bool) -> None:
        """Show how printing stands."""
        desk = self._desk
        if not desk.is_known and not is_busy:
            QTimer.singleShot(0, desk.find_printers)
        if not is_busy:
            QTimer.singleShot(0, desk.catch_up)
        self._show_choices()
        under_way, may_print = desk.is_under_way(), desk.may_print()
        is_offered = may_print or not (under_way or desk.came_out())
        self._print.setVisible(is_offered)
        self._print.setEnabled(may_print and not is_busy)
        self._where.setVisible(bool(self._names) and is_offered)
        self._once_more.setVisible(not under_way and not is_offered)
        nowhere = desk.is_known and not self._names
        self._none.setVisible(nowhere)
        self._find.setVisible(nowhere)
        for button in (self._again, self._elsewhere, self._cancel):
            button.setVisible(under_way)
        self._elsewhere.setVisible(under_way and not may_print)
        self._show_line(is_busy=is_busy)
        if under_way:
            self._timer.start()
        else:
            self._timer.stop()

    def _show_choices(self) -> None:
        choices = self._desk.choices() if self._desk.is_known else ()
        names = tuple(name for name, _ in choices)
        if set(names) != set(self._names):
            self._where.clear()
            for name, text in choices:
                self._where.addItem(text, name)
            self._names = names
        self._where.show_choice(self._desk.chosen())

    def _show_line(self, *, is_busy: bool) -> None:
        words, line = self._look.words, self._desk.line()
        tone, text = (line.tone, line.text) if line else ("info", words.say("PRINTING_NOT_YET"))
        if is_busy and not self._desk.is_under_way():
            tone, text = "info", words.say("PRINTING_WORKING")
        self._icon.show_icon(_ICONS[tone], "primary" if tone == "info" else tone)
        self._state.say(text)

    def _look_by_itself(self) -> None:
        if self.isVisible() and self._desk.is_under_way():
            self._desk.look_again()

    def _small(self, code: str, name: str) -> Button:
        return Button(self._look, self._look.words.say(code), name=name, small=True)

    def _build(self) -> None:
        size = self._look.theme.size
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("s"))
        head = QHBoxLayout()
        head.addWidget(Label(self._look, self._look.words.say("PRINTING_TITLE"), "card_title"), 1)
        head.addWidget(self._once_more)
        column.addLayout(head)
        row = self._row()
        row.addWidget(self._where, 1)
        row.addWidget(self._print)
        column.addLayout(row)
        column.addWidget(self._none)
        line = QHBoxLayout()
        line.setSpacing(size("s"))
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._state, 1)
        column.addLayout(line)
        column.addLayout(self._buttons(self._find, self._again))
        column.addLayout(self._buttons(self._elsewhere, self._cancel))

    def _buttons(self, *buttons: Button) -> QBoxLayout:
        row = self._row()
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        return row

    def _row(self) -> QBoxLayout:
        """Return a row; larger words stand below each other."""
        theme, way = self._look.theme, QBoxLayout.Direction
        row = QBoxLayout(way.LeftToRight if theme.scale == 1 else way.TopToBottom)
        row.setSpacing(theme.size("s"))
        return row
