"""What an interview begins with: why the client is here, the language, how it will be signed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.interview import SigningWay
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.file import File
from advisor_desk.ui.widgets import Button, Card, Field, Label, SwitchChips, TextEditor

LANGUAGES = ("zh_TW", "zh_CN", "en")
LONGEST_PURPOSE = 50


class BeginCard(Card):
    """``begun`` carries the new interview."""

    begun = Signal(str)

    def __init__(self, look: Look, presenter: File) -> None:
        super().__init__(look, look.words.say("BEGIN_TITLE"), "messages")
        self._look = look
        self._presenter = presenter
        words = look.words
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("l"))
        self._purpose = TextEditor(look, "begin.purpose", longest=LONGEST_PURPOSE)
        self._purpose.set_text(presenter.purpose)
        self._purpose.edited.connect(self._purpose_typed)
        self._field = Field(
            look, words.say("BEGIN_PURPOSE"), self._purpose, words.say("BEGIN_HELP")
        )
        row.addWidget(self._field, 2)
        languages = [(one, words.say(f"LANGUAGE_{one}")) for one in LANGUAGES]
        self._language = SwitchChips(look, languages, "begin.language")
        self._language.show_choice(presenter.language.name)
        self._language.chosen.connect(self._language_chosen)
        row.addLayout(self._titled("CLIENT_LANGUAGE", self._language), 1)
        ways = [(one.name, words.say(f"SIGNING_WAY_{one.name}")) for one in SigningWay]
        self._way = SwitchChips(look, ways, "begin.way")
        self._way.show_choice(presenter.way.name)
        self._way.chosen.connect(self._way_chosen)
        row.addLayout(self._titled("BEGIN_WAY", self._way), 1)
        self.body.addLayout(row)
        go = Button(look, words.say("BEGIN_NOW"), "primary", "player-play", name="begin.now")
        go.clicked.connect(self._begin)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(go)
        self.body.addLayout(last)

    def first_focus(self) -> QWidget:
        """Return the purpose."""
        return self._purpose

    def _titled(self, code: str, widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(Label(self._look, self._look.words.say(code), "strong", wrap=False))
        column.addWidget(widget)
        column.addStretch(1)
        return column

    def _begin(self) -> None:
        interview = self._presenter.begin(self._look.words)
        self._field.set_error(self._presenter.error)
        if interview:
            self.begun.emit(interview)

    def _purpose_typed(self, text: str) -> None:
        self._presenter.purpose = text

    def _language_chosen(self, language: str) -> None:
        self._presenter.speak(language)

    def _way_chosen(self, way: str) -> None:
        self._presenter.way = SigningWay[way]
