"""The page for a new client: the document first, and what it says of the age."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.client import DocumentKind
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.clients.document_line import DocumentLine
from advisor_desk.ui.screens.clients.new_client import FIELDS, NewClient, Typed
from advisor_desk.ui.screens.clients.twins_page import TwinsPage
from advisor_desk.ui.widgets import (
    Button,
    Card,
    ChoiceBox,
    DayEditor,
    Field,
    Label,
    LineEditor,
    SwitchChips,
)
from advisor_desk.ui.widgets.leaving import Leaving
from advisor_desk.ui.widgets.scrolled import scrolled

LANGUAGES = ("zh_TW", "zh_CN", "en")


class NewClientForm(QWidget):
    """The fields. ``keep`` asks to record, ``known`` carries who stands in the book already."""

    keep = Signal()
    known = Signal(str)

    def __init__(self, look: Look, presenter: NewClient, leave: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        words, size = look.words, look.theme.size
        self._fields: dict[str, Field] = {}
        self._editors: dict[str, LineEditor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        column.setSpacing(size("m"))
        correcting = bool(presenter.client)
        lines = QVBoxLayout()
        lines.setSpacing(size("xs"))
        title = "CLIENT_CORRECT_TITLE" if correcting else "CLIENT_NEW_TITLE"
        lines.addWidget(Label(look, words.say(title), "title"))
        text = "CLIENT_CORRECT_TEXT" if correcting else "CLIENT_NEW_TEXT"
        lines.addWidget(Label(look, words.say(text), "body", "ink_2"))
        column.addLayout(lines)
        cards = QWidget()
        inside = QVBoxLayout(cards)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(size("m"))
        inside.addWidget(self._document_card())
        inside.addWidget(self._person_card())
        self._area = scrolled(cards)
        column.addWidget(self._area, 1)
        self._other = Label(look, "", "body", "stop")
        column.addWidget(self._other)
        column.addLayout(self._buttons(leave))
        self.show_state()

    def first_focus(self) -> QWidget:
        """Return the first field that is wrong, else the first that is empty, else the number."""
        wrong = self._presenter.errors(self._look.words)
        empty = [one for one in FIELDS if not self._presenter.typed.in_field(one)]
        for field in (*(one for one in FIELDS if one in wrong), *empty):
            if field in self._editors:
                return self._editors[field]
        return self._editors["document"]

    def begin(self) -> None:
        """Give the keyboard to what comes first, and scroll to it."""
        first = self.first_focus()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(first.parentWidget() or first)

    def show_state(self) -> None:
        """Show what is typed, what is wrong with it, and what the document says."""
        typed = self._presenter.typed
        for field, editor in self._editors.items():
            if not editor.hasFocus():
                editor.set_text(typed.in_field(field))
        self._kind.show_choice(typed.kind)
        self._language.show_choice(typed.language)
        errors = self._presenter.errors(self._look.words)
        for field, made in self._fields.items():
            made.set_error(errors.get(field, ""))
        self._other.say(" ".join(text for field, text in errors.items() if field not in FIELDS))
        self._show_document()

    def _document_card(self) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, words.say("CLIENT_DOCUMENT"), "id")
        kinds = [(one.value, words.say(f"DOCUMENT_{one.name}")) for one in DocumentKind]
        self._kind = ChoiceBox(look, "client.document_kind", kinds)
        self._kind.chosen.connect(self._kind_chosen)
        self._put_editor("document", LineEditor(look, "client.document", longest=32))
        self._put_editor("born", DayEditor(look, "client.born"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.size("m"))
        grid.addWidget(Field(look, words.say("CLIENT_KIND"), self._kind), 0, 0)
        grid.addWidget(self._field("document", "CLIENT_NUMBER", "CLIENT_NUMBER_HELP"), 0, 1)
        grid.addWidget(self._field("born", "CLIENT_BORN", "CLIENT_BORN_HELP"), 0, 2)
        for side, share in enumerate((2, 3, 2)):
            grid.setColumnStretch(side, share)
        card.body.addLayout(grid)
        self._line = DocumentLine(look, self._presenter)
        self._line.known.connect(self.known)
        card.body.addWidget(self._line)
        return card

    def _person_card(self) -> Card:
        look, words = self._look, self._look.words
        card = Card(look, words.say("CLIENT_PERSON"), "user")
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.size("m"))
        for side, (field, longest) in enumerate(
            (("name", 120), ("phone", 32), ("account_tail", 24))
        ):
            self._put_editor(field, LineEditor(look, f"client.{field}", longest=longest))
            code = f"CLIENT_{field.upper()}"
            grid.addWidget(self._field(field, code, f"{code}_HELP"), 0, side)
            grid.setColumnStretch(side, 1)
        card.body.addLayout(grid)
        choices = [(one, words.say(f"LANGUAGE_{one}")) for one in LANGUAGES]
        self._language = SwitchChips(look, choices, "client.language")
        self._language.chosen.connect(self._language_chosen)
        self._language.setMinimumHeight(look.theme.size("control"))
        last = QHBoxLayout()
        last.setSpacing(look.theme.size("l"))
        last.addWidget(Field(look, words.say("CLIENT_LANGUAGE"), self._language))
        if self._presenter.client:
            self._put_editor("reason", LineEditor(look, "client.reason", longest=200))
            last.addWidget(self._field("reason", "CLIENT_CORRECT_REASON"), 1)
        else:
            last.addStretch(1)
        card.body.addLayout(last)
        return card

    def _put_editor(self, field: str, editor: LineEditor) -> None:
        editor.edited.connect(self._typed)
        leaving = Leaving(editor)
        leaving.setObjectName(field)
        leaving.left.connect(self._left)
        self._editors[field] = editor

    def _field(self, field: str, label: str, hint: str = "") -> Field:
        words = self._look.words
        said = words.say(hint) if hint else ""
        self._fields[field] = Field(self._look, words.say(label), self._editors[field], said)
        return self._fields[field]

    def _buttons(self, leave: Callable[[], None]) -> QHBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        back = Button(
            look, words.say("NAV_BACK"), icon="arrow-left", key="Esc", name="client.leave"
        )
        back.clicked.connect(leave)
        row.addWidget(back)
        self._clear = Button(look, "", "quiet", name="client.clear")
        self._clear.clicked.connect(self._clear_or_put_back)
        if self._presenter.client:
            self._clear.hide()  # shown before it has a parent, it would be a window of its own
        row.addWidget(self._clear)
        row.addStretch(1)
        keep = Button(
            look, words.say("CLIENT_RECORD"), "primary", key="Ctrl+Enter", name="client.record"
        )
        keep.clicked.connect(self.keep)
        row.addWidget(keep)
        return row

    def _show_document(self) -> None:
        words, presenter = self._look.words, self._presenter
        self._line.show_state()
        code = "CLIENT_PUT_BACK" if presenter.may_put_back else "CLIENT_CLEAR"
        self._clear.setText(words.say(code))
        self._clear.setEnabled(presenter.may_put_back or not presenter.is_empty)

    def _typed(self) -> None:
        """Keep what stands there; what is wrong is said when a field is left."""
        texts = {field: editor.text() for field, editor in self._editors.items()}
        typed = self._presenter.typed
        self._presenter.typed = Typed(
            kind=typed.kind,
            number=texts["document"],
            born=texts["born"],
            name=texts["name"],
            phone=texts["phone"],
            account=texts["account_tail"],
            language=typed.language,
            reason=texts.get("reason", ""),
        )
        self._show_document()

    def _left(self) -> None:
        """Judge what was left, unless the whole window was: it may be closing."""
        leaving = self.sender()
        if leaving is not None and self.isActiveWindow():
            self._presenter.left(leaving.objectName())
            self.show_state()

    def _kind_chosen(self, kind: str) -> None:
        self._presenter.typed = replace(self._presenter.typed, kind=kind)
        self._presenter.left("document")
        self.show_state()

    def _language_chosen(self, language: str) -> None:
        self._presenter.typed = replace(self._presenter.typed, language=language)

    def _clear_or_put_back(self) -> None:
        if self._presenter.may_put_back:
            self._presenter.put_back()
        else:
            self._presenter.clear()
        self.show_state()


class NewClientView(QStackedWidget):
    """The fields, or the page that asks whether two are one.

    ``recorded`` carries the client; ``known`` one who stands in the book already.
    """

    recorded = Signal(str)
    known = Signal(str)

    def __init__(self, look: Look, presenter: NewClient, leave: Callable[[], None]) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._leave = leave
        self._twins: TwinsPage | None = None
        self.setObjectName("clients.new_page")
        self._form = NewClientForm(look, presenter, leave)
        self._form.keep.connect(self.record)
        self._form.known.connect(self.known)
        self.addWidget(self._form)
        for key, done in (("Ctrl+Return", self.record), ("Escape", self._back)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(done)
        self._show_twins()

    def first_focus(self) -> QWidget:
        """Return what to begin with on the page shown."""
        return (self._twins or self._form).first_focus()

    def record(self) -> None:
        """Record what stands there; two who may be one are shown side by side first."""
        if self._twins is None:
            self._record(is_another=False)

    def _record(self, *, is_another: bool) -> None:
        client = self._presenter.record(is_another=is_another)
        if client is not None:
            self.recorded.emit(client)
            return
        self._form.show_state()
        self._show_twins()
        if self._twins is None:
            self._form.begin()
        else:
            self._twins.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_twins(self) -> None:
        if self._twins is not None:
            self.removeWidget(self._twins)
            self._twins.deleteLater()
            self._twins = None
        if self._presenter.twins:
            self._twins = TwinsPage(self._look, self._presenter, self._back)
            self._twins.same.connect(self.known)
            self._twins.another.connect(self._is_another)
            self.addWidget(self._twins)
            self.setCurrentWidget(self._twins)

    def _is_another(self) -> None:
        self._record(is_another=True)

    def _back(self) -> None:
        if self._twins is None:
            self._leave()
            return
        self._presenter.twins = ()
        self._show_twins()
        self._form.begin()
