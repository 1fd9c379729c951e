"""Pages of a form as pictures, for the screen: the bytes themselves, filled boxes included."""

from math import ceil

import pypdfium2

from advisor_desk.forms.pdfium_lock import PDFIUM


class Picture:
    """A page as pixels, blue first, three bytes each, ``stride`` bytes a line."""

    __slots__ = ("height", "pixels", "stride", "width")

    def __init__(self, width: int, height: int, stride: int, pixels: bytes) -> None:
        self.width = width
        self.height = height
        self.stride = stride
        self.pixels = pixels


class PagePictures:
    """A PDF whose pages are looked at. ``sizes`` are the pages' in points."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        with PDFIUM:
            document = pypdfium2.PdfDocument(content)
            try:
                self.sizes: tuple[tuple[float, float], ...] = tuple(
                    document.get_page_size(page) for page in range(len(document))
                )
            finally:
                document.close()

    def height(self, page: int, scale: float) -> int:
        """Return how many pixels high a page is at ``scale`` pixels a point."""
        return ceil(self.sizes[page][1] * scale)

    def band(self, page: int, scale: float, top: int, rows: int) -> Picture | None:
        """Return ``rows`` rows of pixels of a page from ``top`` on, ``scale`` pixels a point.

        None while another thread works with pdfium: ask again in a moment rather than wait.
        """
        if not PDFIUM.acquire(blocking=False):
            return None
        below = max(0, self.height(page, scale) - top - rows)
        # The library rounds what is left out up to whole pixels.
        left_out = (0.0, _less(below) / scale, 0.0, _less(top) / scale)
        try:
            document = pypdfium2.PdfDocument(self.content)
            try:
                document.init_forms()
                bitmap = document[page].render(scale=scale, crop=left_out, may_draw_forms=True)
                pixels = bytes(bitmap.buffer)
                found = Picture(bitmap.width, bitmap.height, bitmap.stride, pixels)
                bitmap.close()
            finally:
                document.close()
        finally:
            PDFIUM.release()
        return found

    def text(self, page: int) -> str:
        """Return what can be read on a page."""
        with PDFIUM:
            document = pypdfium2.PdfDocument(self.content)
            try:
                return str(document[page].get_textpage().get_text_range())
            finally:
                document.close()


def page_count(content: bytes) -> int:
    """Return how many pages a PDF has; 0 where it cannot be read."""
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            return 0
        try:
            return len(document)
        finally:
            document.close()


def _less(pixels: int) -> float:
    return pixels - 0.5 if pixels else 0.0
