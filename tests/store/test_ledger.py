"""Acts in a book: whole or not at all, in a chain, in order, at a time that never goes back."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tests.store.books import ACTOR, MONDAY, SetClock, made, opened, record_client, take_note

from advisor_desk.domain.chain import BEFORE_THE_FIRST
from advisor_desk.domain.interview_events import NoteTaken
from advisor_desk.domain.trouble import ClockRefused, Unavailable
from advisor_desk.store.ledger import Ledger, UnrecordedChange

FIVE_MINUTES = timedelta(minutes=5)
SECOND = timedelta(seconds=1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Ledger]:
    book = made(tmp_path)
    yield book
    book.close()


def note(words: str = "wishes to think it over") -> NoteTaken:
    return NoteTaken(words)


def break_off(book: Ledger) -> None:
    with book.work(ACTOR) as work:
        work.keep_document(b"paper")
        work.record("interview:I01-000001", note())
        raise RuntimeError


def keep_too_late(book: Ledger) -> None:
    with book.work(ACTOR) as work:
        work.record("interview:I01-000001", note())
        work.keep_document(b"paper")


def test_a_new_book_has_no_event(book: Ledger) -> None:
    assert (book.head().seq, book.head().digest) == (0, BEFORE_THE_FIRST)
    assert book.verify(deep=True) == ()


def test_an_act_comes_back_as_it_was_recorded_after_opening_again(tmp_path: Path) -> None:
    book = made(tmp_path)
    with book.work(ACTOR) as work:
        recorded = work.record("interview:I01-000001", note("第一次面談，客戶 𠮷 先生"))
    head = book.head()
    book.close()

    again = opened(book.path)
    assert again.events("interview:I01-000001") == (recorded,)
    assert tuple(again.every_event()) == (recorded,)
    assert again.head() == head
    again.close()


def test_the_events_of_one_subject_come_in_order_and_without_others(book: Ledger) -> None:
    for words in ("one", "two", "three"):
        take_note(book, words)
    record_client(book)
    found = book.events("interview:I01-000001")
    assert [one.event for one in found] == [note("one"), note("two"), note("three")]
    assert [one.seq for one in found] == [1, 2, 3]


def test_several_events_of_one_act_share_its_moment(book: Ledger) -> None:
    with book.work(ACTOR) as work:
        first = work.record("interview:I01-000001", note())
        second = work.record("interview:I01-000001", note())
    assert (first.at, second.at) == (MONDAY, MONDAY)
    assert (first.seq, second.seq) == (1, 2)


def test_an_act_that_breaks_off_leaves_nothing(book: Ledger) -> None:
    record_client(book)
    before, rows = book.head(), book.rows("client")
    with pytest.raises(RuntimeError):
        break_off(book)
    assert (book.head(), book.rows("client")) == (before, rows)
    assert book.events("interview:I01-000001") == ()
    assert book.verify(deep=True) == ()


def test_the_next_act_follows_the_last_one_kept(book: Ledger) -> None:
    with pytest.raises(RuntimeError):
        break_off(book)
    take_note(book, "kept")
    assert book.head().seq == 1
    assert book.verify(deep=True) == ()


def test_a_paper_without_an_event_is_refused_and_not_kept(book: Ledger) -> None:
    with pytest.raises(UnrecordedChange), book.work(ACTOR) as work:
        sha256 = work.keep_document(b"paper")
    with pytest.raises(Unavailable):
        book.document(sha256)


def test_a_paper_kept_after_the_last_event_is_refused_with_the_whole_act(book: Ledger) -> None:
    with pytest.raises(UnrecordedChange):
        keep_too_late(book)
    assert book.head().seq == 0


def test_a_row_changed_behind_the_works_back_is_refused(book: Ledger) -> None:
    with pytest.raises(UnrecordedChange), book.work(ACTOR) as work:
        work._connection.exec_driver_sql("INSERT INTO setting VALUES ('packs', 'none')")
    assert book.rows("setting") == ()


def test_an_act_that_changes_nothing_needs_no_event(book: Ledger) -> None:
    with book.work(ACTOR):
        pass
    assert book.head().seq == 0


def test_a_paper_is_kept_once_and_read_back_by_its_digest(book: Ledger) -> None:
    first = take_note(book, "one", b"%PDF the same bytes")
    second = take_note(book, "two", b"%PDF the same bytes")
    assert first == second
    assert book.document(first) == b"%PDF the same bytes"
    assert book.verify(deep=True) == ()


def test_an_unknown_paper_is_said_to_be_missing(book: Ledger) -> None:
    with pytest.raises(Unavailable) as refused:
        book.document("0" * 64)
    assert refused.value.code == "DOCUMENT_MISSING"


def test_rows_are_found_ordered_and_limited(book: Ledger) -> None:
    for number, name in ((1, "甲示例"), (2, "乙示例"), (3, "甲示例")):
        record_client(book, f"C01-{number:06d}", name)
    ids = [row["client"] for row in book.rows("client", order="-client", limit=2)]
    assert ids == ["C01-000003", "C01-000002"]
    named = book.rows("client", where={"name": "甲示例"}, order="client")
    assert [row["client"] for row in named] == ["C01-000001", "C01-000003"]


def test_a_head_is_on_the_chain_and_another_is_not(book: Ledger) -> None:
    take_note(book, "one")
    head = book.head()
    take_note(book, "two")
    assert book.passes(head.seq, head.digest[:16])
    assert not book.passes(head.seq, "0" * 16)
    assert not book.passes(head.seq + 2, head.digest[:16])


def test_a_standing_book_is_never_made_anew(tmp_path: Path) -> None:
    made(tmp_path).close()
    before = (tmp_path / "01.db").read_bytes()
    with pytest.raises(Unavailable) as refused:
        made(tmp_path)
    assert refused.value.code == "BOOK_EXISTS"
    assert (tmp_path / "01.db").read_bytes() == before


def test_what_a_making_cut_short_left_behind_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "01.db.new").write_bytes(b"half of a book")
    made(tmp_path).close()
    assert [path.name for path in tmp_path.iterdir()] == ["01.db"]


def book_with_act_at_half_past_nine(folder: Path) -> Path:
    book = made(folder)
    take_note(book, "one")
    book.close()
    return book.path


def test_a_clock_five_minutes_behind_takes_the_newest_recorded_time(tmp_path: Path) -> None:
    path = book_with_act_at_half_past_nine(tmp_path)
    book = opened(path, SetClock(MONDAY - FIVE_MINUTES))
    take_note(book, "two")
    assert [one.at for one in book.every_event()] == [MONDAY, MONDAY]
    book.close()


def test_a_clock_more_than_five_minutes_behind_is_refused_at_opening(tmp_path: Path) -> None:
    path = book_with_act_at_half_past_nine(tmp_path)
    with pytest.raises(ClockRefused) as refused:
        opened(path, SetClock(MONDAY - FIVE_MINUTES - SECOND))
    assert refused.value.exit_code == 8
    opened(path).close()


def test_a_clock_set_back_during_work_is_refused_and_nothing_recorded(tmp_path: Path) -> None:
    clock = SetClock()
    book = made(tmp_path, clock)
    take_note(book, "one")
    clock.at = MONDAY - FIVE_MINUTES - SECOND
    with pytest.raises(ClockRefused):
        take_note(book, "two")
    assert book.head().seq == 1
    book.close()


def test_times_of_a_script_may_go_back_and_do_not_count_for_the_clock(tmp_path: Path) -> None:
    book = made(tmp_path, SetClock(MONDAY + timedelta(days=900)), source="script")
    take_note(book, "one")
    book.close()
    opened(book.path, SetClock(MONDAY)).close()
    replayed = opened(book.path, SetClock(MONDAY - timedelta(days=9)), source="script")
    take_note(replayed, "two")
    assert [one.at for one in replayed.every_event()][1] == MONDAY - timedelta(days=9)
    replayed.close()


def test_a_time_is_the_same_moment_in_another_zone(tmp_path: Path) -> None:
    path = book_with_act_at_half_past_nine(tmp_path)
    utc = SetClock((MONDAY - SECOND).astimezone(tz=None))
    book = opened(path, utc)
    assert book.time() == MONDAY
    book.close()
