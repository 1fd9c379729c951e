"""Folds of the acts of staff without a certificate; see ``fold``."""

from dataclasses import replace

from advisor_desk.domain import referral_events as acts
from advisor_desk.domain.events import Recorded
from advisor_desk.domain.facts import Facts
from advisor_desk.domain.folding import Folds, without_number

REFERRAL_FOLDS = Folds()


@REFERRAL_FOLDS.of(acts.MaterialHandedOut)
def _handed_out(facts: Facts, event: acts.MaterialHandedOut, _: Recorded) -> Facts:
    known = facts.referral
    return replace(facts, referral=replace(known, handed_out=(*known.handed_out, event)))


@REFERRAL_FOLDS.of(acts.ProductFactsPassedOn)
def _passed_on(facts: Facts, event: acts.ProductFactsPassedOn, _: Recorded) -> Facts:
    known = facts.referral
    return replace(facts, referral=replace(known, passed_on=(*known.passed_on, event)))


@REFERRAL_FOLDS.of(acts.StepRefused)
def _refused(facts: Facts, event: acts.StepRefused, _: Recorded) -> Facts:
    known = facts.referral
    tried = (facts.visit, event.step)
    return replace(facts, referral=replace(known, refused=(*known.refused, tried)))


@REFERRAL_FOLDS.of(acts.ReferralAnswered)
def _answered(facts: Facts, event: acts.ReferralAnswered, _: Recorded) -> Facts:
    return replace(facts, referral=replace(facts.referral, answer=event))


@REFERRAL_FOLDS.of(acts.MeetingAgreed)
def _meeting(facts: Facts, event: acts.MeetingAgreed, _: Recorded) -> Facts:
    return replace(facts, referral=replace(facts.referral, meeting=event.at))


@REFERRAL_FOLDS.of(acts.Referred)
def _referred(facts: Facts, event: acts.Referred, _: Recorded) -> Facts:
    ended = replace(facts.referral, end=event)
    return replace(without_number(facts, event.voids), referral=ended)


@REFERRAL_FOLDS.of(acts.SlipPrinted)
def _printed(facts: Facts, event: acts.SlipPrinted, _: Recorded) -> Facts:
    return replace(facts, referral=replace(facts.referral, printed=event))
