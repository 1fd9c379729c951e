"""What the client says back: the question asked now, the client's words, right or once more."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.widgets import Button, Card, Field, Icon, Label, TextEditor, clear


class SayingBack(Card):
    """The questions with their ticks; below, the one that is asked."""

    def __init__(self, look: Look, presenter: PresentationPresenter) -> None:
        super().__init__(look, look.words.say("PRESENT_SAY_BACK"), "message-question")
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        self._questions = QVBoxLayout()
        self._questions.setSpacing(look.theme.size("s"))
        self.body.addLayout(self._questions)
        later = look.words.say("PRESENT_SAY_BACK_LATER")
        self._not_yet = Label(look, later, "body", "ink_2")
        self.body.addWidget(self._not_yet)
        self._asking = self._made_asking()
        self.body.addWidget(self._asking)
        self._words.set_text(presenter.typed())

    def first_focus(self) -> QWidget | None:
        """Return where the client's words are typed; None while nothing is asked."""
        return self._words if self._asking.isVisibleTo(self) else None

    def show_state(self) -> None:
        """Show what was said rightly, and what is asked now."""
        presenter, words = self._presenter, self._look.words
        asked = presenter.asked_now() if presenter.opened() is not None else None
        self._words_field.set_error(presenter.interview.error_of("words", "PRESENT_WORDS"))
        key = (presenter.questions(), asked)
        if key == self._shown:
            return
        self._shown = key
        clear(self._questions)
        for one, right in presenter.questions():
            line = QHBoxLayout()
            line.setSpacing(self._look.theme.size("s"))
            icon = ("circle-check", "ok") if right else ("point", "ink_3")
            line.addWidget(Icon(self._look, *icon, 20))
            kind = "strong" if asked is not None and one.id == asked.id else "body"
            line.addWidget(Label(self._look, words.of(one.ask), kind), 1)
            self._questions.addLayout(line)
        self._asking.setVisible(asked is not None)
        self._not_yet.setVisible(any(not read for _, read in presenter.elements()))
        if asked is not None:
            self._answer.say(words.say("PRESENT_RIGHT_ANSWER", answer=words.of(asked.answer)))

    def _made_asking(self) -> QWidget:
        look, words = self._look, self._look.words
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        self._answer = Label(look, "", "caption", "ink_2")
        column.addWidget(self._answer)
        self._words = TextEditor(look, "presentation.words", longest=400)
        self._words.finished.connect(self._presenter.keep_typed)
        self._words_field = Field(look, words.say("PRESENT_WORDS"), self._words)
        column.addWidget(self._words_field)
        row = QHBoxLayout()
        again = Button(look, words.say("PRESENT_AGAIN"), icon="refresh", name="presentation.again")
        again.clicked.connect(self._wrong)
        right = Button(look, words.say("PRESENT_RIGHT"), icon="check", name="presentation.right")
        right.clicked.connect(self._right)
        row.addWidget(again)
        row.addStretch(1)
        row.addWidget(right)
        column.addLayout(row)
        return asking

    def _right(self) -> None:
        self._say(was_right=True)

    def _wrong(self) -> None:
        self._say(was_right=False)

    def _say(self, *, was_right: bool) -> None:
        if self._presenter.said_back(self._words.text(), was_right=was_right):
            self._words.set_text("")
            self._words.setFocus()
