"""One product of the list: what it is, its answer, and how it comes onto the table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.product_words import in_short, name_of, verdict
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, GradeBadge, Icon, Label

ICONS = {"ok": "circle-check", "warn": "alert-triangle", "stop": "ban"}


class ProductRow(QWidget):
    """``shown`` and ``put_away`` carry the code of the product."""

    shown = Signal(str)
    put_away = Signal(str)

    def __init__(self, look: Look, one: ShelfAnswer) -> None:
        super().__init__()
        self._look = look
        self.code = one.product.code
        self._is_compared = False
        words, size = look.words, look.theme.size
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(size("s") + 2)
        row.addWidget(GradeBadge(look, one.product.risk))
        self._name = Label(look, name_of(one, words))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self._name)
        lines.addWidget(Label(look, in_short(one.product, words), "caption", "ink_2"))
        row.addLayout(lines, 1)
        tone, said = verdict(one, words)
        row.addWidget(Icon(look, ICONS[tone], tone, 20))
        label = Label(look, said, "body", tone, wrap=False)
        label.setObjectName(f"product.{self.code}.verdict")
        label.setMinimumWidth(72)
        row.addWidget(label)
        self._show = Button(look, "", name=f"product.{self.code}.show", small=True)
        self._show.setMinimumWidth(88)
        self._show.clicked.connect(self._pressed)
        row.addWidget(self._show)
        self.show_compared(is_compared=False)

    def show_compared(self, *, is_compared: bool) -> None:
        """Show whether it stands in the comparison: then the button puts it away."""
        words = self._look.words
        self._is_compared = is_compared
        self._name.setFont(self._look.theme.font("strong" if is_compared else "body"))
        self._show.setText(words.say("PRODUCT_PUT_AWAY" if is_compared else "PRODUCT_SHOW"))
        named = "PRODUCT_PUT_AWAY_NAMED" if is_compared else "PRODUCT_SHOW_NAMED"
        self._show.setAccessibleName(words.say(named, name=self._name.text()))

    def _pressed(self) -> None:
        (self.put_away if self._is_compared else self.shown).emit(self.code)
