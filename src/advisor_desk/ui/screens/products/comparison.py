"""Two products side by side, the worst case on top. Clauses: S31, S65."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_desk.domain.material import Material
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.products.words import fees, name_of, verdict
from advisor_desk.ui.widgets import Card, EmptyState, GradeBadge, Label

LABELS = 96
ROWS = ("worst_case", "return", "terms", "early_exit")


class Comparison(Card):
    """Rebuilt whenever another product is put beside."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._shown: tuple[object, ...] = ()

    def show_products(self, pairs: tuple[tuple[ShelfAnswer, Material | None], ...]) -> None:
        """Show up to two products; none: what would stand here."""
        key = tuple((one.product, one.answer.decision) for one, _ in pairs)
        if key == self._shown and self.body.count():
            return
        self._shown = key
        while (item := self.body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        words = self._look.words
        if not pairs:
            self.body.addWidget(
                EmptyState(
                    self._look, "scale", words.say("COMPARE_EMPTY"), words.say("COMPARE_EMPTY_TEXT")
                )
            )
            return
        self.body.addWidget(self._table(pairs))
        self.body.addStretch(1)

    def _table(self, pairs: tuple[tuple[ShelfAnswer, Material | None], ...]) -> QWidget:
        look, words = self._look, self._look.words
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.theme.size("m"))
        grid.setVerticalSpacing(look.theme.size("s"))
        for side, (one, material) in enumerate(pairs, start=1):
            badge = GradeBadge(look, one.product.risk)
            grid.addWidget(badge, 0, side, Qt.AlignmentFlag.AlignLeft)  # else it narrows the column
            grid.addWidget(Label(look, name_of(one, words), "strong"), 1, side)
            texts = {element.id: element.text for element in material.elements} if material else {}
            for row, element in enumerate(ROWS, start=2):
                said = words.of(texts[element]) if element in texts else words.say("COMPARE_CLOSED")
                kind = "strong" if element == ROWS[0] else "body"
                grid.addWidget(Label(look, said, kind), row, side, Qt.AlignmentFlag.AlignTop)
            last = len(ROWS) + 2
            grid.addWidget(Label(look, fees(one, words)), last, side)
            grid.addWidget(Label(look, verdict(one, words)[1]), last + 1, side)
            grid.setColumnStretch(side, 1)
        grid.setColumnMinimumWidth(0, LABELS)
        codes = [*(f"COMPARE_{element}" for element in ROWS), "COMPARE_fees", "COMPARE_verdict"]
        for row, code in enumerate(codes, start=2):
            at_top = Qt.AlignmentFlag.AlignTop
            grid.addWidget(Label(look, words.say(code), "caption", "ink_2"), row, 0, at_top)
        return table
