"""Ages and periods by the calendar: dates are compared, days are never divided by 365."""

import calendar
from datetime import date

MONTHS_A_YEAR = 12


def months_later(day: date, months: int) -> date:
    """Return the same day of the month ``months`` later; past a month's end, its last day.

    ``months`` may be negative: 29 February 2024 less 12 months is 28 February 2023. Past the ends
    of the calendar it is the calendar's first or last day.
    """
    month_index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(month_index, MONTHS_A_YEAR)
    if year not in range(date.min.year, date.max.year + 1):
        return date.max if year > date.max.year else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def age_on(born: date, on: date) -> int:
    """Return the age in whole years, the birthday included.

    Reading: born on 29 February, a year is completed on 1 March of a common year.
    """
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def assessment_valid_until(taken: date, months: int) -> date:
    """Return the last day on which an assessment still counts, that day included.

    Taken on 1 March 2026 and valid for 12 months, it counts through 1 March 2027; taken on
    29 February, through 28 February of a common year. Clause: S50.
    """
    return months_later(taken, months)
