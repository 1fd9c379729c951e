"""A client is found by any part of the name, its sound or initials, or a number's end."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.hostile import hostile_strings
from tests.store.books import ACTOR, client, made, record_client

from advisor_desk.domain.client import ClientCorrected
from advisor_desk.store.ledger import Ledger
from advisor_desk.store.names import MOST_READINGS, client_keys

NAMES = {
    "C01-000001": "陳大文",
    "C01-000002": "单小曾",
    "C01-000003": "仇英",
    "C01-000004": "Chan Tai Man",
    "C01-000005": "吕布韦",
    "C01-000006": "欧阳·娜娜",
    "C01-000007": "万俟雄",
    "C01-000008": "黑德",
    "C01-000009": "萬俟示",
}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    book = made(tmp_path_factory.mktemp("book"))
    for number, name in NAMES.items():
        record_client(book, number, name)
    yield book
    book.close()


def found_by(book: Ledger, typed: str) -> list[str]:
    return sorted(str(row["client"]) for row in book.lists.clients_found(typed))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("陳大文", "陳大文"),
        ("大文", "陳大文"),
        ("文", "陳大文"),
        ("chendawen", "陳大文"),
        ("Chen Da", "陳大文"),
        ("dawen", "陳大文"),
        ("cdw", "陳大文"),
        ("dw", "陳大文"),
        ("ＣＨＥＮ", "陳大文"),
        ("shan", "单小曾"),
        ("danxiao", "单小曾"),
        ("zeng", "单小曾"),
        ("ceng", "单小曾"),
        ("sxz", "单小曾"),
        ("qiu", "仇英"),
        ("chouying", "仇英"),
        ("tai man", "Chan Tai Man"),
        ("TAIMAN", "Chan Tai Man"),
        ("lvbu", "吕布韦"),
        ("lubu", "吕布韦"),
        ("lyubuwei", "吕布韦"),
        ("欧阳娜", "欧阳·娜娜"),
        ("ouyangna", "欧阳·娜娜"),
        ("moqixiong", "万俟雄"),
        ("hede", "黑德"),
        ("heide", "黑德"),
        ("moqishi", "萬俟示"),
    ],
)
def test_what_is_typed_finds_the_client(book: Ledger, typed: str, found: str) -> None:
    assert [row["name"] for row in book.lists.clients_found(typed)] == [found]


@pytest.mark.parametrize("typed", ["", " ", "王", "wang", "chenwen", "8231", "99%", "_", "'; --"])
def test_what_is_nobodys_finds_nobody(book: Ledger, typed: str) -> None:
    assert book.lists.clients_found(typed) == ()


def test_the_end_of_document_and_telephone_find_everybody_who_has_it(book: Ledger) -> None:
    assert found_by(book, "1238") == sorted(NAMES)
    assert found_by(book, "821") == sorted(NAMES)
    assert len(book.lists.clients_found("4821", limit=3)) == 3


def test_a_corrected_name_is_found_and_the_old_one_is_not(tmp_path: Path) -> None:
    book = made(tmp_path)
    record_client(book)
    with book.work(ACTOR) as work:
        work.record("client:C01-000001", ClientCorrected(client("黃示例"), "misheard"))
    assert found_by(book, "chen") == []
    assert found_by(book, "huang") == ["C01-000001"]
    assert book.verify(deep=True) == ()
    book.close()


def test_any_text_can_be_looked_for_and_be_a_name(book: Ledger) -> None:
    for text in (*hostile_strings(), "\ud800", "\U0010ffff", "a\ud7ff"):
        assert len(book.lists.clients_found(text)) <= len(NAMES)
        assert all(client_keys(text, "1234", "4821"))


def test_a_long_name_of_many_readings_keeps_few_keys() -> None:
    keys = client_keys("曾" * 100, "1234", "4821")
    assert len(keys) < 2 * 100 * MOST_READINGS
