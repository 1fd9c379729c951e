"""Amounts in words: a reader of the words gets the figures back, whatever the amount."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_desk.domain.capital import amount_in_figures, capital_amount
from advisor_desk.domain.money import Money
from advisor_desk.domain.trouble import BadInput

_DIGITS = {
    sign: value
    for row in ("零壹貳叁肆伍陸柒捌玖", "零壹贰叁肆伍陆柒捌玖")
    for value, sign in enumerate(row)
}
_PLACES = {"拾": 10, "佰": 100, "仟": 1000}
_GROUPS = {"萬": 10**4, "万": 10**4, "億": 10**8, "亿": 10**8}
minor_units = st.one_of(
    st.integers(1, 10**17 - 1),
    st.lists(st.sampled_from("0000123456789"), min_size=1, max_size=17)
    .map(lambda digits: int("".join(digits)))
    .filter(bool),
)


def read_whole(words: str) -> int:
    """Read capital numerals as a clerk does; only what is well formed is accepted."""
    total = section = digit = 0
    for sign in words:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _PLACES:
            section += digit * _PLACES[sign]
            digit = 0
        elif _GROUPS[sign] == 10**8:
            total = (total + section + digit) * 10**8
            section = digit = 0
        else:
            total += (section + digit) * 10**4
            section = digit = 0
    return total + section + digit


def read(words: str) -> int:
    """Return minor units; 整 may only end what has no fen."""
    yuan, _, cents = words.rpartition("元")
    assert ("分" in cents) != cents.endswith("整")
    jiao, found, rest = cents.rstrip("整").rpartition("角")
    fen = (rest if found else cents.rstrip("整")).rstrip("分")
    return read_whole(yuan) * 100 + read_whole(jiao) * 10 + read_whole(fen)


@given(minor_units, st.booleans())
def test_words_read_back_give_the_amount(minor: int, traditional: bool) -> None:
    words = capital_amount(Money(minor), traditional=traditional)
    assert words[:3] == ("人民幣" if traditional else "人民币")
    assert read(words[3:]) == minor


@given(minor_units)
def test_no_zero_is_said_twice_nor_before_yuan_or_the_end(minor: int) -> None:
    words = capital_amount(Money(minor), traditional=False)
    assert "零零" not in words
    assert "零元" not in words
    assert "零万" not in words
    assert "零亿" not in words
    assert not words.endswith("零")


@given(minor_units)
def test_both_scripts_say_the_same(minor: int) -> None:
    table = str.maketrans("贰陆万亿币", "貳陸萬億幣")
    simplified = capital_amount(Money(minor), traditional=False).translate(table)
    assert simplified == capital_amount(Money(minor), traditional=True)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("200000.00", "人民幣貳拾萬元整"),
        ("100000.00", "人民幣壹拾萬元整"),
        ("10.00", "人民幣壹拾元整"),
        ("1005.00", "人民幣壹仟零伍元整"),
        ("10005000.00", "人民幣壹仟萬伍仟元整"),
        ("10000005.00", "人民幣壹仟萬零伍元整"),
        ("100005000.05", "人民幣壹億零伍仟元零伍分"),
        ("105000000.00", "人民幣壹億零伍佰萬元整"),
        ("150000000.00", "人民幣壹億伍仟萬元整"),
        ("100500.00", "人民幣壹拾萬零伍佰元整"),
        ("101000.00", "人民幣壹拾萬壹仟元整"),
        ("20000000050.00", "人民幣貳佰億零伍拾元整"),
        ("325.04", "人民幣叁佰貳拾伍元零肆分"),
        ("1680.32", "人民幣壹仟陸佰捌拾元叁角貳分"),
        ("0.50", "人民幣伍角整"),
        ("0.05", "人民幣伍分"),
        ("1000000100000.00", "人民幣壹萬億零壹拾萬元整"),
    ],
)
def test_amounts_a_teller_would_write(amount: str, words: str) -> None:
    assert capital_amount(Money.parse(amount), traditional=True) == words


def test_a_currency_without_a_name_stands_by_its_letters() -> None:
    assert capital_amount(Money(100, "XOF"), traditional=True) == "XOF壹元整"


@pytest.mark.parametrize("minor", [0, -1, 10**17])
def test_amounts_out_of_range_are_refused(minor: int) -> None:
    with pytest.raises(BadInput, match="AMOUNT_OUT_OF_RANGE"):
        capital_amount(Money(minor), traditional=True)


def test_figures_stand_beside_the_sign_of_their_currency() -> None:
    assert amount_in_figures(Money.parse("200000.00")) == "¥ 200,000.00"
    assert amount_in_figures(Money(5, "MOP")) == "MOP 0.05"
