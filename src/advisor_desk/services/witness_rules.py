"""Who may witness a sale, and what the packs have a witness say and ask. Clauses: S43, S60.

Asked when the witness signs in, before each act of the witness, and again at signing: a term may
end at midnight, a rank may change, somebody may join the room.
"""

from dataclasses import dataclass

from advisor_desk.domain.duties import OVER_RISK_DOCUMENTS, documents_of, witness_now
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.people import StaffMember, WitnessRank
from advisor_desk.domain.suitability import WitnessScript
from advisor_desk.domain.trouble import NotPermitted
from advisor_desk.services.interview_room import DayData, InterviewRoom
from advisor_desk.services.judging import rank_asked_for
from advisor_desk.services.namesakes import is_namesake
from advisor_desk.services.staff_rules import require_may_sign_in


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the client's language, and what was heard to it; empty: nothing yet."""

    id: str
    ask: str
    heard: str


def require_may_witness(room: InterviewRoom, facts: Facts, member: StaffMember) -> WitnessRank:
    """Return the rank of somebody who may witness this sale today.

    Nobody's document number is among the staff's records, so that the witness is not somebody of
    the client's side, or the adviser under another number, is seen by the name alone. A namesake
    is refused too: another one comes.

    Raises:
        NotPermitted: ``WITNESS_IS_ADVISER``, ``WITNESS_RANK_TOO_LOW``, ``WITNESS_IS_PARTY``,
            ``WITNESS_NAMED_AS_ADVISER``, or as ``require_may_sign_in``.
    """
    require_may_sign_in(member, room.now().date())
    if member.staff_no == facts.adviser:
        raise NotPermitted("WITNESS_IS_ADVISER", clause="S43", field="user")
    rank, lowest = WitnessRank.of(member.role), rank_asked_for(room.today())
    if rank is None or (lowest is not None and rank.value < lowest.value):
        role = (lowest or WitnessRank.branch_retail_head).name
        raise NotPermitted("WITNESS_RANK_TOO_LOW", clause="S43", field="user", role=role)
    adviser = room.desk.staff(facts.adviser).name
    if is_namesake(adviser, member.name):
        raise NotPermitted("WITNESS_NAMED_AS_ADVISER", clause="S43", field="user", name=adviser)
    for party in facts.parties.values():
        if is_namesake(party.name, member.name):
            raise NotPermitted("WITNESS_IS_PARTY", clause="S43", field="user", name=party.name)
    return rank


def require_witness_still_may(room: InterviewRoom, facts: Facts) -> None:
    """Let a sale through only if who witnessed it still may; raises as ``require_may_witness``."""
    witness = witness_now(facts)
    if witness is not None:
        require_may_witness(room, facts, room.desk.staff(witness.staff_no))


def may_witness(room: InterviewRoom, facts: Facts) -> tuple[StaffMember, ...]:
    """Return everybody of the branch who may witness this sale today, by staff number."""
    return tuple(one for one in room.desk.everyone() if _may(room, facts, one))


def warning_in(data: DayData, facts: Facts) -> str:
    """Return what the witness says in person, in the client's language."""
    is_over_grade = bool(documents_of(facts) & OVER_RISK_DOCUMENTS)
    said = (
        one.over_grade_warning if is_over_grade else one.second_warning
        for one in _scripts(data, facts)
    )
    return "\n".join(one.in_language(facts.language) for one in said)


def asked_in(data: DayData, facts: Facts) -> tuple[Asked, ...]:
    """Return what the packs have a witness ask, in their order; an id counts once."""
    witness = witness_now(facts)
    heard = witness.heard if witness else {}
    found: dict[str, Asked] = {}
    for script in _scripts(data, facts):
        for question in script.questions:
            ask = question.ask.in_language(facts.language)
            found.setdefault(question.id, Asked(question.id, ask, heard.get(ask, "")))
    return tuple(found.values())


def _scripts(data: DayData, facts: Facts) -> tuple[WitnessScript, ...]:
    chosen = facts.chosen
    if chosen is None:
        return ()
    packs = (pack for pack in data.packs if pack.covers(chosen.choice.product.regime))
    return tuple(pack.witness for pack in packs if pack.witness is not None)


def _may(room: InterviewRoom, facts: Facts, member: StaffMember) -> bool:
    try:
        require_may_witness(room, facts, member)
    except NotPermitted:
        return False
    return True
