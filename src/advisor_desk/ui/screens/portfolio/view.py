"""The adviser's page: the holdings, their mix as a picture, and what is suggested."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.interview import Reaction
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.holdings_card import HoldingsCard
from advisor_desk.ui.screens.portfolio.mix import named, segments
from advisor_desk.ui.screens.portfolio.presenter import WORDS_DRAFT, PortfolioPresenter
from advisor_desk.ui.widgets import (
    Button,
    Card,
    Field,
    Label,
    MixBar,
    ReasonRow,
    SwitchChips,
    TextEditor,
    clear,
)


class PortfolioView(StageView[PortfolioPresenter]):
    """Picture 10: the picture at the left, the talk at the right."""

    wants_width: ClassVar[bool] = True
    hides_side_panel: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, presenter)
        words, size = look.words, look.theme.size
        self.heading(words.say("PORTFOLIO_TITLE"), words.say("PORTFOLIO_TEXT"))
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        left = QVBoxLayout()
        left.setSpacing(size("m"))
        self._holdings = HoldingsCard(look, presenter)
        left.addWidget(self._holdings)
        self._mix_card = Card(look, words.say("PORTFOLIO_MIX"), "chart-bar")
        self._bar = MixBar(look)
        self._mix_card.body.addWidget(self._bar)
        self._table = QVBoxLayout()
        self._table.setSpacing(size("xs"))
        self._mix_card.body.addLayout(self._table)
        left.addWidget(self._mix_card)
        left.addStretch(1)
        row.addLayout(left, 3)
        right = QVBoxLayout()
        right.setSpacing(size("m"))
        self._looks = Card(look, words.say("PORTFOLIO_LOOK"), "eye")
        right.addWidget(self._looks)
        right.addWidget(self._suggestion())
        right.addStretch(1)
        row.addLayout(right, 2)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self._shown: object = None

    def first_focus(self) -> QWidget:
        """Return the first field of the holdings, or of the suggestion."""
        recorded = self.presenter.interview.facts.holdings is not None
        return self._words if recorded else self._holdings.first_focus()

    def show_state(self) -> None:
        """Show mix, hints and what was said."""
        presenter, words = self.presenter, self.look.words
        facts = presenter.interview.facts
        self._holdings.show_state()
        self._words_field.set_error(presenter.words_error())
        key = (facts.holdings, facts.suggestions, facts.proposed_on == facts.advice_rests_on())
        if key == self._shown:
            return
        self._shown = key
        parts = presenter.mix()
        self._mix_card.setVisible(bool(parts))
        self._bar.show_segments(segments(parts, words))
        clear(self._table)
        for one in parts:
            line = QHBoxLayout()
            line.addWidget(Label(self.look, named(one, words)), 1)
            amount = Label(self.look, words.money(one.amount), wrap=False)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.addWidget(amount)
            share = Label(self.look, f"{one.share:.0%}", "body", "ink_2", wrap=False)
            share.setMinimumWidth(48)
            share.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.addWidget(share)
            self._table.addLayout(line)
        self._show_looks()
        self._show_said()

    def _show_looks(self) -> None:
        presenter, words = self.presenter, self.look.words
        clear(self._looks.body)
        facts = presenter.interview.facts
        if facts.holdings is None:
            said = [("info", words.say("PORTFOLIO_NOT_RECORDED"))]
        elif not facts.holdings:
            said = [("ok", words.say("PORTFOLIO_FIRST"))]
        else:
            said = []
            much = presenter.concentrated()
            if much is not None:
                said.append(("duty", words.say("PORTFOLIO_CONCENTRATED", name=much.name)))
            for pot in presenter.uncovered():
                said.append(("duty", words.say("PORTFOLIO_POT_LARGER", pot=pot)))
            if not said:
                said.append(("ok", words.say("PORTFOLIO_NOTHING_SEEN")))
        for tone, text in said:
            self._looks.body.addWidget(ReasonRow(self.look, tone, text))

    def _suggestion(self) -> Card:
        look, words, presenter = self.look, self.look.words, self.presenter
        card = Card(look, words.say("PORTFOLIO_SUGGEST"), "bulb")
        self._said = QVBoxLayout()
        card.body.addLayout(self._said)
        self._words = TextEditor(look, "portfolio.words", many_lines=True)
        self._words.setFixedHeight(96)
        self._words.set_text(presenter.interview.draft(WORDS_DRAFT))
        self._words.finished.connect(self._typed)
        hint = words.say("PORTFOLIO_WORDS_HELP")
        self._words_field = Field(look, words.say("PORTFOLIO_WORDS"), self._words, hint)
        card.body.addWidget(self._words_field)
        card.body.addWidget(Label(look, words.say("PORTFOLIO_REACTION"), "strong"))
        choices = [(one.name, words.say(f"REACTION_{one.name}")) for one in Reaction]
        self._reaction = SwitchChips(look, choices, "portfolio.reaction")
        card.body.addWidget(self._reaction)
        row = QHBoxLayout()
        keep = Button(look, words.say("PORTFOLIO_KEEP"), name="portfolio.keep", small=True)
        keep.clicked.connect(self._keep)
        suggest = Button(
            look, words.say("PORTFOLIO_RECORD"), icon="check", name="portfolio.suggest", small=True
        )
        suggest.clicked.connect(self._suggest)
        row.addWidget(keep)
        row.addStretch(1)
        row.addWidget(suggest)
        card.body.addLayout(row)
        return card

    def _show_said(self) -> None:
        clear(self._said)
        facts, words = self.presenter.interview.facts, self.look.words
        for text in facts.suggestions:
            self._said.addWidget(ReasonRow(self.look, "ok", text))
        settled = facts.proposed_on is not None and facts.proposed_on == facts.advice_rests_on()
        if settled and not facts.suggestions:
            self._said.addWidget(ReasonRow(self.look, "ok", words.say("PORTFOLIO_KEPT")))

    def _typed(self, text: str) -> None:
        self.presenter.interview.keep_draft(WORDS_DRAFT, text)

    def _keep(self) -> None:
        if self.presenter.keep(self._words.text()):
            self._words.set_text("")

    def _suggest(self) -> None:
        chosen = self._reaction.choice()
        if not chosen:
            self._words_field.set_error(self.look.words.say("PORTFOLIO_REACTION_MISSING"))
            self._reaction.chip(Reaction.accepted.name).setFocus()
            return
        if self.presenter.suggest(self._words.text(), Reaction[chosen]):
            self._words.set_text("")
            self._reaction.show_choice("")
