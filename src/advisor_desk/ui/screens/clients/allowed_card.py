"""The card "allowed today": five grades, five answers, and below what each pot of money allows.

Where one reason refuses all five, it is said once.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.file import Column, File, PotLine
from advisor_desk.ui.widgets import Button, Card, GradeBadge, Icon, Label, ReasonRow

_ICONS = {"ok": "circle-check", "warn": "alert-triangle", "stop": "ban"}
_ROWS = {"ok": "ok", "warn": "duty", "stop": "stop"}
POTS_SHOWN = 2  # in one line; all of them stand in the card of the money
COLUMN_HIGH = 160


def allowed_card(look: Look, file: File, why: Callable[[], None]) -> Card:
    """Return the card; ``why`` is asked for every reason with its clause."""
    words = look.words
    said = words.say("FILE_ASKED", day=words.day(file.card.day), count=file.card.rules_asked)
    trailing = QWidget()
    line = QHBoxLayout(trailing)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(Label(look, said, "caption", "ink_2", wrap=False))
    button = Button(look, words.say("FILE_WHY"), "quiet", key="F4", name="file.why", small=True)
    button.clicked.connect(why)
    line.addWidget(button)
    card = Card(look, words.say("FILE_ALLOWED_TODAY"), "shield-check", trailing)
    title, reason = file.refusal(words)
    if title:
        card.body.addWidget(Label(look, title, "card_title"))
        card.body.addLayout(_told(look, "info-circle", reason))
    else:
        card.body.addLayout(_grades(look, file.columns(words)))
    pots = file.pots(words)
    if pots:
        card.body.addLayout(_pots_line(look, pots[:POTS_SHOWN]))
    way_out = file.way_out(words)
    if way_out:
        card.body.addLayout(_told(look, "bulb", way_out))
    return card


def why_card(look: Look, file: File) -> Card:
    """Return every reason once, with its clause."""
    words = look.words
    card = Card(look, words.say("WHY_TITLE"), "scale")
    seen: dict[tuple[str, str], str] = {}
    for column in file.columns(words):
        for reason in column.reasons:
            seen.setdefault(reason, column.tone)
    for (text, clause), tone in seen.items():
        card.body.addWidget(ReasonRow(look, _ROWS[tone], text, clause))
    if not seen:
        card.body.addWidget(ReasonRow(look, "ok", words.say("SIDE_NO_RULE"), "S56"))
    return card


def _grades(look: Look, columns: tuple[Column, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.theme.size("s"))
    for column in columns:
        row.addWidget(_grade_column(look, column), 1)
    return row


def _grade_column(look: Look, column: Column) -> QWidget:
    box = QFrame()
    box.setProperty("box", column.tone)
    box.setMinimumHeight(COLUMN_HIGH)
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


def _pots_line(look: Look, pots: tuple[PotLine, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.theme.size("l"))
    for pot in pots:
        icon = "pig-money" if pot.is_earmarked else "clock" if pot.needed else "wallet"
        code = "FILE_POT_LINE_EARMARKED" if pot.is_earmarked else "FILE_POT_LINE"
        said = look.words.say(code, pot=pot.name, allowed=pot.allowed)
        row.addLayout(_told(look, icon, said), 1)
    return row


def _told(look: Look, icon: str, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(look.theme.size("s"))
    row.addWidget(Icon(look, icon, "primary", 20), 0, Qt.AlignmentFlag.AlignTop)
    said = Label(look, text)
    said.setAlignment(Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    return row
