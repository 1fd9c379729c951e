"""Amounts as they stand on paper, in figures and in words, in each language."""

from num2words import num2words

from advisor_desk.domain.capital import capital_amount
from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import MINOR_UNITS, Money
from advisor_desk.domain.trouble import BadInput

_SIGNS = {"CNY": "¥", "HKD": "HK$", "USD": "US$", "EUR": "€", "MOP": "MOP", "TWD": "NT$"}
_ENGLISH_UNITS = {
    "CNY": ("yuan", "fen"),
    "HKD": ("Hong Kong dollars", "cents"),
    "USD": ("US dollars", "cents"),
    "EUR": ("euros", "cents"),
    "MOP": ("Macau patacas", "avos"),
    "TWD": ("New Taiwan dollars", "cents"),
}


def amount_in_figures(money: Money) -> str:
    """Return ``¥ 200,000.00``; a currency without a sign of its own stands by its code."""
    return f"{_SIGNS.get(money.currency, money.currency)} {money.figures()}"


def amount_in_words(money: Money, language: Language) -> str:
    """Return capital numerals in Chinese, ``Two hundred thousand yuan only (CNY)`` in English.

    Raises:
        BadInput: ``CURRENCY_WITHOUT_WORDS``, ``AMOUNT_OUT_OF_RANGE``.
    """
    if language is not Language.en:
        return capital_amount(money, traditional=language is Language.zh_TW)
    if money.currency not in _ENGLISH_UNITS:
        raise BadInput("CURRENCY_WITHOUT_WORDS", currency=money.currency)
    units, cents = _ENGLISH_UNITS[money.currency]
    whole, minor = divmod(money.minor, MINOR_UNITS)
    parts = [f"{num2words(whole)} {units}"] if whole or not minor else []
    parts += [f"{num2words(minor)} {cents}"] if minor else ["only"]
    text = (" " if not minor else " and ").join(parts)
    return f"{text[0].upper()}{text[1:]} ({money.currency})"
