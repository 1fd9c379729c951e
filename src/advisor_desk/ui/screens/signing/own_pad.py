"""The signature of adviser or witness on the adviser's screen, box after box."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.interview import Mark
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.signing.presenter import SigningPresenter
from advisor_desk.ui.widgets import Button, Label
from advisor_desk.ui.widgets.ink_pad import InkPad
from advisor_desk.ui.widgets.page_glimpse import PageGlimpse


class OwnPad(QWidget):
    """Pad, again, done."""

    def __init__(self, look: Look, presenter: SigningPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        words, size = look.words, look.theme.size
        self._count = Label(look, "", "body", "ink_2")
        self._error = Label(look, "", "body", "stop")
        self._glimpse = PageGlimpse(look)
        self._ink = InkPad(look, "signing.pad")
        self._again = Button(
            look, words.say("SIGNING_AGAIN"), icon="arrow-back-up", name="signing.again"
        )
        self._again.clicked.connect(self._ink.clear)
        self._done = Button(look, words.say("SIGNING_DONE"), icon="check", name="signing.done")
        self._done.clicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(size("l"), size("l"), size("l"), size("l"))
        column.setSpacing(size("m"))
        head = QHBoxLayout()
        lines = QVBoxLayout()
        lines.setSpacing(size("xs"))
        self._whose = Label(look, "", "section")
        lines.addWidget(self._whose)
        lines.addWidget(self._count)
        lines.addWidget(self._error)
        lines.addStretch(1)
        head.addLayout(lines, 1)
        head.addWidget(self._glimpse)
        column.addLayout(head)
        column.addWidget(self._ink, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._again)
        row.addWidget(self._done)
        column.addLayout(row)

    def show_state(self) -> None:
        """Take the box that is signed now."""
        presenter, words = self._presenter, self._look.words
        box = presenter.writing.box()
        if box is None:
            return
        name = presenter.witness_name()
        by_witness = box.mark is Mark.witness_signature
        own = words.say("SIGNING_OWN_HAND")
        self._whose.say(words.say("SIGNING_WITNESS_HAND", name=name) if by_witness else own)
        now, count = presenter.writing.count()
        where = presenter.forms.where(box, words)
        self._count.say(words.say("SIGNING_NTH", number=now, count=count, where=where))
        refused = presenter.writing.is_empty_refused
        self._error.say(words.say("SIGNING_EMPTY") if refused else "")
        label = presenter.forms.label(box, words)
        self._ink.set_box(box.name, f"{where} {label}", presenter.forms.shape(box))
        self._glimpse.show_box(presenter.forms.papers(words), box)

    def _take(self) -> None:
        self._presenter.writing.done(self._ink.strokes())
