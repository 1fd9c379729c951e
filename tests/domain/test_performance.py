"""Performance over periods that are past, up to the last price."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_desk.domain.performance import Period, Price, performance

TODAY = date(2026, 11, 23)
LAST = date(2026, 11, 20)


def test_changes_are_told_of_periods_the_prices_cover() -> None:
    prices = (
        Price(date(2025, 11, 20), 10_000),
        Price(date(2026, 8, 20), 10_100),
        Price(date(2026, 10, 20), 10_250),
        Price(LAST, 10_200),
    )
    found = performance(prices, TODAY)
    assert found is not None
    assert found.until == LAST
    assert found.changes == {Period.month: -49, Period.quarter: 99, Period.year: 200}
    young = performance(prices[2:], TODAY)
    assert young is not None
    assert young.changes == {Period.month: -49}


@pytest.mark.parametrize(
    ("first", "is_covered"), [(13, True), (12, False), (20, True), (21, False)]
)
def test_a_period_begins_with_a_price_of_its_day_or_the_week_before(
    first: int, is_covered: bool
) -> None:
    found = performance((Price(date(2026, 10, first), 100), Price(LAST, 101)), TODAY)
    assert found is not None
    assert (Period.month in found.changes) is is_covered


def test_a_price_of_tomorrow_is_not_known_today() -> None:
    prices = (Price(LAST, 100), Price(TODAY + timedelta(days=1), 200))
    found = performance(prices, TODAY)
    assert found is not None
    assert found.until == LAST
    assert performance(prices[1:], TODAY) is None
    assert performance((), TODAY) is None


@pytest.mark.parametrize(("days", "is_stale"), [(45, False), (46, True)])
def test_prices_get_old(days: int, is_stale: bool) -> None:
    found = performance((Price(LAST, 100),), LAST)
    assert found is not None
    assert found.is_stale(LAST + timedelta(days=days)) is is_stale


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_change_is_rounded_to_the_nearest_hundredth(first: int, last: int) -> None:
    found = performance((Price(date(2026, 10, 20), first), Price(LAST, last)), TODAY)
    assert found is not None
    assert abs(found.changes[Period.month] * first - (last - first) * 10_000) * 2 <= first
