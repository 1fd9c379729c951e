"""Head and foot of a page: whose paper it is, which page, under which rules it was made.

The code beside the QR names this page of this form; both carry the head of the event chain, so
that paper in the client's hands anchors the records against being rolled back.
"""

import math
from collections.abc import Iterator

import segno

from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.fonts import EM, faces
from advisor_desk.forms.heading import Heading, page_code
from advisor_desk.forms.sheet import LABEL, POINTS, WHITE, Area, Sheet
from advisor_desk.forms.typesetting import broken, fit
from advisor_desk.forms.values import Filled

LEFT, RIGHT, TOP, MIDDLE = 15.0, 195.0, 12.0, 105.0
_MARK = 12.0
_QR = 17.6  # its quiet zone of 4 modules ends above the page code
_NUMBER_BASELINE = 34.9
_TITLE_SIZE, _BANK_SIZE, _OUTLET_SIZE, _PAGE_SIZE = 16.0, 12.0, 8.5, 9.5
_SMALL, _FOOT_SIZE = 7.5, 7.0
_TITLE_GAP = 5.0
_TITLE_END, _BANK_ROOM, _FOOT_ROOM = 171.0, 46.0, 142.0
_FOOT_RULE, _FOOT_STEP = 276.6, 3.3
_DIGEST_SHOWN = 8


def put_head(sheet: Sheet, filled: Filled, heading: Heading, pages: int) -> None:
    """Draw mark, bank and outlet, title, form number, QR and page code."""
    _mark(sheet)
    _title(sheet, filled, _bank(sheet, filled.words("bank"), heading.outlet))
    prompt = filled.words("form_number")
    sheet.text(LEFT, _NUMBER_BASELINE, prompt, _SMALL, grey=LABEL)
    left = LEFT + faces(sheet.language).width(prompt) * _SMALL / EM / POINTS + 2.5
    sheet.text(left, _NUMBER_BASELINE, heading.number, 11, bold=True)
    area = Area(left, 0, 75, _NUMBER_BASELINE)
    sheet.value("number", area, _NUMBER_BASELINE, 11, heading.number)
    _qr(sheet, filled, heading, pages)


def _bank(sheet: Sheet, bank: str, outlet: str) -> float:
    """Set bank and outlet beside the mark; return where they end."""
    left = LEFT + _MARK + 3
    fitted = fit(outlet, faces(sheet.language), _BANK_ROOM * POINTS, largest=_OUTLET_SIZE, lines=3)
    if fitted is None:
        raise BadInput("TEXT_TOO_WIDE", field="outlet", lines=3, millimetres=f"{_BANK_ROOM:g}")
    sheet.text(left, TOP + 5.6, bank, _BANK_SIZE, bold=True)
    for number, line in enumerate(fitted.lines):
        baseline = TOP + 10.4 + number * fitted.size * 1.25 / POINTS
        sheet.text(left, baseline, line, fitted.size, grey=LABEL)
    widest = max(faces(sheet.language).width(line) for line in fitted.lines) * fitted.size
    own = faces(sheet.language, bold=True).width(bank) * _BANK_SIZE
    return left + max(widest, own) / EM / POINTS


def _title(sheet: Sheet, filled: Filled, free_from: float) -> None:
    """Set the title in the middle of the page, or of what bank and QR leave free."""
    kept = faces(sheet.language, bold=True)
    free = _TITLE_END - free_from - _TITLE_GAP
    fitted = fit(filled.words("title"), kept, free * POINTS, largest=_TITLE_SIZE, lines=2)
    assert fitted, "a title of the template does not fit"  # noqa: S101 - shipped data, tested
    half = max(kept.width(line) for line in fitted.lines) * fitted.size / EM / POINTS / 2
    middle = MIDDLE
    if MIDDLE - half < free_from + _TITLE_GAP or MIDDLE + half > _TITLE_END:
        middle = free_from + _TITLE_GAP + free / 2
    baseline = TOP + 8.8 - (len(fitted.lines) - 1) * 3.2
    for line in fitted.lines:
        sheet.text(middle, baseline, line, fitted.size, bold=True, align="centre")
        baseline += fitted.size * 1.2 / POINTS
    edition = filled.template.edition.isoformat()
    note = filled.words("edition").format(
        form=filled.template.form, edition=edition, copies=filled.words("copies")
    )
    sheet.text(middle, TOP + 16.2, note, _SMALL, grey=LABEL, align="centre")


def _mark(sheet: Sheet) -> None:
    """Draw the mark of the invented bank: a gate in a black square."""
    sheet.round_fill(Area(LEFT, TOP, _MARK, _MARK), 2.4)
    for radius, width in ((3.5, 3.0), (1.2, 2.0)):
        centre, spring = LEFT + _MARK / 2, TOP + 6.6
        arch = [
            (centre - radius * math.cos(turn), spring - radius * math.sin(turn))
            for turn in (math.pi * step / 24 for step in range(25))
        ]
        foot = TOP + _MARK - 2.6
        outline = [(centre - radius, foot), *arch, (centre + radius, foot)]
        sheet.stroke(outline, width, WHITE)


def _qr(sheet: Sheet, filled: Filled, heading: Heading, pages: int) -> None:
    form, page = filled.template.form, sheet.page + 1
    code = page_code(heading, form, page)
    content = f"{heading.number}/{form}/{page}/{pages}/{code}/{heading.chain_head}"
    # One fixed mask: trying all eight costs as much as laying out the page, and readers take any.
    matrix = segno.make_qr(content.upper(), error="m", mask=3).matrix
    module = _QR / len(matrix)
    left = RIGHT - _QR
    sheet.fill(
        [
            Area(left + start * module, TOP + row * module, length * module, module)
            for row, bits in enumerate(matrix)
            for start, length in _stretches(bits)
        ]
    )
    text = filled.words("page_code").format(code=code)
    sheet.text(RIGHT, _NUMBER_BASELINE, text, _SMALL, grey=LABEL, align="right")
    sheet.value("page_code", Area(RIGHT - 40, 0, 40, _NUMBER_BASELINE), _NUMBER_BASELINE, 7, text)


def _stretches(bits: bytearray) -> Iterator[tuple[int, int]]:
    """Yield start and length of the dark stretches of a row."""
    start = -1
    for at, dark in enumerate((*bits, 0)):
        if dark and start < 0:
            start = at
        elif not dark and start >= 0:
            yield start, at - start
            start = -1


def put_foot(sheet: Sheet, filled: Filled, heading: Heading, pages: int) -> None:
    """Draw rule packs and digests, chain head, and page n of m."""
    sheet.line(LEFT, _FOOT_RULE, RIGHT, _FOOT_RULE)
    room = _FOOT_ROOM * POINTS * EM / _FOOT_SIZE
    text = "\n".join(_foot_texts(filled, heading))
    baseline = _FOOT_RULE + 3.6
    for line in broken(text, faces(sheet.language), room):
        sheet.text(LEFT, baseline, line, _FOOT_SIZE, grey=LABEL)
        baseline += _FOOT_STEP
    count = filled.words("page_of").format(page=sheet.page + 1, pages=pages)
    baseline = _FOOT_RULE + 6
    sheet.text(RIGHT, baseline, count, _PAGE_SIZE, bold=True, align="right")
    sheet.value("page_of", Area(RIGHT - 36, 0, 36, baseline), baseline, _PAGE_SIZE, count)


def _foot_texts(filled: Filled, heading: Heading) -> Iterator[str]:
    packs = filled.words("between_packs").join(
        filled.words("digested").format(name=pack.name, digest=pack.sha256[:_DIGEST_SHOWN])
        for pack in heading.packs
    )
    yield filled.words("packs").format(packs=packs or filled.words("none"))
    yield filled.words("chain").format(
        head=heading.chain_head,
        digest=filled.template.digest[:_DIGEST_SHOWN],
        made_at=heading.made_at.strftime("%Y-%m-%d %H:%M"),
        station=heading.station,
    )
