"""Two others that fit, each with what it is: this one instead, or not this one. Clause: S59."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.product_words import in_short
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.over_risk.presenter import OverRiskPresenter
from advisor_desk.ui.screens.over_risk.side import Side
from advisor_desk.ui.widgets import Button, Label, clear

NO, YES = "wish.no.", "wish.take."


class OthersPage(QWidget):
    """What was declined is gone from the page; when none is left the next page comes."""

    def __init__(self, look: Look, presenter: OverRiskPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        self._title = Label(look, "", "client_question")
        self._text = Label(look, "", "client_body", "ink_2")
        column.addWidget(self._title)
        column.addWidget(self._text)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(look.theme.size("l"))
        column.addLayout(self._sides, 1)

    def first_focus(self) -> QWidget:
        """Return the button that takes the first of the two."""
        found = [one for one in self.findChildren(Button) if one.objectName().startswith(YES)]
        return next((one for one in found if not one.isHidden()), self)

    def show_state(self) -> None:
        """Show those that are offered and not declined."""
        offered = self._presenter.offered()
        if offered == self._shown:
            return
        self._shown = offered
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        count, words = len(offered), self._look.words
        self._title.say(words.say("WISH_OTHERS_TITLE", count=count))
        self._text.say(words.say("WISH_OTHERS_TEXT", count=count))
        clear(self._sides)
        for one in offered:
            self._sides.addWidget(self._side(one), 1)
        if had_focus and self.isVisible():
            self.first_focus().setFocus()

    def _side(self, one: ShelfAnswer) -> Side:
        look, words, product = self._look, self._look.words, one.product
        side = Side(look, "card", product.risk, product.name)  # a tint is too dark for the link
        column = side.column
        column.addWidget(Label(look, in_short(product, words), "client_body", "ink_2"))
        column.addWidget(Label(look, self._presenter.worst_case(product), "client_body"))
        column.addStretch(1)
        take = Button(look, words.say("WISH_TAKE"), "client", "check", name=YES + product.code)
        take.clicked.connect(self._take)
        column.addWidget(take)
        no = Button(look, words.say("WISH_NOT_THIS"), "client_link", name=NO + product.code)
        no.clicked.connect(self._decline)
        column.addWidget(no)
        return side

    def _take(self) -> None:
        self._presenter.client_takes(self.sender().objectName().removeprefix(YES))

    def _decline(self) -> None:
        self._presenter.client_declines(self.sender().objectName().removeprefix(NO))
