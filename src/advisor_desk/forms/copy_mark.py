"""Marking each page of an approved paper as a numbered copy, over what stands there.

The approved bytes stay as they are: the mark is drawn onto a copy of them. Clause: S38.
"""

import io

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from advisor_desk.domain.languages import Language
from advisor_desk.forms.fonts import EM, faces
from advisor_desk.forms.pdfium_lock import PDFIUM

_ACROSS, _ANGLE, _DARK = 64.0, 24, 0.29
_THROUGH = 0.12  # the words below stay readable through the mark: nothing is hidden
_LINE, _FOOT = 11.0, 18.0


def marked_copy(content: bytes, across: str, line: str, language: Language) -> bytes:
    """Return a copy of a PDF with pale words across each page, below them a line at the foot."""
    with PDFIUM:
        paper = pypdfium2.PdfDocument(content)
        try:
            for number in range(len(paper)):
                width, height = paper.get_page_size(number)
                mark = pypdfium2.PdfDocument(_mark(width, height, across, line, language))
                drawn = mark.page_as_xobject(0, paper)
                page = paper[number]
                page.insert_obj(drawn.as_pageobject())
                page.gen_content()
                drawn.close()
                mark.close()
            file = io.BytesIO()
            paper.save(file)
        finally:
            paper.close()
    return file.getvalue()


def _mark(width: float, height: float, across: str, line: str, language: Language) -> bytes:
    kept, file = faces(language), io.BytesIO()
    canvas = Canvas(file, pagesize=(width, height), initialFontName=kept.base)  # type: ignore[arg-type]  # stub is wrong
    canvas.saveState()
    canvas.translate(width / 2, height * 0.4)
    canvas.rotate(_ANGLE)
    size = min(_ACROSS, width * EM / max(1.0, kept.width(across)))
    canvas.setFillGray(0.0)
    canvas.setFillAlpha(_THROUGH)
    _draw(canvas, language, -kept.width(across) * size / EM / 2, 0.0, size, across)
    canvas.restoreState()
    canvas.setFillGray(_DARK)
    left = (width - kept.width(line) * _LINE / EM) / 2
    _draw(canvas, language, left, _FOOT, _LINE, line)
    canvas.save()
    return file.getvalue()


def _draw(
    canvas: Canvas, language: Language, left: float, baseline: float, size: float, text: str
) -> None:
    for run in faces(language).runs(text):
        canvas.setFont(run.font, size)
        canvas.drawString(left, baseline, run.text)
        left += run.width * size / EM
