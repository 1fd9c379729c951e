"""The client's pages of the questionnaire: estimate, questions, check list, each alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.questionnaire import Item
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.page_foot import PageFoot
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.questionnaire.check_page import CheckPage, Sheet, sheets
from advisor_desk.ui.screens.questionnaire.course import PageKind
from advisor_desk.ui.screens.questionnaire.guidance_page import GuidancePage
from advisor_desk.ui.screens.questionnaire.presenter import Mode, QuestionnairePresenter
from advisor_desk.ui.screens.questionnaire.question_page import Choice, QuestionPage
from advisor_desk.ui.screens.questionnaire.rest_page import RestPage
from advisor_desk.ui.widgets import Button, Label


class QuestionnaireClientPage(ClientPage[QuestionnairePresenter]):
    """One question a page. Choosing chooses, Next goes on; nothing moves by itself."""

    def __init__(self, look: Look, presenter: QuestionnairePresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self._sheet = 0
        self._question = QuestionPage(look)
        self._question.chosen.connect(presenter.choose)
        self._check = CheckPage(look)
        self._check.chosen.connect(presenter.course.go_to)
        self._rest = RestPage(look, presenter)
        self._stack = QStackedWidget()
        self._guidance = GuidancePage(look, presenter)
        for page in (self._question, self._check, self._rest, self._guidance):
            self._stack.addWidget(page)
        self._back = self._button("BACK", "client", "client.back", "arrow-left")
        self._help = self._button("HELP", "client_link", "client.help", "help")
        self._on = self._button("NEXT", "client_primary", "client.next")
        self._why = Label(
            look, words.say("QUESTIONNAIRE_CLIENT_LEFT", left=0), "client_body", "warn"
        )
        self._foot = PageFoot(look, self._on, self._back, self._middle())
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._foot)
        self._back.clicked.connect(self._turn_back)
        self._help.clicked.connect(presenter.course.show_help)
        self._on.clicked.connect(self._turn_on)

    def header(self) -> str:
        """Return which question it is, of how many."""
        words, course = self.look.words, self.presenter.course
        if self.presenter.mode is Mode.guidance:
            return words.say("GUIDANCE_HEADER")
        if self.presenter.mode is not Mode.ask:
            return words.say("QUESTIONNAIRE_CLIENT_HEADER")
        if course.kind is PageKind.question:
            return words.say("QUESTIONNAIRE_PAGE", number=course.place, of=course.last - 1)
        return words.say(f"QUESTIONNAIRE_AT_{course.kind.value}")

    def first_focus(self) -> QWidget | None:
        """Return the chosen or first answer, or the button that goes on."""
        if self._stack.currentWidget() is self._question:
            return self._question.first
        return self._on if self._on.isVisibleTo(self) else None

    def show_state(self) -> None:
        """Show the page the client is on."""
        mode, course = self.presenter.mode, self.presenter.course
        if mode is Mode.guidance:
            self._show_guidance()
        elif mode is not Mode.ask:
            self._stack.setCurrentWidget(self._rest)
            self._foot.setVisible(False)
            self._rest.show_mode(mode)
        elif course.kind is PageKind.check:
            self._show_check()
        else:
            self._show_question()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let 1 to 9 choose an answer; the keyboard then goes to Next, the page stays."""
        digit = event.text()
        is_question = self._stack.currentWidget() is self._question
        if is_question and digit.isascii() and digit.isdigit() and digit != "0":
            self.presenter.choose(int(digit))
            self._on.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _show_question(self) -> None:
        course, words = self.presenter.course, self.look.words
        item = course.item()
        self._stack.setCurrentWidget(self._question)
        self._show_foot(back=course.place > 0, has_help=item is not None, why="")
        self._label_on("NEXT")
        self._question.show_progress(course.place, course.last - 1)
        if item is None:
            title, text = (
                words.say("QUESTIONNAIRE_ESTIMATE"),
                words.say("QUESTIONNAIRE_ESTIMATE_TEXT"),
            )
            self._question.show_question(title, text, self._grades())
        else:
            said = words.of(item.help) if course.is_help_shown else ""
            self._question.show_question(words.of(item.ask), said, self._options(item))

    def _show_check(self) -> None:
        pages = self._sheets()
        self._sheet = min(self._sheet, len(pages) - 1)
        left = len(self.presenter.answers.open_items())
        is_last = self._sheet == len(pages) - 1
        self._stack.setCurrentWidget(self._check)
        title = self.look.words.say("QUESTIONNAIRE_CHECK_TITLE")
        self._check.show_sheet(pages[self._sheet], title)
        why = self.look.words.say("QUESTIONNAIRE_CLIENT_LEFT", left=left) if left else ""
        self._show_foot(back=True, has_help=False, why=why)
        self._label_on("CONFIRM" if is_last else "NEXT_PAGE")
        self._on.setEnabled(not is_last or not left)

    def _show_guidance(self) -> None:
        """Ask the guardian; no button has the keyboard: another person answers here."""
        self._guidance.show_state()
        self._stack.setCurrentWidget(self._guidance)
        self._foot.setVisible(False)

    def _show_foot(self, *, back: bool, has_help: bool, why: str) -> None:
        self._foot.setVisible(True)
        self._back.setVisible(back)
        self._help.setVisible(has_help)
        self._why.say(why)
        self._why.setVisible(bool(why))
        self._on.setEnabled(True)

    def _label_on(self, code: str) -> None:
        text = self.look.words.say(f"QUESTIONNAIRE_CLIENT_{code}")
        if self._on.text() != text:
            self._on.setText(text)
            self._on.set_icon("check" if code == "CONFIRM" else "")
            self._on.setAccessibleName(text)

    def _grades(self) -> list[Choice]:
        given, words = self.presenter.interview.facts.own_estimate, self.look.words
        return [
            Choice(
                f"q.own_estimate.option.{grade.name}",
                words.say(f"QUESTIONNAIRE_ESTIMATE_{grade.name}"),
                grade is given,
            )
            for grade in RiskTolerance
        ]

    def _options(self, item: Item) -> list[Choice]:
        letter, words = self.presenter.answers.letter(item), self.look.words
        return [
            Choice(
                f"q.{item.id}.option.{option.letter}",
                words.of(option.say),
                option.letter == letter,
            )
            for option in item.options
        ]

    def _turn_on(self) -> None:
        course = self.presenter.course
        if course.kind is not PageKind.check:
            self._sheet = 0
            course.turn(1)
        elif self._sheet < len(self._sheets()) - 1:
            self._sheet += 1
            self.presenter.interview.changed()
        else:
            self.presenter.client_confirms()

    def _turn_back(self) -> None:
        if self.presenter.course.kind is PageKind.check and self._sheet > 0:
            self._sheet -= 1
            self.presenter.interview.changed()
        else:
            self.presenter.course.turn(-1)

    def _sheets(self) -> tuple[Sheet, ...]:
        return sheets(self.look, self.presenter.answers.check_list())

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        middle_of = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(self._help, 0, middle_of)
        column.addWidget(self._why)
        column.addStretch(1)
        return middle

    def _button(self, code: str, kind: str, name: str, icon: str = "") -> Button:
        text = self.look.words.say(f"QUESTIONNAIRE_CLIENT_{code}")
        button = Button(self.look, text, kind=kind, icon=icon, name=name)
        stays = button.sizePolicy()
        stays.setRetainSizeWhenHidden(kind == "client")
        button.setSizePolicy(stays)
        return button
