"""Acts on the home and its staff, killed at every call: done or not done, never half."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.faults.killing import Acknowledge, Act, all_points, needs_strace, run
from tests.faults.stages import ADMINISTRATOR, leftovers, new_home

from advisor_desk.domain.people import Certificate, Role, StaffMember
from advisor_desk.domain.trouble import LockedOut, NotPermitted, Trouble
from advisor_desk.services.homes import HomePlan, make_home
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.records import Records
from advisor_desk.services.staff import StaffRegister
from advisor_desk.services.station import Station
from advisor_desk.store.keys import PUBLISHED_PASSWORD

CERTIFICATE = Certificate(date(2025, 1, 1), date(2027, 1, 1), "EX-1")
COLLEAGUE = StaffMember("20001", "趙示例（虛構）", Role.adviser, "客戶經理", None)
NEWCOMER = StaffMember("20002", "錢示例（虛構）", Role.adviser, "客戶經理", CERTIFICATE)
OTHER_PASSWORD = "another-password-of-hers"

Do = Callable[[StaffRegister], object]
ACTS: dict[str, Do] = {
    "add": lambda staff: staff.add(NEWCOMER, PUBLISHED_PASSWORD),
    "set_certificate": lambda staff: staff.set_certificate(COLLEAGUE.staff_no, CERTIFICATE),
    "disable": lambda staff: staff.disable(COLLEAGUE.staff_no),
    "unlock": lambda staff: staff.unlock(COLLEAGUE.staff_no),
    "change_password": lambda staff: staff.change_password(OTHER_PASSWORD),
}


def home_with_a_colleague(folder: Path) -> Path:
    home = new_home(folder)
    with Station.open(home, MachineClock()) as station:
        StaffRegister(station.training_desk()).add(COLLEAGUE, PUBLISHED_PASSWORD)
        with pytest.raises(NotPermitted):
            station.sign_in(COLLEAGUE.staff_no, "not the password")
    return home


def at_the_desk(home: Path, do: Do) -> Callable[[], Act]:
    def prepare() -> Act:
        station = Station.open(home, MachineClock())
        staff = StaffRegister(station.sign_in(ADMINISTRATOR.staff_no, PUBLISHED_PASSWORD))

        def act(say: Acknowledge) -> None:
            do(staff)
            say(b"done")

        return act

    return prepare


def state_of(home: Path) -> tuple[object, ...]:
    """Return who is there and which password opens, after checking all records."""
    with Station.open(home, MachineClock()) as station:
        desk = station.training_desk()
        assert [one.broken for one in Records(desk).check(deep=True)] == [()]
        people = desk.everyone()
        opens = tuple(opens_with(station, ADMINISTRATOR, word) for word in PASSWORDS)
        newcomer = opens_with(station, NEWCOMER, PUBLISHED_PASSWORD)
        failures = station._home.attempts.failures(station._home.keys.slot_of(COLLEAGUE.staff_no))
    return people, opens, newcomer, failures


PASSWORDS = (PUBLISHED_PASSWORD, OTHER_PASSWORD)


def opens_with(station: Station, person: StaffMember, password: str) -> bool:
    station._home.attempts.clear(station._home.keys.slot_of(person.staff_no))
    try:
        station.sign_in(person.staff_no, password)
    except Trouble:
        return False
    return True


@pytest.mark.parametrize("name", ACTS)
def test_a_change_of_the_staff_is_done_or_not_done(name: str, quick: Path) -> None:
    needs_strace()
    log, before, after = quick / "calls", home_with_a_colleague(quick), quick / "after"
    shutil.copytree(before, after)
    points = all_points(at_the_desk(after, ACTS[name]), log)
    shutil.copytree(before, quick / "untouched")
    states = state_of(quick / "untouched"), state_of(after)
    assert states[0] != states[1]
    for number, point in enumerate(points):
        home = quick / str(number)
        shutil.copytree(before, home)
        ended = run(at_the_desk(home, ACTS[name]), log, point)
        assert ended.was_killed, point
        found = state_of(home)
        assert found in states, point
        assert found == states[1] or not ended.acknowledged, point
        if found == states[0]:
            assert not run(at_the_desk(home, ACTS[name]), log).was_killed
            assert state_of(home) == states[1], "the act can be done again"
        assert leftovers(home) == [], point
        shutil.rmtree(home)


def test_a_home_stands_whole_or_not_at_all(quick: Path) -> None:
    needs_strace()
    log = quick / "calls"
    points = all_points(making(quick / "first"), log)
    for number, point in enumerate(points):
        folder = quick / str(number)
        ended = run(making(folder), log, point)
        assert ended.was_killed, point
        if (folder / "home").exists():
            assert len(state_of(folder / "home")[0]) == 1, point
        else:
            assert not ended.acknowledged, point
            new_home(folder)
        shutil.rmtree(folder)


def making(folder: Path) -> Callable[[], Act]:
    def prepare() -> Act:
        folder.mkdir()
        plan = HomePlan(folder / "home", "CD", ADMINISTRATOR, PUBLISHED_PASSWORD, is_training=True)

        def act(say: Acknowledge) -> None:
            make_home(plan, MachineClock())
            say(b"done")

        return act

    return prepare


def test_a_wrong_password_is_counted_before_it_is_looked_at(quick: Path) -> None:
    needs_strace()
    log, before = quick / "calls", home_with_a_colleague(quick)
    shutil.copytree(before, quick / "after")
    for number, point in enumerate(all_points(guessing(quick / "after"), log)):
        home = quick / str(number)
        shutil.copytree(before, home)
        ended = run(guessing(home), log, point)
        with Station.open(home, MachineClock()) as station:
            failures = station._home.attempts.failures(
                station._home.keys.slot_of(ADMINISTRATOR.staff_no)
            )
        assert failures == 1 or not ended.acknowledged, point
        shutil.rmtree(home)


def guessing(home: Path) -> Callable[[], Act]:
    def prepare() -> Act:
        station = Station.open(home, MachineClock())

        def act(say: Acknowledge) -> None:
            try:
                station.sign_in(ADMINISTRATOR.staff_no, "a guess")
            except (NotPermitted, LockedOut):
                say(b"told that it was wrong")

        return act

    return prepare
