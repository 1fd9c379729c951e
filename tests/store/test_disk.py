"""A disk that is full or may not be written: said so, exit 6, and nothing half-written."""

from pathlib import Path

import pytest
from tests.store.books import filled, made, opened, record_client, take_note
from tests.store.small_disk import fill, small_disk

from advisor_desk.domain.trouble import Unavailable
from advisor_desk.store.files import write_whole


def take_note_and_close(path: Path) -> None:
    book = opened(path)
    try:
        take_note(book, "refused")
    finally:
        book.close()


def test_a_full_disk_keeps_everything_before_and_the_act_can_be_repeated(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk"):
        book = made(tmp_path / "disk")
        record_client(book)
        before = book.head()
        filler = fill(tmp_path / "disk", leave=16_384)
        with pytest.raises(Unavailable) as refused:
            take_note(book, "too much", b"p" * 200_000)
        assert (refused.value.code, refused.value.exit_code) == ("DISK_FULL", 6)
        assert book.head() == before
        assert book.verify(deep=True) == ()
        filler.unlink()
        take_note(book, "too much", b"p" * 200_000)
        assert book.head().seq == before.seq + 1
        assert book.verify(deep=True) == ()
        book.close()
        opened(tmp_path / "disk" / "01.db").close()


def test_a_book_that_does_not_fit_is_not_made(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk"):
        filler = fill(tmp_path / "disk", leave=20_000)
        with pytest.raises(Unavailable) as refused:
            made(tmp_path / "disk")
        assert refused.value.exit_code == 6
        assert list((tmp_path / "disk").iterdir()) == [filler]


def test_a_file_that_does_not_fit_leaves_the_old_one(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk"):
        path = tmp_path / "disk" / "keys.json"
        write_whole(path, b"old")
        fill(tmp_path / "disk", leave=8_192)
        with pytest.raises(Unavailable) as refused:
            write_whole(path, b"n" * 100_000)
        assert refused.value.code == "FILE_NOT_WRITTEN"
        assert path.read_bytes() == b"old"
        assert {one.name for one in path.parent.iterdir()} == {"keys.json", "filler"}


def test_a_read_only_disk_can_be_read_and_refuses_an_act(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as mount:
        path = tmp_path / "disk" / "01.db"
        path.write_bytes(filled(tmp_path).read_bytes())
        mount("remount,ro")
        with pytest.raises(Unavailable) as refused:
            take_note_and_close(path)
        assert (refused.value.code, refused.value.exit_code) == ("BOOK_READ_ONLY", 6)
        mount("remount,rw")
        assert path.read_bytes() == filled(tmp_path).read_bytes()


@pytest.mark.parametrize("taken", ["", "01.db"])
def test_a_book_taken_away_while_it_is_open_is_said_to_be_gone(tmp_path: Path, taken: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    book = made(home)
    record_client(book)
    before = book.head()
    (home / taken).rename(tmp_path / "elsewhere")
    with pytest.raises(Unavailable) as refused:
        take_note(book, "refused")
    assert (refused.value.code, refused.value.exit_code) == ("BOOK_TAKEN_AWAY", 6)
    assert refused.value.facts == {"file": "01.db", "folder": str(home)}
    (tmp_path / "elsewhere").rename(home / taken)
    take_note(book, "put back")
    assert book.head().seq == before.seq + 1
    assert book.verify(deep=True) == ()
    book.close()


def test_a_whole_file_is_the_owners_alone(tmp_path: Path) -> None:
    write_whole(tmp_path / "keys.json", b"{}")
    write_whole(tmp_path / "root.crt", b"root", private=False)
    assert (tmp_path / "keys.json").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "root.crt").stat().st_mode & 0o777 == 0o644
