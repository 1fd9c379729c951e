"""Days given as options: ``YYYY-MM-DD`` and nothing else, so that none is guessed."""

import re
from datetime import date

from advisor_desk.domain.trouble import BadInput

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LAST_YEAR = 9899  # a century is left for what is valid for some months


def given_day(text: str, option: str) -> date:
    """Return the day an option such as ``--on`` gives.

    Raises:
        BadInput: ``DAY_UNREADABLE``: another shape, or no such day in the calendar.
    """
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or day.year > _LAST_YEAR:
        raise BadInput("DAY_UNREADABLE", option=option, text=text)
    return day
