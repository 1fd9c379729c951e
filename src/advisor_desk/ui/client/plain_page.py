"""A page of the client's screen with a line or two and nothing to do: bank name, pause."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Label
from advisor_desk.ui.widgets.bank_mark import BankMark


class PlainPage(QWidget):
    """One line in the middle, and a second below it."""

    def __init__(self, look: Look, title: str, text: str, *, with_mark: bool = False) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(look.theme.size("l"))
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        if with_mark:
            column.addWidget(BankMark(look, 96), 0, middle)
        for said, kind, tone in ((title, "client_question", "ink"), (text, "client_body", "ink_2")):
            if said:
                label = Label(look, said, kind, tone)
                label.setAlignment(middle)
                column.addWidget(label)
        column.addStretch(1)
