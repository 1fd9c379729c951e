"""The witness's own decision: two buttons of one size, none filled before one is chosen."""

from PySide6.QtWidgets import QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.witness.presenter import Phase, WitnessPresenter
from advisor_desk.ui.widgets import Button, Card, Field, Hairline, Label, TextEditor, restyle

HIGH = 56
WORDS_HIGH = 64  # two lines


class DecisionButton(Button):
    """Outlined; filled with a tick once it is chosen."""

    def __init__(self, look: Look, text: str, icon: str, name: str) -> None:
        super().__init__(look, text, icon=icon, name=name, again=True)
        self._plain_icon = icon
        self.setFixedHeight(HIGH)

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Fill it, or not."""
        kind = "primary" if is_chosen else "secondary"
        if kind != self._kind:
            self._kind = kind
            self.setProperty("kind", kind)
            self.set_icon("circle-check" if is_chosen else self._plain_icon)
            restyle(self)


class DecidingCard(Card):
    """Stop or go on, why, what is signed next, and what the client sees."""

    def __init__(self, look: Look, presenter: WitnessPresenter) -> None:
        words = look.words
        super().__init__(look, words.say("WITNESS_DECISION"))
        self._look = look
        self._presenter = presenter
        self.body.addWidget(Label(look, words.say("WITNESS_DECISION_TEXT"), "body", "ink_2"))
        self._stop = DecisionButton(look, words.say("WITNESS_STOP"), "hand-stop", "witness.stop")
        self._stop.clicked.connect(self._chose_stop)
        self._proceed = DecisionButton(
            look, words.say("WITNESS_PROCEED"), "check", "witness.proceed"
        )
        self._proceed.clicked.connect(self._chose_proceed)
        for button in (self._stop, self._proceed):
            self.body.addWidget(button)
        self._why = Label(look, "", "caption", "ink_2")
        self.body.addWidget(self._why)
        self._words = TextEditor(look, "witness.words", longest=200, many_lines=True)
        self._words.setFixedHeight(round(WORDS_HIGH * look.theme.scale))
        self._words.finished.connect(presenter.keep_words)
        self._field = Field(
            look, words.say("WITNESS_WORDS"), self._words, words.say("WITNESS_WORDS_HELP")
        )
        self.body.addWidget(self._field)
        self.body.addWidget(Hairline(look))
        self.body.addWidget(Label(look, words.say("WITNESS_CLIENT_NOW"), "strong"))
        self._client = Label(look, "", "body", "ink_2")
        self.body.addWidget(self._client)
        self.body.addStretch(1)

    def first_focus(self) -> QWidget:
        """Return the decision that is always open."""
        return self._stop

    def show_state(self) -> None:
        """Show what is chosen, and why the sale may not go on yet."""
        presenter, words = self._presenter, self._look.words
        why = presenter.why_not_yet()
        self._why.say(why)
        self._why.setVisible(bool(why))
        self._proceed.setEnabled(not why)
        self._stop.show_chosen(is_chosen=presenter.decision is False)
        self._proceed.show_chosen(is_chosen=presenter.decision is True)
        if not self._words.editor.hasFocus():
            self._words.set_text(presenter.words())
        self._field.set_error(presenter.interview.error_of("words", "WITNESS_WORDS"))
        phase = presenter.phase()
        asked = presenter.asked_next() if phase is Phase.question else None
        text = asked.ask if asked else ""
        self._client.say(words.say(f"WITNESS_CLIENT_{phase.value}", ask=text))

    def _chose_stop(self) -> None:
        self._presenter.choose(proceeds=False)

    def _chose_proceed(self) -> None:
        self._presenter.choose(proceeds=True)
