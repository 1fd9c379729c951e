"""Sections onto pages: whole where they fit, long tables and texts broken between their lines.

Head and foot need the number of pages, so they are drawn when all sections stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor_desk.forms.cells import PADDING, blank_box
from advisor_desk.forms.grid import COLUMN, LEFT, WIDTH, Strip
from advisor_desk.forms.heading import Heading
from advisor_desk.forms.page_frame import put_foot, put_head
from advisor_desk.forms.schema import Section
from advisor_desk.forms.sheet import (
    BLACK,
    FRAMED,
    LABEL,
    WHITE,
    Area,
    Sheet,
)
from advisor_desk.forms.strips import strips_of
from advisor_desk.forms.values import Filled

FIRST, LAST = 36.9, 275.4
TITLE_BAR, BETWEEN, TIGHT = 6.0, 2.0, 1.0
_ABOVE_FOOT = 1.2  # below the strip of every page
_BELOW_TEXT = 1.2  # where a text is broken at the foot of a page
_TITLE_SIZE, _NOTE_SIZE = 10.0, 7.0
_CARRIED = 5  # rows of a long section that go to the next page with what is signed below it


@dataclass(frozen=True, slots=True)
class _Titled:
    """A section ready to be placed: number and title, note, strips.

    ``followed_by``: what stands below it on the same page, or both on the next.
    """

    number: int
    title: str
    again: str
    note: str
    strips: Sequence[Strip]
    followed_by: "_Titled | None" = None

    @property
    def height(self) -> float:
        return TITLE_BAR + sum(strip.height for strip in self.strips)

    @property
    def is_long(self) -> bool:
        return any(strip.head for strip in self.strips)


class _Pages:
    """The pages so far, and how far down the last one is filled."""

    def __init__(self, filled: Filled, last: float, between: float) -> None:
        self._filled = filled
        self._last = last
        self._between = between
        self._top = FIRST
        self.sheets = [Sheet(filled.language, 0)]

    def put(self, section: _Titled) -> None:
        """Place a section after those before it."""
        needed, whole_page = self._with_those_below(section), self._last - FIRST
        if needed > whole_page:
            needed = section.height
        if self._top + needed > self._last and not section.is_long and needed <= whole_page:
            self._turn()
        strips = list(section.strips)
        title = section.title
        while strips:
            count = self._that_fit(strips) - self._carried(section, strips)
            if count <= 0:
                self._turn()
                count = max(1, self._that_fit(strips))
            self._piece(section, title, strips[:count])
            strips = strips[count:]
            if strips:
                self._turn()
                title = section.again
                head = strips[0].head
                strips = [head, *strips] if head else strips

    def _with_those_below(self, section: _Titled) -> float:
        below = section.followed_by
        return section.height + (self._between + self._with_those_below(below) if below else 0)

    def _carried(self, section: _Titled, strips: Sequence[Strip]) -> int:
        """Return how many of the last strips are held back for what is below, should it turn."""
        if not section.is_long or section.followed_by is None:
            return 0
        ends = self._top + TITLE_BAR + sum(strip.height for strip in strips)
        below = self._between + self._with_those_below(section.followed_by)
        return _CARRIED if ends <= self._last < ends + below else 0

    def _that_fit(self, strips: Sequence[Strip]) -> int:
        """Return how many strips fit on this page; a head never stands alone at its foot."""
        top = self._top + TITLE_BAR
        count = 0
        for strip in strips:
            top += strip.height
            if top + (0 if strip.ruled else _BELOW_TEXT) > self._last + 1e-6:
                break
            count += 1
        while 0 < count < len(strips) and strips[count].head is strips[count - 1]:
            count -= 1
        return count

    def _turn(self) -> None:
        if self._top > FIRST:
            self.sheets.append(Sheet(self._filled.language, len(self.sheets)))
            self._top = FIRST

    def _piece(self, section: _Titled, title: str, strips: Sequence[Strip]) -> None:
        sheet = self.sheets[-1]
        top = self._top
        _title_bar(sheet, top, section, title)
        at = top + TITLE_BAR
        for number, strip in enumerate(strips):
            if number and strip.ruled:
                sheet.line(LEFT, at, LEFT + WIDTH, at)
            strip.place(sheet, at)
            at += strip.height
        if not strips[-1].ruled:
            at += _BELOW_TEXT
        sheet.frame(Area(LEFT, top, WIDTH, at - top), FRAMED)
        self._top = at + self._between


def _title_bar(sheet: Sheet, top: float, section: _Titled, title: str) -> None:
    sheet.fill([Area(LEFT, top, TITLE_BAR, TITLE_BAR)])
    baseline = top + 4.3
    sheet.text(
        LEFT + TITLE_BAR / 2,
        baseline,
        str(section.number),
        _TITLE_SIZE,
        bold=True,
        grey=WHITE,
        align="centre",
    )
    sheet.text(LEFT + TITLE_BAR + 2, baseline, title, _TITLE_SIZE, bold=True)
    if section.note:
        end = LEFT + WIDTH - PADDING
        sheet.text(end, baseline - 0.2, section.note, _NOTE_SIZE, grey=LABEL, align="right")
    sheet.line(LEFT, top + TITLE_BAR, LEFT + WIDTH, top + TITLE_BAR, BLACK)


def pages_of(filled: Filled, heading: Heading) -> list[Sheet]:
    """Return the filled pages of a form, heads and feet included."""
    layout = filled.template.layout
    taken = layout.every_page_height + _ABOVE_FOOT + BETWEEN if layout.every_page else 0.0
    sections = _titled(layout.section, filled)
    sheets = _paged(sections, filled, LAST - taken)
    for sheet in sheets:
        put_head(sheet, filled, heading, len(sheets))
        put_foot(sheet, filled, heading, len(sheets))
        if layout.every_page:
            _every_page(sheet, filled)
    return sheets


def _paged(sections: Sequence[_Titled], filled: Filled, last: float) -> list[Sheet]:
    """Return the pages; sections move closer together where that saves a page."""
    tries = []
    for between in (BETWEEN, TIGHT):
        pages = _Pages(filled, last, between)
        for section in sections:
            pages.put(section)
        tries.append(pages.sheets)
        if len(pages.sheets) == 1:
            break
    return min(tries, key=len)


def _titled(sections: Sequence[Section], filled: Filled) -> Sequence[_Titled]:
    found: list[_Titled] = []
    below: _Titled | None = None
    for number, section in reversed([*enumerate(sections, start=1)]):
        if not filled.is_on(section.only_if):
            continue
        title = filled.words(f"section.{section.id}")
        again = filled.words("continued").format(title=title)
        note = _note(section.id, filled)
        found.append(_Titled(number, title, again, note, strips_of(section, filled), below))
        below = found[-1] if section.with_before else None
    return found[::-1]


def _note(section: str, filled: Filled) -> str:
    """Return a section's note: that of a switch which is on, before the usual one."""
    of_switches = (
        filled.words_or_none(f"note_if.{switch}.{section}")
        for switch in filled.template.layout.switches
        if filled.is_on(switch)
    )
    return next(filter(None, of_switches), filled.words_or_none(f"note.{section}"))


def _every_page(sheet: Sheet, filled: Filled) -> None:
    layout = filled.template.layout
    height = layout.every_page_height
    left, top = LEFT, LAST - _ABOVE_FOOT - height
    for cell in layout.every_page:
        area = Area(left, top, cell.columns * COLUMN, height)
        blank_box(cell, filled, height, sheet.page).place(sheet, area)
        left = area.right
        if left < LEFT + WIDTH:
            sheet.line(left, area.top, left, area.bottom)
    sheet.frame(Area(LEFT, top, WIDTH, height), FRAMED)
