"""One product of the list: what it is, its answer, and how it comes onto the table."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.words import in_short, name_of, verdict
from advisor_desk.ui.widgets import Button, GradeBadge, Icon, Label

ICONS = {"ok": "circle-check", "warn": "alert-triangle", "stop": "ban"}


class ProductRow(QWidget):
    """``shown`` carries the code of a product the adviser puts on the table."""

    shown = Signal(str)

    def __init__(self, look: Look, one: ShelfAnswer, *, is_compared: bool) -> None:
        super().__init__()
        self._code = one.product.code
        words, size = look.words, look.theme.size
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(size("s") + 4)
        row.addWidget(GradeBadge(look, one.product.risk))
        name = name_of(one, words)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(look, name, "strong" if is_compared else "body"))
        lines.addWidget(Label(look, in_short(one, words), "caption", "ink_2"))
        row.addLayout(lines, 1)
        tone, said = verdict(one, words)
        row.addWidget(Icon(look, ICONS[tone], tone, 20))
        label = Label(look, said, "body", tone, wrap=False)
        label.setObjectName(f"product.{self._code}.verdict")
        label.setMinimumWidth(72)
        row.addWidget(label)
        code = "PRODUCT_SHOWN" if is_compared else "PRODUCT_SHOW"
        show = Button(look, words.say(code), name=f"product.{self._code}.show", small=True)
        show.setAccessibleName(words.say("PRODUCT_SHOW_NAMED", name=name))
        show.setMinimumWidth(88)
        show.setEnabled(not is_compared)
        show.clicked.connect(self._show)
        row.addWidget(show)

    def _show(self) -> None:
        self.shown.emit(self._code)
