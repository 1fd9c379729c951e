"""How a client's assessments stand, in words."""

from advisor_desk.domain.assessment import RepeatLimit
from advisor_desk.services.assessment_history import Standing
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.words import Wording


def limit_reached(stands: Standing, words: Wording) -> str:
    """Say which limit allows no further assessment now; empty where none does. Clause: S49."""
    counted, day = stands.counted, words.day(stands.one_more_on)
    if RepeatLimit.in_period in counted.reached:
        return words.say("ASSESSMENT_LIMIT_IN_PERIOD", count=counted.in_period, day=day)
    if RepeatLimit.this_day in counted.reached:
        return words.say("ASSESSMENT_LIMIT_THIS_DAY", count=counted.this_day, day=day)
    return ""


def before_one_more(interview: OpenInterview) -> str:
    """Say that one more would be the last for now, and that a look above is noted. Clause: S49."""
    assessments, words, found = interview.services.assessments, interview.words, []
    stands = assessments.standing(interview.id)
    if not stands.counted.reached and stands.after_that != stands.one_more_on:
        found.append(words.say("QUESTIONNAIRE_LAST_ONE", day=words.day(stands.after_that)))
    if assessments.looked_above(interview.id):
        found.append(words.say("QUESTIONNAIRE_LOOKED_ABOVE"))
    return "\n".join(found)


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
