"""Amounts in English words."""

import pytest

from advisor_desk.domain.english_amount import english_amount
from advisor_desk.domain.money import Money


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0.05", "CNY zero and 05/100"),
        ("1.00", "CNY one only"),
        ("21.00", "CNY twenty-one only"),
        ("100.00", "CNY one hundred only"),
        ("119.00", "CNY one hundred nineteen only"),
        ("200000.00", "CNY two hundred thousand only"),
        ("1000001.50", "CNY one million one and 50/100"),
        ("999999999999.99", None),
    ],
)
def test_amounts_in_words(amount: str, words: str | None) -> None:
    said = english_amount(Money.parse(amount))
    if words is None:
        assert said.startswith("CNY nine hundred ninety-nine billion nine hundred ninety-nine")
        assert said.endswith("and 99/100")
    else:
        assert said == words
