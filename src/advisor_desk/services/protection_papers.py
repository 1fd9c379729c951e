"""Values of the forms that protect a client: F4, F5 and F6; see ``papers``.

The words of client and witness are printed as they were recorded, never made here. What a form
can know only after it is printed has no value: it is a box for the pen.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from advisor_desk.domain.assessment_events import GuidanceConfirmed
from advisor_desk.domain.capital import amount_in_figures
from advisor_desk.domain.duties import documents_of, wish_now, witness_now
from advisor_desk.domain.facts import OverRisk, Witness
from advisor_desk.domain.interview import Mark, PartyRole
from advisor_desk.domain.interview_events import Party
from advisor_desk.domain.over_risk_events import OverRiskWarned
from advisor_desk.domain.purchase_events import Choice, ProductOpened
from advisor_desk.domain.steps import marks_needed
from advisor_desk.domain.witness_events import (
    ClientDecided,
    RecapHeard,
    SecondWarningGiven,
    WitnessAsked,
    WitnessDecided,
)
from advisor_desk.forms.values import Values
from advisor_desk.services.papers import (
    PaperCase,
    adviser_values,
    client_values,
    copy_kept,
    from_to,
    grade_text,
    witness_values,
    worst_case,
)


def forms_asked_for(case: PaperCase, choice: Choice) -> Iterator[tuple[str, Values]]:
    """Yield the forms the decision asks for beside those of every sale. Clauses: S43, S47, S60."""
    marks = marks_needed(case.facts)
    if Mark.declaration_signature in marks:
        yield "F4", declaration(case, choice)
    if "SECOND_RISK_WARNING" in documents_of(case.facts):
        yield "F5", second_warning(case, choice)
    if Mark.guardian_signature in marks:
        yield "F6", guardian_consent(case, choice)


def declaration(case: PaperCase, choice: Choice) -> Values:
    """Return the values of F4, the special declaration. Clauses: S57-S60."""
    wish, words, record = _wish(case), case.words, case.assessed()
    return {
        "client_name": case.client.name,
        "client_document": words.document(case.client.document),
        "assessment_number": record.number,
        "product_name": choice.product.name,
        "product_code": choice.product.code,
        "amount_figures": amount_in_figures(choice.amount),
        "client_grade": grade_text(record, words),
        "product_grade": words.risk(choice.product.risk),
        "gap": _gap(case, choice),
        "brought_up": _brought_up(case, choice),
        "warnings": tuple(_warnings(case, choice)),
        "alternatives": tuple((one.name, words.risk(one.risk), one.words) for one in wish.declined),
        "own_words": wish.declared,
        **adviser_values(case),
        **witness_values(case),
    }


def second_warning(case: PaperCase, choice: Choice) -> Values:
    """Return the values of F5, the second risk warning. Clause: S43."""
    witness, words, times = _witness(case), case.words, case.times
    return {
        **client_values(case),
        "client_grade": grade_text(case.assessed(), words),
        "product_name": choice.product.name,
        "product_grade": words.risk(choice.product.risk),
        "amount_figures": amount_in_figures(choice.amount),
        **witness_values(case),
        "witness_in": words.moment(witness.came_at),
        "recap_at": _clock(times.of(RecapHeard)),
        "warned_at": _clock(times.of(SecondWarningGiven)),
        "worst_case": worst_case(case, choice),
        "questions": tuple(_questions(case, witness)),
        "client_decision": "go_on" if witness.client_goes_on else "stop",
        "client_decided_at": _clock(times.of(ClientDecided)),
        "witness_decision": "proceed" if witness.proceeds else "stop",
        "witness_decided_at": _clock(times.of(WitnessDecided)),
        "witness_words": witness.words or words.say("NOTHING_TO_ADD"),
        **adviser_values(case),
    }


def guardian_consent(case: PaperCase, choice: Choice) -> Values:
    """Return the values of F6, the guardian's consent; the client is the minor. Clause: S47."""
    words, record = case.words, case.assessed()
    guardian = case.facts.parties[PartyRole.guardian]
    guided = case.times.of(GuidanceConfirmed)
    return {
        **client_values(case),
        **_guardian(case, guardian),
        "product_name": choice.product.name,
        "product_code": choice.product.code,
        "product_grade": words.risk(choice.product.risk),
        "client_grade": grade_text(record, words),
        "amount_figures": amount_in_figures(choice.amount),
        "amount_words": words.amount(choice.amount),
        "assessment_number": record.number,
        "guided_at": words.moment(guided) if guided else "",
        "present_at": words.say("BETWEEN_NAMES").join(_stays(case, guardian)),
        "worst_case": worst_case(case, choice),
        **adviser_values(case),
    }


def _brought_up(case: PaperCase, choice: Choice) -> str:
    """Say how the product came up first, and the client's own words for it. Clause: S57."""
    found = [one for one in case.facts.opened if one.product == choice.product.code]
    own = next((one.words for one in found if one.words), "")
    said = case.words.say(f"OPENED_{found[0].how.name}", words=own)
    at = _moment(case, case.times.of(ProductOpened, choice.product.code))
    return f"{at} {said}"


def _warnings(case: PaperCase, choice: Choice) -> Iterator[tuple[str, str, str]]:
    words, warned = case.words, _moment(case, case.times.of(OverRiskWarned))
    yield words.say("WARNED_WORST", case=worst_case(case, choice)), case.adviser.name, warned
    yield _gap(case, choice), case.adviser.name, warned
    again, witness = case.times.of(SecondWarningGiven), witness_now(case.facts)
    if witness is not None and again is not None:
        yield words.say("WARNED_BY_WITNESS"), witness.name, words.moment(again)


def _gap(case: PaperCase, choice: Choice) -> str:
    grade = case.assessed().grade
    steps = choice.product.risk.level - (grade.level if grade else 0)
    return case.words.say(
        f"GAP_{steps}", grade=grade.name if grade else "", risk=choice.product.risk.name
    )


def _questions(case: PaperCase, witness: Witness) -> Iterator[tuple[str, str, str]]:
    for question in witness.questions:
        yield question, witness.heard[question], _clock(case.times.of(WitnessAsked, question))


def _guardian(case: PaperCase, guardian: Party) -> Mapping[str, str]:
    words, document, proof = case.words, guardian.document, guardian.proof
    return {
        "guardian_name": guardian.name,
        "guardian_document": words.document(document) if document else "",
        "relation": guardian.relation or "",
        "proof_kind": words.say(f"PROOF_{proof.name}") if proof else "",
        "proof_number": guardian.proof_number,
        "proof_copy": copy_kept(case, guardian.copy) if guardian.copy else "",
    }


def _stays(case: PaperCase, guardian: Party) -> Iterator[str]:
    """Yield when this guardian was here; another one's stays are not this one's. Clause: S45."""
    for one in case.stays:
        if (one.role, one.who) == (PartyRole.guardian.name, guardian.document):
            yield from_to(case, one)


def _moment(case: PaperCase, at: datetime | None) -> str:
    return case.words.moment(at) if at else ""


def _clock(at: datetime | None) -> str:
    return at.strftime("%H:%M") if at else ""


def _wish(case: PaperCase) -> OverRisk:
    wish = wish_now(case.facts)
    assert wish, "a declaration without a wish"  # noqa: S101 - the duties were asked before
    return wish


def _witness(case: PaperCase) -> Witness:
    witness = witness_now(case.facts)
    assert witness, "a second warning without a witness"  # noqa: S101 - as above
    return witness
