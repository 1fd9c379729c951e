"""Why: the rules that speak to what is on the screen, in place of the page while it is read."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.interview.rules_now import RuleNow
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Card, ReasonRow, clear
from advisor_desk.ui.widgets.scrolled import ScrollArea
from advisor_desk.ui.widgets.titled import titled


class WhyPanel(QWidget):
    """Every reason with its clause. ``closed`` by its button; the key that opened it closes it."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words = look.words
        self.setObjectName("why")
        column = titled(self, look, words.say("WHY_TITLE"), words.say("WHY_TEXT"))
        self._back = Button(look, words.say("WHY_CLOSE"), icon="arrow-left", key="F4",
                            name="why.close")  # fmt: skip
        self._back.clicked.connect(self.closed)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._card = Card(look, words.say("SIDE_RULES"), "shield-check")
        self._rows = QVBoxLayout()
        self._card.body.addLayout(self._rows)
        column.addWidget(self._card)
        column.addStretch(1)
        for key, pages in (("PgDown", 1), ("PgUp", -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(partial(self._scroll, pages))

    def show_reasons(self, rules: tuple[RuleNow, ...]) -> None:
        """Show the reasons of this moment, and let them be read out with the button."""
        clear(self._rows)
        for one in rules:
            self._rows.addWidget(ReasonRow(self._look, one.tone, one.text, one.clause))
        self._back.setAccessibleDescription(" ".join(one.text for one in rules))

    def _scroll(self, pages: int) -> None:
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, ScrollArea):
            area.turn(pages)

    def first_focus(self) -> QWidget:
        """Return the button that closes it."""
        return self._back
