"""The adviser's page: the holdings, or their picture and what is suggested."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.imports.view import ImportView
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.holdings_card import HoldingsCard
from advisor_desk.ui.screens.portfolio.mix_card import MixCard
from advisor_desk.ui.screens.portfolio.presenter import (
    FROM_FILE,
    HOLDINGS,
    PICTURE,
    PortfolioPresenter,
)
from advisor_desk.ui.screens.portfolio.seen_card import SeenCard
from advisor_desk.ui.screens.portfolio.suggestion_card import SuggestionCard
from advisor_desk.ui.widgets import SwitchChips, throw_away


class PortfolioView(StageView[PortfolioPresenter]):
    """Picture 10: the picture at the left, the talk at the right."""

    wants_width: ClassVar[bool] = True
    hides_side_panel: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        choices = [(one, words.say(f"PORTFOLIO_SECTION_{one}")) for one in (HOLDINGS, PICTURE)]
        self._sections = SwitchChips(look, choices, "portfolio.section")
        self._sections.chosen.connect(presenter.show_section)
        title = words.say("PORTFOLIO_TITLE")
        self._second = self.heading(title, " ", self._sections)
        self._holdings = HoldingsCard(look, presenter)
        self.column.addWidget(self._holdings)
        self._mix = MixCard(look, presenter)
        self._seen = SeenCard(look, presenter)
        self._suggestion = SuggestionCard(look, presenter)
        self._picture = self._made_picture()
        self.column.addWidget(self._picture)
        self._file: ImportView | None = None
        self.column.addStretch(1)
        self._section = ""

    def first_focus(self) -> QWidget:
        """Return the first field of the holdings, or of the suggestion."""
        if self._file is not None:
            return self._file.first_focus()
        is_picture = self.presenter.section() == PICTURE
        return self._suggestion.first_focus() if is_picture else self._holdings.first_focus()

    def show_state(self) -> None:
        """Show the part chosen; the keyboard goes with it."""
        presenter, section = self.presenter, self.presenter.section()
        is_picture, is_file = section == PICTURE, section == FROM_FILE
        self._second.say(self._subtitle())
        if section == HOLDINGS:
            self._holdings.show_state()
        elif is_picture:
            self._mix.setVisible(bool(presenter.now().classes))
            for card in (self._mix, self._seen, self._suggestion):
                card.show_state()
        self._sections.show_choice(section)
        self._sections.setVisible(presenter.interview.facts.holdings is not None and not is_file)
        left = {HOLDINGS: self._holdings, FROM_FILE: self._file}.get(self._section)
        had_keyboard = left is not None and left.isAncestorOf(self.focusWidget() or self)
        self._holdings.setVisible(section == HOLDINGS)
        self._picture.setVisible(is_picture)
        self._show_file(is_file=is_file)
        if section != self._section and had_keyboard:
            self.first_focus().setFocus()
        self._section = section

    def _show_file(self, *, is_file: bool) -> None:
        presenter = self.presenter
        if is_file and self._file is None:
            leave = presenter.leave_file
            self._file = ImportView(self.look, presenter.file, leave, is_part=True)
            self.column.insertWidget(self.column.count() - 1, self._file, 1)
            self._file.show()  # now, so that it can take the keyboard
        elif self._file is not None and not is_file:
            throw_away(self._file)
            self._file = None

    def _subtitle(self) -> str:
        presenter, words = self.presenter, self.look.words
        if not presenter.holdings():
            return words.say("PORTFOLIO_TEXT")
        return presenter.told(words, "PORTFOLIO_TOTAL")

    def _made_picture(self) -> QWidget:
        size = self.look.theme.size
        picture = QWidget()
        row = QHBoxLayout(picture)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size("m"))
        row.addWidget(self._mix, 3)
        right = QVBoxLayout()
        right.setSpacing(size("m"))
        for card in (self._seen, self._suggestion):
            right.addWidget(card)
        right.addStretch(1)
        row.addLayout(right, 2)
        return picture
