"""Lists of a book: pages of clients, those met last, those who sound alike, the last key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.store.books import ACTOR, made, record_client

from advisor_desk.domain.client import ClientFileOpened
from advisor_desk.store.ledger import Ledger
from advisor_desk.store.names import sound_of

NAMES = ["王敏", "陳大文", "陈小明", "Chan Tai Man", "單小曾", "陈大文", "王晨"]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    book = made(tmp_path_factory.mktemp("book"))
    for number, name in enumerate(NAMES, start=1):
        record_client(book, f"C01-{number:06d}", name)
    yield book
    book.close()


def names(rows: tuple[object, ...]) -> list[object]:
    return [dict(row)["name"] for row in rows]  # type: ignore[call-overload]


BY_SOUND = ["Chan Tai Man", "陳大文", "陈大文", "陈小明", "單小曾", "王晨", "王敏"]


def test_clients_come_by_the_sound_of_their_names_page_by_page(book: Ledger) -> None:
    first = book.lists.clients_after(None, 3)
    second = book.lists.clients_after(str(first[-1]["client"]), 3)
    third = book.lists.clients_after(str(second[-1]["client"]), 3)
    assert names(first) + names(second) + names(third) == BY_SOUND
    assert book.lists.clients_after(str(third[-1]["client"]), 3) == ()
    assert book.lists.count_of_clients() == len(NAMES)


def test_names_that_begin_as_typed_come_before_those_that_hold_it(book: Ledger) -> None:
    assert names(book.lists.clients_found("chen")) == ["陳大文", "陈大文", "陈小明", "王晨"]
    assert names(book.lists.clients_found("chen", limit=2)) == ["陳大文", "陈大文"]


def test_the_same_name_in_both_scripts_sounds_alike(book: Ledger) -> None:
    assert names(book.lists.clients_sounding_like("陈大文")) == ["陳大文", "陈大文"]
    assert names(book.lists.clients_sounding_like("chan taiman")) == ["Chan Tai Man"]
    assert book.lists.clients_sounding_like("趙") == ()


def test_a_surname_has_its_own_reading() -> None:
    assert sound_of("單小曾").startswith("shan xiao ")


def test_who_was_looked_at_last_comes_first(tmp_path: Path) -> None:
    book = made(tmp_path)
    for number, name in enumerate(NAMES[:3], start=1):
        record_client(book, f"C01-{number:06d}", name)
    with book.work(ACTOR) as work:
        work.record("client:C01-000001", ClientFileOpened("asked"))
    assert names(book.lists.clients_last_met(2)) == ["王敏", "陈小明"]
    assert book.verify(deep=True) == ()
    book.close()


def test_the_last_key_of_a_kind_is_found_among_others(book: Ledger) -> None:
    assert book.lists.last_key("client", "C01-") == "C01-000007"
    assert book.lists.last_key("client", "C02-") is None
    assert book.lists.last_event_about("client:C01-000002") == 2
    assert book.lists.last_event_about("client:nobody") == 0
