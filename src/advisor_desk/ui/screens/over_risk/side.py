"""One of two sides that are compared: a card with the grade and a name at its head."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import GradeBadge, Label


class Side(QFrame):
    """``column`` takes what is said below the head; ``title`` stands above it."""

    def __init__(
        self, look: Look, box: str, grade: ProductRisk | RiskTolerance, name: str, title: str = ""
    ) -> None:
        super().__init__()
        self.setProperty("box", box)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 16, 24, 16)
        self.column.setSpacing(8)
        if title:
            self.column.addWidget(Label(look, title, "client_body", "ink_2"))
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("m"))
        head.addWidget(GradeBadge(look, grade, "l"))
        head.addWidget(Label(look, name, "client_lead"), 1)
        self.column.addLayout(head)
