"""The cards of Today: an unfinished interview, a list of rows, what a person may do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.today.rows import FactCell, LineRow
from advisor_desk.ui.screens.today.state import Case, Fact, Limits, Line
from advisor_desk.ui.widgets import (
    Button,
    Card,
    Chip,
    GradeBadge,
    Hairline,
    Icon,
    Label,
    NameLabel,
    ReasonRow,
)


class CaseCard(QFrame):
    """An unfinished interview with its one button; ``on_press`` is told the card."""

    def __init__(
        self,
        look: Look,
        case: Case,
        name: str,
        on_press: Callable[[Case], None],
        *,
        is_first: bool,
    ) -> None:
        super().__init__()
        self._case = case
        self._on_press = on_press
        self.setProperty("box", "card")
        size = look.theme.size
        row = QHBoxLayout(self)
        row.setContentsMargins(size("m"), 12, size("m"), 12)
        row.setSpacing(size("m"))
        lines = QVBoxLayout()
        lines.setSpacing(size("xs"))
        lines.addLayout(_head(look, case))
        lines.addWidget(Label(look, case.where, "body", "ink_2"))
        lines.addLayout(_flagged(look, case.next))
        row.addLayout(lines, 1)
        kind = "primary" if is_first else "secondary"
        self.button = Button(look, look.words.say("TODAY_RESUME"), kind, "player-play", name=name)
        self.button.setAccessibleName(case.spoken)
        self.button.setAccessibleDescription(case.next)
        self.button.clicked.connect(self._pressed)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _pressed(self) -> None:
        self._on_press(self._case)


def _head(look: Look, case: Case) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(look.theme.size("s"))
    head.addWidget(NameLabel(look, case.name, "card_title"))
    if case.age:
        head.addWidget(Label(look, case.age, "body", "ink_2", wrap=False))
    if case.grade is not None:
        head.addWidget(GradeBadge(look, case.grade))
    for mark in case.marks:
        head.addWidget(Chip(look, mark.text, mark.tone, mark.icon))
    head.addStretch(1)
    return head


def _flagged(look: Look, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.theme.size("s"))
    row.addWidget(Icon(look, "flag", "warn", 16), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Label(look, text), 1)
    return row


def list_card(look: Look, lines: Sequence[Line], name: str, on_press: Callable[[], None]) -> QFrame:
    """Return a card of rows, a hairline between them; ``on_press`` asks who sent it."""
    card = QFrame()
    card.setProperty("box", "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(1, look.theme.size("xs"), 1, look.theme.size("xs"))
    column.setSpacing(0)
    for place, line in enumerate(lines, start=1):
        if place > 1:
            column.addWidget(Hairline(look))
        row = LineRow(look, line, f"{name}.{place}")
        row.clicked.connect(on_press)
        column.addWidget(row)
    return card


def quiet_card(look: Look, icon: str, text: str) -> QFrame:
    """Return a card that says that a list is empty."""
    card = QFrame()
    card.setProperty("box", "card")
    row = QHBoxLayout(card)
    row.setContentsMargins(16, 14, 16, 14)
    row.setSpacing(12)
    row.addWidget(Icon(look, icon, "ink_3", 20), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Label(look, text, "body", "ink_2"), 1)
    return card


def section(look: Look, title: str, count: int | None = None) -> QWidget:
    """Return the heading of a list, with how much stands in it."""
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.theme.size("s"))
    row.addWidget(Label(look, title, "section", wrap=False))
    if count is not None:
        row.addWidget(Label(look, str(count), "section", "ink_2", wrap=False))
    row.addStretch(1)
    return widget


def facts_strip(look: Look, facts: Sequence[Fact]) -> QFrame:
    """Return the strip at the foot: how the station stands."""
    strip = QFrame()
    strip.setProperty("box", "card")
    strip.setObjectName("today.facts")
    row = QHBoxLayout(strip)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(look.theme.size("s"))
    for fact in facts:
        row.addWidget(FactCell(look, fact))
        row.addStretch(1)
    return strip


def limits_cards(look: Look, limits: Limits) -> tuple[QFrame, QFrame, QFrame]:
    """Return why something is locked, what is open, and which colleagues may."""
    words = look.words
    why = QFrame()
    why.setProperty("box", "warn")
    why.setObjectName("today.limits")
    row = QHBoxLayout(why)
    row.setContentsMargins(16, 12, 16, 12)
    row.setSpacing(look.theme.size("m"))
    row.addWidget(Icon(look, "shield-half", "warn", 24), 0, Qt.AlignmentFlag.AlignVCenter)
    lines = QVBoxLayout()
    lines.setSpacing(2)
    lines.addWidget(Label(look, limits.title, "strong"))
    lines.addWidget(Label(look, limits.why))
    row.addLayout(lines, 1)
    may = Card(look, words.say("TODAY_MAY_TITLE"), "lock")
    for one in limits.permissions:
        may.body.addWidget(ReasonRow(look, "ok" if one.may else "stop", one.text, one.clause))
    who = Card(look, words.say("TODAY_COLLEAGUES"), "users")
    for colleague in limits.colleagues or (words.say("TODAY_COLLEAGUES_NONE"),):
        who.body.addWidget(Label(look, colleague))
    return why, may, who
