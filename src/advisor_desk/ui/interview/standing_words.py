"""How a client's assessments stand, in words."""

from advisor_desk.domain.assessment import RepeatLimit
from advisor_desk.services.assessment_history import Standing
from advisor_desk.ui.words import Wording


def limit_reached(stands: Standing, words: Wording) -> str:
    """Say which limit allows no further assessment now; empty where none does. Clause: S49."""
    counted = stands.counted
    if RepeatLimit.this_day in counted.reached:
        return words.say("ASSESSMENT_LIMIT_THIS_DAY", count=counted.this_day)
    if RepeatLimit.in_period in counted.reached:
        return words.say("ASSESSMENT_LIMIT_IN_PERIOD", count=counted.in_period)
    return ""


def counted(stands: Standing, words: Wording, code: str) -> str:
    """Say under a code how many were made today and in twelve months, of how many."""
    if stands.a_day is None or stands.in_period is None:
        return ""
    return words.say(
        code,
        today=stands.counted.this_day,
        a_day=stands.a_day,
        year=stands.counted.in_period,
        in_period=stands.in_period,
    )
