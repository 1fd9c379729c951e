"""Any two of the three sheets open everything; one alone, or two of another home, nothing."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.store.recovery import SHEETS, Sheet, make_recovery, recovered, with_held

LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
HELD = {"branch": b"b" * 32, "root": b"a root", "book:1": b"1" * 32}


@pytest.mark.parametrize("pair", list(permutations((0, 1, 2), 2)))
def test_two_different_sheets_open_everything(pair: tuple[int, int]) -> None:
    recovery, sheets = make_recovery(HELD)
    assert recovered(recovery, sheets[pair[0]], sheets[pair[1]]) == HELD


@pytest.mark.parametrize("number", [0, 1, 2])
def test_one_sheet_opens_nothing(number: int) -> None:
    recovery, sheets = make_recovery(HELD)
    with pytest.raises(NotPermitted) as refused:
        recovered(recovery, sheets[number], sheets[number])
    assert refused.value.code == "SHEETS_DO_NOT_OPEN"


def test_one_sheet_and_a_guess_open_nothing() -> None:
    recovery, (first, _, third) = make_recovery(HELD)
    for guess in (Sheet(2, bytes(16)), Sheet(2, first.secret), Sheet(2, third.secret)):
        with pytest.raises(NotPermitted):
            recovered(recovery, first, guess)


def test_sheets_of_another_home_open_nothing() -> None:
    recovery, (first, second, _) = make_recovery(HELD)
    _, (_, other, _) = make_recovery(HELD)
    recovered(recovery, first, second)
    with pytest.raises(NotPermitted):
        recovered(recovery, first, other)


def test_what_is_held_later_opens_too() -> None:
    recovery, (first, _, third) = make_recovery(HELD)
    later = with_held(recovery, {"book:2": b"2" * 32})
    assert recovered(later, first, third) == {**HELD, "book:2": b"2" * 32}


def test_the_sheets_are_three_and_different() -> None:
    _, sheets = make_recovery(HELD)
    assert tuple(sheet.number for sheet in sheets) == SHEETS
    assert len({sheet.secret for sheet in sheets}) == 3


@given(st.sampled_from(SHEETS), st.binary(min_size=16, max_size=16))
def test_a_printed_code_is_read_back(number: int, secret: bytes) -> None:
    sheet = Sheet(number, secret)
    assert Sheet.parse(sheet.code) == sheet
    assert Sheet.parse(sheet.code.lower().replace("-", " ")) == sheet
    assert Sheet.parse(sheet.code.replace("O", "0").replace("I", "1").replace("B", "8")) == sheet


@given(st.sampled_from(SHEETS), st.binary(min_size=16, max_size=16), st.data())
def test_one_wrong_letter_is_noticed(number: int, secret: bytes, data: st.DataObject) -> None:
    code = Sheet(number, secret).code.replace("-", "")
    place = data.draw(st.integers(0, len(code) - 1))
    wrong = data.draw(
        st.sampled_from(sorted(set("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") - {code[place]}))
    )
    with pytest.raises(BadInput) as refused:
        Sheet.parse(code[:place] + wrong + code[place + 1 :])
    assert refused.value.code == "SHEET_UNREADABLE"


@pytest.mark.parametrize("code", ["", "AAAA", "9" * 32, "陳示例", "A" * 31, "A" * 40])
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(BadInput):
        Sheet.parse(code)
