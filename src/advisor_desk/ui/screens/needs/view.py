"""The adviser's page of needs and finances: sections at the left, one of them at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.domain.needs import Block
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.needs.block_page import BlockPage
from advisor_desk.ui.screens.needs.pots_page import PotsPage
from advisor_desk.ui.screens.needs.presenter import POTS, SECTIONS, NeedsPresenter
from advisor_desk.ui.screens.needs.section_list import SectionList
from advisor_desk.ui.widgets import Button, Card, Chip, Icon, Label, clear

LIST_WIDTH = 180


class NeedsView(StageView[NeedsPresenter]):
    """One section at a time; Alt+Up and Alt+Down move between them."""

    def __init__(self, look: Look, presenter: NeedsPresenter) -> None:
        super().__init__(look, presenter)
        words, size = look.words, look.theme.size
        self._progress = Chip(look, "", "info")
        self.heading(words.say("NEEDS_TITLE"), words.say("NEEDS_SUBTITLE"), self._progress)
        self._list = SectionList(look, presenter.sections())
        self._list.setFixedWidth(round(LIST_WIDTH * look.theme.scale))
        self._list.chosen.connect(self._choose)
        self._stack = QStackedWidget()
        self._pages: dict[str, BlockPage | PotsPage] = {}
        self._title = Label(look, "", "card_title")
        self._different = self._made_different()
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(size("s"))
        self._said: tuple[str, ...] = ()
        self._next = Button(
            look, words.say("NEEDS_NEXT_SECTION"), kind="quiet", icon="arrow-down", key="Alt+↓",
            name="needs.next_section", small=True,
        )  # fmt: skip
        self._next.clicked.connect(self._step_on)
        self._build()
        for key, slot in (("Alt+Up", self._step_back), ("Alt+Down", self._step_on)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def first_focus(self) -> QWidget | None:
        """Return the first field of the section shown."""
        return self._page(self.presenter.shown).first

    def show_state(self) -> None:
        """Show the sections, the one chosen, and what does not add up."""
        presenter, words = self.presenter, self.look.words
        shown, sections = presenter.shown, presenter.sections()
        self._list.show_sections(sections, shown)
        page = self._page(shown)
        self._stack.setCurrentWidget(page)
        page.show_state()
        title = next(one.title for one in sections if one.id == shown)
        self._title.say(title)
        done, of = presenter.progress()
        self._progress.show_chip(words.say("NEEDS_PROGRESS", done=done, of=of), "info")
        self._different.setVisible(presenter.client_says_different)
        self._next.setVisible(shown != SECTIONS[-1])
        self._show_warnings(presenter.doubts())

    def _show_warnings(self, said: tuple[str, ...]) -> None:
        if said == self._said:
            return
        self._said = said
        clear(self._warnings)
        for text in said:
            card = Card(self.look, tone="warn")
            row = QHBoxLayout()
            row.setSpacing(self.look.theme.size("s"))
            row.addWidget(Icon(self.look, "alert-triangle", "warn", 20))
            row.addWidget(Label(self.look, text), 1)
            card.body.addLayout(row)
            self._warnings.addWidget(card)

    def _page(self, section: str) -> BlockPage | PotsPage:
        page = self._pages.get(section)
        if page is None:
            if section == POTS:
                page = PotsPage(self.look, self.presenter)
            else:
                page = BlockPage(self.look, self.presenter, Block(section))
            page.setObjectName(f"needs.page.{section}")
            self._pages[section] = page
            self._stack.addWidget(page)
            page.show_state()
        return page

    def _build(self) -> None:
        size = self.look.theme.size
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        row.addWidget(self._list, 0, Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(size("m"))
        card = Card(self.look)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._next)
        card.body.addLayout(head)
        card.body.addWidget(self._stack)
        right.addWidget(self._different)
        right.addWidget(card)
        right.addLayout(self._warnings)
        right.addStretch(1)
        row.addLayout(right, 1)
        self.column.addLayout(row, 1)

    def _made_different(self) -> Card:
        look, words = self.look, self.look.words
        card = Card(look, tone="warn")
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        row.addWidget(Icon(look, "message-question", "warn", 20))
        row.addWidget(Label(look, words.say("NEEDS_CLIENT_DIFFERS")), 1)
        settled = Button(look, words.say("NEEDS_CLIENT_SETTLED"), name="needs.settled", small=True)
        settled.clicked.connect(self.presenter.settle_difference)
        row.addWidget(settled)
        card.body.addLayout(row)
        return card

    def _choose(self, section: str) -> None:
        self.presenter.show(section)
        self._page(section).first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_on(self) -> None:
        self._step(1)

    def _step_back(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        self.presenter.step_section(step)
        self._page(self.presenter.shown).first.setFocus(Qt.FocusReason.OtherFocusReason)
