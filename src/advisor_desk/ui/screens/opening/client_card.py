"""The client's card: typed from the original document, then one line that says it was checked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.opening.document_fields import DocumentFields
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter
from advisor_desk.ui.widgets import Button, Card, Chip, Label, ReasonRow, TickBox

YES = "yes"


class ClientCard(Card):
    """Name and number are typed, seen by eye, and compared with the record."""

    def __init__(self, look: Look, presenter: OpeningPresenter) -> None:
        words = look.words
        self._chip = Chip(look, words.say("OPENING_NOT_CHECKED"), "plain")
        super().__init__(look, words.say("OPENING_CLIENT"), "id", self._chip)
        self._look = look
        self._presenter = presenter
        self._corrected = ReasonRow(look, "duty", words.say("OPENING_CORRECTED"), "S22")
        self._form = QWidget()
        self._fields = DocumentFields(look, presenter.client_form, "opening.client")
        self._seen = TickBox(look, words.say("OPENING_SEEN"), "opening.client.seen")
        self._seen_error = Label(look, "", "caption", "stop", wrap=False)
        self._check = Button(
            look, words.say("OPENING_CHECK"), icon="check", name="opening.client.check"
        )
        self._build_form()
        self._done = QWidget()
        self._line = Label(look, "", "lead")
        self._again = Button(
            look, words.say("OPENING_CHECK_AGAIN"), kind="quiet", name="opening.client.again"
        )
        self._build_done()
        self.body.addWidget(self._corrected)
        self.body.addWidget(self._form)
        self.body.addWidget(self._done)
        self._seen.ticked.connect(self._keep_seen)
        self._check.clicked.connect(self._identify)
        self._again.clicked.connect(presenter.check_again)

    @property
    def first(self) -> QWidget | None:
        """Return what is typed first; None where everything is checked."""
        return None if self._presenter.is_identified else self._fields.name

    def show_state(self) -> None:
        """Show form or line."""
        presenter, words = self._presenter, self._look.words
        is_done = presenter.is_identified
        had_focus = self._check.hasFocus() or self._seen.hasFocus()
        self._corrected.setVisible(presenter.is_corrected())
        self._form.setVisible(not is_done)
        self._done.setVisible(is_done)
        if is_done:
            self._chip.show_chip(words.say("OPENING_CHECKED"), "ok", "circle-check")
            name = presenter.interview.client.name
            self._line.say(words.say("OPENING_PERSON", name=name, document=presenter.client_line()))
            if had_focus:
                self._again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._chip.show_chip(words.say("OPENING_NOT_CHECKED"), "plain")
        self._fields.show_fields(presenter.kind())
        form = presenter.client_form
        self._seen.setChecked(form.typed.of("seen") == YES)
        self._seen_error.say(form.errors.of("seen"))

    def _build_form(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.theme.size("xs"))
        column.addWidget(self._fields)
        row = QHBoxLayout()
        row.setSpacing(self._look.theme.size("m"))
        row.addWidget(self._seen)
        row.addWidget(self._seen_error)
        row.addStretch(1)
        row.addWidget(self._check)
        column.addLayout(row)

    def _build_done(self) -> None:
        row = QHBoxLayout(self._done)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line, 1)
        row.addWidget(self._again)

    def _keep_seen(self, is_seen: bool) -> None:
        self._presenter.client_form.typed.keep(seen=YES if is_seen else "")

    def _identify(self) -> None:
        fields = self._fields
        self._presenter.identify_client(
            fields.name.text(),
            fields.kind.choice(),
            fields.number.text(),
            seen=self._seen.isChecked(),
        )
