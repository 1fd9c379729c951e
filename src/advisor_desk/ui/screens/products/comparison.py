"""Two products side by side, the worst case on top. Clauses: S31, S65."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from advisor_desk.domain.material import Material
from advisor_desk.services.shelf import ShelfAnswer
from advisor_desk.ui.interview.comparing import Pair
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.product_words import fees, name_of, protection, verdict
from advisor_desk.ui.interview.what_is_needed import document_names
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Card, EmptyState, GradeBadge, Hairline, Label, clear

LABELS = 96
TOLD = ("worst_case", "return", "terms", "early_exit")  # elements of the material
ROWS = ("worst_case", "protected", "return", "terms", "early_exit", "fees", "needed")
AT_TOP = Qt.AlignmentFlag.AlignTop


class Comparison(Card):
    """Rebuilt whenever another product is put beside."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self._shown: object = None

    def show_products(self, interview: OpenInterview, pairs: tuple[Pair, ...]) -> None:
        """Show up to two products; none: what would stand here."""
        key = tuple((one.product, one.answer.decision) for one, _ in pairs)
        if key == self._shown:
            return
        self._shown = key
        clear(self.body)
        words = self._look.words
        if not pairs:
            self.body.addWidget(
                EmptyState(
                    self._look, "scale", words.say("COMPARE_EMPTY"), words.say("COMPARE_EMPTY_TEXT")
                )
            )
            return
        self.body.addWidget(self._table(interview, pairs))
        self.body.addStretch(1)

    def _table(self, interview: OpenInterview, pairs: tuple[Pair, ...]) -> QWidget:
        look, words = self._look, self._look.words
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.theme.size("m"))
        grid.setVerticalSpacing(look.theme.size("xs") + 2)
        wide = round(LABELS * look.theme.scale)
        for row, code in enumerate(ROWS):
            grid.addWidget(Hairline(look), 2 + 2 * row, 0, 1, len(pairs) + 1)
            label = Label(look, words.say(f"COMPARE_{code}"), "caption", "ink_2")
            label.setFixedWidth(wide)
            grid.addWidget(label, 3 + 2 * row, 0, AT_TOP)
        for side, (one, material) in enumerate(pairs, start=1):
            badge = GradeBadge(look, one.product.risk)
            grid.addWidget(badge, 0, side, Qt.AlignmentFlag.AlignLeft)  # else it narrows the column
            grid.addWidget(Label(look, name_of(one, words), "strong"), 1, side)
            for row, said in enumerate(self._said(interview, one, material)):
                kind = "strong" if row == 0 else "body"
                grid.addWidget(Label(look, said, kind), 3 + 2 * row, side, AT_TOP)
            grid.setColumnStretch(side, 1)
        return table

    def _said(
        self, interview: OpenInterview, one: ShelfAnswer, material: Material | None
    ) -> tuple[str, ...]:
        words, product = self._look.words, one.product
        elements = material.elements if material else ()
        texts = {element.id: words.of(element.text) for element in elements}
        told = {code: texts.get(code, words.say("COMPARE_CLOSED")) for code in TOLD}
        papers = document_names(interview, one.answer.decision.documents)
        answer = verdict(one, words)[1]
        told |= {
            "protected": protection(product, words),
            "fees": fees(product, words),
            "needed": words.say("LIST_COMMA").join(papers) or answer,
        }
        return tuple(told[code] for code in ROWS)
