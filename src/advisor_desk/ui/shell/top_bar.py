"""The bar above the work: where we are, whose interview is on the table, search, who is here."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.people import StaffMember
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Chip, GradeBadge, Icon, Label, clear

SOON_DAYS = 30


class TopBar(QFrame):
    """``search_wanted`` by its button, ``leave_wanted`` by the person's."""

    search_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, look: Look, bank: str, station: str, me: StaffMember, today: date) -> None:
        super().__init__()
        self._look = look
        self.setProperty("box", "top_bar")
        self.setFixedHeight(look.theme.size("top_bar"))
        words, size = look.words, look.theme.size
        row = QHBoxLayout(self)
        row.setContentsMargins(size("l"), 0, size("l"), 0)
        row.setSpacing(size("m"))
        said = words.say("TOP_STATION", station=station)
        row.addLayout(_two_lines(look, bank, said))
        self._client = QHBoxLayout()
        self._client.setSpacing(size("s"))
        row.addSpacing(size("m"))
        row.addLayout(self._client)
        row.addStretch(1)
        search = _button(look, "TOP_SEARCH", "secondary", "search", "Ctrl+K", "top.search")
        search.clicked.connect(self.search_wanted)
        row.addWidget(search)
        icon, tone, line = certificate_line(look, me, today)
        row.addWidget(Icon(look, icon, tone, 20))
        row.addLayout(_two_lines(look, me.name, line))
        leave = _button(look, "TOP_LEAVE", "quiet", "logout", "", "top.leave")
        leave.clicked.connect(self.leave_wanted)
        row.addWidget(leave)

    def show_client(self, name: str, age: str, grade: RiskTolerance | None, protected: str) -> None:
        """Show whose interview is on the table; an empty name: nobody's."""
        clear(self._client)
        if not name:
            return
        look = self._look
        self._client.addWidget(Icon(look, "user", "ink_2", 20))
        self._client.addWidget(Label(look, name, "strong", wrap=False))
        self._client.addWidget(Label(look, age, "body", "ink_2", wrap=False))
        if grade is not None:
            self._client.addWidget(GradeBadge(look, grade))
            self._client.addWidget(Label(look, look.words.grade(grade), wrap=False))
        if protected:
            self._client.addWidget(Chip(look, protected, "warn", "shield-half"))


def certificate_line(look: Look, me: StaffMember, today: date) -> tuple[str, str, str]:
    """Return icon, tone and words on a person's certificate as it stands today. Clause: S23."""
    words, held = look.words, me.certificate
    if held is None or not held.valid_on(today):
        return "certificate", "warn", words.say("TOP_NO_CERTIFICATE")
    left = (held.valid_until - today).days
    if left <= SOON_DAYS:
        return "certificate", "warn", words.say("TOP_CERTIFICATE_ENDS", days=left)
    return "certificate", "ok", words.say("TOP_CERTIFICATE", day=words.day(held.valid_until))


def _button(look: Look, code: str, kind: str, icon: str, key: str, name: str) -> Button:
    """Return a button of the bar: with larger type, its icon alone."""
    said = look.words.say(code)
    if look.theme.scale == 1:
        return Button(look, said, kind, icon, key, name)
    button = Button(look, "", kind, icon, name=name)
    button.setAccessibleName(said)
    button.setToolTip(" ".join(one for one in (said, key) if one))
    return button


def _two_lines(look: Look, first: str, second: str) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addStretch(1)
    lines.addWidget(Label(look, first, "strong", wrap=False))
    lines.addWidget(Label(look, second, "caption", "ink_2", wrap=False))
    lines.addStretch(1)
    return lines
