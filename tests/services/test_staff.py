"""The people of the branch: who may change what, and what is recorded of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.services.homes import (
    ADVISER,
    CERTIFICATE,
    OTHER_PASSWORD,
    PASSWORD,
    WITNESS,
    kinds,
    real_home,
    training_home,
)
from tests.store.books import SetClock

from advisor_desk.domain.people import Certificate, Role, StaffMember
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.recovering import NewPassword, reset_by_sheets
from advisor_desk.services.staff import StaffRegister
from advisor_desk.services.station import Desk, Station
from advisor_desk.store.recovery import Sheet


@pytest.fixture
def home(tmp_path: Path) -> tuple[Path, tuple[Sheet, ...]]:
    return tmp_path / "home", real_home(tmp_path / "home", SetClock())


@pytest.fixture
def station(home: tuple[Path, tuple[Sheet, ...]]) -> Iterator[Station]:
    with Station.open(home[0], SetClock()) as station:
        yield station


@pytest.fixture
def desk(station: Station) -> Desk:
    return station.sign_in("10001", PASSWORD)


@pytest.fixture
def staff(desk: Desk) -> StaffRegister:
    return StaffRegister(desk)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(Trouble) as refused:
        act()
    return refused.value.code


def test_a_person_added_can_sign_in_and_holds_no_root(
    desk: Desk, staff: StaffRegister, station: Station
) -> None:
    staff.add(WITNESS, OTHER_PASSWORD)
    seated = station.sign_in("30001", OTHER_PASSWORD)
    assert seated.me == WITNESS
    assert kinds(desk).count("staff_added") == 2
    assert code_of(lambda: seated.open_home.keys.held(seated.opened, "root")) == "KEYS_UNREADABLE"


def test_a_second_administrator_can_add_people_too(staff: StaffRegister, station: Station) -> None:
    staff.add(replace(WITNESS, role=Role.administrator), OTHER_PASSWORD)
    second = StaffRegister(station.sign_in("30001", OTHER_PASSWORD))
    second.add(ADVISER, "third password")
    assert station.sign_in("20417", "third password").me == ADVISER


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.administrator])
def test_only_administrators_change_the_staff(
    staff: StaffRegister, station: Station, role: Role
) -> None:
    staff.add(replace(WITNESS, role=role), OTHER_PASSWORD)
    person = station.sign_in("30001", OTHER_PASSWORD)
    before = kinds(person)
    own = StaffRegister(person)
    acts: list[Callable[[], object]] = [
        lambda: own.add(ADVISER, OTHER_PASSWORD),
        lambda: own.set_certificate("30001", CERTIFICATE),
        lambda: own.disable("10001"),
        lambda: own.enable("30001"),
        lambda: own.unlock("30001"),
    ]
    assert [code_of(act) for act in acts] == ["ADMINISTRATORS_ONLY"] * 5
    assert kinds(person) == before


@pytest.mark.parametrize(
    ("member", "code"),
    [
        (replace(ADVISER, staff_no="10001"), "STAFF_KNOWN"),
        (replace(ADVISER, staff_no=""), "NUMBER_UNUSABLE"),
        (replace(ADVISER, staff_no="../etc"), "NUMBER_UNUSABLE"),
        (replace(ADVISER, staff_no="1" * 17), "NUMBER_UNUSABLE"),
        (replace(ADVISER, name="  "), "TEXT_EMPTY"),
        (replace(ADVISER, name="王\u202e敏"), "TEXT_CHARACTER_REFUSED"),
        (replace(ADVISER, name="王" * 101), "TEXT_TOO_LONG"),
        (replace(ADVISER, post="\n"), "TEXT_EMPTY"),
    ],
)
def test_a_person_who_cannot_be_recorded_is_refused_and_gets_no_slot(
    desk: Desk, staff: StaffRegister, member: StaffMember, code: str
) -> None:
    slots = desk.open_home.keys.slots
    assert code_of(lambda: staff.add(member, OTHER_PASSWORD)) == code
    assert desk.open_home.keys.slots == slots
    assert len(desk.everyone()) == 1


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("1234567", "PASSWORD_TOO_SHORT"),
        ("", "PASSWORD_TOO_SHORT"),
        ("x" * 201, "PASSWORD_TOO_LONG"),
    ],
)
def test_a_password_of_unfit_length_is_refused(
    staff: StaffRegister, password: str, code: str
) -> None:
    assert code_of(lambda: staff.add(ADVISER, password)) == code
    assert code_of(lambda: staff.change_password(password)) == code


@pytest.mark.parametrize("password", ["12345678", "x" * 200, "密碼密碼密碼密碼"])
def test_a_password_of_fitting_length_is_taken(
    staff: StaffRegister, station: Station, password: str
) -> None:
    staff.add(ADVISER, password)
    assert station.sign_in("20417", password).me == ADVISER


def test_a_name_of_a_hundred_signs_gets_a_certificate_all_the_same(
    staff: StaffRegister, station: Station
) -> None:
    staff.add(replace(ADVISER, name="王" * 100), OTHER_PASSWORD)
    identity = station.sign_in("20417", OTHER_PASSWORD).personal_identity()
    assert identity.name == "王" * 18 + " (20417)"


def test_a_certificate_is_set_replaced_and_withdrawn(desk: Desk, staff: StaffRegister) -> None:
    staff.add(WITNESS, OTHER_PASSWORD)
    one_day = Certificate(date(2026, 11, 23), date(2026, 11, 23), "EX-1")
    for certificate in (CERTIFICATE, one_day, None):
        staff.set_certificate("30001", certificate)
        assert desk.staff("30001").certificate == certificate
    assert kinds(desk).count("certificate_set") == 3
    assert desk.branch.verify(deep=True) == ()


def test_a_certificate_that_ends_before_it_begins_is_refused(staff: StaffRegister) -> None:
    backwards = Certificate(date(2026, 11, 24), date(2026, 11, 23))
    assert code_of(lambda: staff.set_certificate("10001", backwards)) == "CERTIFICATE_DAYS_WRONG"


@pytest.mark.parametrize("act", ["disable", "enable", "unlock"])
def test_an_unknown_person_is_said_to_be_unknown(staff: StaffRegister, act: str) -> None:
    assert code_of(lambda: getattr(staff, act)("99999")) == "STAFF_UNKNOWN"


def test_nobody_disables_himself(desk: Desk, staff: StaffRegister) -> None:
    assert code_of(lambda: staff.disable("10001")) == "NOT_YOURSELF"
    assert desk.staff("10001").enabled


def test_disabling_twice_is_recorded_once(desk: Desk, staff: StaffRegister) -> None:
    staff.add(ADVISER, OTHER_PASSWORD)
    for _ in range(2):
        staff.disable("20417")
    for _ in range(2):
        staff.enable("20417")
    assert (kinds(desk).count("staff_disabled"), kinds(desk).count("staff_enabled")) == (1, 1)


def test_unlocking_sets_the_count_back_and_is_recorded(
    desk: Desk, staff: StaffRegister, station: Station
) -> None:
    staff.add(ADVISER, OTHER_PASSWORD)
    for _ in range(3):
        code_of(lambda: station.sign_in("20417", "wrong"))
    assert code_of(lambda: station.sign_in("20417", OTHER_PASSWORD)) == "SIGN_IN_TOO_SOON"
    assert staff.unlock("20417") == 3
    station.sign_in("20417", OTHER_PASSWORD)
    assert "staff_unlocked" in kinds(desk)


def test_a_changed_password_keeps_the_book(staff: StaffRegister, station: Station) -> None:
    staff.add(ADVISER, OTHER_PASSWORD)
    person = station.sign_in("20417", OTHER_PASSWORD)
    head = person.book.head()
    StaffRegister(person).change_password("a new password")
    assert code_of(lambda: station.sign_in("20417", OTHER_PASSWORD)) == "SIGN_IN_FAILED"
    again = station.sign_in("20417", "a new password")
    assert again.book.head() == head
    assert again.personal_identity().certificate == person.personal_identity().certificate


def add_adviser_with_book(folder: Path) -> None:
    with Station.open(folder, SetClock()) as station:
        StaffRegister(station.sign_in("10001", PASSWORD)).add(ADVISER, OTHER_PASSWORD)
        assert station.sign_in("20417", OTHER_PASSWORD).book.head().seq == 1


@pytest.mark.parametrize("pair", [(0, 1), (1, 2), (2, 0)])
@pytest.mark.parametrize("device_is_lost", [False, True])
def test_two_sheets_give_a_new_password_and_the_same_book(
    home: tuple[Path, tuple[Sheet, ...]], pair: tuple[int, int], device_is_lost: bool
) -> None:
    folder, sheets = home
    add_adviser_with_book(folder)
    if device_is_lost:
        (folder / "device.key").unlink()
    chosen = (sheets[pair[0]], sheets[pair[1]])
    reset_by_sheets(folder, SetClock(), chosen, NewPassword("20417", "after the loss"))
    with Station.open(folder, SetClock()) as station:
        desk = station.sign_in("20417", "after the loss")
        assert desk.book.head().chain == 1
        assert desk.book.verify(deep=True) == ()
        assert kinds(desk)[-2:] != []
        assert "password_changed" in kinds(desk)
        assert desk.personal_identity().name.startswith("王敏")


@pytest.mark.parametrize("device_is_lost", [False, True])
def test_one_sheet_twice_changes_nothing(
    home: tuple[Path, tuple[Sheet, ...]], device_is_lost: bool
) -> None:
    folder, sheets = home
    if device_is_lost:
        (folder / "device.key").unlink()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    wanted = NewPassword("10001", "after the loss")
    same = (sheets[0], sheets[0])
    assert (
        code_of(lambda: reset_by_sheets(folder, SetClock(), same, wanted)) == "SHEETS_DO_NOT_OPEN"
    )
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert {**after, folder / "lock": b""} == {**before, folder / "lock": b""}


def test_sheets_reset_nobody_unknown(home: tuple[Path, tuple[Sheet, ...]]) -> None:
    folder, sheets = home
    wanted = NewPassword("99999", "after the loss")
    pair = (sheets[0], sheets[1])
    assert code_of(lambda: reset_by_sheets(folder, SetClock(), pair, wanted)) == "STAFF_UNKNOWN"


def test_enrolling_again_records_only_what_differs(tmp_path: Path) -> None:
    training_home(tmp_path / "training", SetClock())
    with Station.open(tmp_path / "training", SetClock()) as station:
        desk = station.training_desk()
        desk.enrol_for_training(ADVISER)
        before = len(kinds(desk))
        desk.enrol_for_training(ADVISER)
        assert len(kinds(desk)) == before
        desk.enrol_for_training(replace(ADVISER, certificate=None, post="高級客戶經理"))
        assert kinds(desk)[before:] == ["staff_changed", "certificate_set"]
        assert desk.staff("20417").certificate is None


def test_nobody_is_enrolled_for_training_in_a_real_home(desk: Desk) -> None:
    assert code_of(lambda: desk.enrol_for_training(ADVISER)) == "TRAINING_HOMES_ONLY"
