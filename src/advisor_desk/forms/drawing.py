"""Marks of filled pages onto a reportlab canvas, one page after the other."""

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from advisor_desk.forms.fonts import faces
from advisor_desk.forms.sheet import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    POINTS,
    FillMark,
    Mark,
    RoundMark,
    Sheet,
    StrokeMark,
    TextMark,
)


def drawn(sheets: Sequence[Sheet], *, title: str, subject: str, author: str) -> bytes:
    """Return the PDF of filled pages: the same marks give the same bytes.

    ``subject`` stands uncompressed in the file, so that even a damaged one tells its number.
    """
    language = sheets[0].language
    file = io.BytesIO()
    canvas = Canvas(
        file,
        pagesize=(PAGE_WIDTH * POINTS, PAGE_HEIGHT * POINTS),
        invariant=1,
        pageCompression=1,
        initialFontName=faces(language).base,  # type: ignore[arg-type]  # stub is wrong
        lang=language.name.replace("_", "-"),
    )
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setKeywords(subject)
    canvas.setAuthor(author)
    canvas.setCreator("advisor_desk")
    canvas.setProducer("advisor_desk")
    for sheet in sheets:
        _draw(canvas, sheet.marks)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw(canvas: Canvas, marks: Sequence[Mark]) -> None:
    canvas.setLineCap(0)
    canvas.setLineJoin(0)
    for mark in marks:
        if isinstance(mark, TextMark):
            canvas.setFillGray(mark.grey)
            canvas.setFont(mark.font, mark.size)
            canvas.drawString(mark.x, mark.y, mark.text)
        elif isinstance(mark, StrokeMark):
            _stroke(canvas, mark)
        elif isinstance(mark, FillMark):
            _fill(canvas, mark)
        else:
            _round(canvas, mark)


def _stroke(canvas: Canvas, mark: StrokeMark) -> None:
    canvas.setStrokeGray(mark.grey)
    canvas.setLineWidth(mark.width)
    path = canvas.beginPath()
    path.moveTo(*mark.points[0])
    for point in mark.points[1:]:
        path.lineTo(*point)
    if mark.closed:
        path.close()
    canvas.drawPath(path, stroke=1, fill=0)


def _fill(canvas: Canvas, mark: FillMark) -> None:
    canvas.setFillGray(mark.grey)
    path = canvas.beginPath()
    for rectangle in mark.rectangles:
        path.rect(*rectangle)
    canvas.drawPath(path, stroke=0, fill=1)


def _round(canvas: Canvas, mark: RoundMark) -> None:
    canvas.setFillGray(mark.grey)
    canvas.roundRect(mark.left, mark.bottom, mark.width, mark.height, mark.radius, stroke=0, fill=1)
