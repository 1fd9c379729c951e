"""The mix as a picture: by class and by grade, now and after, and the figures below."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.money import Money
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.colours import colours, named, segments
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.screens.portfolio.structure import Key, Part
from advisor_desk.ui.widgets import Card, Hairline, Label, MixBar, clear

DOT = 12
BAR = 36
LABEL = 64
LIGHTEST = "level_1"


class Dot(QWidget):
    """The colour of a segment, beside its name in the table."""

    def __init__(self, look: Look, token: str) -> None:
        super().__init__()
        self._look = look
        self._colour = token
        self.setFixedSize(DOT, DOT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it, with a border where the fill alone would not be seen."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bordered = theme.is_high_contrast or self._colour == LIGHTEST
        painter.setPen(QPen(theme.color("line_strong"), 1) if bordered else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(self._colour))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class MixCard(Card):
    """Rebuilt when what is held or chosen changes."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._shown: object = None

    def show_mix(self, presenter: PortfolioPresenter) -> None:
        """Show the mix now and, where something is chosen, after it."""
        classes, grades = presenter.classes(), presenter.mix()
        classes_after, grades_after = presenter.classes_after(), presenter.mix_after()
        key = (classes, grades, classes_after, grades_after)
        if key == self._shown:
            return
        self._shown = key
        self.setVisible(bool(grades))
        clear(self.body)
        self._bars("PORTFOLIO_BY_CLASS", classes, classes_after)
        self._bars("PORTFOLIO_BY_GRADE", grades, grades_after)
        self.body.addWidget(self._table(grades, grades_after))

    def _bars(self, title: str, now: tuple[Part, ...], after: tuple[Part, ...]) -> None:
        look, words = self._look, self._look.words
        if not after:
            self.body.addLayout(self._bar(words.say(title), now, "body"))
            return
        self.body.addWidget(Label(look, words.say(title), "strong"))
        self.body.addLayout(self._bar(words.say("PORTFOLIO_NOW"), now, "body"))
        self.body.addLayout(self._bar(words.say("PORTFOLIO_AFTER"), after, "strong"))

    def _bar(self, said: str, parts: tuple[Part, ...], kind: str) -> QHBoxLayout:
        row = QHBoxLayout()
        label = Label(self._look, said, kind)
        label.setFixedWidth(round(LABEL * self._look.theme.scale))
        row.addWidget(label)
        high = round(BAR * self._look.theme.scale)
        row.addWidget(MixBar(self._look, segments(parts, self._look.words), height=high), 1)
        return row

    def _table(self, now: tuple[Part, ...], after: tuple[Part, ...]) -> QWidget:
        look, words = self._look, self._look.words
        table = QWidget()
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 4, 0, 0)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.size("m"))
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        heads = ("PORTFOLIO_NOW", "PORTFOLIO_AFTER", "PORTFOLIO_CHANGE") if after else ()
        for place, code in enumerate(heads, start=2):
            head = Label(look, words.say(code), "caption", "ink_2", wrap=False)
            grid.addWidget(head, 0, place, Qt.AlignmentFlag.AlignRight)
        for row, part in enumerate(_keys(now, after), start=1):
            grid.addWidget(Hairline(look), 2 * row - 1, 0, 1, 5)
            grid.addWidget(Dot(look, colours(part)[0]), 2 * row, 0)
            grid.addWidget(Label(look, named(part, words), wrap=False), 2 * row, 1)
            for place, said in enumerate(self._figures(part.key, now, after), start=2):
                figure = Label(look, said, wrap=False)
                grid.addWidget(figure, 2 * row, place, Qt.AlignmentFlag.AlignRight)
        return table

    def _figures(self, key: Key, now: tuple[Part, ...], after: tuple[Part, ...]) -> tuple[str, ...]:
        words = self._look.words
        is_now, will_be = _amount(key, now), _amount(key, after)
        if not after:
            share = next(one.share for one in now if one.key is key)
            return words.money(is_now), f"{share:.0%}"
        change = will_be.minor - is_now.minor
        code = "PORTFOLIO_MORE" if change > 0 else "PORTFOLIO_LESS"
        said = words.say(code, amount=words.money(Money(abs(change)))) if change else ""
        return words.money(is_now), words.money(will_be), said


def _keys(now: tuple[Part, ...], after: tuple[Part, ...]) -> tuple[Part, ...]:
    found = {part.key: part for part in (*now, *after)}
    return tuple(sorted(found.values(), key=_level))


def _level(part: Part) -> int:
    return getattr(part.key, "level", 0)


def _amount(key: Key, parts: tuple[Part, ...]) -> Money:
    return next((one.amount for one in parts if one.key is key), Money(0))
