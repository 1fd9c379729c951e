"""The page for a new client: the document first, and what it says of the age."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.client import DocumentKind
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.new_client import NewClient
from advisor_desk.ui.widgets import (
    Button,
    Card,
    Chip,
    ChoiceBox,
    DayEditor,
    Field,
    Label,
    LineEditor,
    SwitchChips,
)

LANGUAGES = ("zh_TW", "zh_CN", "en")


class NewClientView(QWidget):
    """``recorded`` carries the client; ``known`` one who stands in the book already."""

    recorded = Signal(str)
    known = Signal(str)

    def __init__(self, look: Look, presenter: NewClient, leave: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        words, size = look.words, look.theme.size
        self.setObjectName("clients.new_page")
        column = QVBoxLayout(self)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        column.setSpacing(size("m"))
        correcting = bool(presenter.client)
        title = "CLIENT_CORRECT_TITLE" if correcting else "CLIENT_NEW_TITLE"
        column.addWidget(Label(look, words.say(title), "title"))
        column.addWidget(Label(look, words.say("CLIENT_NEW_TEXT"), "body", "ink_2"))
        self._fields: dict[str, Field] = {}
        self._build_document(column)
        self._build_person(column)
        if correcting:
            reason = LineEditor(look, "client.reason", longest=200)
            reason.edited.connect(self._reason_typed)
            self._fields["reason"] = Field(look, words.say("CLIENT_CORRECT_REASON"), reason)
            column.addWidget(self._fields["reason"])
        column.addStretch(1)
        self._other = Label(look, "", "body", "stop")
        column.addWidget(self._other)
        column.addLayout(self._buttons(leave))
        self._show_errors()
        self._show_age()

    def first_focus(self) -> QWidget:
        """Return the number of the document."""
        return self._number

    def _build_document(self, column: QVBoxLayout) -> None:
        look, words, typed = self._look, self._look.words, self._presenter.typed
        card = Card(look, words.say("CLIENT_DOCUMENT"), "id")
        kinds = [(one.value, words.say(f"DOCUMENT_{one.name}")) for one in DocumentKind]
        self._kind = ChoiceBox(look, "client.document_kind", kinds)
        self._kind.show_choice(typed.kind)
        self._kind.chosen.connect(self._kind_chosen)
        self._number = LineEditor(look, "client.document", longest=32)
        self._number.set_text(typed.number)
        self._number.edited.connect(self._number_typed)
        self._born = DayEditor(look, "client.born")
        self._born.set_text(typed.born)
        self._born.edited.connect(self._born_typed)
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.size("m"))
        self._place(grid, 0, 0, "kind", "CLIENT_KIND", self._kind, "")
        self._place(grid, 0, 1, "document", "CLIENT_NUMBER", self._number, "CLIENT_NUMBER_HELP")
        self._place(grid, 0, 2, "born", "CLIENT_BORN", self._born, "CLIENT_BORN_HELP")
        grid.setColumnStretch(1, 2)
        for side in (0, 2):
            grid.setColumnStretch(side, 1)
        card.body.addLayout(grid)
        line = QHBoxLayout()
        self._on_card = Label(look, "", "caption", "ink_2")
        self._age = Chip(look, "")
        self._open_known = Button(look, words.say("CLIENT_OPEN_KNOWN"), name="client.open_known")
        self._open_known.clicked.connect(self._open_file)
        line.addWidget(self._age)
        line.addWidget(self._on_card, 1)
        line.addWidget(self._open_known)
        card.body.addLayout(line)
        column.addWidget(card)

    def _build_person(self, column: QVBoxLayout) -> None:
        look, words, typed = self._look, self._look.words, self._presenter.typed
        card = Card(look, words.say("CLIENT_PERSON"), "user")
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.size("m"))
        editors = (
            ("name", typed.name, 120, self._name_typed),
            ("phone", typed.phone, 24, self._phone_typed),
            ("account_tail", typed.account, 8, self._account_typed),
        )
        for side, (name, text, longest, slot) in enumerate(editors):
            editor = LineEditor(look, f"client.{name}", longest=longest)
            editor.set_text(text)
            editor.edited.connect(slot)
            code = name.upper()
            self._place(grid, 0, side, name, f"CLIENT_{code}", editor, f"CLIENT_{code}_HELP")
            grid.setColumnStretch(side, 1)
        card.body.addLayout(grid)
        card.body.addWidget(Label(look, words.say("CLIENT_LANGUAGE"), "strong"))
        choices = [(one, words.say(f"LANGUAGE_{one}")) for one in LANGUAGES]
        self._language = SwitchChips(look, choices, "client.language")
        self._language.show_choice(typed.language)
        self._language.chosen.connect(self._language_chosen)
        card.body.addWidget(self._language)
        column.addWidget(card)

    def _place(
        self,
        grid: QGridLayout,
        row: int,
        side: int,
        name: str,
        label: str,
        editor: QWidget,
        hint: str,
    ) -> None:
        words = self._look.words
        made = Field(self._look, words.say(label), editor, words.say(hint) if hint else "")
        self._fields[name] = made
        grid.addWidget(made, row, side)

    def _buttons(self, leave: Callable[[], None]) -> QHBoxLayout:
        words = self._look.words
        row = QHBoxLayout()
        back = Button(
            self._look, words.say("NAV_BACK"), icon="arrow-left", key="Esc", name="client.leave"
        )
        back.clicked.connect(leave)
        row.addWidget(back)
        row.addStretch(1)
        keep = Button(
            self._look,
            words.say("CLIENT_RECORD"),
            "primary",
            key="Ctrl+Enter",
            name="client.record",
        )
        keep.clicked.connect(self.record)
        row.addWidget(keep)
        return row

    def record(self) -> None:
        """Record what stands there."""
        client = self._presenter.record(self._look.words)
        self._show_errors()
        if client is not None:
            self.recorded.emit(client)

    def _show_errors(self) -> None:
        errors = self._presenter.typed.errors
        for name, made in self._fields.items():
            made.set_error(errors.get(name, ""))
        left = [text for name, text in errors.items() if name not in self._fields]
        self._other.say(" ".join(left))
        self._open_known.setVisible(bool(self._presenter.typed.known))

    def _show_age(self) -> None:
        words = self._look.words
        tone, text = self._presenter.age_class(words)
        self._age.setVisible(bool(text))
        if text:
            self._age.show_chip(text, tone, "shield-half" if tone == "warn" else "circle-check")
        born = self._presenter.born_on_document()
        self._on_card.say(words.say("CLIENT_BORN_ON_CARD", day=words.day(born)) if born else "")

    def _open_file(self) -> None:
        self.known.emit(self._presenter.typed.known)

    def _kind_chosen(self, kind: str) -> None:
        self._presenter.typed.kind = kind
        self._show_age()

    def _number_typed(self, text: str) -> None:
        self._presenter.typed.number = text
        self._show_age()

    def _born_typed(self, text: str) -> None:
        self._presenter.typed.born = text
        self._show_age()

    def _name_typed(self, text: str) -> None:
        self._presenter.typed.name = text

    def _phone_typed(self, text: str) -> None:
        self._presenter.typed.phone = text

    def _account_typed(self, text: str) -> None:
        self._presenter.typed.account = text

    def _language_chosen(self, language: str) -> None:
        self._presenter.typed.language = language

    def _reason_typed(self, text: str) -> None:
        self._presenter.reason = text
