"""What may still be done about a signed interview: add something, or make the set void."""

from enum import Enum

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.facts import Added
from advisor_desk.domain.interview import State
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Card, Field, Label, TextEditor, clear
from advisor_desk.ui.widgets.colleague_fields import ColleagueFields

WORDS_HIGH = 84


class After(Enum):
    """Which of the two."""

    add = "add"
    void = "void"


class AfterCard(Card):
    """Two quiet buttons; each opens its words and the second person's sign-in. Clause: S32."""

    def __init__(self, look: Look, interview: OpenInterview) -> None:
        words, size = look.words, look.theme.size
        super().__init__(look, words.say("AFTER_TITLE"), "edit")
        self._look = look
        self._interview = interview
        self._doing: After | None = None
        self._shown: tuple[Added, ...] | None = None
        self._added = QVBoxLayout()
        self._added.setSpacing(size("xs"))
        buttons = QHBoxLayout()
        buttons.setSpacing(size("s"))
        self._buttons = {
            one: Button(look, words.say(f"AFTER_{one.name}"), "quiet", name=f"after.{one.name}")
            for one in After
        }
        for button in self._buttons.values():
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._buttons[After.add].clicked.connect(self._begin_add)
        self._buttons[After.void].clicked.connect(self._begin_void)
        self._form = QWidget()
        self._build_form()
        self._hint = Label(look, words.say("AFTER_HINT"), "body", "ink_2")
        self.body.addWidget(self._hint)
        self.body.addLayout(self._added)
        self.body.addLayout(buttons)
        self.body.addWidget(self._form)

    def show_state(self) -> None:
        """Show what was added, and the form where one of the two was begun."""
        facts, words = self._interview.facts, self._look.words
        self.setVisible(facts.state is State.closed or bool(facts.addenda or facts.void_reason))
        if facts.addenda != self._shown:
            self._shown = facts.addenda
            clear(self._added)
            for one in facts.addenda:
                day = words.day(one.at.date())
                said = words.say("AFTER_ADDED", day=day, second=one.second, words=one.words)
                self._added.addWidget(Label(self._look, said))
        if facts.void_reason:
            self._hint.say(words.say("AFTER_VOIDED", reason=facts.void_reason))
        for button in self._buttons.values():
            button.setVisible(facts.state is State.closed)
        self._form.setVisible(self._doing is not None and facts.state is State.closed)
        self._say_problem()

    def _say_problem(self) -> None:
        problem = self._interview.problem
        is_about_words = problem is not None and problem.field in ("words", "reason")
        said = problem.text if problem is not None and self._doing is not None else ""
        self._words_field.set_error(said if is_about_words else "")
        self._second.refuse("" if is_about_words else said)

    def _build_form(self) -> None:
        words, size = self._look.words, self._look.theme.size
        self._words = TextEditor(self._look, "after.words", many_lines=True)
        self._words.setFixedHeight(WORDS_HIGH)
        self._words_field = Field(self._look, words.say("AFTER_WORDS"), self._words)
        self._second = ColleagueFields(self._look, "after.second", words.say("AFTER_AGREE"))
        self._second.given.connect(self._agreed)
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, size("s"), 0, 0)
        column.setSpacing(size("s"))
        column.addWidget(self._words_field)
        column.addWidget(Label(self._look, words.say("AFTER_SECOND"), "body", "ink_2"))
        column.addWidget(self._second)
        self._form.hide()

    def _begin_add(self) -> None:
        self._begin(After.add)

    def _begin_void(self) -> None:
        self._begin(After.void)

    def _begin(self, doing: After) -> None:
        self._doing = doing
        self._interview.clear_problem()
        self._second.empty()
        self._second.confirm.setText(self._look.words.say(f"AFTER_AGREE_{doing.name}"))
        self.show_state()
        self._words.editor.setFocus()

    def _agreed(self, user: str, password: str) -> None:
        interview, doing = self._interview, self._doing
        afterwards, said = interview.services.afterwards, self._words.text()
        do = afterwards.add if doing is After.add else afterwards.void

        def then() -> None:
            self._doing = None
            self._words.set_text("")

        interview.long_act(lambda: do(interview.id, said, user, password), then)
