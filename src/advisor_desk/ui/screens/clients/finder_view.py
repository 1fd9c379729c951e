"""The finder: one box, the reason of the look, and the list it paints while one types."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.finder import PAGE, RECENT, Finder, FoundRow
from advisor_desk.ui.screens.clients.finder_list import FoundList, RowsModel
from advisor_desk.ui.screens.clients.reason_bar import ReasonBar
from advisor_desk.ui.widgets import Button, EmptyState, Label
from advisor_desk.ui.widgets.neighbours import ENTER

MOST_TYPED = 100


class FinderBox(QLineEdit):
    """The box. Down goes into the list, Enter opens its first row, unless a word is composed."""

    down = Signal()
    enter = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_composing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Hear Down and Enter; everything else is typing."""
        if self._is_composing:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() in ENTER:
            self.enter.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Know whether something is still being composed."""
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)


class FinderView(QWidget):
    """``opened`` carries the client whose file is wanted; its reason is readable by then.

    ``import_wanted``: a whole list is to be taken in. ``failed`` hears what the book refuses; the
    list is empty then.
    """

    opened = Signal(str)
    import_wanted = Signal()

    def __init__(
        self,
        look: Look,
        finder: Finder,
        new_client: Callable[[], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        super().__init__()
        self._failed = failed
        self._is_refused = False
        self._look = look
        self._finder = finder
        self._new_client = new_client
        self._model = RowsModel(self._read_more)
        size = look.theme.size
        column = QVBoxLayout(self)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        column.setSpacing(12)
        column.addLayout(self._made_head())
        column.addWidget(self._made_box())
        self._reason = ReasonBar(look, finder)
        column.addWidget(self._reason)
        column.addWidget(self._made_below(), 1)
        self._note = Label(look, "", "caption", "ink_2")
        column.addWidget(self._note)
        self._bind_keys()
        self.show_rows()

    def first_focus(self) -> QWidget:
        """Return the box."""
        return self._box

    def show_rows(self) -> None:
        """Ask once, and show who answers."""
        rows = self._asked(partial(self._finder.rows, self._look.words))
        self._list.show_rows(rows, is_more=self._finder.is_more)
        is_search = bool(self._finder.text.strip())
        if is_search or self._finder.current:
            self._list.go_to(self._finder.current)
        nobody = self._nobody if is_search else self._none_yet
        self._below.setCurrentWidget(self._found if rows or self._is_refused else nobody)
        is_long = is_search and len(rows) >= PAGE
        self._note.say(self._look.words.say("CLIENTS_MANY", count=PAGE) if is_long else "")

    def _made_head(self) -> QHBoxLayout:
        look, words = self._look, self._look.words
        head = QHBoxLayout()
        lines = QVBoxLayout()
        lines.setSpacing(look.theme.size("xs"))
        lines.addWidget(Label(look, words.say("CLIENTS_TITLE"), "title"))
        lines.addWidget(Label(look, words.say("CLIENTS_TEXT"), "body", "ink_2"))
        head.addLayout(lines, 1)
        bring = Button(look, words.say("CLIENTS_IMPORT"), "quiet", "users", name="clients.import")
        bring.clicked.connect(self.import_wanted)
        head.addWidget(bring)
        new = Button(
            look, words.say("CLIENTS_NEW"), icon="user-plus", key="Ctrl+N", name="clients.new"
        )
        new.clicked.connect(self._new_client)
        head.addWidget(new)
        return head

    def _made_box(self) -> FinderBox:
        self._box = FinderBox()
        self._box.setObjectName("clients.find")
        self._box.setAccessibleName(self._look.words.say("CLIENTS_FIND"))
        self._box.setPlaceholderText(self._look.words.say("CLIENTS_FIND"))
        self._box.setFont(self._look.theme.font("lead"))
        self._box.setFixedHeight(max(48, self._box.fontMetrics().height() + 16))
        self._box.setMaxLength(MOST_TYPED)
        self._box.setClearButtonEnabled(True)
        self._box.setText(self._finder.text)
        self._box.textChanged.connect(self._typed)
        self._box.down.connect(self._into_list)
        self._box.enter.connect(self._open_first)
        return self._box

    def _made_below(self) -> QStackedWidget:
        look, words = self._look, self._look.words
        self._list = FoundList(look, self._model)
        self._list.opened.connect(self._open)
        self._list.up.connect(self._into_box)
        self._list.typed.connect(self._type_on)
        self._found = QFrame()
        self._found.setProperty("box", "card")
        inside = QVBoxLayout(self._found)
        inside.setContentsMargins(1, look.theme.size("xs"), 1, look.theme.size("xs"))
        inside.addWidget(self._list)
        self._nobody = EmptyState(
            look,
            "users",
            words.say("CLIENTS_NOBODY"),
            words.say("CLIENTS_NOBODY_TEXT"),
            words.say("CLIENTS_NEW"),
            "clients.create",
        )
        self._none_yet = EmptyState(
            look,
            "users",
            words.say("CLIENTS_NONE_YET"),
            words.say("CLIENTS_NONE_YET_TEXT"),
            words.say("CLIENTS_NEW"),
            "clients.create_first",
        )
        self._below = QStackedWidget()
        self._below.addWidget(self._found)
        for one in (self._nobody, self._none_yet):
            one.pressed.connect(self._new_client)
            self._below.addWidget(one)
        return self._below

    def _bind_keys(self) -> None:
        keys = [("Escape", self._clear)]
        keys += [(f"Alt+{number}", self._key_pressed) for number in range(1, RECENT + 1)]
        for key, done in keys:
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setObjectName(key[-1])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(done)

    def _key_pressed(self) -> None:
        shortcut = self.sender()
        row = self._model.with_key(shortcut.objectName()) if shortcut is not None else None
        if row is not None:
            self._open(row.client)

    def _read_more(self, after: str) -> tuple[FoundRow, ...]:
        return self._asked(partial(self._finder.more, after, self._look.words))

    def _asked(self, ask: Callable[[], tuple[FoundRow, ...]]) -> tuple[FoundRow, ...]:
        self._is_refused = False
        try:
            return ask()
        except Trouble as trouble:
            self._is_refused, self._finder.is_more = True, False
            self._failed(trouble)
            return ()

    def _typed(self, text: str) -> None:
        self._finder.text = text
        self._finder.current = ""
        self.show_rows()

    def _type_on(self, text: str) -> None:
        self._into_box()
        self._box.insert(text)

    def _clear(self) -> None:
        self._box.clear()
        self._into_box()

    def _into_box(self) -> None:
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _into_list(self) -> None:
        if self._below.currentWidget() is self._found:
            self._list.go_to(self._finder.current)
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        nobody = self._nobody if self._finder.text.strip() else self._none_yet
        button = nobody.findChild(Button)
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_first(self) -> None:
        row = self._model.row_at(self._list.currentIndex().row())
        if row is not None:
            self._open(row.client)

    def _open(self, client: str) -> None:
        if self._reason.may_open():
            self.opened.emit(client)
