"""The bulk-built home is a home like any other: one whole chain, interviews done in every step."""

from collections.abc import Iterator

import pytest
from tests.bench.bulk import BulkHome, Size, busy_home
from tests.services.branch import ADVISER

from advisor_desk.domain.interview import State
from advisor_desk.domain.steps import open_step
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.records import Records
from advisor_desk.services.station import Desk

SIZE = Size(clients=20, interviews=50, unfinished=3)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> BulkHome:
    return busy_home(tmp_path_factory.mktemp("bulk"), SIZE)


@pytest.fixture
def desk(home: BulkHome) -> Iterator[Desk]:
    with home.station() as station:
        yield station.training_desk(ADVISER.staff_no)


def test_everything_is_as_recorded(desk: Desk) -> None:
    records = Records(desk)
    reports = records.check(deep=True)
    assert [report.broken for report in reports] == [(), ()]
    assert records.check_beside() == ()


def test_there_is_as_much_as_was_asked_for(desk: Desk) -> None:
    do = Interviews(desk)
    assert do.clients.count() == SIZE.clients + SIZE.unfinished
    assert len(do.listed()) == SIZE.interviews + SIZE.unfinished
    assert len(do.agenda.today().unfinished) == SIZE.unfinished


def test_the_interviews_fold_to_interviews_that_were_led(desk: Desk) -> None:
    do = Interviews(desk)
    over = [do.facts(str(row["interview"])) for row in do.listed()[SIZE.unfinished :]]
    assert {facts.state for facts in over} == {State.closed, State.ended_no_sale}
    assert all(open_step(facts) is None for facts in over if facts.state is State.closed)
    assert {len(facts.parties) for facts in over} == {1}


def test_work_goes_on_where_the_book_ends(desk: Desk) -> None:
    do = Interviews(desk)
    file = do.clients.open_file("C01-000005", "核對")
    assert file.interviews
    assert file.pots
    assert file.standing.latest
    numbers = [str(row["interview"]) for row in do.listed()]
    assert numbers == sorted(numbers, reverse=True)
