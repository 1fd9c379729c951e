"""The adviser's page: what the material is, what the client has read, what was said back."""

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.keep_focus import focus_kept
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.presentation.apart import ApartCard
from advisor_desk.ui.screens.presentation.facts_card import FactsCard
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.screens.presentation.putting_off import PuttingOff
from advisor_desk.ui.screens.presentation.saying_back import SayingBack
from advisor_desk.ui.screens.products.comparison import Comparison
from advisor_desk.ui.widgets import Button, Card, ChoiceBox, Icon, ReasonRow, RowButton, clear
from advisor_desk.ui.widgets.whole_page import WholePage

STATES = {  # of an element: its icon, the icon's tone, its words
    "now": ("device-desktop", "primary", "PRESENT_ON_SCREEN"),
    "read": ("circle-check", "ok", "PRESENT_READ"),
    "put_off": ("clock", "warn", "PRESENT_IS_PUT_OFF"),
    "later": ("point", "ink_3", "PRESENT_LATER"),
}
PAGE_HEIGHT = 270
NOTHING = "nothing"  # to compare with


class PresentationView(StageView[PresentationPresenter]):
    """The elements at the left; what the client reads or is asked now at the right."""

    wants_width: ClassVar[bool] = True

    def __init__(self, look: Look, presenter: PresentationPresenter) -> None:
        super().__init__(look, presenter)
        words, size = look.words, look.theme.size
        self._beside = ChoiceBox(look, "presentation.compare", ())
        self._beside.setAccessibleName(words.say("PRESENT_COMPARE"))
        self._beside.chosen.connect(self._compare)
        self._second = self.heading(words.say("PRESENT_TITLE"), " ", self._beside)
        self._facts = FactsCard(look)
        self.column.addWidget(self._facts)
        self._blocked = QVBoxLayout()
        self.column.addLayout(self._blocked)
        self._try_again = Button(
            look, words.say("PRESENT_TRY_AGAIN"), icon="refresh", name="presentation.try_again"
        )
        self._try_again.clicked.connect(presenter.try_again)
        self.column.addWidget(self._try_again, 0, Qt.AlignmentFlag.AlignLeft)
        self._open = Button(
            look, words.say("PRESENT_OPEN"), "primary", "books", name="presentation.open"
        )
        self._open.clicked.connect(presenter.open)
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        self._apart = ApartCard(look)
        self.column.addWidget(self._apart)
        self._comparison = Comparison(look)
        self.column.addWidget(self._comparison)
        self._pages = QWidget()
        row = QHBoxLayout(self._pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(size("m"))
        self._elements = Card(look, words.say("PRESENT_ELEMENTS"), "list-check")
        self._elements.body.setSpacing(0)
        row.addWidget(self._elements, 1)
        row.addLayout(self._made_right(), 1)
        self.column.addWidget(self._pages)
        self.column.addStretch(1)
        self._shown: object = None
        self._choices: object = None

    def _made_right(self) -> QVBoxLayout:
        look = self.look
        right = QVBoxLayout()
        right.setSpacing(look.theme.size("m"))
        self._now = Card(look, look.words.say("PRESENT_READS_NOW"), "device-desktop")
        self._page = WholePage(look, "presentation.page")
        self._page.setFixedHeight(PAGE_HEIGHT)
        self._now.body.addWidget(self._page)
        self._putting_off = PuttingOff(look, self.presenter, self._page)
        self._now.body.addWidget(self._putting_off)
        right.addWidget(self._now)
        self._saying = SayingBack(look, self.presenter)
        right.addWidget(self._saying)
        right.addStretch(1)
        return right

    def first_focus(self) -> QWidget | None:
        """Return what is done first."""
        for button in (self._open, self._try_again):
            if button.isVisibleTo(self):
                return button
        return self._saying.first_focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Come back to the page: what was wrong with the files may be mended."""
        super().showEvent(event)
        if self.presenter.blocked():
            QTimer.singleShot(0, self, self.presenter.try_again)

    def show_state(self) -> None:
        """Show material, ticks and the question asked now."""
        presenter, words = self.presenter, self.look.words
        choice, material = presenter.choice(), presenter.material()
        if choice is not None:
            self._facts.show_choice(choice, presenter.product_name())
        if material is not None:
            self._second.say(
                words.say(
                    "PRESENT_MATERIAL",
                    version=material.version,
                    approver=words.of(material.approver),
                    until=words.day(material.valid_until),
                )
            )
        self._apart.setVisible(presenter.speaks_apart())
        self._apart.show_reasons(presenter.apart)
        self._show_comparison()
        opened = presenter.opened() is not None
        now = presenter.on_client_page() if opened else None
        self._open.setVisible(material is not None and not opened)
        self._try_again.setVisible(bool(presenter.blocked()))
        self._elements.setVisible(opened and material is not None)
        pages, asked = presenter.pages(), presenter.asked_now()
        self._now.setVisible(now is not None and pages is not None)
        if now is not None and pages is not None:
            title = words.of(now.title)
            self._page.show_page(title, pages.content, presenter.page_of(now))
        self._putting_off.show_state()
        self._saying.setVisible(opened and asked is not None)
        self._saying.show_state()
        key = (presenter.blocked(), opened, presenter.elements(), now, presenter.put_off())
        if key != self._shown:
            self._shown = key
            with focus_kept(self):
                self._show_elements()

    def _show_comparison(self) -> None:
        """Show the product beside another one, and what else could be put there."""
        comparing, words = self.presenter.comparing, self.look.words
        choices = ((NOTHING, words.say("PRESENT_COMPARE")), *comparing.choices())
        if choices != self._choices and not self.presenter.interview.is_busy:
            self._choices = choices
            self._beside.clear()
            for code, name in choices:
                self._beside.addItem(name, code)
        pairs = comparing.pairs()
        self._beside.show_choice(pairs[1][0].product.code if len(pairs) > 1 else NOTHING)
        self._comparison.setVisible(bool(pairs))
        self._pages.setVisible(not pairs)
        if pairs:
            self._comparison.show_products(self.presenter.interview, pairs)

    def _compare(self, code: str) -> None:
        if code == NOTHING:
            self.presenter.comparing.stop()
        else:
            self.presenter.comparing.begin(code)

    def _show_elements(self) -> None:
        presenter, words = self.presenter, self.look.words
        clear(self._blocked)
        if presenter.blocked():
            why = ReasonRow(self.look, "stop", presenter.blocked(), "S67")
            self._blocked.addWidget(why)
        clear(self._elements.body)
        now = presenter.on_client_page()
        for one, read in presenter.elements():
            here = now is not None and one.id == now.id
            late = "put_off" if one.id in presenter.put_off() else "later"
            icon, tone, said = STATES["now" if here else "read" if read else late]
            line = QHBoxLayout()
            line.addWidget(Icon(self.look, icon, tone, 20))
            text = words.of(one.title)
            reason = "" if read else presenter.put_off().get(one.id, "")
            row = RowButton(self.look, text, reason, words.say(said), f"element.{one.id}")
            row.is_current = here
            row.clicked.connect(self._show_again)
            line.addWidget(row, 1)
            self._elements.body.addLayout(line)
        self._elements.body.addStretch(1)

    def _show_again(self) -> None:
        self.presenter.show_again(self.sender().objectName().removeprefix("element."))
