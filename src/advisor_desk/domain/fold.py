"""From the events of an interview to its facts. An act taken back is as if it had not been.

One small function a kind of act, found by the act's class; an event without one would be lost in
silence, so folding refuses it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from advisor_desk.domain import assessment_events as grades
from advisor_desk.domain import interview_events as acts
from advisor_desk.domain import paper_events as papers
from advisor_desk.domain import purchase_events as sales
from advisor_desk.domain.events import Event, Recorded
from advisor_desk.domain.facts import (
    Ceremony,
    Facts,
    Judged,
    Opened,
    Presentation,
    Recording,
    Review,
    Suggested,
)
from advisor_desk.domain.interview import Confirmer

SUBJECT = "interview:"
Fold = TypeVar("Fold", bound=Callable[..., Facts])
_FOLDS: dict[type[Event], Callable[[Facts, Any, str], Facts]] = {}


def fold(events: Iterable[Recorded]) -> Facts | None:
    """Return the facts after all events; None where there is no interview."""
    known = tuple(events)
    taken_back = {one.event.seq for one in known if isinstance(one.event, acts.Undone)}
    facts: Facts | None = None
    for recorded in known:
        if recorded.seq not in taken_back:
            facts = apply(facts, recorded)
    return facts


def apply(facts: Facts | None, recorded: Recorded) -> Facts:
    """Return the facts after one event more. An ``Undone`` needs ``fold`` over all events."""
    event = recorded.event
    if isinstance(event, acts.InterviewOpened):
        return _opened(recorded, event)
    if facts is None:
        raise ValueError(recorded.subject)
    after = _FOLDS[type(event)](facts, event, recorded.actor)
    leads_to = event.leads_to if isinstance(event, acts.InterviewEvent) else None
    return after if leads_to is None else replace(after, state=leads_to)


def _opened(recorded: Recorded, event: acts.InterviewOpened) -> Facts:
    return Facts(
        interview=recorded.subject.removeprefix(SUBJECT),
        client=event.client,
        client_seen=event.client_seen,
        adviser=event.adviser,
        opened_at=recorded.at,
        visit_purpose=event.visit_purpose,
        language=event.language,
        signing_way=event.signing_way,
        channel=event.channel,
    )


def _folds(*kinds: type[Event]) -> Callable[[Fold], Fold]:
    def remember(function: Fold) -> Fold:
        for kind in kinds:
            _FOLDS[kind] = function
        return function

    return remember


@_folds(acts.ClientDetailsChanged)
def _details_changed(facts: Facts, event: acts.ClientDetailsChanged, _: str) -> Facts:
    return replace(facts, client_seen=event.client_seen)


@_folds(acts.PartyIdentified)
def _identified(facts: Facts, event: acts.PartyIdentified, _: str) -> Facts:
    return replace(facts, parties={**facts.parties, event.party.role: event.party})


@_folds(acts.PartyLeft)
def _left(facts: Facts, event: acts.PartyLeft, _: str) -> Facts:
    parties = {role: party for role, party in facts.parties.items() if role is not event.role}
    return replace(facts, parties=parties)


@_folds(acts.DataNoticeUnderstood)
def _notice(facts: Facts, _event: acts.DataNoticeUnderstood, _: str) -> Facts:
    return replace(facts, notice_understood=True)


@_folds(acts.RecordingStated)
def _recording(facts: Facts, event: acts.RecordingStated, _: str) -> Facts:
    return replace(facts, recording=Recording(event.number, event.reason_none))


@_folds(acts.OpeningConfirmed)
def _opening(facts: Facts, event: acts.OpeningConfirmed, _: str) -> Facts:
    seen = None if event.decision.is_refused else event.parties_seen
    return replace(facts, opening_confirmed=seen, opening_decision=event.decision)


@_folds(acts.NeedsBlockRecorded)
def _block(facts: Facts, event: acts.NeedsBlockRecorded, _: str) -> Facts:
    return replace(facts, needs={**facts.needs, event.block: event.answers})


@_folds(acts.PotRecorded)
def _pot(facts: Facts, event: acts.PotRecorded, _: str) -> Facts:
    pots = {**facts.pots, event.pot.name: event.pot}
    return replace(facts, pots=pots, flags=facts.flags + event.flags)


@_folds(acts.PotRemoved)
def _pot_removed(facts: Facts, event: acts.PotRemoved, _: str) -> Facts:
    pots = {name: pot for name, pot in facts.pots.items() if name != event.name}
    return replace(facts, pots=pots)


@_folds(acts.NeedsConfirmed)
def _needs_confirmed(facts: Facts, event: acts.NeedsConfirmed, _: str) -> Facts:
    return replace(facts, needs_confirmed=event.relied_on)


@_folds(acts.NoteTaken, acts.Undone)
def _no_fact(facts: Facts, _event: Event, _: str) -> Facts:
    return facts


@_folds(acts.DraftKept)
def _draft(facts: Facts, event: acts.DraftKept, _: str) -> Facts:
    drafts = {name: text for name, text in facts.drafts.items() if name != event.name}
    return replace(facts, drafts=drafts | {event.name: event.text} if event.text else drafts)


@_folds(acts.Paused)
def _paused(facts: Facts, event: acts.Paused, _: str) -> Facts:
    return replace(facts, pause_reason=event.reason, pause_documents=event.documents)


@_folds(acts.Resumed)
def _resumed(facts: Facts, _event: acts.Resumed, _: str) -> Facts:
    return replace(facts, visit=facts.visit + 1, parties={}, pause_reason="", pause_documents=())


@_folds(acts.EndedWithoutSale, acts.StoppedByRule)
def _ended(facts: Facts, event: acts.InterviewEnd, _: str) -> Facts:
    return replace(_without_number(facts, event.voids), record=event.record)


@_folds(acts.Abandoned)
def _abandoned(facts: Facts, event: acts.Abandoned, _: str) -> Facts:
    return _without_number(facts, event.voids)


@_folds(grades.OwnEstimateGiven)
def _estimate(facts: Facts, event: grades.OwnEstimateGiven, _: str) -> Facts:
    return replace(facts, own_estimate=event.grade)


@_folds(grades.AnswerGiven)
def _answer(facts: Facts, event: grades.AnswerGiven, _: str) -> Facts:
    return replace(facts, answers={**facts.answers, event.item: event.answer})


@_folds(grades.AnswersConfirmed)
def _assessed(facts: Facts, event: grades.AnswersConfirmed, _: str) -> Facts:
    return replace(
        facts,
        assessment=event.assessment,
        made_here=(*facts.made_here, event.assessment),
        kept_on=None,
        assessment_signed=False,
        flags=facts.flags + event.flags,
    )


@_folds(grades.AssessmentKept)
def _kept(facts: Facts, event: grades.AssessmentKept, _: str) -> Facts:
    return replace(
        facts,
        assessment=event.assessment,
        kept_on=event.relied_on,
        assessment_signed=event.is_signed,
    )


@_folds(grades.RetakeBegun)
def _retake(facts: Facts, event: grades.RetakeBegun, _: str) -> Facts:
    return replace(
        facts,
        assessment=None,
        kept_on=None,
        answers={},
        own_estimate=None,
        retake_reason=event.reason,
    )


@_folds(grades.ResultDiscussed)
def _discussed(facts: Facts, _event: grades.ResultDiscussed, _: str) -> Facts:
    return replace(facts, result_accepted=None)


@_folds(grades.ResultAccepted)
def _accepted(facts: Facts, event: grades.ResultAccepted, _: str) -> Facts:
    return replace(facts, result_accepted=event.assessment)


@_folds(grades.HoldingsRecorded)
def _holdings(facts: Facts, event: grades.HoldingsRecorded, _: str) -> Facts:
    return replace(facts, holdings=event.holdings)


@_folds(grades.SuggestionMade)
def _suggested(facts: Facts, event: grades.SuggestionMade, _: str) -> Facts:
    made = Suggested(event.words, event.change, event.reaction)
    return replace(facts, suggestions=(*facts.suggestions, made), proposed_on=event.relied_on)


@_folds(grades.PortfolioKept)
def _as_is(facts: Facts, event: grades.PortfolioKept, _: str) -> Facts:
    made = Suggested(event.reason, None, event.reaction, keeps=True)
    return replace(facts, suggestions=(*facts.suggestions, made), proposed_on=event.relied_on)


@_folds(sales.ProductOpened)
def _product(facts: Facts, event: sales.ProductOpened, _: str) -> Facts:
    opened = Opened(event.product, event.risk, event.how, event.words)
    return replace(facts, opened=(*facts.opened, opened))


@_folds(sales.ProductChosen)
def _chosen(facts: Facts, event: sales.ProductChosen, _: str) -> Facts:
    judged = Judged(event.choice, event.decision)
    return replace(
        facts,
        judged=(*facts.judged, judged),
        chosen=None if event.decision.is_refused else judged,
    )


@_folds(sales.ChoiceRefusedLater)
def _refused_later(facts: Facts, event: sales.ChoiceRefusedLater, _: str) -> Facts:
    judged = (*facts.judged, Judged(event.choice, event.decision))
    freed = _without_number(facts, event.voids)
    return replace(freed, judged=judged, chosen=None, ceremony=None)


@_folds(sales.ChoiceConfirmed)
def _confirmed(facts: Facts, event: sales.ChoiceConfirmed, _: str) -> Facts:
    return replace(facts, choice_confirmed=event.choice)


@_folds(sales.ChoiceDropped)
def _dropped(facts: Facts, _event: sales.ChoiceDropped, _: str) -> Facts:
    return replace(facts, chosen=None)


@_folds(sales.PresentationOpened)
def _presented(facts: Facts, event: sales.PresentationOpened, _: str) -> Facts:
    return replace(facts, presentation=Presentation(event.choice, event.presented))


@_folds(sales.ElementExplained)
def _explained(facts: Facts, event: sales.ElementExplained, _: str) -> Facts:
    shown = _of(facts.presentation)
    explained = (*(one for one in shown.explained if one != event.element), event.element)
    return replace(facts, presentation=replace(shown, explained=explained))


@_folds(sales.SaidBack)
def _said_back(facts: Facts, event: sales.SaidBack, _: str) -> Facts:
    shown = _of(facts.presentation)
    others = tuple(one for one in shown.said_back if one != event.question)
    right = (*others, event.question) if event.was_right else others
    return replace(facts, presentation=replace(shown, said_back=right))


@_folds(papers.ReviewOpened)
def _review(facts: Facts, event: papers.ReviewOpened, _: str) -> Facts:
    review = Review(event.number, event.forms, event.relied_on)
    return replace(_without_number(facts, event.voids), review=review)


@_folds(papers.ReviewConfirmedByClient)
def _client_read(facts: Facts, _event: papers.ReviewConfirmedByClient, _: str) -> Facts:
    return replace(facts, review=replace(_of(facts.review), confirmed_by=(Confirmer.client,)))


@_folds(papers.ReviewConfirmedByAdviser)
def _adviser_read(facts: Facts, _event: papers.ReviewConfirmedByAdviser, _: str) -> Facts:
    both = (Confirmer.client, Confirmer.adviser)
    return replace(facts, review=replace(_of(facts.review), confirmed_by=both))


@_folds(papers.SigningBegun)
def _signing(facts: Facts, event: papers.SigningBegun, _: str) -> Facts:
    return replace(facts, ceremony=Ceremony(event.number, event.forms))


@_folds(papers.FormsPrinted)
def _printed(facts: Facts, event: papers.FormsPrinted, _: str) -> Facts:
    ceremony = _of(facts.ceremony)
    came_out = ceremony.came_out or event.came_out
    return replace(facts, ceremony=replace(ceremony, came_out=came_out, printed=event))


@_folds(papers.MarkSeen)
def _mark(facts: Facts, event: papers.MarkSeen, _: str) -> Facts:
    ceremony = _of(facts.ceremony)
    marks = {**ceremony.marks, event.mark: event.seen_by}
    return replace(facts, ceremony=replace(ceremony, marks=marks))


@_folds(papers.InkGiven)
def _ink(facts: Facts, event: papers.InkGiven, actor: str) -> Facts:
    ceremony = _of(facts.ceremony)
    marks = {**ceremony.marks, event.mark: actor}
    ink = {**ceremony.ink, event.mark: event.ink}
    return replace(facts, ceremony=replace(ceremony, marks=marks, ink=ink))


@_folds(papers.SetSigned)
def _signed(facts: Facts, event: papers.SetSigned, _: str) -> Facts:
    return replace(facts, ceremony=replace(_of(facts.ceremony), signed=event.forms))


@_folds(papers.HandedOver)
def _handed_over(facts: Facts, event: papers.HandedOver, _: str) -> Facts:
    return replace(facts, handed_over=event.copies)


@_folds(papers.RecordMade)
def _record(facts: Facts, event: papers.RecordMade, _: str) -> Facts:
    return replace(facts, record=event.record)


@_folds(papers.InterviewClosed)
def _closed(facts: Facts, _event: papers.InterviewClosed, _: str) -> Facts:
    return facts


Part = TypeVar("Part")


def _of(part: Part | None) -> Part:
    """Return a part that the order of acts promises; without it the book is not one of ours."""
    if part is None:
        raise ValueError(part)
    return part


def _without_number(facts: Facts, voids: acts.VoidSet | None) -> Facts:
    if voids is None:
        return facts
    return replace(facts, review=None, numbers_void=(*facts.numbers_void, voids.number))
