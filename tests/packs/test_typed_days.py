"""A day is taken as it is typed and as the program writes it; nothing else passes for one."""

from datetime import date, datetime, time

import pytest

from advisor_desk.domain.languages import Language
from advisor_desk.packs.typed_days import day_as_typed, moment_as_typed
from advisor_desk.packs.wording import day_text, unbroken


@pytest.mark.parametrize("language", Language)
def test_what_the_program_writes_is_read_back(language: Language) -> None:
    for month in range(1, 13):
        day = date(2026, month, 23)
        said = day_text(day, language)
        for typed in (said, unbroken(said), f" {said.upper()} "):
            assert day_as_typed(typed) == day, typed


@pytest.mark.parametrize(
    "typed",
    [
        "2026-01-03",
        "20260103",
        "2026/1/3",
        "2026.01.03",
        "2026年1月3日",
        "2026 年 01 月 03 日",
        "3 january 2026",
        "２０２６－０１－０３",
        "２０２６年１月３日",
    ],
)
def test_a_day_is_read_in_every_usual_spelling(typed: str) -> None:
    assert day_as_typed(typed) == date(2026, 1, 3)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1984-W10-4",
        "1990W186",
        "2026-W50-1",
        "2026-02-30",
        "0000-01-01",
        "01/03/2026",
        "2026-1 1-23",
        "30 February 2026",
        "23 Novembers 2026",
        "2 3 November 2026",
        "23 November",
        "23 November 2026 or so",
    ],
)
def test_nothing_else_passes_for_a_day(typed: str) -> None:
    assert day_as_typed(typed) is None


@pytest.mark.parametrize(
    "typed", ["2026-11-24 9:05", "２０２６－１１－２４　０９：０５", "24 November 2026 09:05"]
)
def test_a_day_with_its_hour_is_read(typed: str) -> None:
    assert moment_as_typed(typed) == datetime.combine(date(2026, 11, 24), time(9, 5))


@pytest.mark.parametrize(
    "typed", ["", "2026-11-24", "9:05", "2026-11-24 24:00", "2026-11-31 09:05"]
)
def test_a_day_without_its_hour_is_no_meeting(typed: str) -> None:
    assert moment_as_typed(typed) is None
