"""What an interview begins with: why the client is here, the language, how it will be signed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.interview import SigningWay
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.file import File
from advisor_desk.ui.widgets import Button, Card, Field, Label, LineEditor, SwitchChips

LANGUAGES = ("zh_TW", "zh_CN", "en")
TYPED_AT_MOST = 200  # more than fits, so that too long a text is said to be so, not cut


class BeginCard(Card):
    """``begun`` carries the new interview, ``left`` says that none is begun."""

    begun = Signal(str)
    left = Signal()

    def __init__(self, look: Look, presenter: File) -> None:
        title = "REFER_BEGIN" if presenter.refers else "BEGIN_TITLE"
        super().__init__(look, look.words.say(title), "messages")
        self._look = look
        self._presenter = presenter
        words = look.words
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("l"))
        self._purpose = LineEditor(look, "begin.purpose", longest=TYPED_AT_MOST)
        self._purpose.set_text(presenter.purpose)
        self._purpose.edited.connect(self._purpose_typed)
        self._field = Field(
            look, words.say("BEGIN_PURPOSE"), self._purpose, words.say("BEGIN_HELP")
        )
        row.addWidget(self._field, 1)
        languages = [(one, words.say(f"LANGUAGE_{one}")) for one in LANGUAGES]
        self._language = SwitchChips(look, languages, "begin.language")
        self._language.show_choice(presenter.language.name)
        self._language.chosen.connect(self._language_chosen)
        row.addLayout(self._titled("CLIENT_LANGUAGE", self._language))
        if not presenter.refers:  # a referral slip is signed on paper alone
            row.addLayout(self._titled("BEGIN_WAY", self._ways()))
        self.body.addLayout(row)
        self.body.addLayout(self._buttons())
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._begin)
        self._field.set_error(presenter.problem(words))

    def first_focus(self) -> QWidget:
        """Return the purpose."""
        return self._purpose

    def _ways(self) -> SwitchChips:
        words = self._look.words
        ways = [(one.name, words.say(f"SIGNING_WAY_{one.name}")) for one in SigningWay]
        chips = SwitchChips(self._look, ways, "begin.way")
        chips.show_choice(self._presenter.way.name)
        chips.chosen.connect(self._way_chosen)
        return chips

    def _titled(self, code: str, widget: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._look.theme.size("xs"))
        title = self._look.words.say(code)
        widget.setAccessibleName(title)
        widget.setMinimumHeight(self._look.theme.size("control"))
        column.addWidget(Label(self._look, title, "strong", wrap=False))
        column.addWidget(widget)
        column.addStretch(1)
        return column

    def _buttons(self) -> QHBoxLayout:
        look, words = self._look, self._look.words
        leave = Button(look, words.say("BEGIN_LEAVE"), "quiet", key="Esc", name="begin.leave")
        leave.clicked.connect(self.left)
        go = Button(
            look,
            words.say("BEGIN_NOW"),
            "primary",
            "player-play",
            "Ctrl+Enter",
            name="begin.now",
        )
        go.clicked.connect(self._begin)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(go)
        return row

    def _begin(self) -> None:
        interview = self._presenter.begin()
        self._field.set_error(self._presenter.problem(self._look.words))
        if interview:
            self.begun.emit(interview)
        else:
            self._purpose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _purpose_typed(self, text: str) -> None:
        self._presenter.purpose = text

    def _language_chosen(self, language: str) -> None:
        self._presenter.speak(language)

    def _way_chosen(self, way: str) -> None:
        self._presenter.way = SigningWay[way]
