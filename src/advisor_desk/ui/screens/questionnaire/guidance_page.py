"""The guardian's page after a minor's answers: one question, one button of the own. Clause: S46."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Label


class GuidancePage(QWidget):
    """``agreed``: the guardian guided and agrees."""

    agreed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words = look.words
        self._words = words
        self._title = Label(look, "", "client_question")
        self._text = Label(look, "", "client_lead")
        agree = words.say("GUIDANCE_CLIENT_AGREE")
        self._agree = Button(look, agree, "client_primary", "check", name="client.guided")
        self._agree.clicked.connect(self.agreed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("l"))
        column.addStretch(1)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(Label(look, words.say("GUIDANCE_CLIENT_ELSE"), "client_body", "ink_2"))
        column.addStretch(2)
        column.addWidget(self._agree, 0, Qt.AlignmentFlag.AlignRight)

    def show_people(self, guardian: str, client: str) -> None:
        """Name both."""
        words = self._words
        self._title.say(words.say("GUIDANCE_CLIENT_TITLE", guardian=guardian, client=client))
        self._text.say(words.say("GUIDANCE_CLIENT_TEXT", client=client))
