"""Every assessment of a client, one by one: who entered it, why, and what stands out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.attempts import Attempt
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Card, Chip, GradeBadge, Hairline, Label
from advisor_desk.ui.words import Wording

MARK_WIDE = 96


def attempts_card(look: Look, attempts: Sequence[Attempt]) -> Card:
    """Return the list, the newest first."""
    words = look.words
    card = Card(look, words.say("ATTEMPTS_TITLE"), "chart-line")
    card.body.addWidget(Label(look, words.say("ATTEMPTS_TEXT"), "body", "ink_2"))
    for one in reversed(attempts):
        card.body.addWidget(Hairline(look))
        card.body.addLayout(_row(look, one))
    if not attempts:
        card.body.addWidget(Label(look, words.say("ATTEMPTS_NONE")))
    return card


def about_attempt(one: Attempt, words: Wording) -> tuple[str, ...]:
    """Return all that is known of an assessment beside its day and result, a line each."""
    who = words.say("LIST_COMMA").join(words.say(f"ATTEMPT_BY_{by.name}") for by in one.entered_by)
    said = [words.say("ATTEMPT_BY", who=who)]
    if one.paper_seen:
        said.append(words.say("ATTEMPT_PAPER", paper=one.paper_seen))
    if one.reason:
        said.append(words.say("ATTEMPT_REASON", reason=one.reason))
    return (*said, *(words.say(f"ATTEMPT_FLAG_{flag}") for flag in one.flags))


def _row(look: Look, one: Attempt) -> QHBoxLayout:
    words, at_top = look.words, Qt.AlignmentFlag.AlignTop
    row = QHBoxLayout()
    row.setSpacing(look.theme.size("m"))
    mark: QWidget = Chip(look, words.say("ATTEMPT_NOT_PASSED"), "warn")
    if one.grade is not None:
        mark = GradeBadge(look, one.grade, "m")
    place = QHBoxLayout()
    place.addWidget(mark, 0, at_top)
    place.addStretch(1)
    holder = QWidget()
    holder.setLayout(place)
    place.setContentsMargins(0, 0, 0, 0)
    holder.setMinimumWidth(round(MARK_WIDE * look.theme.scale))
    row.addWidget(holder, 0, at_top)
    lines = QVBoxLayout()
    lines.setSpacing(0)
    channel = words.say(f"PAPER_CHANNEL_{one.channel.name}")
    if one.interview is None and channel:
        channel = words.say(f"OTHER_CHANNEL_{one.channel.name}")
    head = words.say("ATTEMPT_LINE", taken=words.day(one.taken), channel=channel)
    lines.addWidget(Label(look, head, "strong"))
    for text in about_attempt(one, words):
        lines.addWidget(Label(look, text, "caption", "ink_2"))
    row.addLayout(lines, 1)
    number = words.say("ATTEMPT_NUMBER", number=one.number)
    row.addWidget(Label(look, number, "caption", "ink_2", wrap=False), 0, at_top)
    return row
