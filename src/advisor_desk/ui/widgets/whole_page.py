"""One page of a paper as a whole, as large as its place takes: nothing to scroll, nothing to turn.

Most of the paper's margin is left out, so that its type stands large. ``stood`` tells that a page
was painted whole where somebody sees it; a picture of this widget taken elsewhere does not.
"""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.paper_pages import Paper, PaperPages
from advisor_desk.ui.widgets.page_canvas import PageCanvas

ASIDE, ABOVE, BELOW = 24.0, 18.0, 24.0  # points of margin that are left out
BORDER = 1
LEAST = QSize(240, 160)


class WholePage(QWidget):
    """``stood`` carries the page, from 0."""

    stood = Signal(int)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._pages = PaperPages(())
        self._page = 0
        self._is_whole = False
        self._window = QWidget(self)
        self._canvas = PageCanvas(look)
        self._canvas.setParent(self._window)
        self._canvas.painted.connect(self._painted)
        self._soon = QTimer(self)  # nothing is recorded while something is painted
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tell)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(LEAST)

    @property
    def page(self) -> int:
        """Return the page shown, from 0."""
        return self._page

    def show_page(self, title: str, content: bytes, page: int) -> None:
        """Show a page of a paper, from 0; of the same one again it only tells that it stands."""
        paper = Paper(title, content)
        if self._pages.papers == (paper,) and page == self._page:
            if self._is_whole:
                self._soon.start()
            return
        self._is_whole = False
        if self._pages.papers != (paper,):
            self._pages = PaperPages((paper,))
        self._page = page
        self._place()
        self.setAccessibleName(title)
        self.setAccessibleDescription(self._pages.text(page))

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the page as large as fits now."""
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the border of the paper."""
        painter = QPainter(self)
        painter.setPen(self._look.theme.color("line_strong"))
        painter.drawRect(self._window.geometry().adjusted(-BORDER, -BORDER, 0, 0))
        painter.end()

    def _place(self) -> None:
        if not len(self._pages):
            return
        wide, high = self._pages.pictures(self._page).sizes[self._page]
        wide, high = wide - 2 * ASIDE, high - ABOVE - BELOW
        scale = min((self.width() - 2 * BORDER) / wide, (self.height() - 2 * BORDER) / high)
        self._canvas.set_scale(scale)
        self._canvas.show_page(self._pages.pictures(self._page), self._page)
        width, height = int(wide * scale), int(high * scale)
        self._window.setGeometry((self.width() - width) // 2, BORDER, width, height)
        self._canvas.move(round(-ASIDE * scale), round(-ABOVE * scale))
        self.update()

    def _painted(self) -> None:
        if self.isVisible():
            self._is_whole = True
            self._soon.start()

    def _tell(self) -> None:
        if self.isVisible() and self._is_whole:
            self.stood.emit(self._page)
