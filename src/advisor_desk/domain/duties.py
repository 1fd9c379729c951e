"""What a decision asks for before anything may be signed, and whether the facts show it.

This guard does not look at steps: it is asked again when signing begins and when it is completed,
so that an error in the order of steps cannot let a form through. A document the table does not
know can never be shown, so the sale waits.
"""

from collections.abc import Callable, Mapping

from advisor_desk.domain.facts import Facts, OverRisk, Witness
from advisor_desk.domain.interview import PartyRole, Protection
from advisor_desk.domain.product import Purpose

OVER_RISK_DOCUMENTS = frozenset(
    {
        "OVER_RISK_WARNING",
        "ALTERNATIVES_OFFERED",
        "SPECIAL_DECLARATION",
        "SPECIAL_WRITTEN_WARNING",
        "CLIENT_CONFIRMATION",
    }
)
WITNESS_DOCUMENTS = frozenset({"SECOND_RISK_WARNING", "WITNESS_SIGNATURE"})
ATTENTION_DOCUMENTS = frozenset({"ELDER_SPECIAL_CARE", "HIGH_RISK_SPECIAL_ATTENTION"})
FEWEST_ALTERNATIVES = 2  # "others are offered" (S59)


def documents_of(facts: Facts) -> frozenset[str]:
    """Return the documents the decision on the choice asks for, in codes."""
    return frozenset(facts.chosen.decision.documents) if facts.chosen else frozenset()


def wish_now(facts: Facts) -> OverRisk | None:
    """Return how far the wish above the grade was led, where it is about the choice as it is."""
    wish = facts.over_risk
    return wish if wish is not None and wish.choice == facts.choice_seen() else None


def witness_now(facts: Facts) -> Witness | None:
    """Return the witness who is here for the choice as it is."""
    witness = facts.witness
    return witness if witness is not None and witness.choice == facts.choice_seen() else None


def is_guided(facts: Facts) -> bool:
    """Say whether the guardian who is here answers for a minor's assessment, made or kept. S46."""
    record = facts.assessment
    if record is None or not facts.is_protected(Protection.minor):
        return True
    return facts.guidance == record.number


def is_attended_to(facts: Facts) -> bool:
    """Say whether the client was told apart how risky the product is."""
    return facts.special_attention is not None and facts.special_attention == facts.choice_seen()


def _purpose_noted(facts: Facts) -> bool:
    """The purpose and source of the pot are confirmed by the client and printed on F1 (S63)."""
    pot = facts.pots.get(facts.chosen.choice.pot) if facts.chosen else None
    confirmed = facts.needs_confirmed == facts.needs_seen()
    return confirmed and pot is not None and pot.purpose is not Purpose.ordinary


def _guardian_here(facts: Facts) -> bool:
    return PartyRole.guardian in facts.parties


def _paper_copied(facts: Facts) -> bool:
    guardian = facts.parties.get(PartyRole.guardian)
    return guardian is not None and guardian.proof is not None and guardian.proof_copied


def _warned(facts: Facts) -> bool:
    wish = wish_now(facts)
    return wish is not None and wish.warned_at is not None


def _alternatives_offered(facts: Facts) -> bool:
    wish = wish_now(facts)
    return wish is not None and len(wish.declined) >= FEWEST_ALTERNATIVES


def _declared(facts: Facts) -> bool:
    wish = wish_now(facts)
    return wish is not None and bool(wish.declared)


def _warned_twice(facts: Facts) -> bool:
    witness = witness_now(facts)
    return witness is not None and witness.warned and witness.client_goes_on is True


def _witnessed(facts: Facts) -> bool:
    witness = witness_now(facts)
    return witness is not None and witness.proceeds is True


# Documents of the packs and what brings them about; a signature's own mark is asked for beside.
_MET_BY: Mapping[str, Callable[[Facts], bool]] = {
    "FUND_PURPOSE_NOTE": _purpose_noted,
    "GUARDIAN_ID_COPY": _paper_copied,
    "GUARDIAN_SIGNATURE": _guardian_here,
    "LEGAL_REPRESENTATIVE_CONSENT": _guardian_here,
    "ELDER_SPECIAL_CARE": is_attended_to,
    "HIGH_RISK_SPECIAL_ATTENTION": is_attended_to,
    "OVER_RISK_WARNING": _warned,
    "SPECIAL_WRITTEN_WARNING": _warned,
    "ALTERNATIVES_OFFERED": _alternatives_offered,
    "SPECIAL_DECLARATION": _declared,
    "CLIENT_CONFIRMATION": _declared,
    "SECOND_RISK_WARNING": _warned_twice,
    "WITNESS_SIGNATURE": _witnessed,
}


def beyond_reach(documents: tuple[str, ...]) -> tuple[str, ...]:
    """Return the documents no act of this version can bring about."""
    return tuple(code for code in documents if code not in _MET_BY)


def unmet_duties(facts: Facts, documents: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """Return every duty of the sale that the facts do not show, in codes; empty: none.

    ``documents`` are those of a newer decision than the one at the choice.
    """
    if facts.chosen is None:
        return ("NOTHING_CHOSEN",)
    asked_for = facts.chosen.decision.documents if documents is None else documents
    special = tuple(code for code in asked_for if code not in _MET_BY or not _MET_BY[code](facts))
    return special + tuple(code for code, holds in _OF_EVERY_SALE.items() if not holds(facts))


def _identified(facts: Facts) -> bool:
    return PartyRole.client in facts.parties and facts.opening_confirmed == facts.parties_seen()


def _assessed(facts: Facts) -> bool:
    assessment = facts.assessment
    agreed = assessment is not None and facts.result_accepted == assessment.number
    return agreed and is_guided(facts)


def _chosen_by_client(facts: Facts) -> bool:
    chosen = facts.chosen
    return (
        chosen is not None
        and chosen.choice.relied_on == facts.purchase_rests_on()
        and facts.choice_confirmed == facts.choice_seen()
    )


def _explained(facts: Facts) -> bool:
    shown = facts.presentation
    return (
        shown is not None
        and shown.choice == facts.choice_seen()
        and set(shown.presented.elements) <= set(shown.explained)
        and set(shown.presented.questions) <= set(shown.said_back)
    )


# What every sale needs: S22, S26, S50, S66.
_OF_EVERY_SALE: Mapping[str, Callable[[Facts], bool]] = {
    "CLIENT_IDENTIFIED": _identified,
    "VALID_ASSESSMENT": _assessed,
    "CHOICE_OF_CLIENT": _chosen_by_client,
    "PRESENTATION_ACKNOWLEDGED": _explained,
}
