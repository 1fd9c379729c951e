"""A strip of a page around one box, so that people see where their ink will land."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.paper_pages import Paper, PaperPages
from advisor_desk.ui.papers.set_of_forms import BoxToWrite
from advisor_desk.ui.widgets.page_canvas import PageCanvas, PageMark

WIDTH, HEIGHT = 402, 124
ASIDE = 38.0  # points of the paper's margin that are left out


class PageGlimpse(QWidget):
    """Shows the box framed, as high as it is small."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages = PaperPages(())
        self._window = QWidget(self)
        self._canvas = PageCanvas(look)
        self._canvas.setParent(self._window)
        self.setFixedSize(WIDTH, HEIGHT)
        self._window.setGeometry(1, 1, WIDTH - 2, HEIGHT - 2)

    def show_box(self, papers: Sequence[Paper], box: BoxToWrite) -> None:
        """Show the strip around a box of these papers."""
        if tuple(papers) != self._pages.papers:
            self._pages = PaperPages(papers)
        if box.page >= len(self._pages):
            return
        pictures, within = self._pages.pictures(box.page), self._pages.within(box.page)
        width, _ = pictures.sizes[within]
        scale = (WIDTH - 2) / (width - 2 * ASIDE)
        mark = PageMark(within, *box.rectangle, 0, is_now=True)
        self._canvas.set_scale(scale)
        self._canvas.show_page(pictures, within)
        self._canvas.set_marks((mark,))
        middle = self._canvas.place_of(mark).center().y()
        self._canvas.move(round(-ASIDE * scale), round(HEIGHT / 2 - middle))
        self.setAccessibleName(self._pages.title(box.page))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the border."""
        painter = QPainter(self)
        painter.setPen(self._look.theme.color("line_strong"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
