"""Somebody with the key and without our program: every change is found and named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher
from tests.store.books import by_hand, filled, opened, take_note, without_guards

from advisor_desk.domain.chain import BEFORE_THE_FIRST, Broken, link_digest
from advisor_desk.domain.trouble import Tampered

Change = Callable[[sqlcipher.Connection], object]


def found_after(folder: Path, change: Change, *, deep: bool = False) -> set[Broken]:
    """Give what is found in a filled book after a change by hand; the guards stand again."""
    path = filled(folder)
    with by_hand(path) as bare:
        guards = bare.execute("SELECT sql FROM sqlite_master WHERE type='trigger'").fetchall()
        without_guards(bare)
        change(bare)
        for (sql,) in guards:
            bare.execute(sql)
    book = opened(path)
    found = book.verify(deep=deep)
    book.close()
    return set(found)


def test_an_untouched_book_is_as_recorded(tmp_path: Path) -> None:
    assert found_after(tmp_path, lambda _: None, deep=True) == set()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET body = replace(body, 'note 3', 'note 9') WHERE seq = 3",
        "UPDATE event SET actor = '20418' WHERE seq = 3",
        "UPDATE event SET at = '2026-11-23T09:31:00.000+08:00' WHERE seq = 3",
        "UPDATE event SET boot_ms = boot_ms + 1 WHERE seq = 3",
        "UPDATE event SET source = 'script' WHERE seq = 3",
        "UPDATE event SET subject = 'interview:I01-000002' WHERE seq = 3",
        "UPDATE event SET kind = 'undone' WHERE seq = 3",
        "UPDATE event SET version = 2 WHERE seq = 3",
    ],
    ids=lambda change: change.split()[3],
)
def test_a_changed_part_of_an_event_names_the_event(tmp_path: Path, change: str) -> None:
    assert found_after(tmp_path, lambda bare: bare.execute(change)) == {Broken("EVENT_ALTERED", 3)}


def test_a_changed_digest_breaks_the_event_and_the_link_after_it(tmp_path: Path) -> None:
    change = "UPDATE event SET digest = 'another' WHERE seq = 3"
    found = found_after(tmp_path, lambda bare: bare.execute(change))
    assert found == {Broken("EVENT_ALTERED", 3), Broken("CHAIN_BROKEN", 4)}


def swap(bare: sqlcipher.Connection) -> None:
    for old, new in ((3, 99), (4, 3), (99, 4)):
        bare.execute("UPDATE event SET seq = ? WHERE seq = ?", (new, old))


def test_two_events_swapped_are_both_named(tmp_path: Path) -> None:
    found = found_after(tmp_path, swap)
    assert {one.seq for one in found} == {3, 4, 5}
    assert Broken("CHAIN_BROKEN", 3) in found


def test_an_event_taken_out_of_the_middle_breaks_the_chain_after_it(tmp_path: Path) -> None:
    found = found_after(tmp_path, lambda bare: bare.execute("DELETE FROM event WHERE seq = 3"))
    assert Broken("CHAIN_BROKEN", 4) in found


def renumber_all(bare: sqlcipher.Connection) -> None:
    """Leave a gap before event 3 and make every digest right again."""
    bare.execute("UPDATE event SET seq = seq + 1000 WHERE seq >= 3")
    bare.row_factory = sqlcipher.Row
    before = BEFORE_THE_FIRST
    for row in bare.execute("SELECT * FROM event ORDER BY seq").fetchall():
        stored = {name: row[name] for name in row.keys() if name != "digest"}  # noqa: SIM118
        stored["previous"] = before
        digest = link_digest(stored)
        change = "UPDATE event SET previous = ?, digest = ? WHERE seq = ?"
        bare.execute(change, (before, digest, stored["seq"]))
        before = digest
    bare.row_factory = None


def test_a_gap_in_a_chain_made_right_again_is_found(tmp_path: Path) -> None:
    assert found_after(tmp_path, renumber_all) == {Broken("CHAIN_BROKEN", 1003)}


def test_the_first_event_taken_away_breaks_the_chain(tmp_path: Path) -> None:
    found = found_after(tmp_path, lambda bare: bare.execute("DELETE FROM event WHERE seq = 1"))
    assert Broken("CHAIN_BROKEN", 2) in found


def test_the_last_event_taken_away_is_found_by_an_anchor(tmp_path: Path) -> None:
    path = filled(tmp_path)
    book = opened(path)
    anchor = book.head()
    book.close()
    with by_hand(path) as bare:
        without_guards(bare)
        bare.execute("DELETE FROM event WHERE seq = 5")
    book = opened(path)
    assert not book.passes(anchor.seq, anchor.digest)
    book.close()


def test_an_older_copy_of_the_file_is_found_by_an_anchor(tmp_path: Path) -> None:
    path = filled(tmp_path)
    shutil.copy(path, tmp_path / "kept")
    book = opened(path)
    take_note(book, "later")
    anchor = book.head()
    book.close()
    shutil.copy(tmp_path / "kept", path)
    book = opened(path)
    assert book.verify(deep=True) == ()
    assert not book.passes(anchor.seq, anchor.digest)
    book.close()


def test_a_cut_file_is_not_a_whole_book(tmp_path: Path) -> None:
    path = filled(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    try:
        book = opened(path)
    except Tampered:
        return
    assert {one.code for one in book.verify(deep=True)} >= {"BOOK_DAMAGED"}
    book.close()


@pytest.mark.parametrize("part", range(20))
def test_a_flipped_bit_anywhere_is_found(tmp_path: Path, part: int) -> None:
    path = filled(tmp_path)
    content = bytearray(path.read_bytes())
    content[len(content) * (2 * part + 1) // 40] ^= 1
    path.write_bytes(content)
    try:
        book = opened(path)
    except Tampered:
        return
    assert book.verify(deep=True) != ()
    book.close()


@pytest.mark.parametrize(
    ("change", "code", "seq"),
    [
        ("UPDATE document SET content = x'00' WHERE content = x'70617065722033'",
         "DOCUMENT_ALTERED", 3),
        ("DELETE FROM document WHERE content = x'70617065722035'", "DOCUMENT_MISSING", 5),
        ("INSERT INTO document VALUES ('slipped in', x'00')", "DOCUMENT_NOT_RECORDED", 0),
        ("UPDATE event SET documents = '[]' WHERE seq = 3", "DOCUMENT_NOT_RECORDED", 0),
    ],
    ids=["changed", "taken away", "slipped in", "no longer listed"],
)  # fmt: skip
def test_papers_are_as_the_events_say(tmp_path: Path, change: str, code: str, seq: int) -> None:
    found = found_after(tmp_path, lambda bare: bare.execute(change))
    assert (code, seq) in {(one.code, one.seq) for one in found}


def test_a_changed_paper_is_not_handed_out(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with by_hand(path) as bare:
        (sha256,) = bare.execute("SELECT sha256 FROM document").fetchone()
        without_guards(bare)
        bare.execute("UPDATE document SET content = x'00' WHERE sha256 = ?", (sha256,))
    book = opened(path)
    with pytest.raises(Tampered) as refused:
        book.document(sha256)
    assert refused.value.code == "DOCUMENT_ALTERED"
    book.close()


@pytest.mark.parametrize(
    ("change", "table"),
    [
        ("UPDATE client SET born = '1961-11-24'", "client"),
        ("INSERT INTO client (client) VALUES ('C01-000009')", "client"),
        ("DELETE FROM client_key WHERE key = 'chenshili'", "client_key"),
        ("INSERT INTO setting VALUES ('last_serial:2026', '9')", "setting"),
    ],
)
def test_a_list_changed_by_hand_differs_from_the_events(
    tmp_path: Path, change: str, table: str
) -> None:
    assert found_after(tmp_path, lambda bare: bare.execute(change), deep=True) == {
        Broken("PROJECTION_DIFFERS", place=table)
    }


def test_a_guard_taken_away_or_changed_is_named(tmp_path: Path) -> None:
    path = filled(tmp_path)
    with by_hand(path) as bare:
        bare.execute("DROP TRIGGER event_is_never_deleted")
        bare.execute("DROP TRIGGER event_is_never_changed")
        bare.execute("CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event "
                     "BEGIN SELECT 1; END")  # fmt: skip
    book = opened(path)
    assert book.verify(deep=False) == (
        Broken("TRIGGER_NOT_AS_MADE", place="event_is_never_changed"),
        Broken("TRIGGER_NOT_AS_MADE", place="event_is_never_deleted"),
    )
    book.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET actor = '20418' WHERE seq = 3",
        "DELETE FROM event WHERE seq = 5",
        "REPLACE INTO event SELECT * FROM event WHERE seq = 5",
        (
            "INSERT OR REPLACE INTO event SELECT 5, at, boot_ms, source, actor, subject, kind,"
            " version, body, documents, previous, digest FROM event WHERE seq = 4"
        ),
        (
            "INSERT INTO event SELECT 7, at, boot_ms, source, actor, subject, kind, version,"
            " body, documents, previous, digest FROM event WHERE seq = 5"
        ),
        "UPDATE document SET content = x'00'",
        "DELETE FROM document",
        "REPLACE INTO document SELECT sha256, x'00' FROM document",
    ],
)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_sql_by_hand_is_refused_while_the_guards_stand(
    tmp_path: Path, change: str, recursive: str
) -> None:
    path = filled(tmp_path)
    with by_hand(path) as bare:
        bare.execute(f"PRAGMA recursive_triggers={recursive}")
        with pytest.raises(sqlcipher.IntegrityError):
            bare.execute(change)
    book = opened(path)
    assert book.verify(deep=True) == ()
    book.close()


def test_an_event_no_program_can_read_is_named(tmp_path: Path) -> None:
    change = "UPDATE event SET body = '{}' WHERE seq = 3"
    found = found_after(tmp_path, lambda bare: bare.execute(change), deep=True)
    assert found == {Broken("EVENT_ALTERED", 3), Broken("EVENT_UNREADABLE", 3)}
