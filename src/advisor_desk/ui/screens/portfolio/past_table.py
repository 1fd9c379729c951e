"""How the products held did: over periods that are past, up to a day that is told. Clause: S55."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor_desk.domain.performance import Period
from advisor_desk.ui.interview.long_list import LongList
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.parts import segment_of
from advisor_desk.ui.screens.portfolio.presenter import Past, PortfolioPresenter
from advisor_desk.ui.widgets import Hairline, Label, PartMark
from advisor_desk.ui.words import Wording

HIGH = 300
MOST_SHOWN = 6  # more of them scroll
NAMED = 5  # products without prices; of more the number is told
LAST = 2 + len(Period)


def past_table(
    look: Look, presenter: PortfolioPresenter, told: tuple[Past, ...], until: date | str | None
) -> QWidget:
    """Return a row for each product with prices, and what is to be known about them."""
    words = look.words
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.theme.size("s"))
    if told:
        table: QWidget = _table(look, told)
        if len(told) > MOST_SHOWN:
            table = LongList(table)
            table.setFixedHeight(round(HIGH * look.theme.scale))
        column.addWidget(table)
    for said in _notes(presenter, told, until, words):
        column.addWidget(Label(look, said, "caption", "ink_2"))
    return whole


def _table(look: Look, told: tuple[Past, ...]) -> QWidget:
    words = look.words
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.theme.size("m"))
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    heads = [words.say(f"PERIOD_{one.name}") for one in Period]
    for place, said in enumerate(heads, start=2):
        at_right = Qt.AlignmentFlag.AlignRight
        grid.addWidget(Label(look, said, "caption", "ink_2", wrap=False), 0, place, at_right)
    for row, one in enumerate(told, start=1):
        grid.addWidget(Hairline(look), 2 * row - 1, 0, 1, LAST + 1)
        part = segment_of(one.holding, words, is_old=one.is_stale)
        grid.addWidget(PartMark(look, part), 2 * row, 0)
        grid.addLayout(_named(look, one), 2 * row, 1)
        for place, said in enumerate(_figures(one, words), start=2):
            tone = "warn" if one.is_stale else "ink"
            figure = Label(look, said, "body", tone, wrap=False)
            grid.addWidget(figure, 2 * row, place, Qt.AlignmentFlag.AlignRight)
    return table


def _named(look: Look, one: Past) -> QVBoxLayout:
    """Return the name of a product, and below it the day of its last price."""
    words = look.words
    code, tone = ("PAST_UNTIL_OLD", "warn") if one.is_stale else ("PAST_UNTIL", "ink_2")
    until = words.say(code, day=words.day(one.performance.until))
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addWidget(Label(look, one.holding.name))
    lines.addWidget(Label(look, until, "caption", tone))
    return lines


def _figures(one: Past, words: Wording) -> list[str]:
    return [_change(one.performance.changes.get(period), words) for period in Period]


def _change(hundredths: int | None, words: Wording) -> str:
    if hundredths is None:
        return words.say("PAST_NOT_COVERED")
    code = "PAST_LESS" if hundredths < 0 else "PAST_MORE"
    return words.say(code, share=f"{abs(hundredths) / 100:.2f}%")


def _notes(
    presenter: PortfolioPresenter,
    told: tuple[Past, ...],
    until: date | str | None,
    words: Wording,
) -> list[str]:
    if isinstance(until, str):
        return [until]
    if until is None:
        return [words.say("PAST_NO_PRICES")]
    shown = {one.holding.product for one in told}
    others = [one.name for one in presenter.holdings() if one.product not in shown]
    said = [words.say("PAST_PRICES", day=words.day(until))]
    if any(one.is_stale for one in told):
        said.append(words.say("PAST_HATCHED"))
    if others:
        names = words.say("LIST_COMMA").join(dict.fromkeys(others[:NAMED]))
        more = len(others) - NAMED
        said.append(words.say("PAST_WITHOUT", names=names))
        if more > 0:
            said.append(words.say("PAST_MORE_WITHOUT", count=more))
    return said
