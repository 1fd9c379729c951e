"""Enrolling a visiting officer: the administrator at the desk, and a head who signs in beside.

Nothing typed here is kept before it is enrolled: a password stands in it.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.domain.trouble import Trouble
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.services.desk import Desk
from advisor_desk.services.visiting import Visitors, Vouching
from advisor_desk.ui.look import Look
from advisor_desk.ui.tasks import Tasks
from advisor_desk.ui.widgets import Button, Card, ChoiceBox, DayEditor, Field, Label, LineEditor
from advisor_desk.ui.widgets.colleague_fields import password_editor

RANKS = (Role.branch_retail_head, Role.branch_head, Role.head_office_retail)
A_ROW = 3


class VisitorsCard(Card):
    """``say`` tells the banner how it ended."""

    def __init__(
        self, look: Look, desk: Desk, tasks: Tasks, say: Callable[[str, str, str], None]
    ) -> None:
        words = look.words
        super().__init__(look, words.say("VISITOR_TITLE"), "user-plus")
        self._look = look
        self._desk = desk
        self._tasks = tasks
        self._say = say
        self._number = LineEditor(look, "visitor.staff_no", longest=16)
        self._name = LineEditor(look, "visitor.name", longest=100)
        ranks = [(one.name, words.role(one)) for one in RANKS]
        self._rank = ChoiceBox(look, "visitor.rank", ranks)
        self._post = LineEditor(look, "visitor.post", longest=100)
        self._first = DayEditor(look, "visitor.from")
        self._last = DayEditor(look, "visitor.until")
        self._password = password_editor(look, "visitor.password")
        self._second = LineEditor(look, "visitor.second", longest=16)
        self._second_password = password_editor(look, "visitor.second_password")
        self._button = Button(
            look, words.say("VISITOR_ENROL"), "primary", "user-check", name="visitor.enrol"
        )
        self._button.clicked.connect(self._enrol)
        self.body.addWidget(Label(look, words.say("VISITOR_TEXT"), "body", "ink_2"))
        self.body.addLayout(self._grid())

    def _grid(self) -> QGridLayout:
        fields: tuple[tuple[str, QWidget], ...] = (
            ("VISITOR_NUMBER", self._number),
            ("VISITOR_NAME", self._name),
            ("VISITOR_RANK", self._rank),
            ("VISITOR_POST", self._post),
            ("VISITOR_FROM", self._first),
            ("VISITOR_UNTIL", self._last),
            ("VISITOR_PASSWORD", self._password),
            ("VISITOR_SECOND", self._second),
            ("VISITOR_SECOND_PASSWORD", self._second_password),
        )
        grid = QGridLayout()
        grid.setSpacing(self._look.theme.size("s"))
        for place, (code, editor) in enumerate(fields):
            field = Field(self._look, self._look.words.say(code), editor)
            grid.addWidget(field, place // A_ROW, place % A_ROW)
        grid.addWidget(self._button, len(fields) // A_ROW, A_ROW - 1)
        return grid

    def _enrol(self) -> None:
        if self._tasks.busy:
            return
        officer, password = self._officer(), self._password.text()
        second = Vouching(self._second.text(), self._second_password.text())
        for secret in (self._password, self._second_password):
            secret.clear()
        self._button.setEnabled(False)
        visitors = Visitors(self._desk)
        self._tasks.run(
            lambda: visitors.enrol(officer, password, second), self._enrolled, self._refused
        )

    def _officer(self) -> StaffMember:
        role = Role[self._rank.choice()]
        return StaffMember(
            staff_no=self._number.text().strip(),
            name=self._name.text(),
            role=role,
            post=self._post.text().strip() or self._look.words.role(role),
            certificate=None,
            serves_from=day_as_typed(self._first.text()),
            serves_until=day_as_typed(self._last.text()),
        )

    def _enrolled(self, officer: StaffMember) -> None:
        self._button.setEnabled(True)
        for one in (self._number, self._name, self._post, self._first, self._last, self._second):
            one.set_text("")
        words, first, last = self._look.words, officer.serves_from, officer.serves_until
        if first is not None and last is not None:
            days = {"first": words.day(first), "last": words.day(last)}
            self._say("ok", words.say("VISITOR_ENROLLED", name=officer.name, **days), "")

    def _refused(self, trouble: Trouble) -> None:
        self._button.setEnabled(True)
        self._say("stop", self._look.words.trouble(trouble), "")
