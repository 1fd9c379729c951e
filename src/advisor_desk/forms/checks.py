"""A printed form read back: what stands on the paper is what was given, and nothing else.

The bytes are opened by another library than the one that wrote them.
"""

import ctypes
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.boxes import HandBox, PrintedText, TickBox
from advisor_desk.forms.fonts import drawn
from advisor_desk.forms.pdfium_lock import PDFIUM
from advisor_desk.forms.sheet import Sheet

_TICK = 3  # segments of its path


def check_printed(content: bytes, sheets: Sequence[Sheet]) -> None:
    """Compare a printed form with the pages it was drawn from.

    Raises:
        BadInput: ``FORM_CHECK_FAILED`` naming the field, box or page count that differs.
    """
    with PDFIUM:
        document = pypdfium2.PdfDocument(content)
        try:
            if len(document) != len(sheets):
                raise BadInput("FORM_CHECK_FAILED", field="pages", found=len(document))
            for sheet in sheets:
                _check_page(document, sheet)
        finally:
            document.close()


def _check_page(document: pypdfium2.PdfDocument, sheet: Sheet) -> None:
    page = document[sheet.page]
    text_page = page.get_textpage()
    for printed in sheet.printed:
        found = _inside(text_page, printed)
        if _bare(found) != _bare(printed.text):
            raise BadInput("FORM_CHECK_FAILED", field=printed.field, found=found)
    for box in sheet.by_hand:
        found = _inside(text_page, box)
        if _bare(found):
            raise BadInput("FORM_CHECK_FAILED", field=box.name, found=found)
    strokes = tuple(_strokes(page))
    for tick in sheet.ticks:
        if any(_is_in(middle, tick) for middle in strokes) != tick.ticked:
            raise BadInput("FORM_CHECK_FAILED", field=tick.field, found=tick.option)


def _inside(text_page: pypdfium2.PdfTextPage, place: PrintedText | HandBox) -> str:
    return str(
        text_page.get_text_bounded(
            place.left, place.bottom, place.left + place.width, place.bottom + place.height
        )
    )


def _bare(text: str) -> str:
    """Return a text without spaces and what is not drawn of it."""
    return "".join(drawn(text).split())


def _strokes(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    """Yield the middle of each tick-shaped path of a page; fonts of its texts are looked at too."""
    edges = tuple(ctypes.c_float() for _ in range(4))
    for number in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, number)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            font = pdfium.FPDFTextObj_GetFont(thing)
            if not pdfium.FPDFFont_GetIsEmbedded(font):
                raise BadInput("FORM_CHECK_FAILED", field="font", found=f"object {number}")
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPath_CountSegments(thing) == _TICK:
            pdfium.FPDFPageObj_GetBounds(thing, *edges)
            left, bottom, right, top = (edge.value for edge in edges)
            yield (left + right) / 2, (bottom + top) / 2


def _is_in(middle: tuple[float, float], box: TickBox) -> bool:
    return 0 < middle[0] - box.left < box.size and 0 < middle[1] - box.bottom < box.size
