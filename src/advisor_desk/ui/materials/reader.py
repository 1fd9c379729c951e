"""One piece of material: what the product is, who approved the pages, and the pages themselves.

Nothing of a file that may not be opened is shown: its place says why.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.languages import Language
from advisor_desk.domain.material import MaterialPages
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.library import LibraryLine
from advisor_desk.ui.interview.product_words import fees, least, protection, term
from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.paper_pages import Paper
from advisor_desk.ui.widgets import (
    Card,
    EmptyState,
    GradeBadge,
    Label,
    ReasonRow,
    SwitchChips,
    clear,
)
from advisor_desk.ui.widgets.page_viewer import PageViewer


class MaterialReader(QWidget):
    """``spoken`` carries the language the pages are wanted in."""

    spoken = Signal(str)

    def __init__(self, look: Look, name: str = "material") -> None:
        super().__init__()
        self._look = look
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        self._facts = Card(look)
        self._facts.body.setSpacing(look.theme.size("xs"))
        column.addWidget(self._facts)
        self._languages = SwitchChips(
            look,
            [(one.name, look.words.say(f"LANGUAGE_{one.name}")) for one in Language],
            f"{name}.language",
        )
        self._languages.chosen.connect(self.spoken)
        column.addWidget(self._languages, 0, Qt.AlignmentFlag.AlignLeft)
        self._why = QVBoxLayout()
        column.addLayout(self._why)
        self._viewer = PageViewer(look, f"{name}.pages")
        self._viewer.fit_width()
        column.addWidget(self._viewer, 1)
        words = look.words
        self._empty = EmptyState(
            look, "books", words.say("MATERIALS_NONE_OPEN"), words.say("MATERIALS_NONE_OPEN_TEXT")
        )
        column.addWidget(self._empty, 1)

    def area(self) -> QWidget:
        """Return what takes the keyboard."""
        return self._viewer.area()

    def show_material(
        self,
        line: LibraryLine | None,
        pages: MaterialPages | None,
        trouble: Trouble | None,
        language: Language,
    ) -> None:
        """Show the pages, or why there are none; None of a line: nothing was chosen."""
        self._languages.show_choice(language.name)
        self._languages.setVisible(line is not None)
        self._facts.setVisible(line is not None)
        self._empty.setVisible(line is None)
        self._viewer.setVisible(pages is not None)
        key = (line.code if line else "", pages.sha256 if pages else "", trouble)
        if key == self._shown:
            return
        self._shown = key
        clear(self._facts.body)
        clear(self._why)
        if line is not None:
            self._show_facts(line)
        if trouble is not None:
            said = self._look.words.trouble(trouble)
            self._why.addWidget(ReasonRow(self._look, "stop", said, "S67"))
        if pages is not None and line is not None:
            name = line.listed.in_language(language).name
            self._viewer.show_papers((Paper(name, pages.content),))

    def _show_facts(self, line: LibraryLine) -> None:
        look, words = self._look, self._look.words
        product = line.listed.in_language(words.language)
        head = QHBoxLayout()
        head.setSpacing(look.theme.size("s"))
        head.addWidget(GradeBadge(look, product.risk))
        head.addWidget(Label(look, product.name, "card_title"), 1)
        head.addWidget(Label(look, product.code, "body", "ink_2", wrap=False))
        self._facts.body.addLayout(head)
        told = (
            term(product, words),
            protection(product, words),
            least(product, words),
            words.say("PRESENT_FEES", fees=fees(product, words)),
        )
        self._facts.body.addWidget(Label(look, words.say("LIST_COMMA").join(told)))
        if line.approval is not None:
            self._facts.body.addWidget(Label(look, approval_text(line, look), "caption", "ink_2"))


def approval_text(line: LibraryLine, look: Look) -> str:
    """Return version, approver and days of validity."""
    words, found = look.words, line.approval
    if found is None:
        return words.say("MATERIALS_UNREGISTERED")
    return words.say(
        "MATERIALS_APPROVAL",
        version=found.version,
        approver=words.of(found.approver),
        first=words.day(found.valid_from),
        last=words.day(found.valid_until),
    )
