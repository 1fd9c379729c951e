"""One page of a form as it is printed, with what the viewer paints over it and never into it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from advisor_desk.forms.page_pictures import PagePictures
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import Theme, theme

ASK_AGAIN_MS = 30
DRAFT_ANGLE = -24
BAND = 512  # rows of a picture rendered in one go
KEPT = 16  # bands, the newest
NUMBER = 22  # pixels of a mark's circle at 100 %
PER_POINT = 96 / 72  # pixels a point at 100 %
PAPER = QColor(255, 255, 255)


@dataclass(frozen=True, slots=True)
class PageMark:
    """A box on a page (from 0), in points from the lower left.

    ``is_done`` once it is filled, ``is_now`` while it is written in; number 0 is not painted.
    """

    page: int
    left: float
    bottom: float
    width: float
    height: float
    number: int
    is_done: bool = False
    is_now: bool = False


class PageCanvas(QWidget):
    """Paints one page as large as its scale says; what is seen of it is rendered then.

    ``painted`` tells, while it paints, that nothing of what is seen is missing.
    """

    painted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._over_paper: Theme = theme("light")  # paper is white in every theme
        self._pictures: PagePictures | None = None
        self._page = 0
        self._scale = PER_POINT
        self._marks: tuple[PageMark, ...] = ()
        self._draft = ""
        self._kept: dict[tuple[int, float, int], QPixmap] = {}
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(ASK_AGAIN_MS)
        self._again.timeout.connect(self.update)

    def show_page(self, pictures: PagePictures, page: int) -> None:
        """Show a page of a paper."""
        if pictures is not self._pictures:
            self._kept.clear()
            self._pictures = pictures
        self._page = page
        self._resize()

    def set_scale(self, scale: float) -> None:
        """Show the page larger or smaller: pixels a point."""
        self._scale = scale
        self._resize()

    def set_marks(self, marks: Sequence[PageMark]) -> None:
        """Show these boxes; those of other pages are not painted."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.update()

    def set_draft(self, text: str) -> None:
        """Paint words across the page; empty: none."""
        self._draft = text
        self.update()

    def page_size(self) -> tuple[float, float]:
        """Return width and height of the page in points."""
        return self._pictures.sizes[self._page] if self._pictures else (0.0, 0.0)

    def place_of(self, mark: PageMark) -> QRectF:
        """Return where a box of this page is painted."""
        _, height = self.page_size()
        top = height - mark.bottom - mark.height
        scale = self._scale
        return QRectF(mark.left * scale, top * scale, mark.width * scale, mark.height * scale)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the page's size."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the page, the draft mark and the marks of boxes."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), PAPER)
        if self._paint_page(painter, event.rect()):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_draft(painter)
            for mark in self._marks:
                if mark.page == self._page:
                    self._paint_mark(painter, mark)
            self.painted.emit()
        painter.end()

    def _resize(self) -> None:
        width, height = self.page_size()
        self.setFixedSize(round(width * self._scale), round(height * self._scale))
        self.update()

    def _paint_page(self, painter: QPainter, wanted: QRect) -> bool:
        """Paint the bands of the page that are wanted; say whether all of them are there."""
        ratio = self.devicePixelRatioF()
        first = int(wanted.top() * ratio) // BAND
        last = int(wanted.bottom() * ratio) // BAND
        is_whole = self._pictures is not None
        for number in range(first, last + 1):
            band = self._band(number, ratio)
            if band is None:
                is_whole = False
            elif not band.isNull():
                painter.drawPixmap(QPointF(0, number * BAND / ratio), band)
        return is_whole

    def _band(self, number: int, ratio: float) -> QPixmap | None:
        """Return a band of the page; None while pdfium is busy elsewhere, asked again soon."""
        pictures, scale = self._pictures, self._scale * ratio
        key = (self._page, scale, number)
        if pictures is None or key in self._kept:
            return self._kept.get(key)
        rows = min(BAND, pictures.height(self._page, scale) - number * BAND)
        if rows <= 0:
            return QPixmap()
        found = pictures.band(self._page, scale, number * BAND, rows)
        if found is None:
            self._again.start()
            return None
        image = QImage(
            found.pixels, found.width, found.height, found.stride, QImage.Format.Format_BGR888
        )
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        while len(self._kept) >= KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[key] = pixmap
        return pixmap

    def _paint_draft(self, painter: QPainter) -> None:
        if not self._draft:
            return
        font = QFont(self._look.theme.font("title"))
        font.setPixelSize(max(12, round(self.width() / 9)))
        wide = QFontMetrics(font).horizontalAdvance(self._draft)
        if wide > self.width():
            font.setPixelSize(max(12, font.pixelSize() * self.width() // wide))
        painter.save()
        painter.setOpacity(self._over_paper.opacity("draft_mark"))
        painter.setPen(self._over_paper.color("ink"))
        painter.setFont(font)
        for part in (0.3, 0.72):
            painter.save()
            painter.translate(QPointF(self.width() / 2, self.height() * part))
            painter.rotate(DRAFT_ANGLE)
            half = self.width() * 0.7
            place = QRectF(-half, -100, 2 * half, 200)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._draft)
            painter.restore()
        painter.restore()

    def _paint_mark(self, painter: QPainter, mark: PageMark) -> None:
        color, place = self._over_paper.color, self.place_of(mark)
        line = "primary" if mark.is_now else "ok" if mark.is_done else "mark_line"
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        if not mark.is_done and not mark.is_now:
            painter.fillRect(place, color("mark_fill"))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(color(line), 3 if mark.is_now else 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
        if mark.number:
            self._paint_number(painter, mark, place)

    def _paint_number(self, painter: QPainter, mark: PageMark, place: QRectF) -> None:
        color = self._over_paper.color
        side = min(NUMBER, place.height() - 2)
        circle = QRectF(place.right() - side - 4, place.top() + 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("ok" if mark.is_done else "mark_number"))
        painter.drawEllipse(circle)
        font = QFont(self._look.theme.font("strong"))
        font.setPixelSize(max(8, round(side * 0.62)))
        painter.setFont(font)
        painter.setPen(color("on_mark_number"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(mark.number))
