"""Form F1 rendered and read back, beside the bare canvas drawing the same page.

The bare canvas draws the very same strings, lines and rectangles in the same fonts, straight from
tuples made beforehand: no template, no values, no layout, no checks. The limit is twice its time.
"""

import gc
import io
import statistics
import time
from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas
from tests.bench.figure import Figure
from tests.forms.examples import AT, example, heading

from advisor_desk.domain.languages import Language
from advisor_desk.forms.fonts import faces
from advisor_desk.forms.pages import pages_of
from advisor_desk.forms.rendering import render
from advisor_desk.forms.sheet import FillMark, Mark, RoundMark, TextMark
from advisor_desk.forms.template import load_template
from advisor_desk.forms.values import fill

RUNS = 40
LANGUAGE = Language.zh_TW
A4 = (595.2756, 841.8898)


def bench_f1_render() -> Figure:
    """Render F1 with its checks, warm, in turns with the bare canvas."""
    template, values, head = load_template("F1", AT.date()), example("F1", LANGUAGE), heading()
    marks = [sheet.marks for sheet in pages_of(fill(template, values, LANGUAGE), head)]
    ours, bare = (
        statistics.median(times) * 1000
        for times in _in_turns(
            lambda: render(template, values, language=LANGUAGE, heading=head),
            lambda: _bare(marks),
        )
    )
    note = f"median of {RUNS} in turns; bare canvas {bare:.1f} ms, {ours / bare:.2f} times as long"
    return Figure("F1 rendered and read back", ours, 2 * bare, "ms", note)


def _bare(pages: Sequence[Sequence[Mark]]) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, A4, invariant=1, pageCompression=1, initialFontName=faces(LANGUAGE).base)
    for marks in pages:
        for mark in marks:
            if isinstance(mark, TextMark):
                canvas.setFillGray(mark.grey)
                canvas.setFont(mark.font, mark.size)
                canvas.drawString(mark.x, mark.y, mark.text)
            elif isinstance(mark, FillMark):
                canvas.setFillGray(mark.grey)
                path = canvas.beginPath()
                for rectangle in mark.rectangles:
                    path.rect(*rectangle)
                canvas.drawPath(path, stroke=0, fill=1)
            elif isinstance(mark, RoundMark):
                canvas.setFillGray(mark.grey)
                place = (mark.left, mark.bottom, mark.width, mark.height, mark.radius)
                canvas.roundRect(*place, stroke=0, fill=1)
            else:
                canvas.setStrokeGray(mark.grey)
                canvas.setLineWidth(mark.width)
                path = canvas.beginPath()
                path.moveTo(*mark.points[0])
                for point in mark.points[1:]:
                    path.lineTo(*point)
                canvas.drawPath(path, stroke=1, fill=0)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _in_turns(*works: Callable[[], object]) -> list[list[float]]:
    times: list[list[float]] = [[] for _ in works]
    gc.collect()
    for run in range(RUNS + 3):
        for work, kept in zip(works, times, strict=True):
            started = time.perf_counter()
            work()
            if run >= 3:  # the first fill caches
                kept.append(time.perf_counter() - started)
    return times
