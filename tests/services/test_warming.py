"""What is read beforehand is read once, and what cannot be read is nobody's trouble yet."""

from datetime import date

import pytest

from advisor_desk.domain import codec
from advisor_desk.domain.events import event_body, event_from
from advisor_desk.domain.interview_events import NoteTaken
from advisor_desk.packs import rule_packs
from advisor_desk.services.warming import warm_up

DAY = date(2026, 11, 23)


def test_after_warming_up_nothing_is_read_or_learnt_again() -> None:
    warm_up(DAY)
    read, learnt = rule_packs._in_force.cache_info().misses, codec._hints.cache_info().misses
    warm_up(DAY)
    event_from("note_taken", 1, event_body(NoteTaken("已說明")))
    assert rule_packs._in_force.cache_info().misses == read
    assert codec._hints.cache_info().misses == learnt


@pytest.mark.parametrize("day", [date(1990, 1, 1), date(2400, 1, 1)])
def test_a_day_without_packs_is_said_where_they_are_used(day: date) -> None:
    warm_up(day)
    assert codec._hints.cache_info().currsize > 0
