"""Hear, say, ask: three cards in their order; what is not its turn is one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.witness.presenter import WitnessPresenter
from advisor_desk.ui.widgets import Button, Card, GrowingEditor, Icon, Label

NAME = "witness.answer."


class Heading(QWidget):
    """The first line of a card: done or its place, what it is, and what is left."""

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self._icon = Icon(look, "point", "ink_3", 24)
        self._state = Label(look, "", "caption", "ink_2", wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.size("s"))
        row.addWidget(self._icon)
        row.addWidget(Label(look, title, "card_title"), 1)
        row.addWidget(self._state)

    def show_done(self, *, is_done: bool, said: str) -> None:
        """Show whether it is done, and what is said at the end of the line."""
        self._icon.show_icon("circle-check" if is_done else "point", "ok" if is_done else "primary")
        self._state.say(said)
        self._state.set_tone("ok" if is_done else "ink_2")


class HearingCards(QWidget):
    """What the witness does before deciding."""

    def __init__(self, look: Look, presenter: WitnessPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        words = look.words
        self._heard = Heading(look, words.say("WITNESS_HEAR"))
        self._hear = Button(look, words.say("WITNESS_HEARD"), icon="check", name="witness.heard")
        self._hear.clicked.connect(presenter.hear_recap)
        self._warned = Heading(look, words.say("WITNESS_SAY"))
        self._quote = Label(look, "", "lead")
        self._warn = Button(look, words.say("WITNESS_WARNED"), icon="check", name="witness.warned")
        self._warn.clicked.connect(presenter.give_warning)
        self._asked = Heading(look, words.say("WITNESS_ASK"))
        self._grid = QGridLayout()
        self._editors: dict[str, GrowingEditor] = {}
        self._labels: dict[str, Label] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s") + 4)
        column.addWidget(self._card(self._heard, self._hear))
        column.addWidget(self._card(self._warned, self._warn, self._quote))
        questions = self._card(self._asked)
        self._grid.setSpacing(look.theme.size("s"))
        for column_of_grid in (0, 1):
            self._grid.setColumnStretch(column_of_grid, 1)
        questions.body.addLayout(self._grid)
        self._wrong = Label(look, "", "caption", "stop")
        questions.body.addWidget(self._wrong)
        column.addWidget(questions)
        column.addStretch(1)

    def first_focus(self) -> QWidget | None:
        """Return what is to be done now."""
        for button in (self._hear, self._warn):
            if not button.isHidden():
                return button
        left = self._presenter.asked_next()
        return self._editors.get(left.id) if left else None

    def show_state(self) -> None:
        """Show what is done, and let what comes next be done."""
        presenter, words = self._presenter, self._look.words
        witness, busy = presenter.witness(), presenter.interview.is_busy
        if witness is None:
            return
        done = words.say("WITNESS_DONE")
        self._heard.show_done(is_done=witness.recap_heard, said=done if witness.recap_heard else "")
        self._hear.setVisible(not witness.recap_heard)
        for button in (self._hear, self._warn):
            button.setEnabled(not busy)
        self._warned.show_done(is_done=witness.warned, said=done if witness.warned else "")
        is_saying = witness.recap_heard and not witness.warned
        self._warn.setVisible(is_saying)
        self._quote.setVisible(is_saying)
        self._quote.say(words.say("STOP_QUOTED", words="\n".join(presenter.warning())))
        asked = presenter.answers.asked()
        left = sum(not one.heard for one in asked)
        said = words.say("WITNESS_LEFT", count=left) if left else done
        self._asked.show_done(is_done=not left, said=said)
        wrong = presenter.answers.wrong()
        self._wrong.say(wrong)
        self._wrong.setVisible(bool(wrong))
        for one in asked:
            editor = self._editor(one.id, one.ask)
            for one_of_row in (editor, self._labels[one.id]):
                one_of_row.setVisible(witness.warned)
            if not editor.hasFocus() or not editor.text():
                editor.set_text(presenter.answers.shown(one))

    def _editor(self, question: str, ask: str) -> GrowingEditor:
        found = self._editors.get(question)
        if found is None:
            found = GrowingEditor(self._look, NAME + question, longest=200)
            found.setPlaceholderText(self._look.words.say("WITNESS_OWN_WORDS"))
            found.finished.connect(self._answered)
            label = Label(self._look, ask)
            label.setBuddy(found)
            row = len(self._editors)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(found, row, 1, Qt.AlignmentFlag.AlignVCenter)
            before = [self._warn, *self._editors.values()][-1]
            self.setTabOrder(before, found)  # made late: still before the decision
            self._editors[question], self._labels[question] = found, label
        self._labels[question].say(ask)
        found.setAccessibleName(ask)
        return found

    def _answered(self, text: str) -> None:
        self._presenter.answers.hear(self.sender().objectName().removeprefix(NAME), text)

    def _card(self, heading: Heading, button: Button | None = None, *more: QWidget) -> Card:
        card = Card(self._look)
        card.body.addWidget(heading)
        for one in more:
            card.body.addWidget(one)
        if button is not None:
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(button)
            card.body.addLayout(row)
        return card
