"""The rules that speak at this moment of an interview, for the panel and for F4."""

from dataclasses import dataclass

from advisor_desk.domain.suitability import Effect
from advisor_desk.ui.interview.open_interview import OpenInterview


@dataclass(frozen=True, slots=True)
class RuleNow:
    """A rule's sentence with its clause; ``tone`` is that of a reason row."""

    tone: str
    text: str
    clause: str


def rules_now(interview: OpenInterview) -> tuple[RuleNow, ...]:
    """Return what the rules say to the last choice, else what they say about the client at all.

    Each sentence once, the strictest first; where nothing speaks, that the grade decides.
    """
    facts, words = interview.facts, interview.words
    if facts.chosen is not None or facts.judged:
        decision = (facts.chosen or facts.judged[-1]).decision
        tone = "stop" if decision.outcome is Effect.REFUSE else "duty"
        said = decision.reasons or decision.duties
        found = [RuleNow(tone, words.of(one.say), one.clause) for one in said]
    else:
        found = _about_the_client(interview)
    if not found:
        found = [RuleNow("ok", words.say("SIDE_NO_RULE"), "S56")]
    return tuple(dict.fromkeys(found))


def _about_the_client(interview: OpenInterview) -> list[RuleNow]:
    card = interview.services.shelf.card(interview.facts.client)
    found = []
    for column in card.grades:
        for reason in column.reasons:
            if reason.code not in ABOUT_THE_CLIENT:
                continue
            tone = "stop" if column.outcome is Effect.REFUSE else "duty"
            found.append(RuleNow(tone, interview.words.of(reason.say), reason.clause))
    return found


ABOUT_THE_CLIENT = frozenset(
    {"ELDER_R4_BAN", "WITNESS_MISSING", "SECOND_RISK_WARNING", "MINOR_OVER_RISK",
     "MINOR_LOW_RISK_ONLY", "GUARDIAN_NOT_VERIFIED", "LEGAL_REP_CONSENT_MISSING",
     "NO_CIVIL_CAPACITY", "BIRTH_DATE_UNKNOWN"}
)  # fmt: skip
