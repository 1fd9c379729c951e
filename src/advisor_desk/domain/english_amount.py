"""Amounts in English words, for the forms of clients who read English."""

from advisor_desk.domain.money import MINOR_UNITS, Money

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_GROUPS = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_TWENTY, _TEN, _HUNDRED = 20, 10, 100


def english_amount(money: Money) -> str:
    """Return ``CNY two hundred thousand and 50/100``; ``only`` closes a whole amount."""
    whole, minor = divmod(money.minor, MINOR_UNITS)
    end = f"and {minor:02d}/100" if minor else "only"
    return f"{money.currency} {_whole(whole)} {end}"


def _whole(number: int) -> str:
    for size, name in _GROUPS:
        if number >= size:
            high, low = divmod(number, size)
            rest = f" {_whole(low)}" if low else ""
            return f"{_whole(high)} {name}{rest}"
    return _below_thousand(number)


def _below_thousand(number: int) -> str:
    if number >= _HUNDRED:
        high, low = divmod(number, _HUNDRED)
        rest = f" {_below_thousand(low)}" if low else ""
        return f"{_SMALL[high]} hundred{rest}"
    if number >= _TWENTY:
        high, low = divmod(number, _TEN)
        return _TENS[high] + (f"-{_SMALL[low]}" if low else "")
    return _SMALL[number]
