"""From the events of an interview to its facts. An act taken back is as if it had not been.

An event without a fold would be lost in silence, so folding refuses it.
"""

from collections.abc import Iterable
from dataclasses import replace

from advisor_desk.domain import assessment_events as grades
from advisor_desk.domain import interview_events as acts
from advisor_desk.domain.events import Event, Recorded
from advisor_desk.domain.facts import Facts, Recording, Suggested
from advisor_desk.domain.folding import Folds, with_set_void, without_number
from advisor_desk.domain.interview import PartyRole
from advisor_desk.domain.interview_events import Party
from advisor_desk.domain.protection_folds import PROTECTION_FOLDS
from advisor_desk.domain.referral_folds import REFERRAL_FOLDS
from advisor_desk.domain.sale_folds import SALE_FOLDS

SUBJECT = "interview:"
FOLDS = Folds()


def fold(events: Iterable[Recorded]) -> Facts | None:
    """Return the facts after all events; None where there is no interview."""
    facts: Facts | None = None
    for recorded in not_taken_back(events):
        facts = apply(facts, recorded)
    return facts


def not_taken_back(events: Iterable[Recorded]) -> tuple[Recorded, ...]:
    """Return the events of an interview without those that were taken back."""
    known = tuple(events)
    taken_back = {one.event.seq for one in known if isinstance(one.event, acts.Undone)}
    return tuple(one for one in known if one.seq not in taken_back)


def apply(facts: Facts | None, recorded: Recorded) -> Facts:
    """Return the facts after one event more. An ``Undone`` needs ``fold`` over all events."""
    event = recorded.event
    if isinstance(event, acts.InterviewOpened):
        return _opened(recorded, event)
    if facts is None:
        raise ValueError(recorded.subject)
    after = FOLDS[type(event)](facts, event, recorded)
    leads_to = event.leads_to if isinstance(event, acts.InterviewEvent) else None
    return after if leads_to is None else replace(after, state=leads_to)


def _opened(recorded: Recorded, event: acts.InterviewOpened) -> Facts:
    return Facts(
        interview=recorded.subject.removeprefix(SUBJECT),
        client=event.client,
        client_seen=event.client_seen,
        adviser=event.adviser,
        opened_at=recorded.at,
        came_at=recorded.at,
        visit_purpose=event.visit_purpose,
        language=event.language,
        signing_way=event.signing_way,
        channel=event.channel,
    )


@FOLDS.of(acts.ClientDetailsChanged)
def _details_changed(facts: Facts, event: acts.ClientDetailsChanged, _: Recorded) -> Facts:
    """What was corrected may be what the document was compared with: it is compared again."""
    return replace(_without(facts, PartyRole.client), client_seen=event.client_seen)


@FOLDS.of(acts.PartyIdentified)
def _identified(facts: Facts, event: acts.PartyIdentified, _: Recorded) -> Facts:
    after = replace(facts, parties={**facts.parties, event.party.role: event.party})
    return _guarded_by(after, event.party) if event.party.role is PartyRole.guardian else after


def _guarded_by(facts: Facts, guardian: Party) -> Facts:
    """Another guardian than before guides and hears the product explained anew. Clause: S46."""
    if facts.guardian_seen in (None, guardian.document):
        return replace(facts, guardian_seen=guardian.document)
    return replace(facts, guardian_seen=guardian.document, guidance=None, presentation=None)


@FOLDS.of(acts.PartyLeft)
def _left(facts: Facts, event: acts.PartyLeft, _: Recorded) -> Facts:
    return _without(facts, event.role)


def _without(facts: Facts, gone: PartyRole) -> Facts:
    parties = {role: party for role, party in facts.parties.items() if role is not gone}
    return replace(facts, parties=parties)


@FOLDS.of(acts.DataNoticeUnderstood)
def _notice(facts: Facts, _event: acts.DataNoticeUnderstood, _: Recorded) -> Facts:
    return replace(facts, notice_understood=True)


@FOLDS.of(acts.RecordingStated)
def _recording(facts: Facts, event: acts.RecordingStated, _: Recorded) -> Facts:
    return replace(facts, recording=Recording(event.number, event.reason_none))


@FOLDS.of(acts.OpeningConfirmed)
def _opening(facts: Facts, event: acts.OpeningConfirmed, _: Recorded) -> Facts:
    return replace(
        facts,
        opening_confirmed=None if event.decision.is_refused else event.parties_seen,
        opening_decision=event.decision,
        protections=event.protections,
    )


@FOLDS.of(acts.NeedsBlockRecorded)
def _block(facts: Facts, event: acts.NeedsBlockRecorded, _: Recorded) -> Facts:
    return replace(facts, needs={**facts.needs, event.block: event.answers})


@FOLDS.of(acts.PotRecorded)
def _pot(facts: Facts, event: acts.PotRecorded, _: Recorded) -> Facts:
    pots = {**facts.pots, event.pot.name: event.pot}
    return replace(facts, pots=pots, flags=facts.flags + event.flags)


@FOLDS.of(acts.PotRemoved)
def _pot_removed(facts: Facts, event: acts.PotRemoved, _: Recorded) -> Facts:
    pots = {name: pot for name, pot in facts.pots.items() if name != event.name}
    return replace(facts, pots=pots)


@FOLDS.of(acts.NeedsConfirmed)
def _needs_confirmed(facts: Facts, event: acts.NeedsConfirmed, _: Recorded) -> Facts:
    return replace(facts, needs_confirmed=event.relied_on)


@FOLDS.of(acts.NoteTaken, acts.Undone)
def _no_fact(facts: Facts, _event: Event, _: Recorded) -> Facts:
    return facts


@FOLDS.of(acts.DraftKept)
def _draft(facts: Facts, event: acts.DraftKept, _: Recorded) -> Facts:
    drafts = {name: text for name, text in facts.drafts.items() if name != event.name}
    return replace(facts, drafts=drafts | {event.name: event.text} if event.text else drafts)


@FOLDS.of(acts.Paused)
def _paused(facts: Facts, event: acts.Paused, _: Recorded) -> Facts:
    return replace(facts, pause_reason=event.reason, pause_documents=event.documents)


@FOLDS.of(acts.Resumed)
def _resumed(facts: Facts, _event: acts.Resumed, recorded: Recorded) -> Facts:
    """A new visit: who is here, the warnings and the witness are all to be had again."""
    wish = facts.over_risk
    return replace(
        facts,
        visit=facts.visit + 1,
        came_at=recorded.at,
        parties={},
        pause_reason="",
        pause_documents=(),
        over_risk=replace(wish, warned_at=None, declared="") if wish else None,
        special_attention=None,
        witness=None,
    )


@FOLDS.of(acts.EndedWithoutSale, acts.StoppedByRule)
def _ended(facts: Facts, event: acts.InterviewEnd, _: Recorded) -> Facts:
    return replace(without_number(facts, event.voids), record=event.record)


@FOLDS.of(acts.Abandoned)
def _abandoned(facts: Facts, event: acts.Abandoned, _: Recorded) -> Facts:
    return without_number(facts, event.voids)


@FOLDS.of(grades.OwnEstimateGiven)
def _estimate(facts: Facts, event: grades.OwnEstimateGiven, _: Recorded) -> Facts:
    return replace(facts, own_estimate=event.grade)


@FOLDS.of(grades.AnswerGiven)
def _answer(facts: Facts, event: grades.AnswerGiven, _: Recorded) -> Facts:
    return replace(facts, answers={**facts.answers, event.item: event.answer})


@FOLDS.of(grades.AnswersConfirmed)
def _assessed(facts: Facts, event: grades.AnswersConfirmed, _: Recorded) -> Facts:
    return replace(
        facts,
        assessment=event.assessment,
        made_here=(*facts.made_here, event.assessment),
        kept_on=None,
        assessment_signed=False,
        flags=facts.flags + event.flags,
    )


@FOLDS.of(grades.AssessmentKept)
def _kept(facts: Facts, event: grades.AssessmentKept, _: Recorded) -> Facts:
    return replace(
        facts,
        assessment=event.assessment,
        kept_on=event.relied_on,
        assessment_signed=event.is_signed,
    )


@FOLDS.of(grades.RetakeBegun)
def _retake(facts: Facts, event: grades.RetakeBegun, _: Recorded) -> Facts:
    return replace(_unassessed(facts), retake_reason=event.reason)


@FOLDS.of(grades.AssessmentOutdated)
def _outdated(facts: Facts, event: grades.AssessmentOutdated, _: Recorded) -> Facts:
    freed = with_set_void(facts, event.voids)
    return replace(_unassessed(freed), retake_reason=None)


def _unassessed(facts: Facts) -> Facts:
    return replace(
        facts, assessment=None, kept_on=None, answers={}, own_estimate=None, guidance=None
    )


@FOLDS.of(grades.ResultDiscussed)
def _discussed(facts: Facts, _event: grades.ResultDiscussed, _: Recorded) -> Facts:
    return replace(facts, result_accepted=None)


@FOLDS.of(grades.ResultAccepted)
def _accepted(facts: Facts, event: grades.ResultAccepted, _: Recorded) -> Facts:
    return replace(facts, result_accepted=event.assessment)


@FOLDS.of(grades.HoldingsRecorded)
def _holdings(facts: Facts, event: grades.HoldingsRecorded, _: Recorded) -> Facts:
    return replace(facts, holdings=event.holdings)


@FOLDS.of(grades.SuggestionMade)
def _suggested(facts: Facts, event: grades.SuggestionMade, _: Recorded) -> Facts:
    return _advised(facts, Suggested(event.words, event.change, event.reaction, event.relied_on))


@FOLDS.of(grades.PortfolioKept)
def _as_is(facts: Facts, event: grades.PortfolioKept, _: Recorded) -> Facts:
    made = Suggested(event.reason, None, event.reaction, event.relied_on, keeps=True)
    return _advised(facts, made)


def _advised(facts: Facts, made: Suggested) -> Facts:
    """Add a suggestion; the same one again is the client's newer answer to it."""
    said = list(facts.suggestions)
    asked = [(one.words, one.change, one.keeps) for one in said]
    again = (made.words, made.change, made.keeps)
    if again in asked:
        said[asked.index(again)] = made
    else:
        said.append(made)
    return replace(facts, suggestions=tuple(said), proposed_on=made.relied_on)


FOLDS.update(SALE_FOLDS)
FOLDS.update(PROTECTION_FOLDS)
FOLDS.update(REFERRAL_FOLDS)
