"""Papers page by page: a bar with title, page and zoom, and below it the page itself.

96 dots an inch are 100 %. Page Up and Page Down go on by a screen and then to the next page.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.paper_pages import Paper, PaperPages
from advisor_desk.ui.widgets.button import Button
from advisor_desk.ui.widgets.label import Label
from advisor_desk.ui.widgets.name_label import NameLabel
from advisor_desk.ui.widgets.page_canvas import PER_POINT, PageCanvas, PageMark

ZOOMS = (50, 67, 80, 100, 125, 150, 200)
ACTUAL = 100
LEAST = 25  # percent, where pages are as wide as a narrow place
EDGE = 16


class PageViewer(QWidget):
    """``page_changed`` tells the page shown, from 0, counted through all papers."""

    page_changed = Signal(int)

    def __init__(self, look: Look, name: str = "pages") -> None:
        super().__init__()
        self._look = look
        self._name = name
        self._pages = PaperPages(())
        self._page = 0
        self._zoom = ACTUAL
        self._fits_width = False
        self._marks: tuple[PageMark, ...] = ()
        self._canvas = PageCanvas(look)
        self._area = _PageArea(self)
        self._area.setObjectName(f"{name}.page")
        self._area.setAccessibleName(look.words.say("PAGES_COUNT", page=0, pages=0))
        self._area.setWidget(self._canvas)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self._area, 1)

    @property
    def page(self) -> int:
        """Return the page shown, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """Return how many pages all papers have."""
        return len(self._pages)

    @property
    def zoom(self) -> int:
        """Return the size in percent."""
        return self._zoom

    @property
    def canvas(self) -> PageCanvas:
        """Return what the page is painted on."""
        return self._canvas

    def show_papers(self, papers: Sequence[Paper]) -> None:
        """Show papers, from the first page; the same ones again change nothing."""
        if tuple(papers) == self._pages.papers:
            return
        self._pages = PaperPages(papers)
        self._page = 0
        self._show()
        self.refit()

    def set_marks(self, marks: Sequence[PageMark]) -> None:
        """Mark boxes; their pages are counted through all papers."""
        self._marks = tuple(marks)
        self._show_marks()

    def set_draft(self, text: str) -> None:
        """Paint words across each page, so that nobody takes it for a signed one."""
        self._canvas.set_draft(text)

    def go_to(self, page: int) -> None:
        """Show a page, from its top."""
        if 0 <= page < self.pages and page != self._page:
            self._page = page
            self._show()
            self._area.verticalScrollBar().setValue(0)
            self.page_changed.emit(page)

    def show_mark(self, mark: PageMark) -> None:
        """Turn to a box and bring it into sight."""
        self.go_to(mark.page)
        place = self._canvas.place_of(mark).center()
        self._area.ensureVisible(round(place.x()), round(place.y()), 80, 160)

    def set_zoom(self, percent: int) -> None:
        """Show pages in another size."""
        self._fits_width = False
        self._zoom = min(max(percent, ZOOMS[0]), ZOOMS[-1])
        self._show()

    def fit_width(self) -> None:
        """Show pages as wide as their place, until another size is wanted."""
        self._fits_width = True
        self.refit()

    def refit(self) -> None:
        """Take the place as it is now, where pages are shown as wide as it."""
        if not self._fits_width or not self.pages:
            return
        wide, _ = self._pages.pictures(self._page).sizes[self._pages.within(self._page)]
        room = self._area.width() - self._area.verticalScrollBar().sizeHint().width()
        fitting = max(LEAST, int(room * ACTUAL / (wide * PER_POINT)))
        if fitting != self._zoom:
            self._zoom = fitting
            self._show()

    def turn(self, step: int) -> None:
        """Go to the next page, or with -1 to the one before."""
        self.go_to(self._page + step)

    def zoom_by(self, step: int) -> None:
        """Show pages one size larger, or with -1 smaller."""
        place = min(range(len(ZOOMS)), key=lambda one: abs(ZOOMS[one] - self._zoom))
        self.set_zoom(ZOOMS[min(max(place + step, 0), len(ZOOMS) - 1)])

    def scroll_screen(self, step: int) -> None:
        """Go on by a screen; at the end of a page to the next one."""
        bar = self._area.verticalScrollBar()
        end = bar.maximum() if step > 0 else bar.minimum()
        if bar.value() != end:
            bar.setValue(bar.value() + step * bar.pageStep())
            return
        before = self._page
        self.turn(step)
        if step < 0 and self._page != before:
            bar.setValue(bar.maximum())

    def area(self) -> QWidget:
        """Return what takes the keyboard."""
        return self._area

    def _show(self) -> None:
        if not self.pages:
            return
        self._canvas.set_scale(PER_POINT * self._zoom / ACTUAL)
        self._canvas.show_page(self._pages.pictures(self._page), self._pages.within(self._page))
        self._show_marks()
        words, title = self._look.words, self._pages.title(self._page)
        count = words.say("PAGES_COUNT", page=self._page + 1, pages=self.pages)
        self._title.show_name(title)
        self._count.say(count)
        self._actual.setText(f"{self._zoom}%")
        self._actual.setAccessibleName(words.say("PAGES_ACTUAL_SIZE", percent=self._zoom))
        self._area.setAccessibleName(" ".join(one for one in (title, count) if one))
        self._area.setAccessibleDescription(self._pages.text(self._page))
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page + 1 < self.pages)

    def _show_marks(self) -> None:
        if self.pages:
            within = self._pages.within(self._page)
            here = [replace(one, page=within) for one in self._marks if one.page == self._page]
            self._canvas.set_marks(here)

    def _bar(self) -> QFrame:
        look, words, size = self._look, self._look.words, self._look.theme.size
        bar = QFrame()
        bar.setProperty("box", "top_bar")
        bar.setMinimumHeight(48)
        row = QHBoxLayout(bar)
        row.setContentsMargins(size("l"), size("xs"), size("l"), size("xs"))
        row.setSpacing(size("s"))
        self._title = NameLabel(look, "", "card_title")
        row.addWidget(self._title, 1)
        self._count = Label(look, "", "body", "ink_2", wrap=False)
        row.addWidget(self._count)
        self._before = self._button("PAGES_BEFORE", "before")
        self._before.clicked.connect(self._turn_back)
        self._after = self._button("PAGES_AFTER", "after")
        self._after.clicked.connect(self._turn_on)
        smaller = self._icon_button("PAGES_SMALLER", "zoom-out", "smaller")
        smaller.clicked.connect(self._smaller)
        self._actual = Button(look, "100%", "quiet", name=f"{self._name}.actual", small=True)
        self._actual.clicked.connect(self._actual_size)
        larger = self._icon_button("PAGES_LARGER", "zoom-in", "larger")
        larger.clicked.connect(self._larger)
        for button in (self._before, self._after, smaller, self._actual, larger):
            row.addWidget(button)
        self._actual.setAccessibleName(words.say("PAGES_ACTUAL_SIZE", percent=ACTUAL))
        return bar

    def _button(self, code: str, name: str) -> Button:
        said = self._look.words.say(code)
        return Button(self._look, said, name=f"{self._name}.{name}", small=True)

    def _icon_button(self, code: str, icon: str, name: str) -> Button:
        said = self._look.words.say(code)
        button = Button(self._look, "", "quiet", icon, name=f"{self._name}.{name}", small=True)
        button.setAccessibleName(said)
        button.setToolTip(said)
        return button

    def _turn_back(self) -> None:
        self.turn(-1)

    def _turn_on(self) -> None:
        self.turn(1)

    def _smaller(self) -> None:
        self.zoom_by(-1)

    def _larger(self) -> None:
        self.zoom_by(1)

    def _actual_size(self) -> None:
        self.set_zoom(ACTUAL)


class _PageArea(QScrollArea):
    """The page on its ground; takes the keys of the viewer."""

    def __init__(self, viewer: PageViewer) -> None:
        super().__init__()
        self._viewer = viewer
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the page's step close to what is seen, with a line in common."""
        super().resizeEvent(event)
        self._viewer.refit()
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, self.viewport().height() - EDGE))
        bar.setSingleStep(40)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Turn, scroll and zoom."""
        viewer = self._viewer
        if event.modifiers() & _CONTROL and event.key() in _ZOOMS:
            viewer.zoom_by(_ZOOMS[event.key()])
        elif event.modifiers() & _CONTROL and event.key() == Qt.Key.Key_0:
            viewer.set_zoom(ACTUAL)
        elif event.key() in _SCREENS:
            viewer.scroll_screen(_SCREENS[event.key()])
        elif event.key() in _ENDS:
            viewer.go_to(_ENDS[event.key()] * (viewer.pages - 1))
        else:
            super().keyPressEvent(event)


_CONTROL = Qt.KeyboardModifier.ControlModifier
_ZOOMS = {int(Qt.Key.Key_Plus): 1, int(Qt.Key.Key_Equal): 1, int(Qt.Key.Key_Minus): -1}
_SCREENS = {int(Qt.Key.Key_PageDown): 1, int(Qt.Key.Key_PageUp): -1}
_ENDS = {int(Qt.Key.Key_Home): 0, int(Qt.Key.Key_End): 1}
