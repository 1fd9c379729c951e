"""Checking what lies beside the books: the register of signed forms, and strays among the books."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.branch import Practice, Walk, practice

from advisor_desk.domain.trouble import Tampered
from advisor_desk.services.records import Records


@pytest.fixture(name="at")
def _at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        Walk(made).until("handover")
        yield made


def found_beside(at: Practice) -> list[tuple[str, str]]:
    """Return code and form or file of each finding, as an administrator sees them."""
    found = Records(at.station.training_desk()).check_beside()
    assert all(isinstance(one, Tampered) for one in found)
    return [(one.code, str(one.facts.get("form") or one.facts["file"])) for one in found]


def register_lines(at: Practice) -> list[bytes]:
    return (at.home / "forms" / "register.jsonl").read_bytes().splitlines(keepends=True)


def keep_lines(at: Practice, lines: list[bytes]) -> None:
    (at.home / "forms" / "register.jsonl").write_bytes(b"".join(lines))


def test_a_home_as_it_was_left_shows_nothing(at: Practice) -> None:
    assert found_beside(at) == []
    at.again()
    assert found_beside(at) == []


def test_signed_forms_cut_out_of_the_register_are_each_named(at: Practice) -> None:
    lines = register_lines(at)
    forms = [row for row in at.desk.book.rows("form", order="form") if row["state"] == "signed"]
    names = [f"{row['number']}-{row['form']}" for row in forms]
    assert len(lines) == len(names) == 3
    keep_lines(at, lines[:-1])
    assert found_beside(at) == [("FORM_NOT_IN_REGISTER", names[-1])]
    keep_lines(at, [])
    assert found_beside(at) == [("FORM_NOT_IN_REGISTER", name) for name in names]


def test_a_line_that_a_power_cut_kept_from_being_written_is_no_finding(tmp_path: Path) -> None:
    with practice(tmp_path) as made:
        Walk(made).until("sign")
        keep_lines(made, [])
        assert found_beside(made) == []


def test_the_check_enters_nothing_and_the_next_work_at_the_desk_does(at: Practice) -> None:
    lines = register_lines(at)
    keep_lines(at, lines[:-1])
    found_beside(at)
    assert register_lines(at) == lines[:-1]
    at.again()
    assert found_beside(at) == []
    assert register_lines(at) == lines


def test_a_register_that_does_not_follow_is_a_finding_by_itself(at: Practice) -> None:
    keep_lines(at, register_lines(at)[1:])
    ((code, file),) = found_beside(at)
    assert code == "REGISTER_BROKEN"
    assert file.endswith("register.jsonl")


def test_what_nobody_has_a_key_for_is_named_and_left(at: Practice) -> None:
    books = at.home / "books"
    (own,) = books.glob("*.db")
    (books / f"{own.name}-journal").touch()  # what the database itself lays beside a book
    strays = ["1.db", "77.db", "note.txt", f"{own.name}.old"]
    for name in strays:
        (books / name).write_bytes(own.read_bytes())
    (books / "folder").mkdir()
    expected = sorted([*strays, "folder"])
    assert found_beside(at) == [("BOOK_OF_NOBODY", f"books/{name}") for name in expected]
    assert (books / "77.db").read_bytes() == own.read_bytes()
