"""Two who may be one: what was typed beside who stands in the book, and the adviser decides."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.text import as_kept, half_wide
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.new_client import NewClient, Twin
from advisor_desk.ui.widgets import Button, Card, Hairline, Icon, Label

MOST = 2  # beside the one typed; more would not be read
TAIL = 4


class TwinsPage(QWidget):
    """``same`` carries the client it is; ``another`` says that it is somebody else."""

    same = Signal(str)
    another = Signal()

    def __init__(self, look: Look, presenter: NewClient, back: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._twins = presenter.twins[:MOST]
        words, size, typed = look.words, look.theme.size, presenter.typed
        self.setObjectName("clients.twins")
        column = QVBoxLayout(self)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        column.setSpacing(size("m"))
        lines = QVBoxLayout()
        lines.setSpacing(size("xs"))
        lines.addWidget(Label(look, words.say("TWIN_TITLE"), "title"))
        is_named_so = any(one.name == as_kept(typed.name) for one in self._twins)
        text = words.say("TWIN_TEXT" if is_named_so else "TWIN_TEXT_SOUND")
        lines.addWidget(Label(look, text, "body", "ink_2"))
        column.addLayout(lines)
        number, phone = (half_wide(one)[-TAIL:] for one in (typed.number, typed.phone))
        mine = Twin("", as_kept(typed.name), day_as_typed(typed.born), number, phone)
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        row.addWidget(self._side(words.say("TWIN_TYPED"), "pencil", mine, mine), 1)
        self._buttons = []
        for place, twin in enumerate(self._twins, start=1):
            card = self._side(words.say("TWIN_IN_BOOK"), "user", twin, mine)
            button = Button(look, words.say("TWIN_SAME"), name=f"twin.same.{place}")
            button.clicked.connect(self._is_same)
            self._buttons.append(button)
            card.body.addWidget(button)
            row.addWidget(card, 1)
        column.addLayout(row)
        more = len(presenter.twins) - len(self._twins)
        said = words.say("TWIN_MORE", count=more) if more else ""
        column.addWidget(Label(look, said, "caption", "ink_2"))
        column.addStretch(1)
        column.addLayout(self._foot(back))

    def first_focus(self) -> QWidget:
        """Return the file that stands in the book: looking there is the safe choice."""
        return self._buttons[0]

    def _side(self, title: str, icon: str, one: Twin, mine: Twin) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, title, icon)
        card.body.setSpacing(0)
        born = words.day(one.born) if one.born else words.say("FILE_UNKNOWN")
        rows = (
            ("CLIENT_NAME", one.name, one.name == mine.name),
            ("CLIENT_BORN", born, one.born == mine.born),
            ("FILE_DOCUMENT", one.document_tail, one.document_tail == mine.document_tail),
            ("FILE_PHONE", one.phone_tail, one.phone_tail == mine.phone_tail),
        )
        for place, (code, value, is_equal) in enumerate(rows):
            if place:
                card.body.addWidget(Hairline(look))
            ends = code in {"FILE_DOCUMENT", "FILE_PHONE"}
            said = words.say("FILE_ENDS", tail=value) if ends else value
            card.body.addLayout(
                self._line(words.say(code), said, is_equal=is_equal if one is not mine else None)
            )
        card.body.addSpacing(look.theme.size("m"))
        card.body.addStretch(1)
        return card

    def _line(self, label: str, value: str, *, is_equal: bool | None) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.addWidget(Label(look, label, "body", "ink_2", wrap=False), 2)
        row.addWidget(Label(look, value, "strong" if is_equal else "body"), 3)
        if is_equal is None:
            return row
        mark = Icon(look, "check" if is_equal else "x", "ok" if is_equal else "ink_3", 16)
        mark.setAccessibleName(look.words.say("TWIN_EQUAL" if is_equal else "TWIN_UNEQUAL"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _foot(self, back: Callable[[], None]) -> QHBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        leave = Button(look, words.say("TWIN_BACK"), icon="arrow-left", key="Esc", name="twin.back")
        leave.clicked.connect(back)
        row.addWidget(leave)
        row.addStretch(1)
        other = Button(look, words.say("TWIN_ANOTHER"), icon="user-plus", name="twin.another")
        other.clicked.connect(self.another)
        row.addWidget(other)
        return row

    def _is_same(self) -> None:
        pressed = self.sender()
        for button, twin in zip(self._buttons, self._twins, strict=True):
            if button is pressed:
                self.same.emit(twin.client)
