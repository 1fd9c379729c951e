"""The client's file on the screen: allowed today on top, person, money and assessments below."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.allowed_card import allowed_card, why_card
from advisor_desk.ui.screens.clients.begin_card import BeginCard
from advisor_desk.ui.screens.clients.file import File
from advisor_desk.ui.screens.clients.file_cards import (
    assessments_card,
    looks_card,
    money_card,
    person_card,
    visits_card,
)
from advisor_desk.ui.widgets import Button, Chip, GradeBadge, Icon, Label, NameLabel
from advisor_desk.ui.widgets.scrolled import ScrollArea

LONG_NAME = 12  # characters of it and the marks no longer stand in one line


class FileView(QWidget):
    """``begun`` and ``resumed`` carry an interview; the others ask for a page of the file."""

    begun = Signal(str)
    resumed = Signal(str)
    corrected = Signal()
    assessments = Signal()

    def __init__(self, look: Look, presenter: File, leave: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._leave = leave
        self.setObjectName("clients.file")
        size = look.theme.size
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        column.setSpacing(size("m"))
        column.addLayout(self._made_head())
        self._begin: BeginCard | None = None  # both are built when they are asked for
        self._begin_place = QVBoxLayout()
        column.addLayout(self._begin_place)
        notice = self._notice()
        if notice is not None:
            column.addWidget(notice)
        column.addWidget(allowed_card(look, presenter, self.toggle_why))
        self._why: QWidget | None = None
        self._why_place = QVBoxLayout()
        column.addLayout(self._why_place)
        cards = [made(look, presenter) for made in (person_card, money_card)]
        cards.append(assessments_card(look, presenter, self.assessments.emit))
        column.addLayout(self._side_by_side(cards))
        below = [visits_card(look, presenter, self._resume), looks_card(look, presenter)]
        column.addLayout(self._side_by_side(below))
        column.addStretch(1)
        self._area = ScrollArea()
        self._area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._bind_keys()
        self._show_begin()

    def first_focus(self) -> QWidget:
        """Return what comes next: the purpose of the visit, the filled button, or the way back."""
        if self._begin is not None and self._presenter.is_starting:
            return self._begin.first_focus()
        return self._go if self._go.isEnabled() else self._back

    def toggle_why(self) -> None:
        """Show or hide every reason with its clause."""
        if self._why is None:
            self._why = why_card(self._look, self._presenter)
            self._why_place.addWidget(self._why)
            self._why.show()
        else:
            self._why.setVisible(not self._why.isVisible())

    def start(self) -> None:
        """Go on with the interview under way, or ask what a new one needs."""
        if not self._go.isEnabled():
            return
        if self._presenter.under_way():
            self._resume()
            return
        self._presenter.is_starting = True
        self._show_begin()
        self._area.ensureVisible(0, 0)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_begin(self) -> None:
        is_starting = self._presenter.is_starting
        if is_starting and self._begin is None:
            self._begin = BeginCard(self._look, self._presenter)
            self._begin.begun.connect(self.begun)
            self._begin.left.connect(self._begin_left)
            self._begin_place.addWidget(self._begin)
        if self._begin is not None:
            self._begin.setVisible(is_starting)
        self._go.setVisible(not is_starting)

    def _begin_left(self) -> None:
        self._presenter.is_starting = False
        self._show_begin()
        self._go.setFocus(Qt.FocusReason.OtherFocusReason)

    def _resume(self) -> None:
        self.resumed.emit(self._presenter.under_way())

    def _go_back(self) -> None:
        if self._presenter.is_starting:
            self._begin_left()
        else:
            self._leave()

    def _made_head(self) -> QHBoxLayout:
        look, words, file = self._look, self._look.words, self._presenter
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        lines = QVBoxLayout()
        lines.setSpacing(look.theme.size("xs"))
        name = file.file.client.name
        is_long = len(name) > LONG_NAME or look.theme.scale > 1
        title = NameLabel(look, name, "title")
        marks = self._marks()
        if is_long:
            lines.addWidget(title)
        else:
            marks.insertWidget(0, title)
            marks.insertSpacing(1, look.theme.size("s"))
        if marks.count():
            marks.addStretch(1)
            lines.addLayout(marks)
        lines.addWidget(Label(look, file.second_line(words), "body", "ink_2"))
        row.addLayout(lines, 1)
        self._add_buttons(row)
        return row

    def _marks(self) -> QHBoxLayout:
        look, words, file = self._look, self._look.words, self._presenter
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        if file.grade is not None:
            row.addWidget(GradeBadge(look, file.grade))
            row.addWidget(Label(look, words.grade(file.grade), wrap=False))
        standing = file.standing(words)
        if standing:
            row.addWidget(Chip(look, standing, "warn", "hourglass"))
        if file.is_elder or file.is_minor:
            code = "TOP_PROTECTED" if file.is_elder else "FILE_MINOR"
            row.addWidget(Chip(look, words.say(code), "warn", "shield-half"))
        return row

    def _add_buttons(self, row: QHBoxLayout) -> None:
        look, words, file = self._look, self._look.words, self._presenter
        middle = Qt.AlignmentFlag.AlignVCenter
        self._back = Button(look, words.say("FILE_BACK"), "quiet", "arrow-left", "Esc", "file.back")
        self._back.clicked.connect(self._go_back)
        correct = Button(look, words.say("FILE_CORRECT"), icon="edit", name="file.correct")
        correct.clicked.connect(self.corrected)
        code, icon = "FILE_REFER" if file.refers else "FILE_BEGIN", "player-play"
        if file.under_way():
            code = "FILE_RESUME"
        elif file.refers:
            icon = "users"
        self._go = Button(look, words.say(code), "primary", icon, "I", "file.begin")
        self._go.clicked.connect(self.start)
        for button in (self._back, correct, self._go):
            row.addWidget(button, 0, middle)

    def _notice(self) -> QFrame | None:
        """Say what stands in the way of a sale from the start: no certificate, no guardian."""
        look, words, file = self._look, self._look.words, self._presenter
        if file.refers:
            title, text = words.say("FILE_REFERS"), words.say("FILE_REFERS_TEXT")
        elif file.is_minor:
            title, text = words.say("FILE_GUARDIAN"), words.say("FILE_GUARDIAN_TEXT")
        else:
            return None
        box = QFrame()
        box.setProperty("box", "warn")
        box.setObjectName("file.notice")
        row = QHBoxLayout(box)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(look.theme.size("m"))
        row.addWidget(Icon(look, "shield-half", "warn", 24), 0, Qt.AlignmentFlag.AlignVCenter)
        lines = QVBoxLayout()
        lines.setSpacing(look.theme.size("hair"))
        lines.addWidget(Label(look, title, "strong"))
        lines.addWidget(Label(look, text))
        row.addLayout(lines, 1)
        return box

    def _side_by_side(self, cards: Sequence[QWidget]) -> QLayout:
        theme = self._look.theme
        a_row = len(cards) if theme.scale == 1 else 2  # larger words need more room
        grid = QGridLayout()
        grid.setSpacing(theme.size("m"))
        for place, card in enumerate(cards):
            grid.addWidget(card, place // a_row, place % a_row)
            grid.setColumnStretch(place % a_row, 1)
        return grid

    def _bind_keys(self) -> None:
        for key, done in (
            ("I", self.start),
            ("F4", self.toggle_why),
            ("Escape", self._go_back),
            ("PgDown", partial(self._area.turn, 1)),
            ("PgUp", partial(self._area.turn, -1)),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(done)
