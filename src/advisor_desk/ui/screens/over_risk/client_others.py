"""Two others that fit, each with what it is: this one instead, or not this one. Clause: S59."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.product_words import in_short
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.over_risk.presenter import OverRiskPresenter
from advisor_desk.ui.widgets import Button, GradeBadge, Label, clear

NO, YES = "wish.no.", "wish.take."


class OthersPage(QWidget):
    """What was declined is gone from the page; when none is left the next page comes."""

    def __init__(self, look: Look, presenter: OverRiskPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._shown: object = None
        words = look.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        column.addWidget(Label(look, words.say("WISH_OTHERS_TITLE"), "client_question"))
        column.addWidget(Label(look, words.say("WISH_OTHERS_TEXT"), "client_body", "ink_2"))
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
        clear(self._sides)
        for one in offered:
            self._sides.addWidget(self._side(one), 1)
        if had_focus and self.isVisible():
            self.first_focus().setFocus()

    def _side(self, one: ShelfAnswer) -> QFrame:
        look, words, product = self._look, self._look.words, one.product
        frame = QFrame()
        frame.setProperty("box", "card")  # a link is not dark enough on the tint
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("m"))
        head.addWidget(GradeBadge(look, product.risk, "l"))
        head.addWidget(Label(look, product.name, "client_lead"), 1)
        column.addLayout(head)
        column.addWidget(Label(look, in_short(product, words), "client_body", "ink_2"))
        column.addWidget(Label(look, self._presenter.worst_case(product), "client_body"))
        column.addStretch(1)
        take = Button(look, words.say("WISH_TAKE"), "client", "check", name=YES + product.code)
        take.clicked.connect(self._take)
        column.addWidget(take)
        no = Button(look, words.say("WISH_NOT_THIS"), "client_link", name=NO + product.code)
        no.clicked.connect(self._decline)
        column.addWidget(no)
        return frame

    def _take(self) -> None:
        self._presenter.client_takes(self.sender().objectName().removeprefix(YES))

    def _decline(self) -> None:
        self._presenter.client_declines(self.sender().objectName().removeprefix(NO))
