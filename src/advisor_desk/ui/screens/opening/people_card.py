"""The others in the room: a short list, and the form that adds somebody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.client import DocumentKind
from advisor_desk.domain.interview import PartyRole
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.opening.document_fields import DocumentFields
from advisor_desk.ui.screens.opening.people import OtherPeople
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter
from advisor_desk.ui.widgets import (
    Button,
    Card,
    Label,
    SwitchChips,
    clear,
)


class PeopleCard(Card):
    """Who else is here; each can be taken away again."""

    def __init__(self, look: Look, presenter: OpeningPresenter) -> None:
        words = look.words
        self._add = Button(
            look, words.say("OPENING_ADD"), kind="quiet", icon="user-plus", name="opening.add",
            small=True,
        )  # fmt: skip
        super().__init__(look, words.say("OPENING_OTHERS"), "users", self._add)
        self._look = look
        self._presenter = presenter
        self._rows: tuple[object, ...] | None = None
        self._list = QVBoxLayout()
        self._list.setSpacing(look.theme.size("xs"))
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self._add.clicked.connect(self._begin)

    def show_state(self) -> None:
        """Show the list; rows are made anew only when somebody came or went."""
        rows = self._presenter.people.rows()
        self._add.setEnabled(bool(self._presenter.people.roles_free()))
        if rows == self._rows:
            return
        self._rows = rows
        had_focus = self.isAncestorOf(self.focusWidget() or self._add)
        clear(self._list)
        words = self._look.words
        if not rows:
            self._list.addWidget(Label(self._look, words.say("OPENING_NOBODY"), "body", "ink_2"))
        for one in rows:
            self._list.addWidget(self._row(one.role, one.name, one.document))
        if had_focus:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, role: PartyRole, name: str, document: str) -> QWidget:
        look, words = self._look, self._look.words
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        title = words.say(
            "OPENING_PERSON", name=name, document=words.say(f"PAPER_ROLE_{role.value}")
        )
        lines.addWidget(Label(look, title))
        lines.addWidget(Label(look, document, "caption", "ink_2"))
        line.addLayout(lines, 1)
        remove = Button(
            look, words.say("OPENING_REMOVE"), kind="quiet", small=True,
            name=f"opening.remove.{role.value}",
        )  # fmt: skip
        remove.setAccessibleName(words.say("OPENING_REMOVE_NAMED", name=name))
        remove.setProperty("party", role.value)
        remove.clicked.connect(self._remove)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _begin(self) -> None:
        self._presenter.people.begin(self._presenter.people.roles_free()[0].value)

    def _remove(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            self._presenter.people.remove(PartyRole(str(pressed.property("party"))))


class PersonForm(Card):
    """Who comes along, as what, with which paper."""

    def __init__(self, look: Look, presenter: OpeningPresenter) -> None:
        words = look.words
        free = [
            (role.value, words.say(f"PAPER_ROLE_{role.value}"))
            for role in presenter.people.roles_free()
        ]
        self._roles = SwitchChips(look, free, "opening.person.role")
        super().__init__(look, words.say("OPENING_ADD_TITLE"), "user-plus", self._roles)
        self._look = look
        self._people: OtherPeople = presenter.people
        self._roles.chosen.connect(self._people.begin)
        self._fields = DocumentFields(look, self._people, "opening.person")
        self._hint = Label(look, words.say("OPENING_DOCUMENT_OPTIONAL"), "caption", "ink_2")
        self._build()

    @property
    def first(self) -> QWidget:
        """Return what is typed first."""
        return self._fields.name

    def show_state(self) -> None:
        """Show what was typed so far."""
        people = self._people
        role = people.adding
        if role is None:
            return
        typed = people.typed
        self._roles.show_choice(role.value)
        self._fields.show_fields(typed.of("kind") or DocumentKind.resident_id.value)

    def _build(self) -> None:
        look, words, size = self._look, self._look.words, self._look.theme.size
        add = Button(look, words.say("OPENING_ADD_DONE"), icon="check", name="opening.person.add")
        add.clicked.connect(self._add)
        leave = Button(
            look, words.say("OPENING_ADD_NOT"), kind="quiet", name="opening.person.leave"
        )
        leave.clicked.connect(self._people.give_up)
        foot = QHBoxLayout()
        foot.setSpacing(size("s"))
        foot.addWidget(self._hint, 1)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(add)
        self.body.addWidget(self._fields)
        self.body.addLayout(foot)

    def _add(self) -> None:
        fields = self._fields
        self._people.add(fields.name.text(), fields.kind.choice(), fields.number.text())
