"""The guardian's page after a minor's answers: one question, yes or no of one size. Clause: S46."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.questionnaire.presenter import QuestionnairePresenter
from advisor_desk.ui.widgets import Button, Label


class GuidancePage(QWidget):
    """The guardian guided and agrees, or does not agree: then the interview rests."""

    def __init__(self, look: Look, presenter: QuestionnairePresenter) -> None:
        super().__init__()
        words, large = look.words, look.theme.size("l")
        self._words = words
        self._title = Label(look, "", "client_question")
        self._text = Label(look, "", "client_lead")
        said = words.say("GUIDANCE_CLIENT_DISAGREE")
        disagree = Button(look, said, "client", "hand-stop", name="client.not_guided")
        disagree.clicked.connect(presenter.guardian_disagrees)
        said = words.say("GUIDANCE_CLIENT_AGREE")
        agree = Button(look, said, "client", "check", name="client.guided")
        agree.clicked.connect(presenter.guardian_agrees)
        foot = QHBoxLayout()
        foot.setSpacing(large)
        foot.addWidget(disagree, 1)
        foot.addWidget(agree, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(large)
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(Label(look, words.say("GUIDANCE_CLIENT_ELSE"), "client_body", "ink_2"))
        column.addStretch(2)
        column.addLayout(foot)

    def show_people(self, guardian: str, client: str) -> None:
        """Name both."""
        words = self._words
        self._title.say(words.say("GUIDANCE_CLIENT_TITLE", guardian=guardian, client=client))
        self._text.say(words.say("GUIDANCE_CLIENT_TEXT", client=client))
