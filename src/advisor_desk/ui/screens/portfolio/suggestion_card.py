"""What is suggested and what the client says to it; the form of one more suggestion."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.facts import Suggested
from advisor_desk.domain.interview import Reaction
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.screens.portfolio.suggestion_form import SuggestionForm, a_row
from advisor_desk.ui.widgets import Button, Card, Hairline, Label, SwitchChips, clear


class SaidRow(QWidget):
    """One suggestion: what it comes to, why, and the client's answer, which may change."""

    def __init__(self, look: Look, presenter: PortfolioPresenter, number: int) -> None:
        super().__init__()
        made, stands = presenter.advising.said()[number]
        self._presenter, self._made = presenter, made
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("xs"))
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("s"))
        head.addWidget(Label(look, str(number + 1), "strong", "primary", wrap=False))
        sentence = presenter.advising.sentence(made)
        head.addWidget(Label(look, sentence, "strong"), 1)
        column.addLayout(head)
        if made.words != sentence:
            column.addWidget(Label(look, made.words, "body", "ink_2"))
        if not stands:
            column.addWidget(Label(look, words.say("PORTFOLIO_SAID_BEFORE"), "caption", "warn"))
        choices = [(one.name, words.say(f"REACTION_{one.name}")) for one in Reaction]
        self._reaction = SwitchChips(look, choices, f"portfolio.said.{number}", a_row=a_row(look))
        self._reaction.show_choice(made.reaction.name if stands else "")
        self._reaction.chosen.connect(self._answer)
        column.addWidget(self._reaction)

    def _answer(self, chosen: str) -> None:
        self._presenter.advising.answer(self._made, Reaction[chosen])


class SuggestionCard(Card):
    """Everything said so far; the form of the next suggestion above it, opened by a button."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, look.words.say("PORTFOLIO_SUGGEST"), "bulb")
        self._look = look
        self._presenter = presenter
        self._shown: tuple[tuple[Suggested, bool], ...] = ()
        self._said = QVBoxLayout()
        self._said.setSpacing(look.theme.size("s"))
        self._form = SuggestionForm(look, presenter)
        self.body.addWidget(self._form)
        self.body.addLayout(self._said)
        more = look.words.say("PORTFOLIO_ONE_MORE")
        self._more = Button(look, more, icon="plus", name="portfolio.more", small=True)
        self._more.clicked.connect(self._write)
        row = QHBoxLayout()
        row.addWidget(self._more)
        row.addStretch(1)
        self.body.addLayout(row)

    def first_focus(self) -> QWidget:
        """Return the first field of the form, else the button that opens it."""
        return self._form.first_focus() if not self._form.isHidden() else self._more

    def show_state(self) -> None:
        """Show what was said, and the form where one is being filled in."""
        advising = self._presenter.advising
        said = advising.said()
        is_writing = advising.is_writing or not any(stands for _, stands in said)
        self._form.setVisible(is_writing)
        self._more.setVisible(not is_writing)
        self._form.show_state()
        if said == self._shown:
            return
        self._shown = said
        clear(self._said)
        for number in range(len(said)):
            if number:
                self._said.addWidget(Hairline(self._look))
            self._said.addWidget(SaidRow(self._look, self._presenter, number))

    def _write(self) -> None:
        self._presenter.advising.is_writing = True
        self.show_state()
        self._form.first_focus().setFocus()
