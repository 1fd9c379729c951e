"""The rules that speak at this moment of an interview, for the panel and for F4."""

from dataclasses import dataclass

from advisor_desk.domain.suitability import Effect
from advisor_desk.services.guards import may_advise
from advisor_desk.ui.interview.open_interview import OpenInterview


@dataclass(frozen=True, slots=True)
class RuleNow:
    """A rule's sentence with its clause; ``tone`` is that of a reason row."""

    tone: str
    text: str
    clause: str


class RulesNow:
    """Asks again only when something changed that rules look at."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._asked: tuple[object, tuple[RuleNow, ...]] | None = None

    def said(self) -> tuple[RuleNow, ...]:
        """Return what they say."""
        facts = self._interview.facts
        rests_on = (
            facts.chosen,
            len(facts.judged),
            facts.client_seen,
            facts.parties,
            facts.assessment,
            facts.pages_due,
            self._interview.today,
            self._interview.adviser,
        )
        if self._asked is None or self._asked[0] != rests_on:
            self._asked = (rests_on, rules_now(self._interview))
        return self._asked[1]


def rules_now(interview: OpenInterview) -> tuple[RuleNow, ...]:
    """Return what the rules say to the last choice, else what they say about the client at all.

    Each sentence once, the strictest first; where nothing speaks, that the grade decides.
    """
    facts, words = interview.facts, interview.words
    if not may_advise(interview.adviser, interview.today):
        return tuple(RuleNow(tone, words.say(code), clause) for tone, code, clause in REFER)
    if facts.chosen is not None or facts.judged:
        decision = (facts.chosen or facts.judged[-1]).decision
        tone = "stop" if decision.outcome is Effect.REFUSE else "duty"
        said = decision.reasons or decision.duties
        found = [RuleNow(tone, words.of(one.say), one.clause) for one in said]
    else:
        found = _about_the_client(interview)
    if not found:
        found = [RuleNow("ok", words.say("SIDE_NO_RULE"), "S56")]
    if facts.pages_due:
        found.insert(0, RuleNow("stop", words.say("SIDE_PAGES_DUE", pages=facts.pages_due), "S60"))
    return tuple(dict.fromkeys(found))


def _about_the_client(interview: OpenInterview) -> list[RuleNow]:
    card = interview.services.shelf.card(interview.facts.client, interview.id)
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
     "GUARDIAN_SIGNATURE", "NO_CIVIL_CAPACITY", "BIRTH_DATE_UNKNOWN"}
)  # fmt: skip

# What holds while the person at the desk may not advise today.
REFER = (
    ("stop", "TODAY_MAY_NOT_ADVISE", "S23"),
    ("ok", "TODAY_MAY_MATERIAL", "S24"),
    ("ok", "TODAY_MAY_PRODUCT_FACTS", "S24"),
    ("ok", "TODAY_MAY_INTRODUCE", "S25"),
)
