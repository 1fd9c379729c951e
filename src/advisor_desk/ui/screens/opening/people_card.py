"""The others in the room: a short list, and the form that adds somebody."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.client import DocumentKind
from advisor_desk.domain.interview import PartyRole
from advisor_desk.domain.suitability import GuardianProof
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.opening.document_fields import DocumentFields
from advisor_desk.ui.screens.opening.people import YES, OtherPeople
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter
from advisor_desk.ui.widgets import (
    Button,
    Card,
    ChoiceBox,
    Field,
    Label,
    LineEditor,
    SwitchChips,
    TickBox,
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
        self._add.setEnabled(bool(self._presenter.roles_free()))
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
        self._presenter.people.begin(self._presenter.roles_free()[0].value)

    def _remove(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, Button):
            self._presenter.people.remove(PartyRole(str(pressed.property("party"))))


class PersonForm(Card):
    """Who comes along, as what, with which paper; of a guardian also by what right."""

    def __init__(self, look: Look, presenter: OpeningPresenter) -> None:
        words = look.words
        free = [
            (role.value, words.say(f"PAPER_ROLE_{role.value}")) for role in presenter.roles_free()
        ]
        self._roles = SwitchChips(look, free, "opening.person.role")
        super().__init__(look, words.say("OPENING_ADD_TITLE"), "user-plus", self._roles)
        self._look = look
        self._people: OtherPeople = presenter.people
        self._roles.chosen.connect(self._people.begin)
        self._fields = DocumentFields(look, self._people, "opening.person")
        self._relation = LineEditor(look, "opening.person.relation", longest=LONGEST_NAME)
        proofs = [("", words.say("OPENING_PROOF_CHOOSE"))]
        proofs += [(one.value, words.say(f"OPENING_PROOF_{one.value}")) for one in GuardianProof]
        self._proof = ChoiceBox(look, "opening.person.proof", proofs)
        self._copied = TickBox(look, words.say("OPENING_COPIED"), "opening.person.copied")
        self._relation_field = Field(look, words.say("OPENING_RELATION"), self._relation)
        self._proof_field = Field(look, words.say("OPENING_PROOF"), self._proof)
        self._guardian = QWidget()
        self._hint = Label(look, words.say("OPENING_DOCUMENT_OPTIONAL"), "caption", "ink_2")
        self._build()
        self._relation.finished.connect(self._keep_relation)
        self._proof.chosen.connect(self._keep_proof)
        self._copied.ticked.connect(self._keep_copied)

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
        is_guardian = role is PartyRole.guardian
        self._guardian.setVisible(is_guardian)
        self._hint.setVisible(not is_guardian)
        if not self._relation.hasFocus():
            self._relation.set_text(typed.of("relation"))
        self._proof.show_choice(typed.of("proof"))
        self._copied.setChecked(typed.of("copied") == YES)
        self._relation_field.set_error(people.errors.of("relation"))
        self._proof_field.set_error(people.errors.of("proof"))

    def _build(self) -> None:
        look, words, size = self._look, self._look.words, self._look.theme.size
        guardian = QHBoxLayout(self._guardian)
        guardian.setContentsMargins(0, 0, 0, 0)
        guardian.setSpacing(size("m"))
        guardian.addWidget(self._relation_field, 3)
        guardian.addWidget(self._proof_field, 4)
        guardian.addWidget(self._copied, 4)
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
        self.body.addWidget(self._guardian)
        self.body.addLayout(foot)

    def _keep_relation(self, text: str) -> None:
        self._people.typed.keep(relation=text)

    def _keep_proof(self, proof: str) -> None:
        self._people.typed.keep(proof=proof)

    def _keep_copied(self, is_copied: bool) -> None:
        self._people.typed.keep(copied=YES if is_copied else "")

    def _add(self) -> None:
        fields = self._fields
        relation = self._relation.text()
        self._people.add(fields.name.text(), fields.kind.choice(), fields.number.text(), relation)
