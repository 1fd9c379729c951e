"""A book is used from the helper thread too, one thread at a time."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.store.books import made, opened, take_note

from advisor_desk.domain.chain import Head
from advisor_desk.store.ledger import Ledger


def a_long_act(book: Ledger) -> tuple[Head, bytes]:
    """Write a note with a paper and read the paper back, as a review does."""
    sha256 = take_note(book, "done on the helper thread", b"a paper")
    return book.head(), book.document(sha256)


def test_an_act_on_the_helper_thread_stands_between_two_of_the_screens(tmp_path: Path) -> None:
    book = made(tmp_path)
    take_note(book, "before")
    with ThreadPoolExecutor(max_workers=1) as helper:
        head, paper = helper.submit(a_long_act, book).result()
    take_note(book, "after")
    assert (head.seq, paper) == (2, b"a paper")
    assert [one.seq for one in book.events("interview:I01-000001")] == [1, 2, 3]
    assert book.verify(deep=True) == ()
    book.close()


def test_a_book_opened_on_the_helper_thread_is_closed_by_the_screens(tmp_path: Path) -> None:
    book = made(tmp_path)
    take_note(book, "before")
    book.close()
    with ThreadPoolExecutor(max_workers=1) as helper:
        again = helper.submit(opened, book.path).result()
    take_note(again, "after")
    assert again.head().seq == 2
    again.close()
    opened(book.path).close()
