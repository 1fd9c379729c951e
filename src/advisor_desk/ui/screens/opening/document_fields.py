"""Name, kind and number of a document, side by side, as they are typed from the original."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.domain.client import DocumentKind
from advisor_desk.domain.text import LONGEST_NAME
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.opening.identifying import Identifying
from advisor_desk.ui.widgets import ChoiceBox, Field, LineEditor

LONGEST_NUMBER = 40


class DocumentFields(QWidget):
    """Three fields of a form; what is typed is kept as a draft."""

    def __init__(self, look: Look, form: Identifying, name: str) -> None:
        super().__init__()
        words = look.words
        self._form = form
        self.name = LineEditor(look, f"{name}.name", longest=LONGEST_NAME)
        kinds = [(kind.value, words.say(f"OPENING_DOCUMENT_{kind.value}")) for kind in DocumentKind]
        self.kind = ChoiceBox(look, f"{name}.kind", kinds)
        self.number = LineEditor(look, f"{name}.number", longest=LONGEST_NUMBER)
        self._name_field = Field(look, words.say("OPENING_NAME"), self.name)
        self._kind_field = Field(look, words.say("OPENING_KIND"), self.kind)
        self._number_field = Field(look, words.say("OPENING_NUMBER"), self.number)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.size("m"))
        row.addWidget(self._name_field, 4)
        row.addWidget(self._kind_field, 5)
        row.addWidget(self._number_field, 6)
        self.name.finished.connect(self._keep_name)
        self.number.finished.connect(self._keep_number)
        self.kind.chosen.connect(self._keep_kind)

    def show_fields(self, kind: str) -> None:
        """Show what was typed so far and what is wrong with it."""
        typed, errors = self._form.typed, self._form.errors
        for editor, field in ((self.name, "name"), (self.number, "number")):
            if not editor.hasFocus():
                editor.set_text(typed.of(field))
        self.kind.show_choice(kind)
        self._name_field.set_error(errors.of("name"))
        self._number_field.set_error(errors.of("document"))

    def _keep_name(self, text: str) -> None:
        self._form.typed.keep(name=text)

    def _keep_number(self, text: str) -> None:
        self._form.typed.keep(number=text)

    def _keep_kind(self, kind: str) -> None:
        self._form.typed.keep(kind=kind)
