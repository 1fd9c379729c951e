"""The register follows the book: at once, or when the desk is opened next."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.services.branch import RECORD, Practice, Walk, practice

from advisor_desk.forms.register import Register
from advisor_desk.services.registering import final_forms


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def register(at: Practice) -> Path:
    return at.home / "forms" / "register.jsonl"


def cut(at: Practice, lines: int) -> None:
    """Take the last lines away, as a power cut between book and register leaves it."""
    path = register(at)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-lines]))


@pytest.mark.parametrize("lines", [1, 2, 3, 6])
def test_lines_kept_out_by_a_power_cut_are_put_in_at_the_next_opening(
    at: Practice, lines: int
) -> None:
    Walk(at, order=201).until("close")
    walk = Walk(at, order=203).until("opening")
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    Walk(at, order=205).until("sign")
    whole = set(Register(register(at)).entries())
    cut(at, lines)
    at.again()
    assert set(Register(register(at)).entries()) == whole == set(final_forms(at.desk.book))


def test_a_register_that_is_whole_is_left_as_it_is(at: Practice) -> None:
    Walk(at).until("close")
    before = register(at).read_bytes()
    at.again()
    assert register(at).read_bytes() == before


def test_the_forms_made_final_last_come_last(at: Practice) -> None:
    Walk(at, order=201).until("close")
    Walk(at, order=203).until("sign")
    newest = [one.form for one in Register(register(at)).entries()][-3:]
    register(at).write_bytes(b"")
    at.again()
    assert [one.form for one in Register(register(at)).entries()][-3:] == newest
