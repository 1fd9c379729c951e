"""The adviser's page: what the material is, what the client has read, what was said back."""

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.widgets import (
    Button,
    Card,
    Field,
    Icon,
    Label,
    ReasonRow,
    RowButton,
    TextEditor,
    clear,
)

DRAFT = "presentation.words"
DIGEST_SHOWN = 12


class PresentationView(StageView[PresentationPresenter]):
    """The elements at the left; the question that is asked now at the right."""

    wants_width: ClassVar[bool] = False

    def __init__(self, look: Look, presenter: PresentationPresenter) -> None:
        super().__init__(look, presenter)
        words, size = look.words, look.theme.size
        self._second = self.heading(words.say("PRESENT_TITLE"), " ")
        self._open = Button(
            look, words.say("PRESENT_OPEN"), "primary", "books", name="presentation.open"
        )
        self._open.clicked.connect(presenter.open)
        self._blocked = ReasonRow(look, "stop", words.say("PRESENT_BLOCKED"), "S67")
        self.column.addWidget(self._blocked)
        line = QHBoxLayout()
        line.addWidget(self._open)
        line.addStretch(1)
        self.column.addLayout(line)
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        self._elements = Card(look, words.say("PRESENT_ELEMENTS"), "list-check")
        self._elements.body.setSpacing(0)
        row.addWidget(self._elements, 1)
        row.addWidget(self._saying_back(), 1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self._shown: object = None

    def first_focus(self) -> QWidget | None:
        """Return what is done first."""
        if self._open.isVisibleTo(self):
            return self._open
        return self._words if self._words.isVisibleTo(self) else None

    def show_state(self) -> None:
        """Show material, ticks and the question asked now."""
        presenter, words = self.presenter, self.look.words
        chosen, material = presenter.interview.facts.chosen, presenter.material()
        name = chosen.choice.product.name if chosen else ""
        if material is not None:
            self._second.say(
                words.say(
                    "PRESENT_MATERIAL",
                    product=name,
                    version=material.version,
                    approver=words.of(material.approver),
                    until=words.day(material.valid_until),
                    digest=material.sha256[:DIGEST_SHOWN],
                )
            )
        opened = presenter.opened() is not None
        self._blocked.setVisible(material is None)
        self._open.setVisible(material is not None and not opened)
        for part in (self._elements, self._saying):
            part.setVisible(opened)
        key = (presenter.elements(), presenter.questions(), presenter.on_client_page())
        if opened and key != self._shown:
            self._shown = key
            self._show_elements()
            self._show_questions()
        self._words_field.set_error(presenter.interview.error_of("words"))

    def _show_elements(self) -> None:
        presenter, words = self.presenter, self.look.words
        clear(self._elements.body)
        now = presenter.on_client_page()
        for one, read in presenter.elements():
            here = now is not None and one.id == now.id
            state = "PRESENT_ON_SCREEN" if here else "PRESENT_READ" if read else "PRESENT_LATER"
            row = RowButton(
                self.look, words.of(one.title), "", words.say(state), f"element.{one.id}"
            )
            row.is_current = here
            row.clicked.connect(self._show_again)
            self._elements.body.addWidget(row)
        self._elements.body.addStretch(1)

    def _show_questions(self) -> None:
        presenter, words = self.presenter, self.look.words
        clear(self._questions)
        for one, right in presenter.questions():
            line = QHBoxLayout()
            icon = ("circle-check", "ok") if right else ("point", "ink_3")
            line.addWidget(Icon(self.look, *icon, 20))
            line.addWidget(Label(self.look, words.of(one.ask)), 1)
            self._questions.addLayout(line)
        asked = presenter.asked_now()
        self._asking.setVisible(asked is not None)
        self._not_yet.setVisible(any(not read for _, read in presenter.elements()))
        if asked is not None:
            self._ask.say(words.of(asked.ask))
            self._answer.say(words.say("PRESENT_RIGHT_ANSWER", answer=words.of(asked.answer)))

    def _saying_back(self) -> Card:
        look, words = self.look, self.look.words
        self._saying = Card(look, words.say("PRESENT_SAY_BACK"), "message-question")
        self._questions = QVBoxLayout()
        self._questions.setSpacing(look.theme.size("s"))
        self._saying.body.addLayout(self._questions)
        self._not_yet = Label(look, words.say("PRESENT_SAY_BACK_LATER"), "body", "ink_2")
        self._saying.body.addWidget(self._not_yet)
        self._asking = QWidget()
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        self._ask = Label(look, "", "card_title")
        self._answer = Label(look, "", "caption", "ink_2")
        column.addWidget(self._ask)
        column.addWidget(self._answer)
        self._words = TextEditor(look, "presentation.words", longest=400)
        self._words.set_text(self.presenter.interview.draft(DRAFT))
        self._words.finished.connect(self._typed)
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
        self._saying.body.addWidget(self._asking)
        self._saying.body.addStretch(1)
        return self._saying

    def _typed(self, text: str) -> None:
        self.presenter.interview.keep_draft(DRAFT, text)

    def _right(self) -> None:
        self._say(was_right=True)

    def _wrong(self) -> None:
        self._say(was_right=False)

    def _say(self, *, was_right: bool) -> None:
        text = self._words.text()
        if self.presenter.said_back(text, was_right=was_right):
            self._words.set_text("")
            self.presenter.interview.keep_draft(DRAFT, "")
            self._words.setFocus()

    def _show_again(self) -> None:
        self.presenter.show_again(self.sender().objectName().removeprefix("element."))
