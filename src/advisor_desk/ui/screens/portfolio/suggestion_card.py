"""What is suggested, in words, and what the client says to it; or why nothing is changed."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from advisor_desk.domain.interview import Reaction
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter, Talked
from advisor_desk.ui.widgets import (
    Button,
    Card,
    Chip,
    Field,
    Label,
    SwitchChips,
    TextEditor,
    clear,
)

TONES = {
    Reaction.accepted: ("ok", "check"),
    Reaction.considering: ("info", ""),
    Reaction.declined: ("plain", ""),
}
WORDS_HIGH = 72


class SuggestionCard(Card):
    """Everything said so far above, the next suggestion below."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__(look, look.words.say("PORTFOLIO_SUGGEST"), "bulb")
        self._look = look
        self._presenter = presenter
        self._shown: tuple[Talked, ...] = ()
        words = look.words
        self._talked = QVBoxLayout()
        self._talked.setSpacing(look.theme.size("s"))
        self.body.addLayout(self._talked)
        self._words = TextEditor(look, "portfolio.words", many_lines=True)
        self._words.setFixedHeight(round(WORDS_HIGH * look.theme.scale))
        self._words.set_text(presenter.typed())
        self._words.finished.connect(presenter.keep_typed)
        hint = words.say("PORTFOLIO_WORDS_HELP")
        self._words_field = Field(look, words.say("PORTFOLIO_WORDS"), self._words, hint)
        self.body.addWidget(self._words_field)
        self.body.addWidget(Label(look, words.say("PORTFOLIO_REACTION"), "strong"))
        choices = [(one.name, words.say(f"REACTION_{one.name}")) for one in Reaction]
        self._reaction = SwitchChips(look, choices, "portfolio.reaction")
        self.body.addWidget(self._reaction)
        self._missing = Label(look, "", "caption", "stop")
        self.body.addWidget(self._missing)
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
        self.body.addLayout(row)

    def first_focus(self) -> TextEditor:
        """Return where the suggestion is typed."""
        return self._words

    def show_state(self) -> None:
        """Show what was said, and what is wrong."""
        self._words_field.set_error(self._presenter.words_error())
        talked = self._presenter.talked()
        if talked == self._shown:
            return
        self._shown = talked
        clear(self._talked)
        for number, one in enumerate(talked, start=1):
            self._talked.addLayout(self._row(number, one))

    def _row(self, number: int, one: Talked) -> QHBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        row.addWidget(Label(look, str(number), "strong", "primary", wrap=False))
        row.addWidget(Label(look, one.words), 1)
        if one.reaction is None:
            row.addWidget(Chip(look, words.say("PORTFOLIO_KEPT"), "info"))
        else:
            tone, icon = TONES[one.reaction]
            row.addWidget(Chip(look, words.say(f"REACTION_{one.reaction.name}"), tone, icon))
        return row

    def _keep(self) -> None:
        self._missing.say("")
        if self._presenter.keep(self._words.text()):
            self._words.set_text("")

    def _suggest(self) -> None:
        chosen = self._reaction.choice()
        missing = "" if chosen else self._look.words.say("PORTFOLIO_REACTION_MISSING")
        self._missing.say(missing)
        if not chosen:
            self._reaction.chip(Reaction.accepted.name).setFocus()
        elif self._presenter.suggest(self._words.text(), Reaction[chosen]):
            self._words.set_text("")
            self._reaction.show_choice("")
