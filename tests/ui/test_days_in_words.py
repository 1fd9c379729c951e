"""A day is said as it is written in the reader's language; the command line keeps its own form."""

from datetime import date

import pytest

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import BadInput, ClockRefused, NotPermitted
from advisor_desk.packs.wording import NO_BREAK_SPACE, trouble_text, unbroken
from advisor_desk.ui.words import Wording

DAY = date(2026, 3, 1)
IN_FULL = [
    (Language.en, "1 March 2026", "March 2026"),
    (Language.zh_CN, "2026 年 3 月 1 日", "2026 年 3 月"),
    (Language.zh_TW, "2026 年 3 月 1 日", "2026 年 3 月"),
]


@pytest.mark.parametrize(("language", "day", "month"), IN_FULL)
def test_a_day_and_its_month_stand_with_their_year(
    language: Language, day: str, month: str
) -> None:
    words = Wording(language)
    assert (words.day(DAY), words.month(DAY)) == (unbroken(day), unbroken(month))


@pytest.mark.parametrize(("language", "day", "_month"), IN_FULL)
def test_a_trouble_says_its_day_in_full_on_the_screen_alone(
    language: Language, day: str, _month: str
) -> None:
    trouble = NotPermitted("ADVISER_UNCERTIFIED", clause="S23", day=DAY)
    said = Wording(language).trouble(trouble)
    assert unbroken(day) in said
    assert said.replace(unbroken(day), "2026-03-01") == trouble_text(trouble, language)


def test_a_dash_in_the_place_of_a_day_is_said_as_it_is() -> None:
    none = BadInput("QUESTIONNAIRE_NOT_IN_FORCE", questionnaire="ten-item", on=DAY, first="-")
    said = Wording(Language.en).trouble(none)
    assert f"no edition on {unbroken('1 March 2026')}; the first one starts on -." in said


@pytest.mark.parametrize("language", Language)
def test_no_line_breaks_inside_a_day(language: Language) -> None:
    words = Wording(language)
    assert not any(" " in said for said in (words.day(DAY), words.month(DAY), words.long_day(DAY)))


@pytest.mark.parametrize("language", Language)
def test_no_line_breaks_inside_the_moments_of_a_clock_behind(language: Language) -> None:
    times = {"now": "2026-11-22 08:00+08:00", "newest": "2026-11-23 09:00+08:00"}
    behind = ClockRefused("CLOCK_BEHIND", **times)
    words = Wording(language)
    assert words.day(date(2026, 11, 23)) in words.trouble(behind)
    assert NO_BREAK_SPACE not in trouble_text(behind, language)
