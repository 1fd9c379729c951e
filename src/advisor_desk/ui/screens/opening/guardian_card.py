"""The guardian's card: first on the page of a minor, with what is to be brought."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.opening.guardian import GuardianHere
from advisor_desk.ui.widgets import Button, Card, Chip, Label, clear


class GuardianCard(Card):
    """What is needed, or who is here; the form opens below."""

    def __init__(self, look: Look, guardian: GuardianHere) -> None:
        words = look.words
        self._chip = Chip(look, words.say("GUARDIAN_NOT_HERE"), "warn")
        super().__init__(look, words.say("GUARDIAN_TITLE"), "users", self._chip)
        self._look = look
        self._guardian = guardian
        self._lines = QVBoxLayout()
        self._lines.setSpacing(look.theme.size("xs"))
        self._go = Button(
            look, words.say("GUARDIAN_IDENTIFY"), icon="user-plus", name="opening.guardian.open"
        )
        self._go.clicked.connect(guardian.open)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("m"))
        row.addLayout(self._lines, 1)
        row.addWidget(self._go, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self._shown: object = None

    @property
    def first(self) -> QWidget:
        """Return the button that opens the form."""
        return self._go

    def show_state(self) -> None:
        """Show what is to be brought, or who was identified."""
        guardian, words = self._guardian, self._look.words
        said = guardian.lines()
        self._go.setText(words.say("GUARDIAN_AGAIN" if said else "GUARDIAN_IDENTIFY"))
        self._go.setVisible(not guardian.is_open)
        if said == self._shown:
            return
        self._shown = said
        if said:
            self._chip.show_chip(words.say("GUARDIAN_IS_HERE"), "ok", "circle-check")
        else:
            self._chip.show_chip(words.say("GUARDIAN_NOT_HERE"), "warn")
        clear(self._lines)
        for place, text in enumerate(said or (words.say("GUARDIAN_BRING"),)):
            kind = ("lead", "body")[bool(place)] if said else "body"
            self._lines.addWidget(Label(self._look, text, kind, "ink_2" if place else "ink"))
