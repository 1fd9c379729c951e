"""Lines break as a Chinese typesetter breaks them, and nothing gets lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_desk.domain.languages import Language
from advisor_desk.forms.fonts import EM, faces
from advisor_desk.forms.typesetting import SMALLEST, broken, fit

FACES = faces(Language.zh_TW)
HAN = st.text("客戶說明投資風險，。；：！？（）「」、", min_size=1, max_size=120)
MIXED = st.lists(
    st.sampled_from(["客戶", "風險，", "（本金）", "180", "DEMO-R3-001", "fund", "a,", "。", "R3"]),
    min_size=1,
    max_size=40,
).map(" ".join)


def without_spaces(text: str) -> str:
    return "".join(text.split())


@given(st.one_of(HAN, MIXED), st.integers(6, 40))
def test_no_character_is_lost_and_none_added(text: str, ems: int) -> None:
    assert without_spaces("".join(broken(text, FACES, ems * EM))) == without_spaces(text)


@given(st.one_of(HAN, MIXED), st.integers(6, 40))
def test_no_line_is_wider_than_the_room(text: str, ems: int) -> None:
    for line in broken(text, FACES, ems * EM):
        assert FACES.width(line.rstrip()) <= ems * EM


@pytest.mark.parametrize("first", list("，。；：！？）」、,.;)"))
def test_no_line_starts_with_a_comma_or_closing_bracket(first: str) -> None:
    for before in range(1, 25):
        lines = broken("字" * before + first + "尾" * 12, FACES, 12 * EM)
        assert not any(line.startswith(first) for line in lines)


@pytest.mark.parametrize("last", list("（「《"))
def test_no_line_ends_with_an_opening_bracket(last: str) -> None:
    for before in range(1, 25):
        lines = broken("字" * before + last + "尾" * 12, FACES, 12 * EM)
        assert not any(line.endswith(last) for line in lines)


def test_a_comma_after_a_latin_word_takes_the_word_along() -> None:
    for before in range(1, 12):
        lines = broken("字" * before + "DEMO-R3，尾尾尾尾尾尾", FACES, 10 * EM)
        assert not any(line.startswith("，") for line in lines)
        assert any("DEMO-R3" in line for line in lines)


@given(MIXED, st.integers(8, 40))
def test_a_latin_word_that_fits_a_line_is_not_broken(text: str, ems: int) -> None:
    lines = broken(text, FACES, ems * EM)
    for word in ("DEMO-R3-001", "fund", "180"):
        assert sum(line.split().count(word) for line in lines) == text.split().count(word)


def test_a_word_wider_than_the_line_is_broken_rather_than_cut() -> None:
    lines = broken("x" * 100, FACES, 8 * EM)
    assert len(lines) > 1
    assert "".join(lines) == "x" * 100


def test_line_breaks_of_the_text_are_kept() -> None:
    assert broken("甲\n\n乙", FACES, 10 * EM) == ("甲", "", "乙")


@pytest.mark.parametrize(("length", "fits"), [(10, True), (11, False)])
def test_text_that_needs_less_than_eight_points_is_refused(length: int, fits: bool) -> None:
    width = 10 * SMALLEST
    found = fit("字" * length, FACES, width, largest=9.5, lines=1)
    assert (found is not None) == fits
    if found:
        assert found.size == SMALLEST


def test_a_new_line_is_taken_before_the_type_gets_small() -> None:
    found = fit("字" * 20, FACES, 10 * 9.5, largest=9.5, lines=2)
    assert found is not None
    assert (len(found.lines), found.size) == (2, 9.5)
