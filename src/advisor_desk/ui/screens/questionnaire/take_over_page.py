"""The page on which the adviser enters what the client said, question by question."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.questionnaire import Item
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.questionnaire.presenter import QuestionnairePresenter
from advisor_desk.ui.screens.questionnaire.take_over import REASON
from advisor_desk.ui.widgets import Button, Card, ChoiceChip, Field, Label, LineEditor, clear
from advisor_desk.ui.widgets.leaving import Leaving


class TakeOverPage(Card):
    """The question as it is read out, the answers to pick, and the reason."""

    def __init__(self, look: Look, presenter: QuestionnairePresenter) -> None:
        words = look.words
        super().__init__(look, words.say("QUESTIONNAIRE_TAKE_TITLE"), "hand-finger")
        self._look = look
        self._presenter = presenter
        self._take = presenter.take_over
        self._shown: Item | None = None
        self._chips: dict[str, ChoiceChip] = {}
        self._reason = LineEditor(look, "takeover.reason")
        self._field = Field(
            look,
            words.say("QUESTIONNAIRE_TAKE_REASON"),
            self._reason,
            words.say("QUESTIONNAIRE_TAKE_REASON_HELP"),
        )
        self._number = Label(look, "", "caption", "ink_2")
        self._question = Label(look, "", "lead")
        self._options = QVBoxLayout()
        self._options.setSpacing(look.theme.size("s"))
        self._before = Button(
            look, words.say("QUESTIONNAIRE_TAKE_BEFORE"), icon="arrow-left", name="takeover.before"
        )
        self._after = Button(look, words.say("QUESTIONNAIRE_TAKE_AFTER"), name="takeover.after")
        self._stop = Button(
            look, words.say("QUESTIONNAIRE_TAKE_STOP"), kind="quiet", name="takeover.stop"
        )
        self._build()
        self._reason.finished.connect(self._take.keep_reason)
        Leaving(self._reason).left.connect(self._left)
        self._before.clicked.connect(self._turn_back)
        self._after.clicked.connect(self._turn_on)
        self._stop.clicked.connect(self._take.stop)

    @property
    def first(self) -> QWidget:
        """Return the reason: it comes before the first answer."""
        return self._reason

    def show_state(self) -> None:
        """Show the question on the client's page and what was picked."""
        item, words = self._take.item(), self._look.words
        if not self._reason.hasFocus():
            self._reason.set_text(self._take.typed.of("reason"))
        self._field.set_error(self._take.errors.of(REASON))
        if item is None:
            return
        asked = self._presenter.answers.asked()
        number = [one.id for one in asked].index(item.id) + 1
        self._number.say(words.say("QUESTIONNAIRE_PAGE", number=number, of=len(asked)))
        self._before.setEnabled(number > 1)
        self._after.setEnabled(number < len(asked))
        if item != self._shown:
            self._show_item(item)
        letter = self._presenter.answers.letter(item)
        for one, chip in self._chips.items():
            chip.setChecked(one == letter)

    def _show_item(self, item: Item) -> None:
        words = self._look.words
        self._shown = item
        self._question.say(words.of(item.ask))
        had_focus = any(chip.hasFocus() for chip in self._chips.values())
        clear(self._options)
        self._chips = {}
        for option in item.options:
            name = f"takeover.{item.id}.{option.letter}"
            chip = ChoiceChip(self._look, words.of(option.say), name)
            chip.clicked.connect(self._pick)
            self._chips[option.letter] = chip
            self._options.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        if had_focus:
            next(iter(self._chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        size = self._look.theme.size
        self.body.addWidget(self._field)
        self.body.addWidget(self._number)
        self.body.addWidget(self._question)
        self.body.addLayout(self._options)
        self.body.addSpacing(size("s"))
        foot = QHBoxLayout()
        foot.setSpacing(size("s"))
        foot.addWidget(self._before)
        foot.addWidget(self._after)
        foot.addStretch(1)
        foot.addWidget(self._stop)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def _pick(self) -> None:
        pressed = self.sender()
        letter = next((one for one, chip in self._chips.items() if chip is pressed), "")
        if letter and not self._take.pick(letter, self._reason.text()):
            self.show_state()

    def _left(self) -> None:
        self._take.keep_reason(self._reason.text())

    def _turn_on(self) -> None:
        self._take.turn(1)

    def _turn_back(self) -> None:
        self._take.turn(-1)
