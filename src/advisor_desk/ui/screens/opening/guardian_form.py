"""The guardian from the original documents: who, by which right, and the copy of the paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from advisor_desk.domain.client import DocumentKind
from advisor_desk.domain.suitability import GuardianProof
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.ui.choose_file import AskForFile, ask_for_file
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.opening.document_fields import DocumentFields
from advisor_desk.ui.screens.opening.guardian import CopyKept, GuardianHere
from advisor_desk.ui.widgets import Button, Card, ChoiceBox, Field, Label, LineEditor, SwitchChips


class GuardianForm(Card):
    """``ask`` opens the window in which a file is chosen."""

    def __init__(self, look: Look, guardian: GuardianHere, ask: AskForFile = ask_for_file) -> None:
        words = look.words
        super().__init__(look, words.say("GUARDIAN_FORM_TITLE"), "user-plus")
        self._look = look
        self._guardian = guardian
        self._ask = ask
        self._fields = DocumentFields(look, guardian, "opening.guardian")
        proofs = [("", words.say("OPENING_PROOF_CHOOSE"))]
        proofs += [(one.value, words.say(f"OPENING_PROOF_{one.value}")) for one in GuardianProof]
        self._proof = ChoiceBox(look, "opening.guardian.proof", proofs)
        self._lines = {
            name: LineEditor(look, f"opening.guardian.{name}", longest=LONGEST_NAME)
            for name in ("relation", "proof_number", "copy_folder")
        }
        copies = [(one.value, words.say(f"GUARDIAN_COPY_IS_{one.value}")) for one in CopyKept]
        self._copy = SwitchChips(look, copies, "opening.guardian.copy")
        self._file = Button(
            look, words.say("GUARDIAN_CHOOSE_FILE"), icon="file-text", name="opening.guardian.file"
        )
        self._file_name = Label(look, "", "body", "ink_2")
        self._made = {
            "relation": Field(look, words.say("OPENING_RELATION"), self._lines["relation"]),
            "proof": Field(look, words.say("OPENING_PROOF"), self._proof),
            "proof_number": Field(
                look, words.say("GUARDIAN_PROOF_NUMBER"), self._lines["proof_number"]
            ),
            "copy": Field(look, words.say("GUARDIAN_COPY"), self._copy),
            "copy_folder": Field(look, words.say("GUARDIAN_FOLDER"), self._lines["copy_folder"]),
        }
        self._where = QStackedWidget()
        self._build()
        self._connect()

    @property
    def first(self) -> QWidget:
        """Return what is typed first."""
        return self._fields.name

    def show_state(self) -> None:
        """Show what was typed so far, and what is wrong with it."""
        guardian, typed, words = self._guardian, self._guardian.typed, self._look.words
        self._fields.show_fields(typed.of("kind") or DocumentKind.resident_id.value)
        for name, line in self._lines.items():
            if not line.hasFocus():
                line.set_text(typed.of(name))
        self._proof.show_choice(typed.of("proof"))
        copy = guardian.copy()
        self._copy.show_choice(copy.value)
        for one in CopyKept:
            self._copy.chip(one.value).setVisible(one in guardian.copies())
        self._where.setCurrentIndex(list(CopyKept).index(copy))
        self._file_name.say(guardian.file_name or words.say("GUARDIAN_FILE_NONE"))
        for name, field in self._made.items():
            field.set_error(guardian.errors.of(name))

    def _build(self) -> None:
        look, words, size = self._look, self._look.words, self._look.theme.size
        paper, copy = self._row(), self._row()
        for name, share in (("relation", 5), ("proof", 6), ("proof_number", 5)):
            paper.addWidget(self._made[name], share)
        chosen = QWidget()
        line = QHBoxLayout(chosen)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(size("s"))
        line.addWidget(self._file, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._file_name, 1, Qt.AlignmentFlag.AlignVCenter)
        known = Label(look, words.say("GUARDIAN_BEFORE_TEXT"), "body", "ink_2")
        for page in (chosen, self._made["copy_folder"], known):
            self._where.addWidget(page)
        copy.addWidget(self._made["copy"], 5)
        copy.addWidget(self._where, 7)
        foot = self._row()
        foot.addWidget(Label(look, words.say("GUARDIAN_FILE_HELP"), "caption", "ink_2"), 1)
        leave = Button(look, words.say("GUARDIAN_LEAVE"), "quiet", name="opening.guardian.leave")
        leave.clicked.connect(self._guardian.close)
        add = Button(look, words.say("GUARDIAN_ADD"), icon="check", name="opening.guardian.add")
        add.clicked.connect(self._add)
        foot.addWidget(leave)
        foot.addWidget(add)
        self.body.addWidget(self._fields)
        for row in (paper, copy, foot):
            self.body.addLayout(row)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.theme.size("m"))
        return row

    def _connect(self) -> None:
        self._proof.chosen.connect(self._keep_proof)
        self._copy.chosen.connect(self._guardian.choose_copy)
        self._file.clicked.connect(self._choose_file)
        for line in self._lines.values():
            line.finished.connect(self._keep_lines)

    def _keep_proof(self, proof: str) -> None:
        self._guardian.typed.keep(proof=proof)

    def _keep_lines(self) -> None:
        self._guardian.typed.keep(**{name: line.text() for name, line in self._lines.items()})

    def _choose_file(self) -> None:
        words = self._look.words
        kinds = words.say("GUARDIAN_FILE_KINDS")
        path = self._ask(self, words.say("GUARDIAN_CHOOSE_FILE"), kinds)
        if path:
            self._guardian.choose_file(path)

    def _add(self) -> None:
        fields, paper = self._fields, {name: line.text() for name, line in self._lines.items()}
        self._guardian.add(fields.name.text(), fields.kind.choice(), fields.number.text(), **paper)
