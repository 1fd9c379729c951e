"""The client's file on the screen: allowed today on top, person, money and assessments below."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.begin_card import BeginCard
from advisor_desk.ui.screens.clients.file import ADULT, ELDER, Column, File
from advisor_desk.ui.screens.clients.file_cards import assessments_card, money_card, person_card
from advisor_desk.ui.widgets import (
    Button,
    Card,
    Chip,
    GradeBadge,
    Icon,
    Label,
    ReasonRow,
)

_ICONS = {"ok": "circle-check", "warn": "alert-triangle", "stop": "ban"}
_ROWS = {"ok": "ok", "warn": "duty", "stop": "stop"}


class FileView(QWidget):
    """``begun`` and ``resumed`` carry an interview, ``corrected`` asks for the record's page."""

    begun = Signal(str)
    resumed = Signal(str)
    corrected = Signal()

    def __init__(self, look: Look, presenter: File, leave: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self.setObjectName("clients.file")
        inner = QWidget()
        size = look.theme.size
        column = QVBoxLayout(inner)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        column.setSpacing(size("m"))
        column.addLayout(self._head(leave))
        self._begin = BeginCard(look, presenter)
        self._begin.begun.connect(self.begun)
        if not presenter.is_starting:
            self._begin.hide()
        column.addWidget(self._begin)
        column.addWidget(self._allowed())
        self._why_card = self._why()
        self._why_card.hide()
        column.addWidget(self._why_card)
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        for made in (person_card, money_card, assessments_card):
            row.addWidget(made(look, presenter), 1)
        column.addLayout(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def first_focus(self) -> QWidget:
        """Return the one filled button."""
        return self._go

    def toggle_why(self) -> None:
        """Show or hide every reason with its clause."""
        self._why_card.setVisible(not self._why_card.isVisible())

    def start(self) -> None:
        """Go on with the interview under way, or ask what a new one needs."""
        under_way = self._presenter.under_way()
        if under_way:
            self.resumed.emit(under_way)
            return
        if not self._go.isEnabled():
            return
        self._presenter.is_starting = True
        self._begin.show()
        self._begin.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, leave: Callable[[], None]) -> QHBoxLayout:
        look, words, file = self._look, self._look.words, self._presenter
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        lines = QVBoxLayout()
        names = QHBoxLayout()
        names.setSpacing(look.theme.size("m"))
        names.addWidget(Label(look, file.file.client.name, "title", wrap=False))
        if file.grade is not None:
            names.addWidget(GradeBadge(look, file.grade))
            names.addWidget(Label(look, words.grade(file.grade), wrap=False))
        if file.age is not None and (file.age >= ELDER or file.age < ADULT):
            code = "TOP_PROTECTED" if file.age >= ELDER else "FILE_MINOR"
            names.addWidget(Chip(look, words.say(code), "warn", "shield-half"))
        names.addStretch(1)
        lines.addLayout(names)
        lines.addWidget(Label(look, self._second_line(), "body", "ink_2"))
        row.addLayout(lines, 1)
        back = Button(look, words.say("FILE_BACK"), "quiet", "arrow-left", "Esc", "file.back")
        back.clicked.connect(leave)
        row.addWidget(back)
        correct = Button(look, words.say("FILE_CORRECT"), icon="edit", name="file.correct")
        correct.clicked.connect(self.corrected)
        row.addWidget(correct)
        code = "FILE_RESUME" if file.under_way() else "FILE_BEGIN"
        self._go = Button(look, words.say(code), "primary", "player-play", "I", "file.begin")
        locked = file.locked(words)
        self._go.setEnabled(not locked)
        self._go.setToolTip(locked)
        self._go.clicked.connect(self.start)
        row.addWidget(self._go)
        return row

    def _second_line(self) -> str:
        words, file = self._look.words, self._presenter
        parts = [words.say("TOP_AGE", years=file.age)] if file.age is not None else []
        parts.append(words.say("FILE_OWN"))
        locked = file.locked(words)
        if locked:
            parts.append(locked)
        elif file.age is not None and file.age < ADULT:
            parts.append(words.say("FILE_MINOR_TEXT"))
        return words.say("LIST_COMMA").join(parts)

    def _allowed(self) -> Card:
        look, words, file = self._look, self._look.words, self._presenter
        said = words.say("FILE_ASKED", day=words.day(file.card.day), count=file.card.rules_asked)
        trailing = QWidget()
        line = QHBoxLayout(trailing)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(look, said, "caption", "ink_2", wrap=False))
        why = Button(look, words.say("FILE_WHY"), "quiet", key="F4", name="file.why", small=True)
        why.clicked.connect(self.toggle_why)
        line.addWidget(why)
        card = Card(look, words.say("FILE_ALLOWED_TODAY"), "shield-check", trailing)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        for column in file.columns(words):
            row.addWidget(self._grade_column(column), 1)
        card.body.addLayout(row)
        pots = file.pots(words)
        if pots:
            line_of_pots = QHBoxLayout()
            line_of_pots.setSpacing(look.theme.size("s"))
            for pot in pots[:3]:
                icon = "pig-money" if pot.is_earmarked else "wallet"
                line_of_pots.addWidget(Icon(look, icon, "primary", 20))
                named = f"{pot.name} {words.money(pot.amount)}"
                line_of_pots.addWidget(Label(look, named, "strong", wrap=False))
                line_of_pots.addWidget(Label(look, pot.text, "body", "ink_2"), 1)
            card.body.addLayout(line_of_pots)
        return card

    def _grade_column(self, column: Column) -> QWidget:
        look = self._look
        box = QFrame()
        box.setProperty("box", column.tone)
        box.setMinimumHeight(160)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.setSpacing(look.theme.size("xs"))
        head = QHBoxLayout()
        head.addWidget(GradeBadge(look, column.risk, "m"))
        head.addStretch(1)
        head.addWidget(Icon(look, _ICONS[column.tone], column.tone, 24))
        inside.addLayout(head)
        inside.addWidget(Label(look, column.answer, "card_title", column.tone))
        inside.addWidget(Label(look, column.count))
        inside.addWidget(Label(look, column.why, "caption", "ink_2"))
        inside.addStretch(1)
        return box

    def _why(self) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, words.say("WHY_TITLE"), "scale")
        seen: dict[tuple[str, str], str] = {}
        for column in self._presenter.columns(words):
            for reason in column.reasons:
                seen.setdefault(reason, column.tone)
        for (text, clause), tone in seen.items():
            card.body.addWidget(ReasonRow(look, _ROWS[tone], text, clause))
        if not seen:
            card.body.addWidget(ReasonRow(look, "ok", words.say("SIDE_NO_RULE"), "S56"))
        return card
