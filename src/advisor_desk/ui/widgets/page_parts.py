"""Papers for the client: large, part by part, nothing to scroll.

The margins of the paper are left out, so that its text fills the screen's width. Parts of a page
overlap by a line, so that no line is ever cut in two on both.
"""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.paper_pages import Paper, PaperPages
from advisor_desk.ui.widgets.page_canvas import PageCanvas

ASIDE, ABOVE, BELOW = 38.0, 26.0, 24.0  # points of margin that are left out
OVERLAP = 40  # pixels
BORDER = 1


class PageParts(QWidget):
    """Shows one part. ``parts_changed`` when there are more or fewer than before."""

    parts_changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._pages = PaperPages(())
        self._part = 0
        self._per_page = 1
        self._window = QWidget(self)
        self._canvas = PageCanvas(look)
        self._canvas.setParent(self._window)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def parts(self) -> int:
        """Return how many parts all papers have."""
        return len(self._pages) * self._per_page

    def show_papers(self, papers: Sequence[Paper]) -> None:
        """Show papers; the same ones again change nothing."""
        if tuple(papers) != self._pages.papers:
            self._pages = PaperPages(papers)
            self._lay_out()

    def set_draft(self, text: str) -> None:
        """Paint words across each page."""
        self._canvas.set_draft(text)

    def show_part(self, part: int) -> None:
        """Show a part; counted through all pages."""
        if len(self._pages):
            self._part = min(max(part, 0), self.parts - 1)
            self._place()

    def title(self, part: int) -> str:
        """Return the title of the paper a part belongs to."""
        return self._pages.title(self._page_of(part)) if len(self._pages) else ""

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut the pages anew."""
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the border of the paper."""
        painter = QPainter(self)
        painter.setPen(self._look.theme.color("line_strong"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _page_of(self, part: int) -> int:
        return min(part // self._per_page, len(self._pages) - 1)

    def _lay_out(self) -> None:
        self._window.setGeometry(self.rect().adjusted(BORDER, BORDER, -BORDER, -BORDER))
        if not len(self._pages):
            return
        before = self.parts
        height, seen = self._content_height(), self._window.height()
        step = max(1, seen - OVERLAP)
        self._per_page = max(1, ceil((height - OVERLAP) / step))
        self._place()
        if self.parts != before:
            self.parts_changed.emit()

    def _scale(self) -> float:
        width, _ = self._pages.pictures(0).sizes[0]
        return float(self._window.width() / (width - 2 * ASIDE))

    def _content_height(self) -> float:
        _, height = self._pages.pictures(0).sizes[0]
        return float((height - ABOVE - BELOW) * self._scale())

    def _place(self) -> None:
        page = self._page_of(self._part)
        scale = self._scale()
        self._canvas.set_scale(scale)
        self._canvas.show_page(self._pages.pictures(page), self._pages.within(page))
        nth = self._part % self._per_page
        spare = max(0.0, self._content_height() - self._window.height())
        down = spare * nth / (self._per_page - 1) if self._per_page > 1 else 0.0
        self._canvas.move(round(-ASIDE * scale), round(-ABOVE * scale - down))
        self.setAccessibleName(self._pages.title(page))
        self.setAccessibleDescription(self._pages.text(page))
