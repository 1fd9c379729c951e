"""Printing a copy of the material that is open: for what, and where. Clauses: S38, S67."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.material_events import MaterialCopyPrinted
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.printing import TO_FILE
from advisor_desk.ui.look import Look
from advisor_desk.ui.materials.presenter import MaterialsPresenter
from advisor_desk.ui.tasks import Tasks
from advisor_desk.ui.widgets import Button, ChoiceBox, Field, Label, LineEditor

LONGEST_REASON = 200


class CopyForm(QWidget):
    """A quiet button; pressed, the reason and the printer. Works on the helper thread."""

    def __init__(
        self, look: Look, presenter: MaterialsPresenter, services: Interviews, tasks: Tasks
    ) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._services = services
        self._tasks = tasks
        self._names: tuple[str, ...] | None = None
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        self._ask = Button(
            look, words.say("MATERIALS_COPY"), icon="printer", name="material.copy", small=True
        )
        self._ask.clicked.connect(self._open)
        row = QHBoxLayout()
        row.addWidget(self._ask)
        self._said = Label(look, "", "body", "ink_2")
        self._said.setObjectName("material.copy.said")
        row.addWidget(self._said, 1)
        column.addLayout(row)
        self._form = self._made_form()
        self._form.hide()
        column.addWidget(self._form)

    def show_state(self) -> None:
        """Offer a copy of what is open; of anything else nothing."""
        self.setVisible(self._presenter.pages is not None)
        self._leave()
        self._said.say("")

    def _made_form(self) -> QWidget:
        look, words = self._look, self._look.words
        form = QWidget()
        row = QHBoxLayout(form)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.size("s"))
        self._reason = LineEditor(look, "material.copy.reason", longest=LONGEST_REASON)
        self._reason_field = Field(look, words.say("MATERIALS_COPY_REASON"), self._reason)
        row.addWidget(self._reason_field, 2)
        self._where = ChoiceBox(look, "material.copy.where", ())
        row.addWidget(Field(look, words.say("PRINTING_WHERE"), self._where), 1)
        self._now = Button(look, words.say("PRINTING_PRINT"), name="material.copy.now")
        self._now.clicked.connect(self._print)
        row.addWidget(self._now)
        return form

    def _open(self) -> None:
        self._ask.hide()
        self._form.show()
        self._reason_field.set_error("")
        self._said.say("")
        self._reason.setFocus()
        if self._names is None and not self._tasks.busy:
            self._tasks.run(self._find, self._found, self._failed)

    def _leave(self) -> None:
        self._form.hide()
        self._ask.show()

    def _find(self) -> tuple[str, ...]:
        printing = self._services.printing
        return printing.queues() + ((TO_FILE,) if printing.may_print_to_file else ())

    def _found(self, names: tuple[str, ...]) -> None:
        self._names = names
        to_file = self._look.words.say("PRINTING_TO_FILE")
        for name in names:
            self._where.addItem(to_file if name == TO_FILE else name, name)
        self._now.setEnabled(bool(names))
        if not names:
            self._said.say(self._look.words.say("PRINTING_NO_PRINTER"))

    def _print(self) -> None:
        if self._tasks.busy:
            return
        product, language = self._presenter.chosen, self._presenter.language
        to, reason, copies = self._where.choice(), self._reason.text(), self._services
        self._said.say(self._look.words.say("PRINTING_WORKING"))
        self._reason_field.set_error("")
        self._tasks.run(
            lambda: copies.material_copies.print_copy(product, language, to=to, reason=reason),
            self._printed,
            self._failed,
        )

    def _printed(self, done: MaterialCopyPrinted) -> None:
        code = "MATERIALS_COPY_OUT" if done.came_out else "MATERIALS_COPY_NOT_OUT"
        self._reason.set_text("")
        self._leave()
        self._ask.setFocus()
        self._said.say(self._look.words.say(code, number=done.number))

    def _failed(self, trouble: Trouble) -> None:
        words = self._look.words
        if trouble.facts.get("field") == "reason":
            named = words.say("MATERIALS_COPY_REASON")
            self._reason_field.set_error(words.trouble(trouble, field=named))
            self._said.say("")
        else:
            self._said.say(words.trouble(trouble))
