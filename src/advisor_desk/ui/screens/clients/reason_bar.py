"""Why a file is looked into: the usual reasons, one chosen already, or one's own words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.finder import OTHER, REASONS, Finder
from advisor_desk.ui.widgets import Icon, Label, LineEditor, SwitchChips

LONGEST_REASON = 200


class ReasonBar(QWidget):
    """The reason that is recorded with the next look. Clause: S39."""

    def __init__(self, look: Look, finder: Finder) -> None:
        super().__init__()
        self._finder = finder
        self._words = words = look.words
        asked = words.say("CLIENTS_WHY")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.size("s"))
        row.addWidget(Label(look, asked, "body", "ink_2", wrap=False))
        choices = [(one, words.say(f"CLIENTS_WHY_{one}")) for one in REASONS]
        reasons = SwitchChips(look, choices, "clients.why")
        reasons.setAccessibleName(asked)
        reasons.show_choice(finder.reason)
        reasons.chosen.connect(self._chosen)
        row.addWidget(reasons)
        self._other = LineEditor(look, "clients.why.words", longest=LONGEST_REASON)
        self._other.setAccessibleName(asked)
        self._other.setPlaceholderText(words.say("CLIENTS_WHY_HINT"))
        self._other.set_text(finder.other)
        self._other.edited.connect(self._typed)
        policy = self._other.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._other.setSizePolicy(policy)
        self._other.setVisible(finder.reason == OTHER)
        row.addWidget(self._other, 1)
        self._mark = Icon(look, "alert-circle", "stop", 16)
        self._mark.hide()
        self._wrong = Label(look, "", "caption", "stop", wrap=False)
        row.addWidget(self._mark)
        row.addWidget(self._wrong)

    def may_open(self) -> bool:
        """Say whether the reason can be recorded; where not, say why and ask for it."""
        wrong = self._finder.wrong_reason(self._words)
        self._say_wrong(wrong)
        if wrong:
            self._other.setFocus(Qt.FocusReason.OtherFocusReason)
        return not wrong

    def _chosen(self, reason: str) -> None:
        self._finder.reason = reason
        self._say_wrong("")
        self._other.setVisible(reason == OTHER)
        if reason == OTHER:
            self._other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        self._finder.other = text
        self._say_wrong("")

    def _say_wrong(self, text: str) -> None:
        self._wrong.say(text)
        self._mark.setVisible(bool(text))
        self._other.setAccessibleDescription(text)
