"""The adviser's page: the holdings, their mix as a picture, and what is suggested."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.holdings_card import HoldingsCard
from advisor_desk.ui.screens.portfolio.mix_card import MixCard
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.screens.portfolio.suggestion_card import SuggestionCard
from advisor_desk.ui.widgets import Card, ReasonRow, clear


class PortfolioView(StageView[PortfolioPresenter]):
    """Picture 10: the picture at the left, the talk at the right."""

    wants_width: ClassVar[bool] = True
    hides_side_panel: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, presenter)
        words, size = look.words, look.theme.size
        self._second = self.heading(words.say("PORTFOLIO_TITLE"), " ")
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        left = QVBoxLayout()
        left.setSpacing(size("m"))
        self._holdings = HoldingsCard(look, presenter)
        left.addWidget(self._holdings)
        self._mix = MixCard(look)
        self._mix.hide()
        left.addWidget(self._mix)
        left.addStretch(1)
        row.addLayout(left, 3)
        right = QVBoxLayout()
        right.setSpacing(size("m"))
        self._looks = Card(look, words.say("PORTFOLIO_LOOK"), "eye")
        right.addWidget(self._looks)
        self._suggestion = SuggestionCard(look, presenter)
        right.addWidget(self._suggestion)
        right.addStretch(1)
        row.addLayout(right, 2)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self._shown: object = None

    def first_focus(self) -> QWidget:
        """Return the first field of the holdings, or of the suggestion."""
        recorded = self.presenter.interview.facts.holdings is not None
        return self._suggestion.first_focus() if recorded else self._holdings.first_focus()

    def show_state(self) -> None:
        """Show mix, hints and what was said."""
        presenter, words = self.presenter, self.look.words
        facts, day = presenter.interview.facts, presenter.as_of()
        self._holdings.show_state()
        self._suggestion.show_state()
        self._mix.show_mix(presenter)
        said = words.say("PORTFOLIO_TEXT")
        if day is not None:
            total = words.money(presenter.total())
            said = words.say("PORTFOLIO_TOTAL", amount=total, day=words.day(day))
        self._second.say(said)
        key = (facts.holdings, facts.pots)
        if key != self._shown:
            self._shown = key
            clear(self._looks.body)
            for tone, text in self._seen():
                self._looks.body.addWidget(ReasonRow(self.look, tone, text))

    def _seen(self) -> list[tuple[str, str]]:
        presenter, words = self.presenter, self.look.words
        holdings = presenter.interview.facts.holdings
        if holdings is None:
            return [("info", words.say("PORTFOLIO_NOT_RECORDED"))]
        if not holdings:
            return [("ok", words.say("PORTFOLIO_FIRST"))]
        said = []
        much = presenter.concentrated()
        if much is not None:
            share = f"{much[1]:.0%}"
            said.append(
                ("duty", words.say("PORTFOLIO_CONCENTRATED", name=much[0].name, share=share))
            )
        for one in presenter.stale():
            day = words.day(one.as_of)
            said.append(("duty", words.say("PORTFOLIO_STALE", name=one.name, day=day)))
        for pot, is_covered in presenter.pots():
            code = "PORTFOLIO_POT_COVERED" if is_covered else "PORTFOLIO_POT_LARGER"
            amount = words.money(pot.amount)
            tone = "ok" if is_covered else "duty"
            said.append((tone, words.say(code, pot=pot.name, amount=amount)))
        return said
