"""A day as it is typed or pasted: every field of the screens reads it here and takes the same."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache

from advisor_desk.domain.language import Language
from advisor_desk.domain.text import half_wide
from advisor_desk.packs.wording import text_of

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_APART = re.compile(
    r"(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?:\s*日)?", re.ASCII
)
_HOUR = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_IN_WORDS = re.compile(r"(\d{1,2})\s+(\D+)\s+(\d{4})", re.ASCII)


def day_as_typed(text: str) -> date | None:
    """Return the day, in figures or as the program itself writes it; None for anything else.

    A week of the year with its weekday (``2026-W50-1``) is not a day anybody types.
    """
    plain = half_wide(text)
    if found := _COMPACT.fullmatch(plain) or _APART.fullmatch(plain):
        year, month, day = (int(one) for one in found.groups())
    elif found := _IN_WORDS.fullmatch(plain):
        year, month, day = int(found[3]), _months().get(found[2].casefold(), 0), int(found[1])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moment_as_typed(text: str) -> datetime | None:
    """Return a day and an hour, ``2026-11-24 10:30``, without a zone; None for anything else."""
    day, _, hour = half_wide(text).rpartition(" ")
    on, found = day_as_typed(day), _HOUR.fullmatch(hour)
    return datetime.combine(on, time(int(found[1]), int(found[2]))) if on and found else None


@cache
def _months() -> Mapping[str, int]:
    return {
        text_of(language, f"MONTH_{month}").strip().casefold(): month
        for language in Language
        for month in range(1, 13)
    }
