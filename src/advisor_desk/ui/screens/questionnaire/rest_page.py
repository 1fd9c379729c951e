"""What the client reads while there is nothing to answer: done, kept before, not now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.questionnaire.presenter import Mode, QuestionnairePresenter
from advisor_desk.ui.widgets import Label


class RestPage(QWidget):
    """A title and a calm line below."""

    def __init__(self, look: Look, presenter: QuestionnairePresenter) -> None:
        super().__init__()
        self._words = look.words
        self._presenter = presenter
        self._title = Label(look, "", "client_question")
        self._text = Label(look, "", "client_body", "ink_2")
        column = QVBoxLayout(self)
        column.setSpacing(look.theme.size("m"))
        column.addStretch(1)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)

    def show_mode(self, mode: Mode) -> None:
        """Say it for what the stage is about now."""
        self._title.say(self._words.say(f"QUESTIONNAIRE_CLIENT_{mode.value}"))
        self._text.say(self._said(mode))

    def _said(self, mode: Mode) -> str:
        words, stands = self._words, self._presenter.repeating.standing()
        latest, until = stands.latest, stands.valid_until
        if mode is Mode.done:
            return words.say("QUESTIONNAIRE_CLIENT_TEXT_done")
        if mode in (Mode.failed, Mode.elsewhere) and latest:
            day = words.day(latest.taken)
            return words.say(f"QUESTIONNAIRE_CLIENT_TEXT_{mode.value}", taken=day)
        if mode is Mode.decide and latest and latest.grade and until:
            return words.say(
                "QUESTIONNAIRE_CLIENT_TEXT_decide",
                grade=words.grade(latest.grade),
                taken=words.day(latest.taken),
                until=words.day(until),
            )
        return words.say("QUESTIONNAIRE_CLIENT_TEXT_limit")
