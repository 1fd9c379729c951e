"""The packs are asked again before every act that cannot be undone: review, signing, printing.

Between the choice and the signature a day may have passed: a birthday, the end of a certificate or
of an assessment, another product sheet. What was allowed and now is refused is recorded, the set
is void, and the client may choose something else. Clauses: S23, S50.
"""

from advisor_desk.domain.duties import unmet_duties
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import InterviewId
from advisor_desk.domain.purchase_events import ChoiceRefusedLater
from advisor_desk.domain.suitability import Decision
from advisor_desk.domain.trouble import BadInput, NotPermitted
from advisor_desk.services.guards import require_certified
from advisor_desk.services.interview_room import InterviewRoom
from advisor_desk.services.judging import judge_choice, require_sold
from advisor_desk.services.numbers import reserved_set


def require_still_allowed(room: InterviewRoom, interview: InterviewId) -> Decision:
    """Return today's decision about the choice, everything it asks for being there.

    Raises:
        NotPermitted: ``SALE_NO_LONGER_ALLOWED`` (recorded, with its reasons),
            ``ADVISER_UNCERTIFIED``.
        BadInput: ``PRODUCT_CHANGED``, ``DUTIES_NOT_MET``, ``PRODUCT_NOT_ON_SALE`` or the code of
            material that may not be used any more.
    """
    facts = room.facts(interview)
    me = room.me()
    require_certified(me, room.now().date())
    if facts.chosen is None:
        raise BadInput("DUTIES_NOT_MET", clause="S22", missing="NOTHING_CHOSEN")
    _require_same_product(room, facts)
    client = room.client(facts.client)
    decision = judge_choice(
        room.today(), facts, client, me, facts.chosen.choice, with_witness=False
    )
    if decision.is_refused:
        _record_refusal(room, interview, facts, decision)
        codes = ", ".join(reason.code for reason in decision.reasons)
        raise NotPermitted(
            "SALE_NO_LONGER_ALLOWED", clause=decision.reasons[0].clause, reasons=codes
        )
    missing = unmet_duties(facts, decision.documents)
    if missing:
        raise BadInput("DUTIES_NOT_MET", clause="S22", missing=", ".join(missing))
    return decision


def _require_same_product(room: InterviewRoom, facts: Facts) -> None:
    assert facts.chosen is not None  # noqa: S101 - asked by the caller
    chosen, data = facts.chosen.choice.product, room.today()
    if data.catalogue.product(chosen.code, facts.language) != chosen:
        raise BadInput("PRODUCT_CHANGED", clause="S31", product=chosen.code)
    require_sold(data, chosen)


def _record_refusal(
    room: InterviewRoom, interview: InterviewId, facts: Facts, decision: Decision
) -> None:
    assert facts.chosen is not None  # noqa: S101 - asked by the caller
    with room.act(interview, ChoiceRefusedLater) as act:
        act.record(ChoiceRefusedLater(facts.chosen.choice, decision, reserved_set(facts)))
