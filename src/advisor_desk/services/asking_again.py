"""The packs are asked again before every act that cannot be undone: review, signing, printing.

Between the choice and the signature a day may have passed: a birthday, the end of a certificate or
of an assessment, a later one made elsewhere, another product sheet. What was allowed and now is
refused is recorded, the set is void, and the client may choose something else. Clauses: S23, S50.
"""

from functools import partial

from advisor_desk.domain.assessment_events import AssessmentOutdated
from advisor_desk.domain.duties import unmet_duties
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.interview_events import InterviewEvent
from advisor_desk.domain.languages import Language
from advisor_desk.domain.product import Product
from advisor_desk.domain.purchase_events import (
    ChoiceJudgedAgain,
    ChoiceOutdated,
    ChoiceRefusedLater,
)
from advisor_desk.domain.suitability import Decision
from advisor_desk.domain.trouble import BadInput, NotPermitted, Trouble
from advisor_desk.services.assessment_history import AssessmentHistory
from advisor_desk.services.guards import require_certified
from advisor_desk.services.interview_room import Act, DayData, InterviewRoom
from advisor_desk.services.judging import judge_choice, require_sold
from advisor_desk.services.numbers import reserved_set
from advisor_desk.services.other_interviews import require_left
from advisor_desk.services.witness_rules import require_witness_still_may


def require_still_allowed(room: InterviewRoom, interview: InterviewId) -> Decision:
    """Return today's decision about the choice, everything it asks for being there.

    Raises:
        NotPermitted: ``ASSESSMENT_NEWER`` (recorded: the client answers or keeps the newer one),
            ``SALE_NO_LONGER_ALLOWED``, ``MORE_IS_ASKED_FOR`` or ``CHOICE_SEEN_ANEW``
            (recorded: the choice is given up, or to be led again), ``ADVISER_UNCERTIFIED``, or
            as ``require_witness_still_may``.
        BadInput: ``PRODUCT_CHANGED``, ``DUTIES_NOT_MET``, ``PRODUCT_NOT_ON_SALE`` or the code of
            material that may not be used any more; ``AMOUNT_USED_TODAY``.
    """
    facts = room.facts(interview)
    me = room.me()
    require_certified(me, room.now().date())
    if facts.chosen is None:
        raise BadInput("DUTIES_NOT_MET", clause="S22", missing="NOTHING_CHOSEN")
    _require_latest_assessment(room, interview, facts)
    require_same_product(room.today(), facts.chosen.choice.product, facts.language)
    _require_money_left(room, facts)
    client, choice = room.client(facts.client), facts.chosen.choice
    asked = partial(judge_choice, room.today(), facts, client, me, choice)
    invited = asked(with_witness=True)
    if not invited.is_refused and invited.documents != facts.chosen.decision.documents:
        _record_again(room, interview, facts, invited)
        added = [one for one in invited.documents if one not in facts.chosen.decision.documents]
        if added:
            raise NotPermitted("MORE_IS_ASKED_FOR", clause="S22", missing=", ".join(added))
        raise NotPermitted("CHOICE_SEEN_ANEW", clause="S22")
    missing = unmet_duties(facts, invited.documents)
    if missing and not invited.is_refused:
        raise BadInput("DUTIES_NOT_MET", clause="S22", missing=", ".join(missing))
    decision = asked(with_witness=False)
    if decision.is_refused:
        _record_refusal(room, interview, facts, decision)
        codes = ", ".join(reason.code for reason in decision.reasons)
        raise NotPermitted(
            "SALE_NO_LONGER_ALLOWED", clause=decision.reasons[0].clause, reasons=codes
        )
    require_witness_still_may(room, facts)
    return decision


def judge_on_return(room: InterviewRoom, act: Act) -> InterviewEvent | None:
    """Return what becomes of the choice now that the client is back; None: it stands as it was.

    The witness of another visit does not count: the packs are asked as if one will come. Where a
    later assessment was made meanwhile, nothing is asked on the strength of the earlier one; nor
    of what is not sold any more, or not as it was.
    """
    chosen, record = act.facts.chosen, act.facts.assessment
    if record is not None and not AssessmentHistory(room).is_latest(act.facts.client, record):
        return AssessmentOutdated(record.number, reserved_set(act.facts))
    if chosen is None:
        return None
    client, data = room.client(act.facts.client), room.today()
    why = why_outdated(data, chosen.choice.product, act.facts.language)
    if why:
        return ChoiceOutdated(chosen.choice.product.code, why, reserved_set(act.facts))
    decision = judge_choice(data, act.facts, client, room.me(), chosen.choice, with_witness=True)
    if decision.is_refused:
        return ChoiceRefusedLater(chosen.choice, decision, reserved_set(act.facts))
    if decision == chosen.decision:
        return None
    return ChoiceJudgedAgain(chosen.choice, decision, reserved_set(act.facts))


def why_outdated(data: DayData, chosen: Product, language: Language) -> str:
    """Return the code of what stands against choosing a product as it was; empty: nothing."""
    try:
        require_same_product(data, chosen, language)
    except Trouble as trouble:
        return trouble.code
    return ""


def require_same_product(data: DayData, chosen: Product, language: Language) -> None:
    """Let only a product through that is sold today as it was when it was chosen. Clause: S31.

    Raises:
        BadInput: ``PRODUCT_CHANGED``, or as ``require_sold``.
    """
    if data.catalogue.product(chosen.code, language) != chosen:
        raise BadInput("PRODUCT_CHANGED", clause="S31", product=chosen.code)
    require_sold(data, chosen)


def _require_latest_assessment(room: InterviewRoom, interview: InterviewId, facts: Facts) -> None:
    record = facts.assessment
    if record is None or AssessmentHistory(room).is_latest(facts.client, record):
        return
    with room.act(interview, AssessmentOutdated) as act:
        act.record(AssessmentOutdated(record.number, reserved_set(facts)))
    raise NotPermitted("ASSESSMENT_NEWER", clause="S48")


def _require_money_left(room: InterviewRoom, facts: Facts) -> None:
    assert facts.chosen is not None  # noqa: S101 - asked by the caller
    choice = facts.chosen.choice
    if choice.pot in facts.pots:
        require_left(room, facts.interview, facts.pots[choice.pot], choice.amount)


def _record_refusal(
    room: InterviewRoom, interview: InterviewId, facts: Facts, decision: Decision
) -> None:
    assert facts.chosen is not None  # noqa: S101 - asked by the caller
    with room.act(interview, ChoiceRefusedLater) as act:
        act.record(ChoiceRefusedLater(facts.chosen.choice, decision, reserved_set(facts)))


def _record_again(
    room: InterviewRoom, interview: InterviewId, facts: Facts, decision: Decision
) -> None:
    assert facts.chosen is not None  # noqa: S101 - asked by the caller
    with room.act(interview, ChoiceJudgedAgain) as act:
        act.record(ChoiceJudgedAgain(facts.chosen.choice, decision, reserved_set(facts)))
