"""The last row of a client's page: back at the left, on at the right, always in one place."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button

BACK_WIDTH = 240
ON_WIDTH = 318


class PageFoot(QWidget):
    """``back`` and ``onward`` are pressed; what stands between them may be put into ``middle``."""

    def __init__(
        self, look: Look, onward: Button, back: Button | None = None, middle: QWidget | None = None
    ) -> None:
        super().__init__()
        self.setFixedHeight(look.theme.size("client_button"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.size("l"))
        if back is not None:
            back.setMinimumWidth(BACK_WIDTH)
            row.addWidget(back)
        row.addStretch(1)
        if middle is not None:
            row.addWidget(middle)
            row.addStretch(1)
        onward.setMinimumWidth(ON_WIDTH)
        row.addWidget(onward)
