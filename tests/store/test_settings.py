"""The settings each book is opened with, and that no key or client stands in an error."""

from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from tests.store.books import KEY, made, record_client

from advisor_desk.domain.events import Upsert
from advisor_desk.store.writing import apply


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),  # EXTRA
        ("locking_mode", "exclusive"),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("temp_store", 2),  # MEMORY
        ("cipher_use_hmac", "1"),
    ],
)
def test_a_setting_is_in_force(tmp_path: Path, setting: str, value: str | int) -> None:
    book = made(tmp_path)
    assert book._connection.exec_driver_sql(f"PRAGMA {setting}").scalar_one() == value
    book.close()


def test_the_key_stands_in_no_address_and_no_description(tmp_path: Path) -> None:
    book = made(tmp_path)
    described = f"{book._connection.engine.url} {book._connection.engine!r} {vars(book)}"
    assert KEY.hex() not in described
    assert str(KEY) not in described
    book.close()


def test_an_error_of_the_database_holds_no_client(tmp_path: Path) -> None:
    book = made(tmp_path)
    record_client(book)
    with pytest.raises(DBAPIError) as broken:
        apply(book._connection, Upsert("client", {"client": "C1"}, {"born": b"1961 example"}))  # type: ignore[dict-item]
    assert "1961 example" not in str(broken.value)
    book.close()
