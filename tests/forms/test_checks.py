"""The check after printing sees what it is there for: each test breaks one thing."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.forms.examples import AT, example, heading

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput
from advisor_desk.forms.checks import check_printed
from advisor_desk.forms.drawing import drawn
from advisor_desk.forms.pages import pages_of
from advisor_desk.forms.sheet import Sheet, StrokeMark, TextMark
from advisor_desk.forms.template import load_template
from advisor_desk.forms.values import fill


def sheets(form: str = "F1") -> list[Sheet]:
    filled = fill(load_template(form, AT.date()), example(form, Language.zh_TW), Language.zh_TW)
    return pages_of(filled, heading())


def printed(pages: list[Sheet]) -> bytes:
    return drawn(pages, title="t", subject="s", author="a")


def text_changed(pages: list[Sheet]) -> None:
    marks = pages[0].marks
    at = next(n for n, m in enumerate(marks) if isinstance(m, TextMark) and m.text == "陳淑芬")
    mark = marks[at]
    assert isinstance(mark, TextMark)
    marks[at] = replace(mark, text="陳淑芳")


def text_left_out(pages: list[Sheet]) -> None:
    marks = pages[0].marks
    marks[:] = [m for m in marks if not (isinstance(m, TextMark) and m.text == "陳淑芬")]


def text_overprinted(pages: list[Sheet]) -> None:
    place = next(one for one in pages[0].printed if one.field == "client_name")
    font = next(m.font for m in pages[0].marks if isinstance(m, TextMark))
    pages[0].marks.append(TextMark(place.left + 60, place.bottom + 4, font, 8, 0, "乙"))


def text_in_a_box(pages: list[Sheet]) -> None:
    box = next(one for one in pages[0].by_hand if one.name == "client")
    font = next(m.font for m in pages[0].marks if isinstance(m, TextMark))
    pages[0].marks.append(TextMark(box.left + 20, box.bottom + 10, font, 8, 0, "乙"))


def tick_left_out(pages: list[Sheet]) -> None:
    marks = pages[0].marks
    ticks = [m for m in marks if isinstance(m, StrokeMark) and len(m.points) == 3]
    marks.remove(ticks[0])


def tick_elsewhere(pages: list[Sheet]) -> None:
    marks = pages[0].marks
    boxes = [one for one in pages[0].ticks if one.field == "kind"]
    there = next(one for one in boxes if one.ticked)
    other = next(one for one in boxes if not one.ticked)
    tick = next(m for m in marks if isinstance(m, StrokeMark) and len(m.points) == 3)
    moved = tuple((x + other.left - there.left, y) for x, y in tick.points)
    marks[marks.index(tick)] = replace(tick, points=moved)


@pytest.mark.parametrize(
    ("damage", "field"),
    [
        (text_changed, "client_name"),
        (text_left_out, "client_name"),
        (text_overprinted, "client_name"),
        (text_in_a_box, "client"),
        (tick_left_out, "kind"),
        (tick_elsewhere, "kind"),
    ],
)
def test_what_differs_is_named(damage: Callable[[list[Sheet]], None], field: str) -> None:
    pages = sheets()
    damage(pages)
    with pytest.raises(BadInput) as caught:
        check_printed(printed(pages), pages)
    assert (caught.value.code, caught.value.facts["field"]) == ("FORM_CHECK_FAILED", field)


def test_a_form_as_drawn_passes() -> None:
    pages = sheets()
    assert check_printed(printed(pages), pages) is None


def test_a_missing_page_is_seen() -> None:
    pages = sheets("F2")
    with pytest.raises(BadInput) as caught:
        check_printed(printed(pages[:1]), pages)
    assert caught.value.facts["field"] == "pages"


def test_a_font_that_is_not_in_the_file_is_seen() -> None:
    pages = sheets()
    pages[0].marks.append(TextMark(20, 20, "Helvetica", 8, 0, "x"))
    with pytest.raises(BadInput) as caught:
        check_printed(printed(pages), pages)
    assert caught.value.facts["field"] == "font"
