"""The client's pages of needs: what is talked about, then the summary to be checked."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.page_foot import BACK_WIDTH, PageFoot
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.needs.presenter import NeedsPresenter
from advisor_desk.ui.screens.needs.summary import Line, SummaryCard
from advisor_desk.ui.widgets import Button, Icon, Label, clear

TITLE_WIDTH = 200
LABEL_WIDTH = 264
CARD_WIDTH = 1120
PADDING = 14
GAP = 16
ROOM = 440  # of the cards, between the question above and the buttons below


class NeedsClientPage(ClientPage[NeedsPresenter]):
    """Topics while the adviser asks; then cards to be checked, two or three to a page."""

    def __init__(self, look: Look, presenter: NeedsPresenter) -> None:
        super().__init__(look, presenter)
        self._place = 0
        self._built_of: tuple[object, ...] | None = None
        self._stack = QStackedWidget()
        self._topics = TopicsPage(look, presenter)
        self._told = self._plain("NEEDS_CLIENT_TOLD", "NEEDS_CLIENT_TOLD_TEXT")
        self._confirmed = self._plain("NEEDS_CLIENT_CONFIRMED", "NEEDS_CLIENT_CONFIRMED_TEXT")
        self._check = QWidget()
        self._title = Label(look, look.words.say("NEEDS_CLIENT_CHECK"), "client_question")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self._back = self._button("NEEDS_CLIENT_BACK", "client", "client.back", "arrow-left")
        self._differs = self._button("NEEDS_CLIENT_DIFFERENT", "client", "client.different")
        self._on = self._button("NEEDS_CLIENT_NEXT", "client_primary", "client.next")
        stays = self._back.sizePolicy()
        stays.setRetainSizeWhenHidden(True)
        self._back.setSizePolicy(stays)
        self._differs.setMinimumWidth(BACK_WIDTH)
        self._build_check()
        for page in (self._topics, self._check, self._told, self._confirmed):
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)
        self._back.clicked.connect(self._turn_back)
        self._differs.clicked.connect(self._say_different)
        self._on.clicked.connect(self._turn_on)

    def header(self) -> str:
        """Return where the client is in the summary."""
        words = self.look.words
        if self._stack.currentWidget() is not self._check:
            return words.say("NEEDS_CLIENT_HEADER")
        pages = self._pages()
        return words.say("NEEDS_CLIENT_PAGE", page=self._place + 1, of=len(pages))

    def first_focus(self) -> QWidget | None:
        """Return the button that goes on."""
        return self._on if self._stack.currentWidget() is self._check else None

    def show_state(self) -> None:
        """Show topics, summary, or that the adviser was told."""
        presenter = self.presenter
        if presenter.client_says_different:
            self._stack.setCurrentWidget(self._told)
        elif presenter.is_confirmed:
            self._stack.setCurrentWidget(self._confirmed)
        elif presenter.is_ready_for_client:
            self._stack.setCurrentWidget(self._check)
            self._show_cards()
        else:
            self._place = 0
            self._stack.setCurrentWidget(self._topics)
            self._topics.show_state()

    def _show_cards(self) -> None:
        pages = self._pages()
        self._place = min(self._place, len(pages) - 1)
        cards = pages[self._place]
        is_last = self._place == len(pages) - 1
        self._back.setVisible(self._place > 0)
        words = self.look.words
        self._on.setText(words.say("NEEDS_CLIENT_RIGHT" if is_last else "NEEDS_CLIENT_NEXT"))
        self._on.set_icon("check" if is_last else "")
        self._on.setAccessibleName(self._on.text())
        if cards == self._built_of:
            return
        self._built_of = cards
        clear(self._cards)
        for card in cards:
            self._cards.addWidget(CheckCard(self.look, card))
        self._cards.addStretch(1)

    def _pages(self) -> tuple[tuple[SummaryCard, ...], ...]:
        return paged(self.look, self.presenter.summary.cards())

    def _turn_on(self) -> None:
        if self._place < len(self._pages()) - 1:
            self._place += 1
            self.presenter.interview.changed()
        else:
            self.presenter.client_confirms()

    def _turn_back(self) -> None:
        self._place = max(0, self._place - 1)
        self._on.setFocus(Qt.FocusReason.OtherFocusReason)
        self.presenter.interview.changed()

    def _say_different(self) -> None:
        cards = self._pages()[self._place]
        self.presenter.say_different(tuple(dict.fromkeys(one.section for one in cards)))

    def _build_check(self) -> None:
        column = QVBoxLayout(self._check)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.theme.size("m"))
        column.addWidget(self._title)
        column.addLayout(self._cards, 1)
        column.addWidget(PageFoot(self.look, self._on, self._back, self._differs))

    def _button(self, code: str, kind: str, name: str, icon: str = "") -> Button:
        return Button(self.look, self.look.words.say(code), kind=kind, icon=icon, name=name)

    def _plain(self, title: str, text: str) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(self.look.theme.size("m"))
        column.addStretch(1)
        for code, kind, tone in (
            (title, "client_question", "ink"),
            (text, "client_body", "ink_2"),
        ):
            label = Label(self.look, self.look.words.say(code), kind, tone)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(1)
        return page


class TopicsPage(QWidget):
    """What is talked about; a tick where it was."""

    def __init__(self, look: Look, presenter: NeedsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._icons: dict[str, Icon] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("m"))
        column.addWidget(Label(look, look.words.say("NEEDS_CLIENT_TOPICS"), "client_question"))
        text = look.words.say("NEEDS_CLIENT_TOPICS_TEXT")
        column.addWidget(Label(look, text, "client_body", "ink_2"))
        column.addSpacing(look.theme.size("s"))
        for section in presenter.sections():
            row = QHBoxLayout()
            row.setSpacing(look.theme.size("m"))
            icon = Icon(look, "point", "ink_2", 28)
            row.addWidget(icon)
            title = look.words.say(f"NEEDS_BLOCK_{section.id}")
            row.addWidget(Label(look, title, "client_body"), 1)
            self._icons[section.id] = icon
            column.addLayout(row)
        column.addStretch(1)

    def show_state(self) -> None:
        """Tick what was talked about."""
        for section in self._presenter.sections():
            icon, tone = ("circle-check", "ok") if section.done else ("point", "ink_2")
            self._icons[section.id].show_icon(icon, tone)


class CheckCard(QFrame):
    """One card of the summary: its title at the left, a line for each answer."""

    def __init__(self, look: Look, card: SummaryCard) -> None:
        super().__init__()
        self.setProperty("box", "card")
        grid = QGridLayout(self)
        grid.setContentsMargins(24, PADDING, 24, PADDING)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        title = Label(look, card.title, "client_body", "primary")
        title.setFixedWidth(TITLE_WIDTH)
        grid.addWidget(title, 0, 0, len(card.lines), 1, top)
        for row, line in enumerate(card.lines):
            label = Label(look, line.label, "client_body", "ink_2")
            label.setFixedWidth(LABEL_WIDTH)
            grid.addWidget(label, row, 1, top)
            grid.addWidget(Label(look, line.value, "client_body"), row, 2)


def paged(look: Look, cards: tuple[SummaryCard, ...]) -> tuple[tuple[SummaryCard, ...], ...]:
    """Put cards on pages: whole where they fit, else a card goes on on the next page."""
    pages: list[list[SummaryCard]] = [[]]
    room = ROOM
    for card in cards:
        whole = _height(look, card)
        if whole > room and pages[-1]:
            pages.append([])
            room = ROOM
        for part in _parts(look, card):
            high = _height(look, part)
            if high > room and pages[-1]:
                pages.append([])
                room = ROOM
            pages[-1].append(part)
            room -= high + 12
    return tuple(tuple(page) for page in pages)


def _parts(look: Look, card: SummaryCard) -> tuple[SummaryCard, ...]:
    """Return the card whole, or cut between its lines so that each part fits a page."""
    parts: list[tuple[Line, ...]] = [()]
    for line in card.lines:
        tried = SummaryCard(card.section, card.title, (*parts[-1], line))
        if parts[-1] and _height(look, tried) > ROOM:
            parts.append((line,))
        else:
            parts[-1] = tried.lines
    return tuple(SummaryCard(card.section, card.title, lines) for lines in parts)


def _height(look: Look, card: SummaryCard) -> int:
    title = _text_height(look, card.title, TITLE_WIDTH)
    lines = sum(_line_height(look, line) + 4 for line in card.lines) - 4
    return 2 * PADDING + 2 + max(title, lines)


def _line_height(look: Look, line: Line) -> int:
    room = CARD_WIDTH - 48 - 2 - TITLE_WIDTH - LABEL_WIDTH - 2 * GAP
    return max(_text_height(look, line.value, room), _text_height(look, line.label, LABEL_WIDTH))


def _text_height(look: Look, text: str, width: int) -> int:
    metrics = QFontMetrics(look.theme.font("client_body"))
    room = QRect(0, 0, width, 10_000)
    return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
