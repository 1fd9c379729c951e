"""The thirteen steps of an interview over its facts. There is no saved position.

The open step is the first that applies and is not done. A step that relied on something holds its
fingerprint: when that changes, the step is to be done again by itself. Clause: S22.
"""

from collections.abc import Callable
from dataclasses import dataclass

from advisor_desk.domain.duties import (
    ATTENTION_DOCUMENTS,
    FEWEST_ALTERNATIVES,
    OVER_RISK_DOCUMENTS,
    WITNESS_DOCUMENTS,
    documents_of,
    is_attended_to,
    is_guided,
    unmet_duties,
    wish_now,
    witness_now,
)
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Confirmer, Mark, PartyRole, SigningWay, Stage, State
from advisor_desk.domain.needs import MINIMUM_SET

Missing = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One stage: whether it applies, and what it still lacks, in codes."""

    stage: Stage
    applies: Callable[[Facts], bool]
    missing: Callable[[Facts], Missing]

    def done(self, facts: Facts) -> bool:
        """Say whether nothing is missing."""
        return not self.missing(facts)


def open_step(facts: Facts) -> Step | None:
    """Return the first step that applies and is not done; None when all are."""
    return next((step for step in STEPS if step.applies(facts) and not step.done(facts)), None)


def step_of(stage: Stage) -> Step:
    """Return the step of a stage."""
    return STEPS[stage.value - 1]


def steps_of(facts: Facts) -> tuple[Step, ...]:
    """Return the steps that apply, in order; a step's number is its place among them, from 1."""
    return tuple(step for step in STEPS if step.applies(facts))


def _codes(*wanted: tuple[bool, str]) -> Missing:
    return tuple(code for holds, code in wanted if not holds)


def _opening(facts: Facts) -> Missing:
    return _codes(
        (PartyRole.client in facts.parties, "CLIENT_NOT_IDENTIFIED"),
        (facts.notice_understood, "DATA_NOTICE_NOT_UNDERSTOOD"),
        (facts.recording is not None, "RECORDING_NOT_STATED"),
        (facts.opening_confirmed == facts.parties_seen(), "OPENING_NOT_CONFIRMED"),
    )


def _needs(facts: Facts) -> Missing:
    answered = {answer.item for answers in facts.needs.values() for answer in answers}
    lacking = tuple(f"NEEDS_{item.id.upper()}" for item in MINIMUM_SET if item.id not in answered)
    return lacking + _codes(
        (bool(facts.pots), "NEEDS_NO_POT"),
        (facts.needs_confirmed == facts.needs_seen(), "NEEDS_NOT_CONFIRMED"),
    )


def _questionnaire(facts: Facts) -> Missing:
    still_true = facts.kept_on is None or facts.kept_on == facts.needs_seen()
    return _codes(
        (facts.assessment is not None, "NO_ASSESSMENT_YET"),
        (still_true, "CIRCUMSTANCES_CHANGED"),
        (is_guided(facts), "GUIDANCE_NOT_CONFIRMED"),
    )


def _result(facts: Facts) -> Missing:
    agreed = facts.assessment is not None and facts.result_accepted == facts.assessment.number
    return _codes((agreed, "RESULT_NOT_ACCEPTED"))


def _portfolio(facts: Facts) -> Missing:
    return _codes(
        (facts.holdings is not None, "HOLDINGS_NOT_RECORDED"),
        (facts.proposed_on == facts.advice_rests_on(), "NO_SUGGESTION"),
    )


def _products(facts: Facts) -> Missing:
    if facts.chosen is None:
        return ("NOTHING_CHOSEN",)
    still_true = facts.chosen.choice.relied_on == facts.purchase_rests_on()
    return _codes(
        (still_true, "CHOICE_NO_LONGER_HOLDS"),
        (facts.choice_confirmed == facts.choice_seen(), "CHOICE_NOT_CONFIRMED"),
    )


def _needs_declaration(facts: Facts) -> bool:
    return bool(documents_of(facts) & OVER_RISK_DOCUMENTS)


def _needs_witness(facts: Facts) -> bool:
    return bool(documents_of(facts) & WITNESS_DOCUMENTS)


def _over_risk(facts: Facts) -> Missing:
    wish = wish_now(facts)
    return _codes(
        (wish is not None and wish.warned_at is not None, "OVER_RISK_NOT_WARNED"),
        (
            wish is not None and len(wish.declined) >= FEWEST_ALTERNATIVES,
            "ALTERNATIVES_NOT_OFFERED",
        ),
        (wish is not None and bool(wish.declared), "DECLARATION_NOT_MADE"),
    )


def _witness(facts: Facts) -> Missing:
    witness = witness_now(facts)
    if witness is None:
        return ("WITNESS_NOT_HERE",)
    asked = all(question in witness.heard for question in witness.questions)
    return _codes(
        (witness.recap_heard, "RECAP_NOT_HEARD"),
        (witness.warned, "SECOND_WARNING_NOT_GIVEN"),
        (asked, "WITNESS_QUESTIONS_OPEN"),
        (witness.client_goes_on is True, "CLIENT_NOT_DECIDED"),
        (witness.proceeds is True, "WITNESS_NOT_DECIDED"),
    )


def _presentation(facts: Facts) -> Missing:
    shown = facts.presentation
    if shown is None or shown.choice != facts.choice_seen():
        return ("MATERIAL_NOT_OPENED",)
    lacking = [one for one in shown.presented.elements if one not in shown.explained]
    asked = [one for one in shown.presented.questions if one not in shown.said_back]
    apart = bool(documents_of(facts) & ATTENTION_DOCUMENTS)
    return (
        *(f"ELEMENT_{one.upper()}" for one in lacking),
        *(f"QUESTION_{one.upper()}" for one in asked),
        *_codes((not apart or is_attended_to(facts), "SPECIAL_ATTENTION_NOT_GIVEN")),
    )


def _review(facts: Facts) -> Missing:
    due = _codes((not facts.pages_due, "PAGES_NOT_RETURNED"))
    if facts.review is None or facts.review.relied_on != facts.forms_rest_on():
        return (*unmet_duties(facts), *due, "FORMS_NOT_OPENED")
    confirmed = facts.review.confirmed_by
    return unmet_duties(facts) + _codes(
        (Confirmer.client in confirmed, "FORMS_NOT_CONFIRMED_BY_CLIENT"),
        (Confirmer.adviser in confirmed, "FORMS_NOT_CONFIRMED_BY_ADVISER"),
    )


# Marks that not every set needs, and the document that asks for each. Clauses: S43, S47, S60.
_MARK_FOR = {
    Mark.guardian_signature: "GUARDIAN_SIGNATURE",
    Mark.declaration_signature: "SPECIAL_DECLARATION",
    Mark.witness_signature: "WITNESS_SIGNATURE",
}


MARKS_OF_EVERY_SALE = tuple(mark for mark in Mark if mark not in _MARK_FOR)


def marks_needed(facts: Facts) -> tuple[Mark, ...]:
    """Return the marks the set needs, in the order in which they are made."""
    asked_for = documents_of(facts)
    return tuple(mark for mark in Mark if _MARK_FOR.get(mark) in {None, *asked_for})


def missing_marks(facts: Facts) -> tuple[Mark, ...]:
    """Return the marks the set still lacks, in that order."""
    made = facts.ceremony.marks if facts.ceremony else {}
    return tuple(mark for mark in marks_needed(facts) if mark not in made)


def _signing(facts: Facts) -> Missing:
    ceremony = facts.ceremony
    if ceremony is None:
        return ("SIGNING_NOT_BEGUN",)
    by_hand = facts.signing_way is SigningWay.paper
    return (
        *_codes((ceremony.came_out or not by_hand, "SET_NOT_PRINTED")),
        *(f"MARK_{mark.name.upper()}" for mark in missing_marks(facts)),
        *_codes((bool(ceremony.signed), "SET_NOT_SIGNED")),
    )


def _handover(facts: Facts) -> Missing:
    printed = facts.ceremony is not None and facts.ceremony.came_out
    return _codes((printed, "SET_NOT_PRINTED"), (bool(facts.handed_over), "NOT_HANDED_OVER"))


def _close(facts: Facts) -> Missing:
    return _codes(
        (facts.record is not None, "NO_INTERVIEW_RECORD"),
        (facts.state is State.closed, "NOT_CLOSED"),
    )


def _always(_facts: Facts) -> bool:
    return True


STEPS = (
    Step(Stage.opening, _always, _opening),
    Step(Stage.needs, _always, _needs),
    Step(Stage.questionnaire, _always, _questionnaire),
    Step(Stage.result, _always, _result),
    Step(Stage.portfolio, _always, _portfolio),
    Step(Stage.products, _always, _products),
    Step(Stage.over_risk, _needs_declaration, _over_risk),
    Step(Stage.presentation, _always, _presentation),
    Step(Stage.witness, _needs_witness, _witness),
    Step(Stage.review, _always, _review),
    Step(Stage.signing, _always, _signing),
    Step(Stage.handover, _always, _handover),
    Step(Stage.close, _always, _close),
)
