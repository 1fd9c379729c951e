"""The form of one suggestion: from where, how much, into what, why, and what the client says."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.interview import Reaction
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter
from advisor_desk.ui.widgets import (
    AmountEditor,
    Button,
    ChoiceBox,
    Label,
    SwitchChips,
    TextEditor,
    restyle,
)

WORDS_HIGH = 52
AMOUNT_WIDE = 132


def a_row(look: Look) -> int:
    """Return how many answers stand beside each other: in large type two."""
    return 2 if look.theme.scale > 1 else len(Reaction)


class SuggestionForm(QWidget):
    """It ends in a concrete change, or in keeping everything; both with the client's answer."""

    def __init__(self, look: Look, presenter: PortfolioPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._from = ChoiceBox(look, "portfolio.taken_from", [])
        self._amount = AmountEditor(look, "portfolio.amount")
        self._amount.setPlaceholderText(look.words.say("PORTFOLIO_AMOUNT"))
        self._amount.setFixedWidth(round(AMOUNT_WIDE * look.theme.scale))
        self._into = ChoiceBox(look, "portfolio.into", [])
        self._words = TextEditor(look, "portfolio.words", many_lines=True)
        self._words.setFixedHeight(round(WORDS_HIGH * look.theme.scale))
        self._editors: dict[str, QWidget] = {
            "taken_from": self._from,
            "amount": self._amount,
            "into": self._into,
            "words": self._words.editor,
        }
        choices = [(one.name, look.words.say(f"REACTION_{one.name}")) for one in Reaction]
        self._reaction = SwitchChips(look, choices, "portfolio.reaction", a_row=a_row(look))
        self._error = Label(look, "", "caption", "stop")
        self._error.setObjectName("portfolio.error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        column.addLayout(self._made_fields())
        column.addWidget(self._error)
        self._error.hide()
        column.addLayout(self._foot())
        self._listen()

    def _made_fields(self) -> QGridLayout:
        look, size = self._look, self._look.theme.size
        money = QHBoxLayout()
        money.setSpacing(size("s"))
        money.addWidget(self._from, 1)
        money.addWidget(self._amount)
        grid = QGridLayout()
        grid.setHorizontalSpacing(size("s"))
        grid.setVerticalSpacing(size("s"))
        grid.setColumnStretch(1, 1)
        for row, code in enumerate(("TAKEN_FROM", "INTO", "WORDS", "REACTION")):
            said = look.words.say(f"PORTFOLIO_{code}")
            grid.addWidget(Label(look, said, "strong", wrap=False), row, 0)
        grid.addLayout(money, 0, 1)
        for row, editor in enumerate((self._into, self._words, self._reaction), start=1):
            grid.addWidget(editor, row, 1)
        for name, editor in self._editors.items():
            editor.setAccessibleName(look.words.say(f"PORTFOLIO_{name.upper()}"))
        self._from.setMinimumWidth(AMOUNT_WIDE)  # a long name is cut in it, not the form widened
        self._into.setMinimumWidth(AMOUNT_WIDE)
        return grid

    def first_focus(self) -> QWidget:
        """Return where the money comes from."""
        return self._from

    def show_state(self) -> None:
        """Show the form as far as it is filled in, and what is wrong."""
        advising = self._presenter.advising
        typed = advising.typed()
        _fill(self._from, advising.sources(), typed["taken_from"])
        _fill(self._into, advising.targets(), typed.get("into", ""))
        if not self._amount.hasFocus():
            self._amount.set_text(typed.get("amount", ""))
        if not self._words.editor.hasFocus():
            self._words.set_text(typed.get("words", ""))
        wrong, said = advising.error()
        for name, editor in self._editors.items():
            is_wrong = name == wrong
            editor.setAccessibleDescription(said if is_wrong else "")
            if bool(editor.property("wrong")) != is_wrong:
                editor.setProperty("wrong", is_wrong)
                restyle(editor)
        self._tell(said)

    def _foot(self) -> QHBoxLayout:
        look, say = self._look, self._look.words.say
        row = QHBoxLayout()
        keep = Button(look, say("PORTFOLIO_KEEP"), name="portfolio.keep", small=True)
        keep.clicked.connect(self._keep)
        suggest = Button(
            look, say("PORTFOLIO_RECORD"), icon="check", name="portfolio.suggest", small=True
        )
        suggest.clicked.connect(self._suggest)
        row.addWidget(keep)
        row.addStretch(1)
        row.addWidget(suggest)
        return row

    def _listen(self) -> None:
        self._from.chosen.connect(self._typed)
        self._into.chosen.connect(self._typed)
        self._amount.finished.connect(self._typed)
        self._words.finished.connect(self._typed)

    def _typed(self, _text: str) -> None:
        self._keep_typed()

    def _keep_typed(self) -> None:
        self._presenter.advising.keep_typed(
            taken_from=self._from.choice(),
            amount=self._amount.text(),
            into=self._into.choice(),
            words=self._words.text(),
        )

    def _keep(self) -> None:
        reaction = self._answer()
        if reaction is not None and self._presenter.advising.keep(reaction):
            self._empty()

    def _suggest(self) -> None:
        reaction = self._answer()
        if reaction is not None and self._presenter.advising.suggest(reaction):
            self._empty()

    def _answer(self) -> Reaction | None:
        """Return what the client said; where nothing is chosen, say so and go there."""
        self._keep_typed()
        chosen = self._reaction.choice()
        if not chosen:
            self._tell(self._look.words.say("PORTFOLIO_REACTION_MISSING"))
            self._reaction.chip(Reaction.accepted.name).setFocus()
            return None
        return Reaction[chosen]

    def _tell(self, said: str) -> None:
        self._error.say(said)
        self._error.setVisible(bool(said))

    def _empty(self) -> None:
        self._amount.set_text("")
        self._words.set_text("")
        self._reaction.show_choice("")


def _fill(box: ChoiceBox, choices: list[tuple[str, str]], chosen: str) -> None:
    """Give a list other choices, and show the one that is chosen."""
    there = [(str(box.itemData(place)), box.itemText(place)) for place in range(box.count())]
    if there != choices:
        box.clear()
        for key, text in choices:
            box.addItem(text, key)
        box.setCurrentIndex(-1)
    box.show_choice(chosen)
