"""Assessments over time: which of them counts on a day, and how often they may be repeated.

A period of months includes today and the same day at its start: on 23 November 2026 an assessment
of 23 November 2025 still counts, both as valid and among the repeats.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from advisor_desk.domain.calendar import assessment_valid_until, months_later
from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.domain.suitability import Assessment, AssessmentState


class RepeatLimit(Enum):
    """A limit that allows no further assessment now. Clause: S49."""

    this_day = "this_day"
    in_period = "in_period"


@dataclass(frozen=True, slots=True)
class RepeatLimits:
    """At most ``a_day`` assessments on one day and ``in_period`` within ``period_months``."""

    a_day: int
    in_period: int
    period_months: int


@dataclass(frozen=True, slots=True)
class Repeats:
    """Assessments completed so far, and the limits they have reached."""

    this_day: int
    in_period: int
    reached: tuple[RepeatLimit, ...]

    @property
    def may_assess(self) -> bool:
        """Say whether one more assessment may be completed today."""
        return not self.reached


def assessment_state(latest: Assessment | None, *, on: date, valid_months: int) -> AssessmentState:
    """Return how the latest assessment (None: there is none) stands on a day.

    A failed one stays failed however old it is. Clause: S50.
    """
    if latest is None:
        return AssessmentState.missing
    if latest.grade is None:
        return AssessmentState.failed
    if on > assessment_valid_until(latest.taken, valid_months):
        return AssessmentState.expired
    return AssessmentState.valid


def repeats(completed: Iterable[date], *, on: date, limits: RepeatLimits) -> Repeats:
    """Count the days of completed assessments, of every channel, against the limits.

    Clause: S49.
    """
    start = months_later(on, -limits.period_months)
    counted = [day for day in completed if start <= day <= on]
    this_day = counted.count(on)
    reached = []
    if this_day >= limits.a_day:
        reached.append(RepeatLimit.this_day)
    if len(counted) >= limits.in_period:
        reached.append(RepeatLimit.in_period)
    return Repeats(this_day, len(counted), tuple(reached))


def one_more_on(completed: Iterable[date], *, on: date, limits: RepeatLimits) -> date:
    """Return the first day, ``on`` included, on which one more assessment may be completed.

    Clause: S49.
    """
    days, day = tuple(completed), on
    while not repeats(days, on=day, limits=limits).may_assess:
        day += timedelta(days=1)
    return day


def needs_confirmation(previous: RiskTolerance | None, new: RiskTolerance) -> bool:
    """Say whether the client confirms the new grade once more because it changed."""
    return previous is not None and previous is not new
