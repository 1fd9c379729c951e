"""Beside the page: the client's screen in small, the rules of the moment, who is here, a note."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from advisor_desk.ui.interview.rules_now import RuleNow
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Icon, Label, ReasonRow, TextEditor
from advisor_desk.ui.widgets.scrolled import ScrollArea

MIRROR_WIDTH = 240
SCROLL_BAR = 10  # as wide as the style sheet makes it
NOTE = "note"
MOST_LEFT = 4  # lines of what is left; the page itself shows the rest


class Section(QWidget):
    """A titled part of the panel; ``body`` takes its rows."""

    def __init__(self, look: Look, icon: str, title: str, trailing: QWidget | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("s"))
        head.addWidget(Icon(look, icon, "ink_2", 16))
        has_words = isinstance(trailing, Label)  # which may need two lines
        head.addWidget(Label(look, title, "strong", wrap=has_words), 0 if has_words else 1)
        if trailing is not None:
            head.addWidget(trailing, 1 if has_words else 0)
        column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.theme.size("xs"))
        self._shown: tuple[object, ...] | None = None
        column.addLayout(self.body)

    def is_other(self, shown: tuple[object, ...]) -> bool:
        """Say whether something else is to be shown than is; then the rows are taken away."""
        if shown == self._shown:
            return False
        self._shown = shown
        self._clear()
        return True

    def _clear(self) -> None:
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


class SidePanel(QFrame):
    """What the adviser glances at. ``note_kept`` carries a finished note."""

    came = Signal()  # it is seen again
    turn_wanted = Signal()
    blank_wanted = Signal()
    note_kept = Signal(str)
    note_typed = Signal(str)

    def __init__(self, look: Look, note: str) -> None:
        super().__init__()
        self._look = look
        self.setProperty("box", "side")
        self.setFixedWidth(look.theme.size("side_panel"))
        column = self._scrolling()
        self._page_name = Label(look, "", "caption", "ink_2")
        self._page_name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._mirror_section())
        words = look.words
        self._rules = Section(look, "shield-check", words.say("SIDE_RULES"))
        self._people = Section(look, "users", words.say("SIDE_PRESENT"))
        self._left = Section(look, "list-check", words.say("SIDE_BEFORE_LEAVING"))
        for section in (self._rules, self._people):
            column.addWidget(section)
        column.addWidget(self._note_section(note))
        column.addWidget(self._left)
        column.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for what is to be shown: while it was not seen, nothing came."""
        super().showEvent(event)
        self.came.emit()

    def _scrolling(self) -> QVBoxLayout:
        """Return the column of the panel; where it is longer than its place, it scrolls."""
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setSpacing(self._look.theme.size("m"))
        area = ScrollArea()
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._column = column
        self._bar = area.verticalScrollBar()
        self._bar.rangeChanged.connect(self._give_room)
        self._give_room()
        return column

    def _give_room(self) -> None:
        """Let the scroll bar stand in the margin: the rows stay as wide as they are."""
        size = self._look.theme.size
        margin, bar = size("m"), SCROLL_BAR if self._bar.maximum() > 0 else 0
        self._column.setContentsMargins(margin - size("border"), margin, margin - bar, margin)

    @property
    def note(self) -> TextEditor:
        """Return the editor of the note."""
        return self._note

    def show_mirror(self, picture: QPixmap, name: str) -> None:
        """Show what the client sees, and its name."""
        ratio = self.devicePixelRatioF()
        inside = MIRROR_WIDTH - 2  # within its hairline
        wanted = QSize(int(inside * ratio), int(inside * ratio))
        small = picture.scaled(
            wanted,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        small.setDevicePixelRatio(ratio)
        self._mirror.setPixmap(small)
        self._mirror.setAccessibleName(name)
        self._page_name.say(name)

    def show_rules(self, rules: tuple[RuleNow, ...]) -> None:
        """Show the rules that speak at this moment."""
        if not self._rules.is_other(rules):
            return
        for rule in rules:
            self._rules.body.addWidget(ReasonRow(self._look, rule.tone, rule.text, rule.clause))

    def show_people(self, people: tuple[tuple[str, str], ...]) -> None:
        """Show who is in the room, and as what."""
        if not self._people.is_other(people):
            return
        for name, role in people:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(Label(self._look, name), 1)
            line.addWidget(Label(self._look, role, "caption", "ink_2", wrap=False))
            self._people.body.addWidget(row)

    def show_left(self, missing: tuple[str, ...]) -> None:
        """Show what the step still lacks, in words."""
        if not self._left.is_other(missing):
            return
        self._left.setVisible(bool(missing))
        more = len(missing) - MOST_LEFT
        for text in missing[:MOST_LEFT]:
            self._left.body.addWidget(ReasonRow(self._look, "info", text))
        if more > 0:
            said = self._look.words.say("SIDE_MORE_LEFT", count=more)
            self._left.body.addWidget(Label(self._look, said, "caption", "ink_2"))

    def _mirror_section(self) -> QWidget:
        look, words = self._look, self._look.words
        section = Section(look, "device-desktop", words.say("SIDE_CLIENT_SCREEN"), self._page_name)
        self._mirror = QLabel()
        self._mirror.setFixedSize(MIRROR_WIDTH, MIRROR_WIDTH * 5 // 8)
        self._mirror.setProperty("box", "mirror")
        self._mirror.setAlignment(Qt.AlignmentFlag.AlignCenter)
        section.body.addWidget(self._mirror)
        is_large = look.theme.scale > 1  # one below the other, where they have no room beside
        row = QVBoxLayout() if is_large else QHBoxLayout()
        turn = Button(look, words.say("SIDE_TURN"), key="F8", name="side.turn", small=True)
        turn.clicked.connect(self.turn_wanted)
        blank = Button(look, words.say("SIDE_BLANK"), key="F9", name="side.blank", small=True)
        blank.clicked.connect(self.blank_wanted)
        row.addWidget(turn)
        row.addWidget(blank)
        if not is_large:
            row.addStretch(1)
        section.body.addLayout(row)
        return section

    def _note_section(self, note: str) -> QWidget:
        look, words = self._look, self._look.words
        keep = Button(look, words.say("SIDE_KEEP_NOTE"), kind="quiet", name="side.note.keep",
                      small=True)  # fmt: skip
        section = Section(look, "note", words.say("SIDE_NOTE"), keep)
        self._note = TextEditor(look, "side.note", many_lines=True)
        self._note.setAccessibleName(words.say("SIDE_NOTE"))
        self._note.setFixedHeight(look.theme.size("row") * 2)
        self._note.set_text(note)
        self._note.finished.connect(self.note_typed)
        keep.clicked.connect(self._keep)
        section.body.addWidget(self._note)
        self._note_error = Label(look, "", "caption", "stop")
        self._note_error.hide()
        section.body.addWidget(self._note_error)
        return section

    def show_note_error(self, text: str) -> None:
        """Say why a note was not kept; empty: nothing is wrong."""
        self._note_error.say(text)
        self._note_error.setVisible(bool(text))

    def _keep(self) -> None:
        self.note_kept.emit(self._note.text())
