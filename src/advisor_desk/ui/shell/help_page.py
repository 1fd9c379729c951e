"""Help: every key on one page, and what this program is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Card, Chip, Label
from advisor_desk.ui.widgets.scrolled import ScrollArea
from advisor_desk.ui.widgets.titled import titled

KEYS = (
    ("Ctrl+Enter", "KEY_CONFIRM"), ("Alt+←", "KEY_BACK"), ("Alt+↑  Alt+↓", "KEY_SECTION"),
    ("1 … 9", "KEY_ANSWER"), ("Enter", "KEY_ENTER"), ("F2", "KEY_NOTE"), ("F4", "KEY_WHY"),
    ("F6", "KEY_PANE"), ("F8", "KEY_TURN"), ("Esc", "KEY_RETURN"), ("F9", "KEY_BLANK"),
    ("Ctrl+Z", "KEY_UNDO"), ("Ctrl+Shift+S", "KEY_PAUSE"), ("Ctrl+Shift+L", "KEY_LOCK"),
    ("Ctrl+1 2 3 6", "KEY_PLACES"), ("Ctrl+K", "KEY_SEARCH"), ("Alt+1 … 9", "KEY_RECENT"),
    ("N  Ctrl+N", "KEY_NEW_CLIENT"), ("I", "TODAY_NEW_INTERVIEW"), ("Ctrl+,", "KEY_SETTINGS"),
    ("F1", "KEY_HELP"), ("F11", "KEY_FULL"), ("Ctrl+Q", "KEY_QUIT"),
)  # fmt: skip
ROWS = 12


class HelpPage(QWidget):
    """The sheet of keys, and a few lines about the program."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, size = look.words, look.theme.size
        inner = QWidget()
        column = titled(inner, look, words.say("HELP_TITLE"), words.say("HELP_TEXT"))
        keys = Card(look, words.say("HELP_KEYS"), "keyboard")
        grid = QGridLayout()
        grid.setVerticalSpacing(size("s"))
        grid.setHorizontalSpacing(size("m"))
        for place, (key, code) in enumerate(KEYS):
            row, side = place % ROWS, place // ROWS * 2
            grid.addWidget(Chip(look, key, "key"), row, side)
            grid.addWidget(Label(look, words.say(code)), row, side + 1)
            grid.setColumnStretch(side + 1, 1)
        keys.body.addLayout(grid)
        column.addWidget(keys)
        about = Card(look, words.say("HELP_ABOUT"), "info-circle")
        about.body.addWidget(Label(look, words.say("HELP_ABOUT_TEXT")))
        column.addWidget(about)
        column.addStretch(1)
        area = ScrollArea()
        area.setObjectName("help.page")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # for the keys that scroll
        area.setAccessibleName(words.say("HELP_TITLE"))
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
