"""The cards of a client's file below what is allowed: person, money, assessments."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.file import File
from advisor_desk.ui.widgets import Card, Hairline, Label, Point, RiskHistory


def person_card(look: Look, file: File) -> Card:
    """Return who the client is, by the ends of numbers alone."""
    words, client = look.words, file.file.client
    card = Card(look, words.say("FILE_PERSON"), "id")
    card.body.setSpacing(0)
    rows = (
        ("FILE_BORN", words.day(client.born) if client.born else words.say("FILE_UNKNOWN")),
        ("FILE_DOCUMENT", words.say("FILE_ENDS", tail=client.document.number[-4:])),
        ("FILE_PHONE", words.say("FILE_ENDS", tail=client.phone[-4:])),
        ("FILE_ACCOUNT", words.say("FILE_ENDS", tail=client.account_tail)),
        ("FILE_INTERVIEWS", str(len(file.file.interviews))),
    )
    for place, (code, value) in enumerate(rows):
        if place:
            card.body.addWidget(Hairline(look))
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.addWidget(Label(look, words.say(code), "body", "ink_2", wrap=False), 2)
        row.addWidget(Label(look, value, wrap=False), 3)
        card.body.addLayout(row)
    card.body.addStretch(1)
    return card


def money_card(look: Look, file: File) -> Card:
    """Return the pots of the last interview."""
    words = look.words
    card = Card(look, words.say("FILE_MONEY"), "wallet")
    pots = file.pots(words)
    for pot in pots:
        row = QHBoxLayout()
        row.addWidget(Label(look, pot.name), 1)
        row.addWidget(Label(look, words.money(pot.amount), "strong", wrap=False))
        card.body.addLayout(row)
        if pot.text:
            card.body.addWidget(Label(look, pot.text, "caption", "ink_2"))
    if not pots:
        card.body.addWidget(Label(look, words.say("FILE_NO_MONEY"), "body", "ink_2"))
    card.body.addStretch(1)
    return card


def assessments_card(look: Look, file: File) -> Card:
    """Return the grades over the years, and until when the last one counts."""
    words = look.words
    until = file.card.valid_until
    said = words.say("FILE_UNTIL", day=words.day(until)) if until else ""
    trailing = Label(look, said, "caption", "ink_2", wrap=False)
    card = Card(look, words.say("FILE_ASSESSMENTS"), "chart-line", trailing)
    points = [
        Point(
            date.fromisoformat(str(row["taken"])),
            RiskTolerance[str(row["grade"])],
            bool(row.get("own_answers", 1)),
        )
        for row in file.file.assessments
        if row["grade"]
    ]
    if points:
        card.body.addWidget(RiskHistory(look, points), 1)
    else:
        card.body.addWidget(Label(look, words.say("FILE_NOT_ASSESSED"), "body", "ink_2"))
        card.body.addStretch(1)
    return card
