"""Validity, repeats and confirmation around their edges; the rows come from the date sample."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from advisor_desk.domain.assessment import (
    RepeatLimit,
    RepeatLimits,
    assessment_state,
    needs_confirmation,
    one_more_on,
    repeats,
)
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.suitability import Assessment, AssessmentState

TODAY = date(2026, 11, 23)
LIMITS = RepeatLimits(a_day=2, in_period=8, period_months=12)
SAMPLE = Path(__file__).parents[1] / "data" / "date_sample.csv"


def rows(rule: str) -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["rule"] == rule]


@pytest.mark.parametrize("row", rows("assessment_validity_12m"), ids=lambda row: row["given"])
def test_validity_is_as_in_the_date_sample(row: dict[str, str]) -> None:
    taken = date.fromisoformat(row["given"].removeprefix("assessed "))

    found = assessment_state(
        Assessment(taken, RiskTolerance.A3), on=date.fromisoformat(row["as_of"]), valid_months=12
    )

    assert found.name == row["expected"]


@pytest.mark.parametrize(
    ("latest", "on", "state"),
    [
        (None, TODAY, AssessmentState.missing),
        (Assessment(TODAY, None), TODAY, AssessmentState.failed),
        (Assessment(date(2020, 1, 1), None), TODAY, AssessmentState.failed),
        (Assessment(TODAY, RiskTolerance.A1), TODAY, AssessmentState.valid),
        (Assessment(date(2025, 11, 23), RiskTolerance.A1), TODAY, AssessmentState.valid),
        (Assessment(date(2025, 11, 22), RiskTolerance.A1), TODAY, AssessmentState.expired),
    ],
)
def test_an_assessment_stands_in_one_of_four_states(
    latest: Assessment | None, on: date, state: AssessmentState
) -> None:
    assert assessment_state(latest, on=on, valid_months=12) is state


def test_the_date_sample_allows_no_third_assessment_on_one_day() -> None:
    (row,) = rows("assessment_per_day_2")
    assert row["expected"] == "third_refused"

    assert repeats([TODAY], on=TODAY, limits=LIMITS).may_assess
    found = repeats([TODAY, TODAY], on=TODAY, limits=LIMITS)
    assert (found.this_day, found.reached) == (2, (RepeatLimit.this_day,))


def test_the_date_sample_allows_no_ninth_assessment_in_twelve_months() -> None:
    (row,) = rows("assessment_per_12m_8")
    assert row["expected"] == "ninth_refused"
    eight = [date(2025, 11, 24) + timedelta(days=50 * n) for n in range(7)] + [date(2026, 11, 20)]

    assert repeats(eight[1:], on=TODAY, limits=LIMITS).may_assess
    found = repeats(eight, on=TODAY, limits=LIMITS)
    assert (found.in_period, found.reached) == (8, (RepeatLimit.in_period,))


@pytest.mark.parametrize(
    ("oldest", "counted"),
    [(date(2025, 11, 23), 8), (date(2025, 11, 22), 7)],
    ids=["the same day a year ago counts", "the day before it does not"],
)
def test_twelve_months_include_today_and_the_same_day_a_year_ago(
    oldest: date, counted: int
) -> None:
    days = [oldest] + [date(2026, month, 1) for month in range(1, 8)]

    found = repeats(days, on=TODAY, limits=LIMITS)

    assert found.in_period == counted
    assert found.may_assess == (counted < 8)


def test_on_29_february_the_period_starts_on_28_february() -> None:
    days = [date(2023, 2, 28), date(2023, 2, 27)]

    assert repeats(days, on=date(2024, 2, 29), limits=LIMITS).in_period == 1


@pytest.mark.parametrize(
    ("completed", "on", "day"),
    [
        ([TODAY], TODAY, TODAY),
        ([TODAY, TODAY], TODAY, date(2026, 11, 24)),
        ([date(2025, 11, 23)] * 2 + [date(2026, 5, 1)] * 6, TODAY, date(2026, 11, 24)),
        ([date(2025, 11, 24)] + [date(2026, 5, 1)] * 7, TODAY, date(2026, 11, 25)),
        ([date(2024, 2, 29)] + [date(2024, 5, 1)] * 7, date(2024, 6, 1), date(2025, 3, 1)),
        ([date(2023, 2, 28)] + [date(2023, 5, 1)] * 7, date(2023, 6, 1), date(2024, 3, 1)),
    ],
    ids=[
        "one today: another today",
        "two today: tomorrow",
        "the same day a year ago counts through today",
        "a day later",
        "of 29 February: from 1 March",
        "of 28 February: in a leap year from 1 March",
    ],
)
def test_the_first_day_for_one_more(completed: list[date], on: date, day: date) -> None:
    found = one_more_on(completed, on=on, limits=LIMITS)
    assert found == day
    assert repeats(completed, on=found, limits=LIMITS).may_assess
    before = found - timedelta(days=1)
    assert before < on or not repeats(completed, on=before, limits=LIMITS).may_assess


def test_the_limits_are_those_that_are_passed_in() -> None:
    once = RepeatLimits(a_day=1, in_period=1, period_months=1)

    found = repeats([TODAY], on=TODAY, limits=once)

    assert found.reached == (RepeatLimit.this_day, RepeatLimit.in_period)
    assert repeats([date(2026, 10, 22)], on=TODAY, limits=once).may_assess


def test_a_changed_grade_is_confirmed_once_more() -> None:
    (row,) = rows("assessment_change_confirm")
    assert row["given"] == "previous A2 new A3"

    assert needs_confirmation(RiskTolerance.A2, RiskTolerance.A3)
    assert needs_confirmation(RiskTolerance.A3, RiskTolerance.A2)
    assert not needs_confirmation(RiskTolerance.A3, RiskTolerance.A3)
    assert not needs_confirmation(None, RiskTolerance.A3)
