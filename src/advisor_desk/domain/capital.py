"""Amounts in capital Chinese numerals (大寫金額), as banks write them on paper.

Reading: 零 stands once for any zeros between two digits, but not where a group of four ends in
zeros and the next starts with thousands (壹拾萬伍仟元); 整 follows yuan and jiao, never fen.
"""

from dataclasses import dataclass

from advisor_desk.domain.money import MINOR_UNITS, Money
from advisor_desk.domain.trouble import BadInput

_GROUP_DIGITS, _JIAO = 4, 10
_SIGNS = {"CNY": "¥", "HKD": "HK$", "USD": "US$", "EUR": "€", "GBP": "£", "TWD": "NT$"}
_LARGEST = 10**17 - 1  # the most ``Money.parse`` reads


@dataclass(frozen=True, slots=True)
class _Script:
    digits: str
    places: tuple[str, ...]
    groups: tuple[tuple[int, str], ...]
    yuan: str
    whole: str
    currencies: dict[str, str]


_TRADITIONAL = _Script(
    "零壹貳叁肆伍陸柒捌玖",
    ("", "拾", "佰", "仟"),
    ((10**8, "億"), (10**4, "萬")),
    "元",
    "整",
    {
        "CNY": "人民幣",
        "HKD": "港幣",
        "USD": "美元",
        "EUR": "歐元",
        "GBP": "英鎊",
        "JPY": "日圓",
        "AUD": "澳元",
        "CAD": "加元",
        "CHF": "瑞士法郎",
        "SGD": "新加坡元",
        "MOP": "澳門元",
        "TWD": "新臺幣",
    },
)
_SIMPLIFIED = _Script(
    "零壹贰叁肆伍陆柒捌玖",
    ("", "拾", "佰", "仟"),
    ((10**8, "亿"), (10**4, "万")),
    "元",
    "整",
    {
        "CNY": "人民币",
        "HKD": "港币",
        "USD": "美元",
        "EUR": "欧元",
        "GBP": "英镑",
        "JPY": "日元",
        "AUD": "澳元",
        "CAD": "加元",
        "CHF": "瑞士法郎",
        "SGD": "新加坡元",
        "MOP": "澳门元",
        "TWD": "新台币",
    },
)


def amount_in_figures(money: Money) -> str:
    """Return ``¥ 200,000.00``; a currency without a sign of its own stands by its letters."""
    return f"{_SIGNS.get(money.currency, money.currency)} {money.figures()}"


def capital_amount(money: Money, *, traditional: bool) -> str:
    """Return ``人民幣貳拾萬元整``: currency, yuan, jiao and fen.

    A currency without a name here stands by its letters.

    Raises:
        BadInput: ``AMOUNT_OUT_OF_RANGE``, not above 0 or more than ``Money.parse`` reads.
    """
    script = _TRADITIONAL if traditional else _SIMPLIFIED
    if not 0 < money.minor <= _LARGEST:
        raise BadInput("AMOUNT_OUT_OF_RANGE", amount=money.plain())
    yuan, minor = divmod(money.minor, MINOR_UNITS)
    words = _whole(yuan, script) + script.yuan if yuan else ""
    name = script.currencies.get(money.currency, money.currency)
    return name + words + _cents(minor, script, after_yuan=yuan > 0)


def _cents(minor: int, script: _Script, *, after_yuan: bool) -> str:
    jiao, fen = divmod(minor, _JIAO)
    if not minor:
        return script.whole
    if not fen:
        return script.digits[jiao] + "角" + script.whole
    if jiao:
        return script.digits[jiao] + "角" + script.digits[fen] + "分"
    return (script.digits[0] if after_yuan else "") + script.digits[fen] + "分"


def _whole(number: int, script: _Script) -> str:
    """Return a whole number; above 億 it counts on in 億 (萬億): 兆 is read in two ways."""
    for size, name in script.groups:
        if number >= size:
            high, low = divmod(number, size)
            gap = script.digits[0] if 0 < low < size // 10 else ""
            return _whole(high, script) + name + gap + (_whole(low, script) if low else "")
    return _four(number, script)


def _four(group: int, script: _Script) -> str:
    words, owed = "", False
    for position in range(_GROUP_DIGITS - 1, -1, -1):
        digit = group // 10**position % 10
        if digit:
            words += script.digits[0] if owed and words else ""
            words += script.digits[digit] + script.places[position]
            owed = False
        else:
            owed = True
    return words
