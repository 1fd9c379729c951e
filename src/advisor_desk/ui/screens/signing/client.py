"""The client's page of signing: what to write now and where, on the screen or on paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.interview import Mark
from advisor_desk.domain.languages import Language
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.plain_page import PlainPage
from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.set_of_forms import BoxToWrite
from advisor_desk.ui.screens.signing.presenter import Phase, SigningPresenter
from advisor_desk.ui.screens.signing.stop_page import StopQuestion
from advisor_desk.ui.theme import theme
from advisor_desk.ui.widgets import Button, Label
from advisor_desk.ui.widgets.ink_pad import InkPad
from advisor_desk.ui.widgets.page_glimpse import PageGlimpse

STOP_WIDTH, AGAIN_WIDTH, DONE_WIDTH = 304, 192, 302


class SigningClientPage(ClientPage[SigningPresenter]):
    """Pad or paper, with *stop* always at the far left."""

    def __init__(self, look: Look, presenter: SigningPresenter) -> None:
        super().__init__(look, presenter)
        self._title = Label(look, "", "client_question")
        self._count = Label(look, "", "client_body", "ink_2")
        self._where = Label(look, "", "client_body", "ink_2")
        self._model = Label(look, "", "client_lead")
        # The sentence is in Simplified characters; so are its commas.
        plain = theme(look.theme.name, look.theme.scale, Language.zh_CN)
        self._model.setFont(plain.font("client_lead"))
        self._glimpse = PageGlimpse(look)
        self._ink = InkPad(look, "client.pad")
        self._ink.changed.connect(self._show_buttons)
        self._stop = self._button("SIGNING_CLIENT_STOP", "client", "hand-stop", "client.stop")
        self._stop.clicked.connect(self._ask_to_stop)
        self._again = self._button("SIGNING_AGAIN", "client", "arrow-back-up", "client.again")
        self._again.clicked.connect(self._ink.clear)
        self._done = self._button("SIGNING_DONE", "client_primary", "check", "client.done")
        self._done.clicked.connect(self._take)
        self._plain = {
            phase: PlainPage(look, *(look.words.say(code) for code in codes))
            for phase, codes in _PLAIN.items()
        }
        self._question = StopQuestion(look, presenter)
        self._writing = self._built()
        self._stack = QStackedWidget()
        for page in (self._writing, self._question, *self._plain.values()):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)

    def header(self) -> str:
        """Return what is signed for: product and amount."""
        return self.presenter.about()

    def first_focus(self) -> QWidget | None:
        """Return the pad."""
        return self._ink if self._ink.isVisibleTo(self) else None

    def show_state(self) -> None:
        """Show what is to be written now."""
        presenter, phase = self.presenter, self.presenter.phase()
        if presenter.is_stopping and presenter.may_stop():
            self._stack.setCurrentWidget(self._question)
            return
        page = self._plain.get(phase, self._writing)
        self._stack.setCurrentWidget(page)
        if page is self._writing:
            box = presenter.writing.box()
            if box is not None:
                self._show_box(box)

    def _show_box(self, box: BoxToWrite) -> None:
        presenter, words = self.presenter, self.look.words
        on_paper = presenter.is_on_paper
        mark = box.mark.name.upper()
        self._title.say(words.say(f"SIGNING_CLIENT_{'PAPER' if on_paper else 'SCREEN'}_{mark}"))
        where = presenter.where(box.mark, words) if on_paper else presenter.forms.where(box, words)
        label = presenter.forms.label(box, words)
        now, count = presenter.writing.count()
        self._count.say(
            "" if on_paper else words.say(f"SIGNING_NTH_{mark}", number=now, count=count)
        )
        self._where.say(words.say("SIGNING_CLIENT_WHERE", where=where))
        self._model.say(self._model_text(box))
        self._model.setVisible(bool(self._model.text()))
        self._glimpse.show_box(presenter.forms.papers(words), box)
        for widget in (self._ink, self._again, self._done):
            widget.setVisible(not on_paper)
        self._ink.set_box(box.name, label, presenter.forms.shape(box))
        self._show_buttons()

    def _model_text(self, box: BoxToWrite) -> str:
        words, presenter = self.look.words, self.presenter
        if box.mark is Mark.statement_copied:
            return words.say("SIGNING_CLIENT_SENTENCE", sentence=presenter.forms.statement())
        if box.mark is Mark.grade_written:
            return words.say("SIGNING_CLIENT_GRADE", grade=presenter.grade())
        if box.mark is Mark.declaration_signature:
            return words.say("SIGNING_CLIENT_DECLARATION")
        return ""

    def _show_buttons(self) -> None:
        is_empty = self._ink.is_empty
        if is_empty and (self._again.hasFocus() or self._done.hasFocus()):
            self._ink.setFocus(Qt.FocusReason.OtherFocusReason)
        self._again.setEnabled(not is_empty)
        self._done.setEnabled(not is_empty)

    def _take(self) -> None:
        self.presenter.writing.done(self._ink.strokes())

    def _ask_to_stop(self) -> None:
        self.presenter.ask_to_stop(is_stopping=True)

    def _button(self, code: str, kind: str, icon: str, name: str) -> Button:
        return Button(self.look, self.look.words.say(code), kind, icon, name=name)

    def _built(self) -> QWidget:
        size = self.look.theme.size
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("m"))
        head = QHBoxLayout()
        head.setSpacing(size("l"))
        lines = QVBoxLayout()
        lines.setSpacing(size("xs"))
        for label in (self._title, self._count, self._where):
            lines.addWidget(label)
        lines.addStretch(1)
        head.addLayout(lines, 1)
        head.addWidget(self._glimpse, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._model)
        column.addWidget(self._ink, 100)
        column.addStretch(1)  # takes the room on paper, where there is no pad
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        for button, width in (
            (self._stop, STOP_WIDTH), (self._again, AGAIN_WIDTH), (self._done, DONE_WIDTH)
        ):  # fmt: skip
            button.setMinimumWidth(width)
            row.addWidget(button)
            if button is self._stop:
                row.addStretch(1)
        column.addLayout(row)
        return page


_PLAIN = {
    Phase.begin: ("SIGNING_CLIENT_SOON", "SIGNING_CLIENT_SOON_TEXT"),
    Phase.print: ("SIGNING_CLIENT_PRINTING", "SIGNING_CLIENT_PRINTING_TEXT"),
    Phase.adviser: ("SIGNING_CLIENT_ADVISER", "SIGNING_CLIENT_ADVISER_TEXT"),
    Phase.witness: ("SIGNING_CLIENT_WITNESS", "SIGNING_CLIENT_WITNESS_TEXT"),
    Phase.complete: ("SIGNING_CLIENT_ALL", "SIGNING_CLIENT_ALL_TEXT"),
    Phase.done: ("SIGNING_CLIENT_SIGNED", "SIGNING_CLIENT_SIGNED_TEXT"),
}
