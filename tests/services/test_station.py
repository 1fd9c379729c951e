"""Signing in: counted first, the same answer for all failures, one's own book and no other."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from tests.services.homes import (
    ADVISER,
    OTHER_PASSWORD,
    PASSWORD,
    WITNESS,
    kinds,
    real_home,
    training_home,
)
from tests.store.books import MONDAY, SetClock, by_hand, without_guards

from advisor_desk.domain.branch_events import SignInFailed
from advisor_desk.domain.trouble import (
    HomeBusy,
    LockedOut,
    NotPermitted,
    Tampered,
    Trouble,
    Unavailable,
)
from advisor_desk.services.staff import StaffRegister
from advisor_desk.services.station import Desk, Station


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def home(tmp_path: Path, clock: SetClock) -> Path:
    """A real home with an administrator, an adviser and a witness."""
    real_home(tmp_path / "home", clock)
    with Station.open(tmp_path / "home", clock) as station:
        register = StaffRegister(station.sign_in("10001", PASSWORD))
        register.add(ADVISER, OTHER_PASSWORD)
        register.add(WITNESS, OTHER_PASSWORD)
    return tmp_path / "home"


def refused(act: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as said:
        act()
    return said.value


def use_book(home: Path, clock: SetClock) -> None:
    """Let the adviser sign in and use the own book."""
    with Station.open(home, clock) as station:
        assert station.sign_in("20417", OTHER_PASSWORD).book.head().seq >= 1


def book_of(home: Path, clock: SetClock) -> Desk:
    with Station.open(home, clock) as station:
        desk = station.sign_in("20417", OTHER_PASSWORD)
        desk.book.head()
        return desk


def test_the_right_password_seats_the_person(home: Path, clock: SetClock) -> None:
    with Station.open(home, clock) as station:
        desk = station.sign_in("20417", OTHER_PASSWORD)
        assert desk.me == ADVISER
        assert (desk.branch_id, desk.branch_name, desk.station_no) == ("CD3", "虛構分行", "01")
        assert not desk.is_training
        assert desk.personal_identity().name == "王敏（虛構） (20417)"
        assert kinds(desk)[-1] == "signed_in"


@pytest.mark.parametrize(
    ("number", "password"),
    [("20417", "wrong"), ("99999", OTHER_PASSWORD), ("", ""), ("王敏", "x"), ("20417", PASSWORD)],
)
def test_every_failure_has_the_same_answer(
    home: Path, clock: SetClock, number: str, password: str
) -> None:
    with Station.open(home, clock) as station:
        trouble = refused(lambda: station.sign_in(number, password))
        assert type(trouble) is NotPermitted
        assert (trouble.code, trouble.facts, trouble.exit_code) == ("SIGN_IN_FAILED", {}, 3)


@pytest.mark.parametrize("number", ["20417", "99999"])
def test_known_and_unknown_numbers_are_locked_alike(
    home: Path, clock: SetClock, number: str
) -> None:
    answers = []
    with Station.open(home, clock) as station:
        for _ in range(12):
            trouble = refused(lambda: station.sign_in(number, "wrong"))
            while isinstance(trouble, LockedOut) and trouble.code == "SIGN_IN_TOO_SOON":
                clock.at += timedelta(seconds=int(trouble.facts["retry_after_s"]))
                trouble = refused(lambda: station.sign_in(number, "wrong"))
            answers.append(trouble.code)
    assert answers == ["SIGN_IN_FAILED"] * 10 + ["SIGN_IN_LOCKED"] * 2


def test_the_right_password_does_not_open_a_locked_slot_until_the_hour_is_over(
    home: Path, clock: SetClock
) -> None:
    with Station.open(home, clock) as station:
        for _ in range(10):
            clock.at += timedelta(minutes=5)
            refused(lambda: station.sign_in("20417", "wrong"))
        clock.at += timedelta(minutes=59)
        assert refused(lambda: station.sign_in("20417", OTHER_PASSWORD)).exit_code == 4
        clock.at += timedelta(minutes=1)
        desk = station.sign_in("20417", OTHER_PASSWORD)
        failed = [one.event for one in desk.branch.every_event()
                  if isinstance(one.event, SignInFailed)]  # fmt: skip
        assert failed == [SignInFailed("20417", 10)]


def test_a_success_in_between_begins_the_count_anew(home: Path, clock: SetClock) -> None:
    with Station.open(home, clock) as station:
        for _ in range(2):
            refused(lambda: station.sign_in("20417", "wrong"))
        station.sign_in("20417", OTHER_PASSWORD)
        for _ in range(3):
            assert refused(lambda: station.sign_in("20417", "x")).code == "SIGN_IN_FAILED"


KILLED_AT_THE_PASSWORD = """
import os, signal, sys
from pathlib import Path
from advisor_desk.store import sealing
from advisor_desk.services.station import Station
from tests.store.books import SetClock

sealing.hash_secret_raw = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)
Station.open(Path(sys.argv[1]), SetClock()).sign_in("20417", "wrong")
"""


def test_a_kill_between_count_and_check_leaves_the_count(home: Path, clock: SetClock) -> None:
    for _ in range(3):
        died = subprocess.run([sys.executable, "-c", KILLED_AT_THE_PASSWORD, home], check=False)
        assert died.returncode == -signal.SIGKILL
    with Station.open(home, clock) as station:
        trouble = refused(lambda: station.sign_in("20417", OTHER_PASSWORD))
        assert (trouble.code, trouble.facts["retry_after_s"]) == ("SIGN_IN_TOO_SOON", "2")


def test_a_disabled_person_hears_it_only_with_the_right_password(
    home: Path, clock: SetClock
) -> None:
    with Station.open(home, clock) as station:
        StaffRegister(station.sign_in("10001", PASSWORD)).disable("20417")
        assert refused(lambda: station.sign_in("20417", "wrong")).code == "SIGN_IN_FAILED"
        assert refused(lambda: station.sign_in("20417", OTHER_PASSWORD)).code == "STAFF_DISABLED"
        StaffRegister(station.sign_in("10001", PASSWORD)).enable("20417")
        station.sign_in("20417", OTHER_PASSWORD)


def test_each_person_opens_the_own_book_alone(home: Path, clock: SetClock) -> None:
    with Station.open(home, clock) as station:
        adviser = station.sign_in("20417", OTHER_PASSWORD)
        witness = station.sign_in("30001", OTHER_PASSWORD)
        assert adviser.book is not witness.book
        assert {adviser.book.path.name, witness.book.path.name} == {"01.db", "02.db"}
        keys = adviser.open_home.keys
        with pytest.raises(Tampered):
            keys.held(witness.opened, "book:1")


def test_a_book_is_made_once(home: Path, clock: SetClock) -> None:
    use_book(home, clock)
    use_book(home, clock)
    assert [path.name for path in (home / "books").iterdir()] == ["01.db"]
    with Station.open(home, clock) as station:
        assert kinds(station.sign_in("10001", PASSWORD)).count("book_made") == 1


def test_a_making_cut_short_after_the_key_is_finished_at_the_next_use(
    home: Path, clock: SetClock
) -> None:
    with Station.open(home, clock) as station:
        desk = station.sign_in("20417", OTHER_PASSWORD)
        desk.open_home.keys.hold_book(desk.opened, 1, "book:1", b"k" * 32)
    use_book(home, clock)
    with Station.open(home, clock) as station:
        desk = station.sign_in("20417", OTHER_PASSWORD)
        assert desk.book.verify(deep=True) == ()
        assert desk.book_numbers() == (1,)


def test_a_book_that_is_gone_is_said_and_not_made_anew(home: Path, clock: SetClock) -> None:
    use_book(home, clock)
    (home / "books" / "01.db").rename(home / "elsewhere")
    trouble = refused(lambda: use_book(home, clock))
    assert (trouble.code, trouble.exit_code) == ("BOOK_GONE", 5)
    assert list((home / "books").iterdir()) == []
    (home / "elsewhere").rename(home / "books" / "01.db")
    use_book(home, clock)


def test_an_older_copy_of_a_book_is_refused(home: Path, clock: SetClock) -> None:
    use_book(home, clock)
    shutil.copy(home / "books" / "01.db", home / "kept")
    with Station.open(home, clock) as station:
        desk = station.sign_in("20417", OTHER_PASSWORD)
        with desk.book.work("20417") as work:
            work.record("book:1", SignInFailed("20417", 0))  # any event will do
    shutil.copy(home / "kept", home / "books" / "01.db")
    trouble = refused(lambda: use_book(home, clock))
    assert (trouble.code, trouble.exit_code) == ("BOOK_ROLLED_BACK", 5)


def test_a_book_of_another_branch_is_refused(tmp_path: Path, home: Path, clock: SetClock) -> None:
    use_book(home, clock)
    other = tmp_path / "other"
    real_home(other, clock, branch="XX9")
    with Station.open(other, clock) as station:
        assert station.sign_in("10001", PASSWORD).book.head().seq == 1
    shutil.copy(other / "books" / "01.db", home / "books" / "01.db")
    trouble = refused(lambda: use_book(home, clock))
    assert (trouble.code, trouble.exit_code) == ("BOOK_UNREADABLE", 5)


def test_a_book_of_another_branch_is_refused_even_with_its_key(
    tmp_path: Path, home: Path, clock: SetClock
) -> None:
    other = tmp_path / "other"
    real_home(other, clock, branch="XX9")
    with Station.open(other, clock) as station:
        desk = station.sign_in("10001", PASSWORD)
        assert desk.book.head().seq == 1
        key = desk.open_home.keys.held(desk.opened, "book:1")
    with Station.open(home, clock) as station:
        desk = station.sign_in("20417", OTHER_PASSWORD)
        desk.open_home.keys.hold_book(desk.opened, 1, "book:1", key)
        shutil.copy(other / "books" / "01.db", home / "books" / "01.db")
        assert refused(lambda: desk.book).code == "BOOK_OF_ANOTHER_BRANCH"


def test_a_plain_file_in_place_of_the_branch_is_refused_after_the_password(
    home: Path, clock: SetClock
) -> None:
    (home / "branch.db").write_bytes(b"SQLite format 3\x00" + bytes(8_000))
    with Station.open(home, clock) as station:
        trouble = refused(lambda: station.sign_in("10001", PASSWORD))
        assert (trouble.code, trouble.exit_code) == ("BOOK_NOT_ENCRYPTED", 5)
    assert (home / "branch.db").stat().st_size == 8_016


def test_a_home_is_held_by_one_station(home: Path, clock: SetClock) -> None:
    with Station.open(home, clock):
        trouble = refused(lambda: Station.open(home, clock))
        assert type(trouble) is HomeBusy
        assert trouble.exit_code == 9
    Station.open(home, clock).close()


HOLDING = """
import sys
from pathlib import Path
from advisor_desk.services.station import Station
from tests.store.books import SetClock

station = Station.open(Path(sys.argv[1]), SetClock())
print("held", flush=True)
sys.stdin.read()
"""


def test_a_home_held_by_another_process_is_busy_until_that_dies(
    home: Path, clock: SetClock
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, home], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        assert refused(lambda: Station.open(home, clock)).code == "HOME_BUSY"
        os.kill(other.pid, signal.SIGKILL)
    Station.open(home, clock).close()


@pytest.mark.parametrize("make", [lambda _: None, Path.mkdir])
def test_what_is_no_home_is_said_and_left(
    tmp_path: Path, clock: SetClock, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "nothing")
    trouble = refused(lambda: Station.open(tmp_path / "nothing", clock))
    assert type(trouble) is Unavailable
    assert (trouble.code, trouble.exit_code) == ("HOME_MISSING", 6)
    assert not list(tmp_path.glob("nothing/*"))


def test_a_clock_behind_the_records_is_refused(home: Path, clock: SetClock) -> None:
    clock.at = MONDAY - timedelta(minutes=6)
    with Station.open(home, clock) as station:
        trouble = refused(lambda: station.sign_in("10001", PASSWORD))
        assert (trouble.code, trouble.exit_code) == ("CLOCK_BEHIND", 8)
        assert trouble.facts["newest"].endswith("+08:00"), "in the branch's zone, like the clock's"


def test_a_training_home_needs_no_password_and_a_real_one_does(
    tmp_path: Path, home: Path, clock: SetClock
) -> None:
    training_home(tmp_path / "training", clock)
    with Station.open(tmp_path / "training", clock) as station:
        assert station.is_training
        desk = station.training_desk()
        assert (desk.me.staff_no, desk.is_training) == ("10001", True)
        assert refused(lambda: station.training_desk("99999")).code == "STAFF_UNKNOWN_HERE"
        desk.enrol_for_training(ADVISER)
        assert station.training_desk("20417").me == ADVISER
    with Station.open(home, clock) as station:
        assert refused(station.training_desk).code == "TRAINING_HOMES_ONLY"


def test_a_training_home_called_real_is_found_out(tmp_path: Path, clock: SetClock) -> None:
    training_home(tmp_path / "training", clock)
    keys = tmp_path / "training" / "keys.json"
    changed = keys.read_text("utf-8").replace('"is_training":true', '"is_training":false')
    keys.write_text(changed, "utf-8")
    with Station.open(tmp_path / "training", clock) as station:
        for _ in range(2):  # trying again does not help
            trouble = refused(lambda: station.sign_in("10001", PASSWORD))
            assert trouble.code == "HOME_KIND_DIFFERS"


def root_of_another_home(home: Path, clock: SetClock) -> bytes:
    real_home(home.parent / "another", clock)
    return (home.parent / "another" / "root.crt").read_bytes()


def no_certificate(_home: Path, _clock: SetClock) -> bytes:
    return b"-----BEGIN CERTIFICATE-----\nno certificate\n"


@pytest.mark.parametrize("put_in_place", [root_of_another_home, no_certificate, None])
def test_a_root_that_is_not_the_homes_is_found_out_before_anybody_signs(
    home: Path, clock: SetClock, put_in_place: Callable[[Path, SetClock], bytes] | None
) -> None:
    path = home / "root.crt"
    right = path.read_bytes()
    if put_in_place is None:
        path.unlink()
    else:
        path.write_bytes(put_in_place(home, clock))
    with Station.open(home, clock) as station:
        for number, password in (("10001", PASSWORD), ("20417", OTHER_PASSWORD)):
            trouble = refused(partial(station.sign_in, number, password))
            assert (trouble.code, trouble.exit_code) == ("ROOT_DIFFERS", 5)
            assert isinstance(trouble, Tampered)
        path.write_bytes(right)
        assert station.sign_in("20417", OTHER_PASSWORD).me == ADVISER


def test_a_root_put_in_while_the_home_is_open_is_seen_at_the_next_sign_in(
    home: Path, clock: SetClock
) -> None:
    with Station.open(home, clock) as station:
        station.sign_in("10001", PASSWORD)
        (home / "root.crt").write_bytes(root_of_another_home(home, clock))
        assert refused(lambda: station.sign_in("20417", OTHER_PASSWORD)).code == "ROOT_DIFFERS"


def test_events_slipped_into_the_branch_are_found_by_the_check(home: Path, clock: SetClock) -> None:
    with Station.open(home, clock) as station:
        desk = station.sign_in("10001", PASSWORD)
        key = desk.open_home.keys.held(desk.opened, "branch")
    with by_hand(home / "branch.db", key) as bare:
        without_guards(bare)
        bare.execute("UPDATE staff SET role = 'administrator' WHERE staff_no = '20417'")
    with Station.open(home, clock) as station:
        desk = station.sign_in("10001", PASSWORD)
        codes = {one.code for one in desk.branch.verify(deep=True)}
        assert codes == {"TRIGGER_NOT_AS_MADE", "PROJECTION_DIFFERS"}
