"""The bar above the work: where we are, whose interview is on the table, search, who is here."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.people import StaffMember
from advisor_desk.ui.certificate import certificate_line
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Chip, GradeBadge, Icon, Label, NameLabel, clear


class TopBar(QFrame):
    """``search_wanted`` by its button, ``leave_wanted`` by the person's."""

    search_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, look: Look, bank: str, station: str, me: StaffMember) -> None:
        super().__init__()
        self._look = look
        self._me = me
        self.setProperty("box", "top_bar")
        self.setFixedHeight(look.theme.size("top_bar"))
        words, size = look.words, look.theme.size
        row = QHBoxLayout(self)
        row.setContentsMargins(size("l"), 0, size("l"), 0)
        row.setSpacing(size("m"))
        said = words.say("TOP_STATION", station=station)
        row.addLayout(_two_lines(look, bank, Label(look, said, "caption", "ink_2", wrap=False)))
        self._client = QHBoxLayout()
        self._client.setSpacing(size("s"))
        row.addSpacing(size("m"))
        row.addLayout(self._client)
        row.addStretch(1)
        self._certificate_icon = Icon(look, "certificate", "ink_2", 20)
        self._certificate = Label(look, "", "caption", "ink_2", wrap=False)
        self._certificate.setObjectName("top.certificate")
        self._own = self._own_end()
        self._witness = QWidget()
        self._witness_row = _end_of_bar(look, self._witness)
        self._witness.hide()
        row.addWidget(self._own)
        row.addWidget(self._witness)

    def show_certificate(self, today: date) -> None:
        """Show how the person's certificate stands on a day."""
        tone, said = certificate_line(self._look.words, self._me, today)
        self._certificate_icon.show_icon("certificate", tone)
        self._certificate.say(said)

    def show_witness(self, name: str) -> None:
        """Show who witnesses in place of who advises; an empty name: the desk is the adviser's."""
        self._own.setVisible(not name)
        self._witness.setVisible(bool(name))
        clear(self._witness_row)
        if name:
            look = self._look
            self._witness_row.addWidget(Icon(look, "user-check", "warn", 20))
            said = Label(look, look.words.say("TOP_WITNESSING"), "caption", "warn", wrap=False)
            self._witness_row.addLayout(_two_lines(look, name, said))

    def show_client(self, name: str, age: str, grade: RiskTolerance | None, protected: str) -> None:
        """Show whose interview is on the table; an empty name: nobody's."""
        clear(self._client)
        if not name:
            return
        look = self._look
        self._client.addWidget(Icon(look, "user", "ink_2", 20))
        self._client.addWidget(NameLabel(look, name, "strong"))
        self._client.addWidget(Label(look, age, "body", "ink_2", wrap=False))
        if grade is not None:
            self._client.addWidget(GradeBadge(look, grade))
            self._client.addWidget(Label(look, look.words.grade(grade), wrap=False))
        if protected:
            self._client.addWidget(Chip(look, protected, "warn", "shield-half"))

    def _own_end(self) -> QWidget:
        """Return search, the person with the certificate, and the way out."""
        look, end = self._look, QWidget()
        row = _end_of_bar(look, end)
        search = _button(look, "TOP_SEARCH", "secondary", "search", "Ctrl+K", "top.search")
        search.clicked.connect(self.search_wanted)
        row.addWidget(search)
        row.addWidget(self._certificate_icon)
        row.addLayout(_two_lines(look, self._me.name, self._certificate))
        leave = _button(look, "TOP_LEAVE", "quiet", "logout", "", "top.leave")
        leave.clicked.connect(self.leave_wanted)
        row.addWidget(leave)
        return end


def _end_of_bar(look: Look, end: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(end)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.theme.size("m"))
    return row


def _button(look: Look, code: str, kind: str, icon: str, key: str, name: str) -> Button:
    """Return a button of the bar: with larger type, its icon alone."""
    said = look.words.say(code)
    if look.theme.scale == 1:
        return Button(look, said, kind, icon, key, name)
    button = Button(look, "", kind, icon, name=name)
    button.setAccessibleName(said)
    button.setToolTip(" ".join(one for one in (said, key) if one))
    return button


def _two_lines(look: Look, first: str, second: Label) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(0)
    lines.addStretch(1)
    lines.addWidget(Label(look, first, "strong", wrap=False))
    lines.addWidget(second)
    lines.addStretch(1)
    return lines
