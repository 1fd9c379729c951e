"""Taking a list of clients in, and back, killed at every call: all of them or nobody."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.killing import Acknowledge, Act, all_points, needs_strace, run
from tests.faults.stages import leftovers
from tests.services.branch import ADVISER, CHINA, SetClock, practice
from tests.services.lists import row, table

from advisor_desk.domain.languages import Language
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.records import Records
from advisor_desk.services.station import Station

PEOPLE = 4
LIST = table(*(row(order) for order in range(1, PEOPLE + 1)))


def take(interviews: Interviews) -> None:
    lists = interviews.client_import
    lists.take(LIST, lists.columns(LIST), Language.zh_TW)


def take_back(interviews: Interviews) -> None:
    interviews.client_import.undo()


def opened(home: Path) -> tuple[Station, Interviews]:
    clock = SetClock(MachineClock().now().astimezone(CHINA))
    station = Station.open(home, clock, source="script")
    return station, Interviews(station.training_desk(ADVISER.staff_no))


def at_the_desk(home: Path, do: Callable[[Interviews], None]) -> Callable[[], Act]:
    def prepare() -> Act:
        _, interviews = opened(home)

        def act(say: Acknowledge) -> None:
            do(interviews)
            say(b"done")

        return act

    return prepare


def count_of(home: Path) -> int:
    """Return how many clients stand there, after checking all records."""
    station, interviews = opened(home)
    with station:
        desk = station.training_desk(ADVISER.staff_no)
        assert [one.broken for one in Records(desk).check(deep=True) if one.broken] == []
        assert len(interviews.clients.listed(None)) == interviews.clients.count()
        return interviews.clients.count()


@pytest.mark.parametrize(
    ("do", "first", "then"), [(take, 0, PEOPLE), (take_back, PEOPLE, 0)], ids=["in", "back"]
)
def test_a_list_is_taken_whole_or_not_at_all(
    do: Callable[[Interviews], None], first: int, then: int, quick: Path
) -> None:
    needs_strace()
    with practice(quick / "made") as made:
        if first:
            take(made.interviews)
    before, after, log = made.home, quick / "after", quick / "calls"
    shutil.copytree(before, after)
    points = all_points(at_the_desk(after, do), log)
    assert points
    assert count_of(after) == then
    clean = leftovers(after)
    for number, point in enumerate(points):
        home = quick / str(number)
        shutil.copytree(before, home)
        ended = run(at_the_desk(home, do), log, point)
        assert ended.was_killed, point
        found = count_of(home)
        assert found in (first, then), point
        assert found == then or not ended.acknowledged, point
        assert leftovers(home) == clean, point
        shutil.rmtree(home)
