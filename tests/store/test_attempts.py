"""Failed sign-ins: on disk before the password is looked at, waits that grow, a lock at ten."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.store.books import MONDAY

from advisor_desk.domain.trouble import LockedOut, Tampered
from advisor_desk.store import attempts
from advisor_desk.store.attempts import FILE_NAME, LOCK_AT, LOCK_S, AttemptBook, wait_after

SLOT = "a" * 64
SECRET = b"d" * 32
SECOND = timedelta(seconds=1)


@pytest.fixture
def book(tmp_path: Path) -> AttemptBook:
    book = AttemptBook(tmp_path, SECRET)
    book.make()
    return book


def fail(book: AttemptBook, times: int, now: datetime = MONDAY) -> datetime:
    """Let sign-ins fail, each as early as it may; return when the last one began."""
    for _ in range(times):
        now += timedelta(seconds=wait_after(book.failures(SLOT)))
        book.begin(SLOT, now, {SLOT})
    return now


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (1, 0), (2, 0), (3, 2), (4, 4), (5, 8), (9, 128), (10, LOCK_S), (11, LOCK_S)],
)
def test_the_wait_grows_with_each_failure(failures: int, seconds: int) -> None:
    assert wait_after(failures) == seconds


@pytest.mark.parametrize("failures", [3, 4, 9, 10, 12])
def test_one_second_early_is_refused_and_on_time_is_not(book: AttemptBook, failures: int) -> None:
    last = fail(book, failures)
    wait = timedelta(seconds=wait_after(failures))
    with pytest.raises(LockedOut) as refused:
        book.begin(SLOT, last + wait - SECOND, {SLOT})
    assert refused.value.facts["retry_after_s"] == "1"
    assert book.failures(SLOT) == failures
    assert book.begin(SLOT, last + wait, {SLOT}) == failures


@pytest.mark.parametrize(
    ("failures", "code"), [(LOCK_AT - 1, "SIGN_IN_TOO_SOON"), (LOCK_AT, "SIGN_IN_LOCKED")]
)
def test_the_tenth_failure_locks(book: AttemptBook, failures: int, code: str) -> None:
    last = fail(book, failures)
    with pytest.raises(LockedOut) as refused:
        book.begin(SLOT, last, {SLOT})
    assert (refused.value.code, refused.value.exit_code) == (code, 4)


def test_a_clock_set_back_does_not_shorten_the_wait(book: AttemptBook) -> None:
    last = fail(book, 5)
    with pytest.raises(LockedOut) as refused:
        book.begin(SLOT, last - timedelta(days=1), {SLOT})
    assert refused.value.facts["retry_after_s"] == "8"


def test_a_success_clears_the_count_and_says_how_many_there_were(book: AttemptBook) -> None:
    fail(book, 4)
    assert book.clear(SLOT) == 4
    assert (book.failures(SLOT), book.clear(SLOT)) == (0, 0)


def test_each_number_is_counted_by_itself(book: AttemptBook) -> None:
    last = fail(book, 4)
    assert book.begin("b" * 64, last, {SLOT}) == 0


def test_the_count_is_on_disk_at_once(tmp_path: Path, book: AttemptBook) -> None:
    fail(book, 2)
    assert AttemptBook(tmp_path, SECRET).failures(SLOT) == 2


def delete(path: Path) -> None:
    path.unlink()


def lower(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace('"begun":4', '"begun":0'), "utf-8")


@pytest.mark.parametrize("change", [delete, lower, lambda path: path.write_bytes(b"[]")])
def test_without_the_true_counts_nobody_signs_in(
    tmp_path: Path, book: AttemptBook, change: Callable[[Path], object]
) -> None:
    fail(book, 4)
    change(tmp_path / FILE_NAME)
    with pytest.raises(Tampered) as refused:
        book.begin(SLOT, MONDAY, {SLOT})
    assert refused.value.code == "ATTEMPTS_UNREADABLE"


def test_a_flood_of_unknown_numbers_does_not_push_out_a_known_one(
    book: AttemptBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "MOST_UNKNOWN", 3)
    fail(book, 2)
    for number in range(5):
        book.begin(f"unknown {number}", MONDAY + number * SECOND, {SLOT})
    assert book.failures(SLOT) == 2
    assert [book.failures(f"unknown {number}") for number in range(5)] == [0, 0, 1, 1, 1]
