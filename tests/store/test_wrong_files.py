"""What lies in a book's place and is not that book: refused in words, left as it is."""

import multiprocessing
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.store.books import KEY, SetClock, by_hand, filled, made, opened, take_note

from advisor_desk.domain.projections import project_book
from advisor_desk.domain.trouble import HomeBusy, NotSupported, Tampered, Trouble, Unavailable
from advisor_desk.store.ledger import Ledger
from advisor_desk.store.tables import SCHEMA_VERSION


def plain_database(path: Path) -> None:
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE event (seq INTEGER)")
    plain.close()


@pytest.mark.parametrize(
    ("put", "code"),
    [
        (plain_database, "BOOK_NOT_ENCRYPTED"),
        (lambda path: path.write_bytes(b"rubbish" * 4000), "BOOK_UNREADABLE"),
        (lambda path: path.write_bytes(b""), "BOOK_UNREADABLE"),
        (lambda path: path.write_bytes(b"x"), "BOOK_UNREADABLE"),
        (lambda path: path.write_bytes(b"x" * 4095), "BOOK_UNREADABLE"),
        (lambda path: path.write_bytes(b"x" * 4096), "BOOK_UNREADABLE"),
    ],
    ids=[
        "a plain SQLite file",
        "rubbish",
        "an empty file",
        "one byte",
        "a byte less than a page",
        "a page",
    ],
)
def test_what_is_no_book_is_refused_and_left(
    tmp_path: Path, put: Callable[[Path], object], code: str
) -> None:
    path = tmp_path / "01.db"
    put(path)
    before = path.read_bytes()
    with pytest.raises(Tampered) as refused:
        opened(path)
    assert (refused.value.code, refused.value.exit_code) == (code, 5)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_another_key_is_refused_and_the_right_one_still_opens(tmp_path: Path) -> None:
    path = filled(tmp_path)
    before = path.read_bytes()
    with pytest.raises(Tampered) as refused:
        opened(path, key=b"x" * 32)
    assert refused.value.code == "BOOK_UNREADABLE"
    assert path.read_bytes() == before
    opened(path).close()


@pytest.mark.parametrize("key", [b"", b"short", b"k" * 33])
def test_no_key_never_makes_a_plain_file(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "01.db"
    with pytest.raises(ValueError, match="32 bytes"):
        Ledger.create(path, key, SetClock(), project_book)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_book_is_said_to_be_missing_and_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as refused:
        opened(tmp_path / "01.db")
    assert (refused.value.code, refused.value.exit_code) == ("BOOK_MISSING", 6)
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_a_book_can_be_read_in_its_file(tmp_path: Path) -> None:
    content = filled(tmp_path).read_bytes()
    assert not content.startswith(b"SQLite format 3")
    for text in ("陳示例", "event", "note 2", "paper"):
        assert text.encode() not in content


@pytest.mark.parametrize(
    ("version", "refused"),
    [
        (SCHEMA_VERSION - 1, "SCHEMA_OLDER"),
        (SCHEMA_VERSION, None),
        (SCHEMA_VERSION + 1, "SCHEMA_NEWER"),
    ],
)
def test_another_schema_than_the_program_s_is_refused(
    tmp_path: Path, version: int, refused: str | None
) -> None:
    path = filled(tmp_path)
    with by_hand(path) as bare:
        bare.execute(f"PRAGMA user_version={version}")
    if refused is None:
        opened(path).close()
        return
    with pytest.raises(NotSupported) as said:
        opened(path)
    assert (said.value.code, said.value.exit_code) == (refused, 7)


def test_an_encrypted_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "01.db"
    with by_hand(path) as bare:
        bare.execute("CREATE TABLE event (seq INTEGER)")
    with pytest.raises(Tampered):
        opened(path)


def try_to_open(path: Path, answer: "multiprocessing.Queue[str]") -> None:
    try:
        opened(path).close()
    except Trouble as trouble:
        answer.put(trouble.code)
    else:
        answer.put("opened")


def answer_of_another_process(path: Path) -> str:
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.Queue[str] = context.Queue()
    other = context.Process(target=try_to_open, args=(path, answer))
    other.start()
    said = answer.get(timeout=60)
    other.join()
    return said


def test_a_book_is_held_from_opening_to_closing(tmp_path: Path) -> None:
    book = opened(filled(tmp_path))
    assert answer_of_another_process(book.path) == "BOOK_BUSY"
    book.close()
    assert answer_of_another_process(book.path) == "opened"


def test_a_second_opening_in_the_same_program_is_busy_too(tmp_path: Path) -> None:
    book = made(tmp_path)
    take_note(book, "one")
    with pytest.raises(HomeBusy) as refused:
        opened(book.path, key=KEY)
    assert refused.value.exit_code == 9
    book.close()
