"""The cards of a client's file below what is allowed: person, money, assessments, visits, looks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.file import File, PotLine
from advisor_desk.ui.widgets import (
    Button,
    Card,
    Chip,
    GradeBadge,
    Hairline,
    Label,
    Point,
    RiskHistory,
    RowButton,
)

BAR = 10
POTS_SHOWN, HOLDINGS_SHOWN = 4, 4


def person_card(look: Look, file: File) -> Card:
    """Return who the client is, by the ends of numbers alone."""
    words, client = look.words, file.file.client
    card = Card(look, words.say("FILE_PERSON"), "id")
    card.body.setSpacing(0)
    rows = (
        (
            words.say("FILE_BORN"),
            words.day(client.born) if client.born else words.say("FILE_UNKNOWN"),
        ),
        (
            words.say(f"DOCUMENT_SHORT_{client.document.kind.name}"),
            words.say("FILE_ENDS", tail=client.document.number[-4:]),
        ),
        (words.say("FILE_PHONE"), words.say("FILE_ENDS", tail=client.phone[-4:])),
        (words.say("FILE_ACCOUNT"), words.say("FILE_ENDS", tail=client.account_tail)),
        (words.say("FILE_LANGUAGE"), words.say(f"LANGUAGE_{client.language.name}")),
    )
    _add_rows(look, card, rows)
    return card


def money_card(look: Look, file: File) -> Card:
    """Return the pots of the last interview, and what the client held then."""
    words = look.words
    trailing = Label(look, file.money_total(words), "caption", "ink_2", wrap=False)
    card = Card(look, words.say("FILE_MONEY"), "wallet", trailing)
    pots = file.pots(words)
    for pot in pots[:POTS_SHOWN]:
        card.body.addLayout(_pot_row(look, pot))
        card.body.addWidget(_ShareBar(look, pot))
    if not pots:
        card.body.addWidget(Label(look, words.say("FILE_NO_MONEY"), "body", "ink_2"))
    _add_holdings(look, file, card)
    card.body.addStretch(1)
    return card


def assessments_card(look: Look, file: File, show_all: Callable[[], None]) -> Card:
    """Return the grades over the years, and until when the last one counts."""
    words = look.words
    trailing = Label(look, file.history(words), "caption", "ink_2", wrap=False)
    card = Card(look, words.say("FILE_ASSESSMENTS"), "chart-line", trailing)
    legend = QHBoxLayout()
    legend.setSpacing(look.theme.size("s"))
    every = Button(
        look, words.say("FILE_ALL_ASSESSMENTS"), "quiet", name="file.assessments", small=True
    )
    every.setAccessibleName(words.say("ATTEMPTS_TITLE"))
    every.clicked.connect(show_all)
    points = [Point(one.taken, one.grade, one.own_answers) for one in file.file.grades]
    if not points:
        card.body.addWidget(Label(look, words.say("FILE_NOT_ASSESSED"), "body", "ink_2"))
        card.body.addStretch(1)
        legend.addStretch(1)
        legend.addWidget(every)
        card.body.addLayout(legend)
        return card
    card.body.addWidget(RiskHistory(look, points), 1)
    for dot, code in (("●", "FILE_OWN_ANSWERS"), ("○", "FILE_READ_OUT")):
        legend.addWidget(Label(look, dot, "strong", "primary", wrap=False))
        legend.addWidget(Label(look, words.say(code), "caption", "ink_2", wrap=False))
    legend.addStretch(1)
    legend.addWidget(every)
    card.body.addLayout(legend)
    return card


def visits_card(look: Look, file: File, resume: Callable[[], None]) -> Card:
    """Return the interviews, the newest first; one that is not over can be gone on with."""
    words = look.words
    count = words.say("FILE_TIMES", count=len(file.file.interviews))
    trailing = Label(look, count, "caption", "ink_2", wrap=False)
    card = Card(look, words.say("FILE_VISITS"), "messages", trailing)
    card.body.setSpacing(0)
    visits = file.visits(words)
    closed = []
    for one in visits:
        if one.is_open:
            go_on = words.say("FILE_RESUME")
            row = RowButton(look, one.day, one.state, go_on, f"file.visit.{one.interview}")
            row.clicked.connect(resume)
            card.body.addWidget(row)
        else:
            closed.append((one.day, one.state))
    _add_rows(look, card, closed)
    if not visits:
        card.body.insertWidget(0, Label(look, words.say("FILE_NO_VISIT"), "body", "ink_2"))
    return card


def looks_card(look: Look, file: File) -> Card:
    """Return who looked into the file and why, the present look first. Clause: S39."""
    words = look.words
    count = words.say("FILE_TIMES", count=len(file.file.looks))
    trailing = Label(look, count, "caption", "ink_2", wrap=False)
    card = Card(look, words.say("FILE_LOOKS"), "eye", trailing)
    card.body.setSpacing(0)
    seen = file.looks(words)
    rows = [(one.when, words.say("FILE_LOOK", who=one.who, why=one.why)) for one in seen]
    _add_rows(look, card, rows)
    return card


def _add_rows(look: Look, card: Card, rows: Sequence[tuple[str, str]]) -> None:
    grid = QGridLayout()
    grid.setHorizontalSpacing(look.theme.size("m"))
    grid.setVerticalSpacing(0)
    for place, (label, value) in enumerate(rows):
        if place:
            grid.addWidget(Hairline(look), 2 * place - 1, 0, 1, 2)
        for side, (text, tone) in enumerate(((label, "ink_2"), (value, "ink"))):
            said = Label(look, text, "body", tone, wrap=bool(side))
            said.setContentsMargins(0, 8, 0, 8)
            grid.addWidget(said, 2 * place, side, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 64)
    card.body.addLayout(grid)
    card.body.addStretch(1)


def _pot_row(look: Look, pot: PotLine) -> QLayout:
    words = look.words
    row = QHBoxLayout()
    row.setSpacing(look.theme.size("s"))
    row.addWidget(Label(look, pot.name), 1)
    row.addWidget(Label(look, words.money(pot.amount), "strong", wrap=False))
    lines = QVBoxLayout()
    lines.setSpacing(look.theme.size("xs"))
    lines.addLayout(row)
    marks = QHBoxLayout()  # a line of their own: beside them a name stands a letter a line
    marks.setSpacing(look.theme.size("s"))
    if pot.is_earmarked:
        marks.addWidget(Chip(look, words.say("FILE_EARMARKED"), icon="pig-money"))
    if pot.needed:
        marks.addWidget(Chip(look, pot.needed, icon="clock"))
    if marks.count():
        marks.addStretch(1)
        lines.addLayout(marks)
    return lines


class _ShareBar(QWidget):
    """How much of all the money one pot is."""

    def __init__(self, look: Look, pot: PotLine) -> None:
        super().__init__()
        self._theme = look.theme
        self._share = pot.share
        self.setFixedHeight(BAR)
        self.setAccessibleName(f"{pot.name} {pot.share:.0%}")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the whole and the part."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = "line_strong" if self._theme.is_high_contrast else "line"
        painter.setPen(QPen(self._theme.color(edge), 1))
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(whole, 3, 3)
        part = QRectF(whole)
        part.setWidth(max(whole.width() * self._share, 2 * 3))
        token = "ink" if self._theme.is_high_contrast else "class_bond"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(token))
        painter.drawRoundedRect(part, 3, 3)
        painter.end()


def _add_holdings(look: Look, file: File, card: Card) -> None:
    words, held = look.words, file.holdings()
    if file.file.holdings is None:
        return
    if not held:
        card.body.addWidget(Label(look, words.say("FILE_HOLDS_NOTHING"), "caption", "ink_2"))
        return
    card.body.addWidget(Hairline(look))
    as_of = words.say("FILE_HOLDINGS", day=words.day(max(one.as_of for one in held)))
    card.body.addWidget(Label(look, as_of, "caption", "ink_2"))
    for one in held[:HOLDINGS_SHOWN]:
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        if one.risk is not None:
            row.addWidget(GradeBadge(look, one.risk))
        row.addWidget(Label(look, one.name), 1)
        row.addWidget(Label(look, words.money(one.amount), wrap=False))
        card.body.addLayout(row)
    more = len(held) - HOLDINGS_SHOWN
    if more > 0:
        card.body.addWidget(Label(look, words.say("FILE_MORE", count=more), "caption", "ink_2"))
