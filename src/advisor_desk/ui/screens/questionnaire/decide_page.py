"""What comes first where an assessment is valid, or where none may be made now."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.questionnaire.presenter import Mode, QuestionnairePresenter
from advisor_desk.ui.screens.questionnaire.repeating import REASON
from advisor_desk.ui.widgets import Button, Card, Field, GradeBadge, Icon, Label, LineEditor
from advisor_desk.ui.widgets.leaving import Leaving


class DecidePage(QWidget):
    """Keep the valid assessment, close after a failed one, or make another with its reason."""

    def __init__(self, look: Look, presenter: QuestionnairePresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._repeating = presenter.repeating
        words = look.words
        self._limit = Card(look, tone="warn")
        self._limit_text = Label(look, "")
        self._keep_card = Card(look, words.say("QUESTIONNAIRE_KEEP_TITLE"), "shield-check")
        self._valid = Label(look, "", "lead")
        self._counted = Label(look, "", "body", "ink_2")
        self._keep = Button(
            look, words.say("QUESTIONNAIRE_KEEP"), icon="check", name="questionnaire.keep"
        )
        self._keep.clicked.connect(self._repeating.keep)
        self._elsewhere_card = Card(look, words.say("QUESTIONNAIRE_ELSEWHERE_TITLE"), "file-text")
        self._elsewhere = Label(look, "", "lead")
        self._failed_card = Card(look, words.say("QUESTIONNAIRE_FAILED_TITLE"), "school")
        self._failed = Label(look, "", "lead")
        self._close = Button(
            look, words.say("QUESTIONNAIRE_FAILED_END"), icon="flag", name="questionnaire.close"
        )
        self._close.clicked.connect(presenter.close_without_sale)
        self._guidance_card = Card(look, words.say("GUIDANCE_TITLE"), "users")
        self._guidance_card.body.addWidget(Label(look, words.say("GUIDANCE_TEXT"), "lead"))
        self._notes = Label(look, "", "body", "ink_2")
        self._repeat_card = Card(look, words.say("QUESTIONNAIRE_REPEAT_TITLE"), "refresh")
        self._reason = LineEditor(look, "questionnaire.repeat_reason")
        self._field = Field(
            look,
            words.say("QUESTIONNAIRE_REPEAT_REASON"),
            self._reason,
            words.say("QUESTIONNAIRE_REPEAT_HELP"),
        )
        self._repeat = Button(
            look, words.say("QUESTIONNAIRE_REPEAT"), icon="refresh", name="questionnaire.repeat"
        )
        self._repeat.clicked.connect(self._decide)
        self._paper = paper_button(look, presenter)
        self._build()

    @property
    def first(self) -> QWidget:
        """Return what the keyboard goes to."""
        first = {Mode.failed: self._close, Mode.decide: self._keep}
        return first.get(self._presenter.mode, self._reason)

    def show_state(self) -> None:
        """Show which assessment is valid, and whether another one may be made."""
        repeating = self._repeating
        limit = repeating.limit_words()
        self._limit.setVisible(bool(limit))
        self._limit_text.say(limit)
        mode = self._presenter.mode
        self._keep_card.setVisible(mode is Mode.decide)
        self._elsewhere_card.setVisible(mode is Mode.elsewhere)
        self._failed_card.setVisible(mode is Mode.failed)
        self._guidance_card.setVisible(mode is Mode.guidance)
        self._failed.say(repeating.failed_words())
        self._elsewhere.say(repeating.elsewhere_words())
        title = "HERE" if mode is Mode.elsewhere else "REPEAT"
        self._repeat_card.retitle(self._look.words.say(f"QUESTIONNAIRE_{title}_TITLE"))
        notes = repeating.notes()
        self._notes.say(notes)
        self._notes.setVisible(bool(notes))
        self._paper.setVisible(self._presenter.paper.may_open)
        self._valid.say(repeating.valid_words())
        self._counted.say(repeating.counted_words())
        self._repeat_card.setVisible(not limit)
        if not self._reason.hasFocus():
            self._reason.set_text(repeating.typed.of("reason"))
        self._field.set_error(repeating.errors.of(REASON))

    def _build(self) -> None:
        self._reason.finished.connect(self._keep_reason)
        Leaving(self._reason).left.connect(self._left)
        look, size = self._look, self._look.theme.size
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("m"))
        row = QHBoxLayout()
        row.setSpacing(size("s"))
        row.addWidget(Icon(look, "alert-triangle", "warn", 20))
        row.addWidget(self._limit_text, 1)
        self._limit.body.addLayout(row)
        found = self._repeating.standing().latest
        line = QHBoxLayout()
        line.setSpacing(size("m"))
        if found is not None and found.grade is not None:
            line.addWidget(GradeBadge(look, found.grade, "m"))
        line.addWidget(self._valid, 1)
        self._keep_card.body.addLayout(line)
        self._keep_card.body.addWidget(self._counted)
        self._keep_card.body.addLayout(_at_right(self._keep))
        self._elsewhere_card.body.addWidget(self._elsewhere)
        self._failed_card.body.addWidget(self._failed)
        self._failed_card.body.addLayout(_at_right(self._close))
        self._repeat_card.body.addWidget(self._notes)
        self._repeat_card.body.addWidget(self._field)
        self._repeat_card.body.addLayout(_at_right(self._repeat))
        latest = (self._keep_card, self._elsewhere_card, self._failed_card)
        for card in (self._limit, self._guidance_card, *latest, self._repeat_card):
            column.addWidget(card)
        column.addLayout(_at_right(self._paper))
        column.addStretch(1)

    def _keep_reason(self, text: str) -> None:
        self._repeating.typed.keep(reason=text)

    def _left(self) -> None:
        self._repeating.typed.keep(reason=self._reason.text())

    def _decide(self) -> None:
        self._repeating.decide(self._reason.text())


def paper_button(look: Look, presenter: QuestionnairePresenter) -> Button:
    """Return the button that opens the form for an assessment of another channel."""
    text = look.words.say("QUESTIONNAIRE_DO_PAPER")
    button = Button(look, text, "quiet", "file-text", name="questionnaire.paper", small=True)
    button.clicked.connect(presenter.paper.open)
    return button


def _at_right(button: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(button)
    return row
