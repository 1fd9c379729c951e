"""What a decision asks for before anything may be signed, and whether the facts show it.

This guard does not look at steps: it is asked again when signing begins and when it is completed,
so that an error in the order of steps cannot let a form through. A document the table does not
know can never be shown, so the sale waits.
"""

from collections.abc import Callable, Mapping

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import PartyRole
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


def _purpose_noted(facts: Facts) -> bool:
    """The purpose and source of the pot are confirmed by the client and printed on F1 (S63)."""
    pot = facts.pots.get(facts.chosen.choice.pot) if facts.chosen else None
    confirmed = facts.needs_confirmed == facts.needs_seen()
    return confirmed and pot is not None and pot.purpose is not Purpose.ordinary


# Documents of the packs that can be met so far; the procedures for all others come later.
_MET_BY: Mapping[str, Callable[[Facts], bool]] = {"FUND_PURPOSE_NOTE": _purpose_noted}


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
    return assessment is not None and facts.result_accepted == assessment.number


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
