"""The structure as a picture: now and after on one scale, and the figures below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.structure import Key, Part, Term
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.parts import named, segment, segments
from advisor_desk.ui.screens.portfolio.past_table import past_table
from advisor_desk.ui.screens.portfolio.presenter import Mix, PortfolioPresenter
from advisor_desk.ui.widgets import Card, Hairline, Label, MixBar, PartMark, SwitchChips, clear

BAR = 36
LABEL = 64
LOOKS = ("classes", "terms", "past")


class MixCard(Card):
    """One of three looks; rebuilt when what is held or on the table changes."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        choices = [(one, look.words.say(f"PORTFOLIO_LOOK_{one}")) for one in LOOKS]
        self._looks = SwitchChips(look, choices, "portfolio.look")
        super().__init__(look)
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        self._looks.show_choice(LOOKS[0])
        self._looks.chosen.connect(self._choose)
        self._inner = QVBoxLayout()
        self._inner.setSpacing(look.theme.size("s"))
        self.body.addWidget(self._looks)
        self.body.addLayout(self._inner)

    def show_state(self) -> None:
        """Show the structure now and, where a change is on the table, after it."""
        presenter, chosen = self._presenter, self._looks.choice()
        past = presenter.past() if chosen == "past" else None
        now, after = presenter.now(), presenter.after()
        key = (past,) if past is not None else (chosen, now, after, presenter.totals())
        if key == self._shown:
            return
        self._shown = key
        clear(self._inner)
        if past is not None:
            self._inner.addWidget(past_table(self._look, presenter, *past))
        elif chosen == "terms":
            self._show_terms(now, after)
        else:
            self._show_classes(now, after)
        self._inner.addStretch(1)

    def _choose(self, _chosen: str) -> None:
        self.show_state()

    def _show_classes(self, now: Mix, after: Mix) -> None:
        self._bars("PORTFOLIO_BY_CLASS", now.classes, after.classes)
        self._bars("PORTFOLIO_BY_GRADE", now.grades, after.grades)
        self._inner.addWidget(self._table(now.classes, after.classes))
        if any(part.old.minor for part in now.classes):
            self._say("PORTFOLIO_HATCHED")
        self._other_currencies()

    def _show_terms(self, now: Mix, after: Mix) -> None:
        self._bars("PORTFOLIO_BY_TERM", now.terms, after.terms)
        self._inner.addWidget(self._table(now.terms, after.terms))
        self._say("PORTFOLIO_TERM_READING")
        self._say("PORTFOLIO_POTS_READING")
        self._other_currencies()

    def _other_currencies(self) -> None:
        """Say what is held in other currencies: amounts of two are never added."""
        words, totals = self._look.words, self._presenter.totals()
        if len(totals) > 1:
            others = words.say("LIST_COMMA").join(words.money(one) for one in totals[1:])
            said = words.say("PORTFOLIO_OTHER_CURRENCIES", others=others)
            self._inner.addWidget(Label(self._look, said, "caption", "ink_2"))

    def _say(self, code: str) -> None:
        self._inner.addWidget(Label(self._look, self._look.words.say(code), "caption", "ink_2"))

    def _bars(self, title: str, now: tuple[Part, ...], after: tuple[Part, ...]) -> None:
        look, words = self._look, self._look.words
        if not after:
            self._inner.addLayout(self._bar(words.say(title), now, "body"))
            return
        self._inner.addWidget(Label(look, words.say(title), "strong"))
        self._inner.addLayout(self._bar(words.say("PORTFOLIO_NOW"), now, "body"))
        self._inner.addLayout(self._bar(words.say("PORTFOLIO_AFTER"), after, "strong"))

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
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(look.theme.size("m"))
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        currency = Label(look, self._presenter.currency(), "caption", "ink_2", wrap=False)
        grid.addWidget(currency, 0, 0, 1, 2)
        heads = ("PORTFOLIO_NOW", "PORTFOLIO_AFTER", "PORTFOLIO_CHANGE") if after else ()
        for place, code in enumerate(heads, start=2):
            head = Label(look, words.say(code), "caption", "ink_2", wrap=False)
            grid.addWidget(head, 0, place, Qt.AlignmentFlag.AlignRight)
        for row, part in enumerate(_every(now, after), start=1):
            grid.addWidget(Hairline(look), 2 * row - 1, 0, 1, 5)
            grid.addWidget(PartMark(look, segment(part, words)), 2 * row, 0)
            grid.addWidget(Label(look, named(part.key, words), wrap=False), 2 * row, 1)
            for place, said in enumerate(self._figures(part.key, now, after), start=2):
                figure = Label(look, said, wrap=False)
                grid.addWidget(figure, 2 * row, place, Qt.AlignmentFlag.AlignRight)
        return table

    def _figures(self, key: Key, now: tuple[Part, ...], after: tuple[Part, ...]) -> tuple[str, ...]:
        words, currency = self._look.words, self._presenter.currency()
        is_now, will_be = _amount(key, now, currency), _amount(key, after, currency)
        if not after:
            share = next(one.share for one in now if one.key is key)
            return is_now.figures(), f"{share / 10:.1f}%"
        change = will_be.minor - is_now.minor
        code = "PORTFOLIO_MORE" if change > 0 else "PORTFOLIO_LESS"
        said = words.say(code, amount=Money(abs(change)).figures())
        return is_now.figures(), will_be.figures(), said if change else ""


def _every(now: tuple[Part, ...], after: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return each part once, in the order of its kind; where it stands in both, as it is now."""
    found = {part.key: part for part in (*after, *now)}
    return tuple(sorted(found.values(), key=_place))


def _place(part: Part) -> int:
    kinds: list[Key] = [*AssetClass, *Term]
    return kinds.index(part.key)


def _amount(key: Key, parts: tuple[Part, ...], currency: str) -> Money:
    return next((one.amount for one in parts if one.key is key), Money(0, currency))
