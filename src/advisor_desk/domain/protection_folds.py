"""Folds of the acts that protect a client: guardian, witness, declaration; see ``fold``."""

from dataclasses import replace

from advisor_desk.domain import over_risk_events as wishes
from advisor_desk.domain import witness_events as witnesses
from advisor_desk.domain.assessment_events import GuidanceConfirmed
from advisor_desk.domain.events import Recorded
from advisor_desk.domain.facts import Facts, OverRisk, Witness
from advisor_desk.domain.folding import Folds, there

PROTECTION_FOLDS = Folds()


@PROTECTION_FOLDS.of(GuidanceConfirmed)
def _guided(facts: Facts, event: GuidanceConfirmed, _: Recorded) -> Facts:
    return replace(facts, guidance=event.assessment)


def _wish(facts: Facts, event: wishes.OverRiskEvent) -> OverRisk:
    known = facts.over_risk
    return known if known and known.choice == event.choice else OverRisk(event.choice)


@PROTECTION_FOLDS.of(wishes.OverRiskWarned)
def _warned(facts: Facts, event: wishes.OverRiskWarned, recorded: Recorded) -> Facts:
    return replace(facts, over_risk=replace(_wish(facts, event), warned_at=recorded.at))


@PROTECTION_FOLDS.of(wishes.AlternativeDeclined)
def _declined(facts: Facts, event: wishes.AlternativeDeclined, _: Recorded) -> Facts:
    wish = _wish(facts, event)
    others = (one for one in wish.declined if one.product != event.alternative.product)
    return replace(facts, over_risk=replace(wish, declined=(*others, event.alternative)))


@PROTECTION_FOLDS.of(wishes.DeclarationMade)
def _declared(facts: Facts, event: wishes.DeclarationMade, _: Recorded) -> Facts:
    return replace(facts, over_risk=replace(_wish(facts, event), declared=event.words))


@PROTECTION_FOLDS.of(wishes.SpecialAttentionGiven)
def _attention(facts: Facts, event: wishes.SpecialAttentionGiven, _: Recorded) -> Facts:
    return replace(facts, special_attention=event.choice)


@PROTECTION_FOLDS.of(witnesses.WitnessCame)
def _came(facts: Facts, event: witnesses.WitnessCame, recorded: Recorded) -> Facts:
    """The same person for the same choice goes on where it stood; another one begins anew."""
    known = facts.witness
    if known and (known.choice, known.staff_no) == (event.choice, event.staff_no):
        return replace(facts, witness=replace(known, rank=event.rank, questions=event.questions))
    witness = Witness(
        choice=event.choice,
        staff_no=event.staff_no,
        name=event.name,
        post=event.post,
        rank=event.rank,
        came_at=recorded.at,
        questions=event.questions,
    )
    return replace(facts, witness=witness)


@PROTECTION_FOLDS.of(witnesses.RecapHeard)
def _recap(facts: Facts, _event: witnesses.RecapHeard, _: Recorded) -> Facts:
    return replace(facts, witness=replace(there(facts.witness), recap_heard=True))


@PROTECTION_FOLDS.of(witnesses.SecondWarningGiven)
def _second(facts: Facts, _event: witnesses.SecondWarningGiven, _: Recorded) -> Facts:
    return replace(facts, witness=replace(there(facts.witness), warned=True))


@PROTECTION_FOLDS.of(witnesses.WitnessAsked)
def _asked(facts: Facts, event: witnesses.WitnessAsked, _: Recorded) -> Facts:
    witness = there(facts.witness)
    heard = {**witness.heard, event.question: event.words}
    return replace(facts, witness=replace(witness, heard=heard))


@PROTECTION_FOLDS.of(witnesses.ClientDecided)
def _client(facts: Facts, event: witnesses.ClientDecided, _: Recorded) -> Facts:
    witness = replace(there(facts.witness), client_goes_on=event.goes_on)
    return replace(facts, witness=witness, chosen=facts.chosen if event.goes_on else None)


@PROTECTION_FOLDS.of(witnesses.WitnessDecided)
def _decided(facts: Facts, event: witnesses.WitnessDecided, recorded: Recorded) -> Facts:
    witness = replace(
        there(facts.witness),
        proceeds=event.proceeds,
        words=event.words,
        decided_at=recorded.at,
    )
    return replace(facts, witness=witness, chosen=facts.chosen if event.proceeds else None)
