"""The two buttons below every page of an interview: back at the left, on at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from advisor_desk.ui.interview.presenter import Footer
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Label


class FooterBar(QFrame):
    """Back, why Next is closed, and Next."""

    next_pressed = Signal()
    back_pressed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        words, size = look.words, look.theme.size
        self.setProperty("box", "footer")
        self.setFixedHeight(round(size("footer") * look.theme.scale))
        has_caps = look.theme.scale == 1  # larger type: the room is for the reason
        row = QHBoxLayout(self)
        row.setContentsMargins(size("l"), 0, size("l"), 0)
        row.setSpacing(size("m"))
        self._back = Button(
            look,
            words.say("NAV_BACK"),
            icon="arrow-left",
            key="Alt+←" if has_caps else "",
            name="nav.back",
        )
        self._back.clicked.connect(self.back_pressed)
        row.addWidget(self._back)
        self._reason = Label(look, "", "body", "ink_2")
        self._reason.setObjectName("nav.reason")
        self._reason.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._reason, 1)
        self._next = Button(
            look,
            words.say("NAV_CONFIRM"),
            kind="primary",
            key="Ctrl+Enter" if has_caps else "",
            name="nav.next",
        )
        self._next.clicked.connect(self.next_pressed)
        row.addWidget(self._next)

    def show_footer(self, footer: Footer) -> None:
        """Show what the buttons do now. A focused button is never taken away unannounced."""
        self._back.setEnabled(footer.back_open)
        if self._next.text() != footer.next_words:
            self._next.setText(footer.next_words)
        self._next.setEnabled(footer.next_open)
        self._next.setAccessibleDescription(footer.reason)
        self._reason.say(footer.reason)
