"""What still stands of an interview that was interrupted: still good, say again, do again.

Everything follows from the facts and from today's data; nothing is remembered for it. What is to
be done again opens its own step by itself once the interview goes on. Clauses: S23, S49, S50.
"""

from dataclasses import dataclass
from enum import Enum

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.steps import step_of
from advisor_desk.domain.suitability import AssessmentState, Decision
from advisor_desk.services.asking_again import why_outdated
from advisor_desk.services.assessment_history import AssessmentHistory
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.judging import judge_choice, protections_of


class Stands(Enum):
    """What becomes of something on the next visit."""

    good = "good"
    say_again = "say_again"
    do_again = "do_again"


@dataclass(frozen=True, slots=True)
class Remains:
    """One line: a code for its words, and what they name."""

    code: str
    stands: Stands
    named: str = ""


class Resuming:
    """Looks at an interrupted interview before it goes on."""

    def __init__(self, room: InterviewRoom) -> None:
        self._room = room

    def what_stands(self, interview: str) -> tuple[Remains, ...]:
        """Return every line, what is to be done again first, then to be said again."""
        facts = self._room.facts(interview)
        lines = [
            *self._people(facts),
            *self._assessment(facts),
            *self._choice(facts),
            *_warnings(facts),
            *_kept(facts),
        ]
        order = (Stands.do_again, Stands.say_again, Stands.good)
        return tuple(sorted(lines, key=lambda line: order.index(line.stands)))

    def say_again(self, interview: str) -> tuple[str, ...]:
        """Return the codes of what is to be said again before the interview goes on."""
        lines = self.what_stands(interview)
        return tuple(line.code for line in lines if line.stands is Stands.say_again)

    def _people(self, facts: Facts) -> list[Remains]:
        data, me = self._room.today(), self._room.me()
        client = self._room.client(facts.client)
        lines = [Remains("IDENTITY", Stands.do_again)]
        if me.certificate is None or not me.certificate.valid_on(data.day):
            lines.append(Remains("CERTIFICATE", Stands.do_again))
        now = protections_of(data, client)
        if facts.opening_decision is not None and now != facts.protections:
            turned = now[0].name if now else "adult"
            lines.append(Remains(f"AGE_{turned.upper()}", Stands.do_again))
        if facts.witness is not None:
            lines.append(Remains("WITNESS", Stands.do_again, facts.witness.name))
        return lines

    def _assessment(self, facts: Facts) -> list[Remains]:
        record = facts.assessment
        if record is None:
            return []
        grade = record.grade.name if record.grade else ""
        history = AssessmentHistory(self._room)
        if not history.is_latest(facts.client, record):
            return [Remains("ASSESSMENT_NEWER", Stands.do_again, grade)]
        if history.state(history.latest(facts.client)) is AssessmentState.expired:
            return [Remains("ASSESSMENT_EXPIRED", Stands.do_again, grade)]
        done = step_of(Stage.questionnaire).done(facts)
        return [Remains("ASSESSMENT", Stands.good if done else Stands.do_again, grade)]

    def _choice(self, facts: Facts) -> list[Remains]:
        chosen, data = facts.chosen, self._room.today()
        if chosen is None:
            return []
        product = chosen.choice.product
        if why_outdated(data, product, facts.language):
            return [Remains("PRODUCT_CHANGED", Stands.do_again, product.name)]
        client, me = self._room.client(facts.client), self._room.me()
        now = judge_choice(data, facts, client, me, chosen.choice, with_witness=True)
        return [*_rules(chosen.decision, now, product.name), *_explained(facts)]


def _rules(before: Decision, now: Decision, name: str) -> list[Remains]:
    if now.is_refused:
        return [Remains("CHOICE_REFUSED", Stands.do_again, name)]
    if now.documents != before.documents:
        return [Remains("CHOICE_ASKS_MORE", Stands.do_again, name)]
    if now != before:
        return [Remains("RULES_CHANGED", Stands.do_again, name)]
    return [Remains("CHOICE", Stands.good, name)]


def _explained(facts: Facts) -> list[Remains]:
    shown, chosen = facts.presentation, facts.chosen
    if shown is None or chosen is None or shown.choice != facts.choice_seen():
        return []
    if chosen.choice.product.risk.reaches(ProductRisk.R3):
        return [Remains("PRESENTATION_WORST_CASE", Stands.say_again, chosen.choice.product.name)]
    return [Remains("PRESENTATION", Stands.good, chosen.choice.product.name)]


def _warnings(facts: Facts) -> list[Remains]:
    wish = facts.over_risk
    lines = []
    if wish is not None and wish.warned_at is not None:
        lines.append(Remains("OVER_RISK_WARNING", Stands.say_again))
    if wish is not None and wish.declared:
        lines.append(Remains("DECLARATION", Stands.do_again))
    if facts.special_attention is not None:
        lines.append(Remains("SPECIAL_ATTENTION", Stands.say_again))
    return lines


def _kept(facts: Facts) -> list[Remains]:
    """What the client said and agreed to stays, as long as nothing behind it changed."""
    return [
        Remains(stage.name.upper(), Stands.good)
        for stage in (Stage.needs, Stage.result, Stage.portfolio)
        if step_of(stage).done(facts)
    ]
