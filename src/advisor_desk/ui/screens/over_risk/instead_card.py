"""What is offered in place of the wish: two on the client's page, and everything else that fits."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.keep_focus import focus_kept
from advisor_desk.ui.interview.product_words import in_short, name_of
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.over_risk.presenter import OverRiskPresenter
from advisor_desk.ui.screens.over_risk.wish_state import WishStep
from advisor_desk.ui.widgets import (
    Card,
    Field,
    Label,
    ReasonRow,
    RowButton,
    TextEditor,
    clear,
)
from advisor_desk.ui.widgets.scrolled import ScrollArea
from advisor_desk.ui.words import Wording

HIGH = 96  # of the list of what else fits


class InsteadCard(Card):
    """Press one of the list and the client sees it; what was said of each stands beside it."""

    def __init__(self, look: Look, presenter: OverRiskPresenter) -> None:
        super().__init__(look, look.words.say("WISH_INSTEAD"), "scale")
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        self._offered = QVBoxLayout()
        self._offered.setSpacing(look.theme.size("s"))
        self.body.addLayout(self._offered)
        self._else = Label(look, look.words.say("WISH_ELSE"), "strong")
        self.body.addWidget(self._else)
        self._list = ScrollArea()
        self._list.setFixedHeight(HIGH)
        self.body.addWidget(self._list)

    def first_focus(self) -> QWidget | None:
        """Return where the first answer is written down."""
        return self.findChild(TextEditor) or self.findChild(RowButton)

    def show_state(self) -> None:
        """Show what is offered now and what was declined."""
        presenter = self._presenter
        key = (presenter.offered(), presenter.declined(), presenter.client_step())
        if key == self._shown:
            return
        self._shown = key
        with focus_kept(self):
            self._fill()

    def _fill(self) -> None:
        presenter, look, words = self._presenter, self._look, self._look.words
        clear(self._offered)
        wish = presenter.wish()
        for gone in wish.declined if wish else ():
            said = words.say("WISH_DECLINED", name=gone.name, words=gone.words)
            self._offered.addWidget(ReasonRow(look, "ok", said, gone.risk.name))
        if presenter.client_step() is WishStep.too_few:
            self._offered.addWidget(ReasonRow(look, "stop", words.say("WISH_TOO_FEW"), "S59"))
        offered = presenter.offered()
        is_asked = presenter.client_step() is WishStep.others
        for one in offered:
            plain = Label(look, _title(one, words), "strong")
            self._offered.addWidget(self._field(one) if is_asked else plain)
        others = [
            one
            for one in presenter.fitting()
            if one not in offered and one.product.code not in presenter.declined()
        ]
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for one in others:
            row = RowButton(
                look,
                _title(one, words),
                in_short(one.product, words),
                name=f"wish.offer.{one.product.code}",
            )
            row.clicked.connect(self._offer)
            column.addWidget(row)
        column.addStretch(1)
        self._list.setWidget(inside)
        self._else.setVisible(bool(others))
        self._list.setVisible(bool(others))

    def _field(self, one: ShelfAnswer) -> Field:
        look, words = self._look, self._look.words
        editor = TextEditor(look, f"wish.said.{one.product.code}", longest=120)
        editor.set_text(self._presenter.said(one.product.code))
        editor.finished.connect(self._said)
        return Field(look, _title(one, words), editor, words.say("WISH_SAID_HELP"))

    def _said(self, text: str) -> None:
        editor = self.sender()
        assert isinstance(editor, TextEditor)  # noqa: S101 - connected to nothing else
        code = editor.editor.objectName().removeprefix("wish.said.")
        self._presenter.keep_said(code, text)

    def _offer(self) -> None:
        self._presenter.offer(self.sender().objectName().removeprefix("wish.offer."))


def _title(one: ShelfAnswer, words: Wording) -> str:
    return f"{one.product.risk.name}  {name_of(one, words)}"
