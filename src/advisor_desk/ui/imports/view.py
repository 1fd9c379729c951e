"""The page of an import: the file, its columns, its rows, and one button to take them in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.choose_file import AskForFile, ask_for_file
from advisor_desk.ui.imports.column_boxes import ColumnBoxes
from advisor_desk.ui.imports.presenter import ImportPresenter
from advisor_desk.ui.imports.preview_list import PreviewHeads, PreviewList
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Label, LineEditor
from advisor_desk.ui.widgets.leaving import Leaving

LONGEST_PATH = 1_000


class ImportView(QWidget):
    """``ask`` opens the window in which a file is chosen.

    ``is_part``: it stands on a page that has margins, a filled button and Ctrl+Enter of its own.
    """

    def __init__(
        self,
        look: Look,
        presenter: ImportPresenter,
        leave: Callable[[], None],
        ask: AskForFile = ask_for_file,
        *,
        is_part: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._leave = leave
        self._ask = ask
        self._is_part = is_part
        self._told = ""
        self._had_rows = False
        self.setObjectName("import.page")
        size = look.theme.size
        column = QVBoxLayout(self)
        margin = 0 if is_part else size("l")
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(size("s"))
        column.addLayout(self._made_head())
        column.addLayout(self._made_file())
        self._columns = ColumnBoxes(look, presenter)
        column.addWidget(self._columns)
        column.addWidget(self._made_rows(), 1)
        self._below = QWidget()
        column.addWidget(self._below, 1)
        column.addLayout(self._made_foot())
        self._bind_keys()
        presenter.changed = self.show_state
        self.show_state()

    def first_focus(self) -> QWidget:
        """Return the button that chooses a file."""
        return self._choose

    def show_state(self) -> None:
        """Show what is read, and what would become of it."""
        presenter, words = self._presenter, self._look.words
        undo = presenter.undo_text(words)  # first: what the book refuses is told in the message
        self._path.set_text(presenter.path)
        self._show_message()
        self._columns.show_state()
        rows = presenter.rows(words)
        columns = self._rows.show_rows(presenter.fields(), rows)
        named = (presenter.source.field_name(field, words) for field in presenter.fields())
        heads = (words.say("IMPORT_LINE"), words.say("IMPORT_OUTCOME"), *named)
        self._heads.show_heads(columns, heads)
        self._preview.setVisible(bool(rows))
        self._below.setVisible(not rows)
        self._summary.say(presenter.summary(words))
        self._undo.setText(undo)
        self._undo.setVisible(bool(undo))
        if not presenter.header and self._confirm.hasFocus():
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._confirm.setVisible(bool(presenter.header))
        self._confirm.setText(
            words.say(f"IMPORT_CONFIRM_{presenter.source.name}", count=presenter.new_rows())
        )
        self._confirm.setEnabled(presenter.new_rows() > 0)
        if presenter.header and self._back.hasFocus() and not self._had_rows:
            first = self._confirm if self._confirm.isEnabled() else self._columns.first_focus()
            first.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter in the path led to Back
        self._had_rows = bool(presenter.header)

    def _bind_keys(self) -> None:
        keys = {"Escape": self._leave}
        if not self._is_part:
            keys["Ctrl+Return"] = self._take
        for key, done in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(done)

    def _made_head(self) -> QVBoxLayout:
        look, words, name = self._look, self._look.words, self._presenter.source.name
        lines = QVBoxLayout()
        lines.setSpacing(look.theme.size("xs"))
        kind = "card_title" if self._is_part else "title"
        lines.addWidget(Label(look, words.say(f"IMPORT_TITLE_{name}"), kind))
        lines.addWidget(Label(look, words.say(f"IMPORT_TEXT_{name}"), "body", "ink_2"))
        return lines

    def _made_file(self) -> QVBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        self._choose = Button(look, words.say("IMPORT_FILE"), icon="file-text", name="import.file")
        self._choose.clicked.connect(self._choose_file)
        row.addWidget(self._choose)
        self._path = LineEditor(look, "import.path", longest=LONGEST_PATH)
        self._path.setPlaceholderText(words.say("IMPORT_PATH"))
        self._path.setAccessibleName(words.say("IMPORT_PATH"))
        Leaving(self._path).left.connect(self._path_left)
        row.addWidget(self._path, 1)
        self._message = Label(look, "", "body", "ink_2")
        self._message.setObjectName("import.message")
        column = QVBoxLayout()
        column.setSpacing(look.theme.size("xs"))
        column.addLayout(row)
        column.addWidget(self._message)
        return column

    def _made_rows(self) -> QFrame:
        self._preview = QFrame()
        self._preview.setProperty("box", "card")
        inside = QVBoxLayout(self._preview)
        inside.setContentsMargins(1, 1, 1, self._look.theme.size("xs"))
        inside.setSpacing(0)
        self._rows = PreviewList(self._look, self._presenter.source.fields)
        self._heads = PreviewHeads(self._look, self._rows)
        inside.addWidget(self._heads)
        inside.addWidget(self._rows)
        return self._preview

    def _made_foot(self) -> QHBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        self._back = Button(
            look, words.say("NAV_BACK"), icon="arrow-left", key="Esc", name="import.leave"
        )
        self._back.clicked.connect(self._leave)
        self._undo = Button(look, "", "quiet", "arrow-back-up", name="import.undo")
        self._undo.clicked.connect(self._presenter.undo)
        self._summary = Label(look, "", "body", "ink_2")
        self._summary.setObjectName("import.summary")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        kind, key = ("secondary", "") if self._is_part else ("primary", "Ctrl+Enter")
        self._confirm = Button(look, "", kind, key=key, name="import.confirm")
        self._confirm.clicked.connect(self._take)
        row.addWidget(self._back)
        row.addWidget(self._undo)
        row.addWidget(self._summary, 1)
        row.addWidget(self._confirm)
        return row

    def _show_message(self) -> None:
        tone, text = self._presenter.message(self._look.words)
        self._message.set_tone(tone)
        self._message.say(text)
        if self._told not in ("", text):
            said = QAccessibleEvent(self._message, QAccessible.Event.Alert)
            QAccessible.updateAccessibility(said)
        self._told = text

    def _choose_file(self) -> None:
        words = self._look.words
        path = self._ask(self, words.say("IMPORT_FILE"), words.say("IMPORT_KINDS"))
        if path:
            self._presenter.open(path)

    def _path_left(self) -> None:
        if self._path.text().strip() != self._presenter.path and self.isActiveWindow():
            self._presenter.open(self._path.text())

    def _take(self) -> None:
        self._presenter.take()
