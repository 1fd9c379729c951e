"""The two short forms of the adviser's page: what was said, and why it is done again."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.result.presenter import WORDS, ResultPresenter
from advisor_desk.ui.screens.result.redoing import REASON
from advisor_desk.ui.widgets import Button, Card, Field, LineEditor, TextEditor
from advisor_desk.ui.widgets.leaving import Leaving

TALK_HEIGHT = 56


class TalkForm(Card):
    """What was said about the result, kept while it is typed."""

    def __init__(self, look: Look, presenter: ResultPresenter) -> None:
        super().__init__(look)
        words = look.words
        self._presenter = presenter
        self._editor = TextEditor(look, "result.talk", many_lines=True)
        self._editor.setFixedHeight(round(TALK_HEIGHT * look.theme.scale))
        self._field = Field(
            look, words.say("RESULT_TALK"), self._editor, words.say("RESULT_TALK_HELP")
        )
        self._save = Button(
            look, words.say("RESULT_TALK_SAVE"), icon="check", name="result.talk.save"
        )
        self._leave = Button(
            look, words.say("RESULT_TALK_LEAVE"), kind="quiet", name="result.talk.leave"
        )
        self.body.addLayout(_beside(look, self._field, self._save, self._leave))
        self._editor.finished.connect(self._keep)
        Leaving(self._editor).left.connect(self._left)
        self._save.clicked.connect(self._record)
        self._leave.clicked.connect(presenter.leave_talk)

    @property
    def first(self) -> QWidget:
        """Return the editor."""
        return self._editor

    def show_state(self) -> None:
        """Show what was typed and what is wrong with it."""
        if not self._editor.hasFocus():
            self._editor.set_text(self._presenter.talk.of(WORDS))
        self._field.set_error(self._presenter.errors.of(WORDS))

    def _keep(self, text: str) -> None:
        self._presenter.talk.keep(words=text)

    def _left(self) -> None:
        if self._presenter.is_talk_open:
            self._keep(self._editor.text())

    def _record(self) -> None:
        self._presenter.record_talk(self._editor.text())


class RedoForm(Card):
    """Why another assessment is made."""

    def __init__(self, look: Look, presenter: ResultPresenter) -> None:
        super().__init__(look)
        words = look.words
        self._redoing = presenter.redoing
        self._help = words.say("RESULT_REDO_HELP")
        self._editor = LineEditor(look, "result.redo.reason")
        self._field = Field(look, words.say("RESULT_REDO_REASON"), self._editor, self._help)
        self._begin = Button(
            look, words.say("RESULT_REDO_BEGIN"), icon="refresh", name="result.redo.begin"
        )
        self._leave = Button(
            look, words.say("RESULT_REDO_LEAVE"), kind="quiet", name="result.redo.leave"
        )
        self.body.addLayout(_beside(look, self._field, self._begin, self._leave))
        self._editor.finished.connect(self._keep)
        Leaving(self._editor).left.connect(self._left)
        self._begin.clicked.connect(self._redo)
        self._leave.clicked.connect(self._redoing.leave)

    @property
    def first(self) -> QWidget:
        """Return the editor."""
        return self._editor

    def show_state(self) -> None:
        """Show what was typed and what is wrong with it."""
        if not self._editor.hasFocus():
            self._editor.set_text(self._redoing.typed.of(REASON))
        notes = self._redoing.notes().replace("\n", " ")
        self._field.say_below(notes or self._help, self._redoing.errors.of(REASON))

    def _keep(self, text: str) -> None:
        self._redoing.typed.keep(reason=text)

    def _left(self) -> None:
        if self._redoing.is_open:
            self._keep(self._editor.text())

    def _redo(self) -> None:
        self._redoing.begin(self._editor.text())


def _beside(look: Look, field: Field, do: Button, leave: Button) -> QHBoxLayout:
    """Put the two buttons below each other at the right of their field."""
    row = QHBoxLayout()
    row.setSpacing(look.theme.size("m"))
    row.addWidget(field, 1)
    buttons = QVBoxLayout()
    buttons.setSpacing(look.theme.size("s"))
    buttons.addStretch(1)
    buttons.addWidget(do)
    buttons.addWidget(leave)
    buttons.addStretch(1)
    row.addLayout(buttons)
    return row
