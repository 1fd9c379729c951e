"""A colleague beside the adviser: the own password, the own key, counted like any sign-in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.homes import ADVISER, OTHER_PASSWORD, PASSWORD, WITNESS, real_home
from tests.store.books import SetClock

from advisor_desk.domain.branch_events import SignedIn, SignInFailed, staff_subject
from advisor_desk.domain.trouble import LockedOut, NotPermitted
from advisor_desk.services.colleague import colleague_at
from advisor_desk.services.desk import Desk
from advisor_desk.services.staff import StaffRegister
from advisor_desk.services.station import Station

WRONG = "not the password of anybody"


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def station(tmp_path: Path, clock: SetClock) -> Iterator[Station]:
    real_home(tmp_path / "home", clock)
    with Station.open(tmp_path / "home", clock) as station:
        register = StaffRegister(station.sign_in("10001", PASSWORD))
        register.add(ADVISER, OTHER_PASSWORD)
        register.add(WITNESS, OTHER_PASSWORD)
        yield station


@pytest.fixture
def desk(station: Station) -> Desk:
    return station.sign_in(ADVISER.staff_no, OTHER_PASSWORD)


def test_a_colleague_brings_the_own_signature_and_the_adviser_stays(desk: Desk) -> None:
    colleague = colleague_at(desk, WITNESS.staff_no, OTHER_PASSWORD)
    assert colleague.member == WITNESS
    mine = desk.personal_identity().certificate
    assert colleague.identity.certificate != mine
    assert desk.me == ADVISER
    last = desk.branch.events(staff_subject(WITNESS.staff_no))[-1]
    assert (last.event, last.actor) == (SignedIn(WITNESS.staff_no, True), WITNESS.staff_no)


def test_wrong_passwords_are_counted_and_lock_the_sign_in_page_too(
    desk: Desk, station: Station
) -> None:
    for _ in range(3):
        with pytest.raises(NotPermitted, match="SIGN_IN_FAILED"):
            colleague_at(desk, WITNESS.staff_no, WRONG)
    with pytest.raises(LockedOut, match="SIGN_IN_TOO_SOON"):
        station.sign_in(WITNESS.staff_no, OTHER_PASSWORD)


def test_failures_before_are_recorded_when_it_succeeds(desk: Desk) -> None:
    with pytest.raises(NotPermitted):
        colleague_at(desk, WITNESS.staff_no, WRONG)
    colleague_at(desk, WITNESS.staff_no, OTHER_PASSWORD)
    failed = desk.branch.events(staff_subject(WITNESS.staff_no), SignInFailed)
    assert [one.event for one in failed] == [SignInFailed(WITNESS.staff_no, 1)]


def test_nobody_unknown_or_disabled_is_a_colleague(desk: Desk, station: Station) -> None:
    with pytest.raises(NotPermitted, match="SIGN_IN_FAILED"):
        colleague_at(desk, "99999", OTHER_PASSWORD)
    StaffRegister(station.sign_in("10001", PASSWORD)).disable(WITNESS.staff_no)
    with pytest.raises(NotPermitted, match="STAFF_DISABLED"):
        colleague_at(desk, WITNESS.staff_no, OTHER_PASSWORD)
