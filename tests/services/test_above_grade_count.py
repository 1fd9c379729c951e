"""How often the procedure above the grade was begun and ended in a sale: from the book's rows."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice

from advisor_desk.services.above_grade import AboveGrade, above_grade

ABOVE = {"product": "DEMO-R4-002", "letter": "B", "words": "朋友買了，我也要。"}


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def count(at: Practice, day: date) -> AboveGrade:
    return above_grade(at.desk.book, day)


def test_reading_the_warning_begins_it_and_a_year_later_it_no_longer_counts(at: Practice) -> None:
    today = at.clock.at.date()
    walk = Walk(at, **ABOVE).until("products")  # type: ignore[arg-type]
    assert count(at, today) == AboveGrade(0, 0)
    walk.do.over_risk.warn(walk.interview)
    walk.do.over_risk.warn(walk.interview)  # the same interview counts once
    assert count(at, today) == AboveGrade(1, 0)
    year_on = date(today.year + 1, today.month, today.day)
    assert count(at, year_on) == AboveGrade(1, 0)
    assert count(at, year_on + timedelta(days=1)) == AboveGrade(0, 0)
    assert at.desk.book.verify(deep=True) == ()


def test_a_matching_sale_is_not_counted(at: Practice) -> None:
    Walk(at).until("sign")
    assert count(at, at.clock.at.date()) == AboveGrade(0, 0)
