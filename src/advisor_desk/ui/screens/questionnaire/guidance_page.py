"""The guardian's pages after a minor's answers: all of them, then yes or no. Clauses: S45, S46.

A guardian who was not there at the questions reads the answers here, whoever guided before.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.interview import PartyRole
from advisor_desk.ui.client.page_foot import PageFoot
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.questionnaire.check_page import CheckPage, Sheet, sheets
from advisor_desk.ui.screens.questionnaire.presenter import QuestionnairePresenter
from advisor_desk.ui.widgets import Button, Label


class GuidancePage(QStackedWidget):
    """The guardian read, guided and agrees, or does not agree: then the interview rests."""

    def __init__(self, look: Look, presenter: QuestionnairePresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._sheet = 0
        self._sheets: tuple[Sheet, ...] = ()
        self._read: object = None  # the answers that were read, and by whom
        self._answers = self._made_answers()
        self.addWidget(self._answers)
        self._asked = self._made_asked()
        self.addWidget(self._asked)

    def show_state(self) -> None:
        """Show the answers, or ask who has read them."""
        words, names = self._look.words, self._names()
        self._sheets = sheets(self._look, self._presenter.answers.check_list())
        if self._read == (self._sheets, names):
            self._title.say(words.say("GUIDANCE_CLIENT_TITLE", **names))
            self._text.say(words.say("GUIDANCE_CLIENT_TEXT", **names))
            self.setCurrentWidget(self._asked)
            return
        self._check.show_sheet(
            self._sheets[self._sheet], words.say("GUIDANCE_CLIENT_CHECK", **names), can_change=False
        )
        is_last = self._sheet == len(self._sheets) - 1
        on = "GUIDANCE_CLIENT_READ" if is_last else "QUESTIONNAIRE_CLIENT_NEXT_PAGE"
        self._on.setText(words.say(on))
        self._on.setAccessibleName(words.say(on))
        self._back.setVisible(self._sheet > 0)
        self.setCurrentWidget(self._answers)

    def _names(self) -> dict[str, str]:
        interview = self._presenter.interview
        guardian = interview.facts.parties.get(PartyRole.guardian)
        return {"guardian": guardian.name if guardian else "", "client": interview.client.name}

    def _turn_on(self) -> None:
        if self._sheet < len(self._sheets) - 1:
            self._sheet += 1
        else:
            self._sheet, self._read = 0, (self._sheets, self._names())
        self.show_state()

    def _turn_back(self) -> None:
        self._sheet, self._read = max(0, self._sheet - 1), None
        self.show_state()

    def _made_answers(self) -> QWidget:
        look, words = self._look, self._look.words
        self._check = CheckPage(look)
        self._on = Button(look, "", "client_primary", name="client.gone_through")
        self._on.clicked.connect(self._turn_on)
        said = words.say("QUESTIONNAIRE_CLIENT_BACK")
        self._back = Button(look, said, "client", "arrow-left", name="client.answers_back")
        self._back.clicked.connect(self._turn_back)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._check, 1)
        column.addWidget(PageFoot(look, self._on, self._back))
        return page

    def _made_asked(self) -> QWidget:
        look, words, large = self._look, self._look.words, self._look.theme.size("l")
        self._title = Label(look, "", "client_question")
        self._text = Label(look, "", "client_lead")
        said = words.say("GUIDANCE_CLIENT_AGAIN")
        again = Button(look, said, "client_link", "arrow-left", name="client.answers_again")
        again.clicked.connect(self._turn_back)
        said = words.say("GUIDANCE_CLIENT_DISAGREE")
        disagree = Button(look, said, "client", "hand-stop", name="client.not_guided")
        disagree.clicked.connect(self._presenter.guardian_disagrees)
        said = words.say("GUIDANCE_CLIENT_AGREE")
        agree = Button(look, said, "client", "check", name="client.guided")
        agree.clicked.connect(self._presenter.guardian_agrees)
        foot = QHBoxLayout()
        foot.setSpacing(large)
        foot.addWidget(disagree, 1)
        foot.addWidget(agree, 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(large)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(Label(look, words.say("GUIDANCE_CLIENT_ELSE"), "client_body", "ink_2"))
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(2)
        column.addLayout(foot)
        return page
