"""Folds of the acts around one purchase and its set of forms; see ``fold``."""

from dataclasses import replace

from advisor_desk.domain import after_events as after
from advisor_desk.domain import paper_events as papers
from advisor_desk.domain import presentation_events as shows
from advisor_desk.domain import purchase_events as sales
from advisor_desk.domain.events import Recorded
from advisor_desk.domain.facts import Added, Ceremony, Facts, Judged, Opened, Presentation, Review
from advisor_desk.domain.folding import (
    Folds,
    counted_back,
    there,
    with_set_void,
    without_number,
)
from advisor_desk.domain.interview import Confirmer

SALE_FOLDS = Folds()


@SALE_FOLDS.of(sales.ProductOpened)
def _product(facts: Facts, event: sales.ProductOpened, _: Recorded) -> Facts:
    opened = Opened(event.product, event.risk, event.how, event.words, event.shown_before)
    return replace(facts, opened=(*facts.opened, opened))


@SALE_FOLDS.of(sales.ProductChosen)
def _chosen(facts: Facts, event: sales.ProductChosen, _: Recorded) -> Facts:
    """A choice made anew, be it the same: confirmation, warnings and witness are had anew."""
    judged = Judged(event.choice, event.decision)
    return replace(
        facts,
        judged=(*facts.judged, judged),
        chosen=None if event.decision.is_refused else judged,
        choice_confirmed=None,
        over_risk=None,
        special_attention=None,
        witness=None,
    )


@SALE_FOLDS.of(sales.ChoiceRefusedLater)
def _refused_later(facts: Facts, event: sales.ChoiceRefusedLater, _: Recorded) -> Facts:
    judged = (*facts.judged, Judged(event.choice, event.decision))
    freed = with_set_void(facts, event.voids)
    return replace(freed, judged=judged, chosen=None)


@SALE_FOLDS.of(sales.ChoiceJudgedAgain)
def _judged_again(facts: Facts, event: sales.ChoiceJudgedAgain, _: Recorded) -> Facts:
    judged = Judged(event.choice, event.decision)
    return replace(
        with_set_void(facts, event.voids),
        judged=(*facts.judged, judged),
        chosen=judged,
        choice_confirmed=None,
    )


@SALE_FOLDS.of(sales.ChoiceOutdated)
def _choice_outdated(facts: Facts, event: sales.ChoiceOutdated, _: Recorded) -> Facts:
    return replace(with_set_void(facts, event.voids), chosen=None)


@SALE_FOLDS.of(sales.ChoiceConfirmed)
def _confirmed(facts: Facts, event: sales.ChoiceConfirmed, _: Recorded) -> Facts:
    return replace(facts, choice_confirmed=event.choice)


@SALE_FOLDS.of(sales.ChoiceDropped)
def _dropped(facts: Facts, _event: sales.ChoiceDropped, _: Recorded) -> Facts:
    return replace(facts, chosen=None)


@SALE_FOLDS.of(sales.PresentationOpened)
def _presented(facts: Facts, event: sales.PresentationOpened, _: Recorded) -> Facts:
    return replace(facts, presentation=Presentation(event.choice, event.presented))


@SALE_FOLDS.of(shows.ElementShown)
def _shown(facts: Facts, event: shows.ElementShown, _: Recorded) -> Facts:
    """A page shown in a presentation that was taken back counts for nothing."""
    now = facts.presentation
    if now is None:
        return facts
    return replace(facts, presentation=replace(now, shown=(*now.shown, event.element)))


@SALE_FOLDS.of(shows.ElementPutOff)
def _put_off(facts: Facts, event: shows.ElementPutOff, _: Recorded) -> Facts:
    now = there(facts.presentation)
    put_off = {**now.put_off, event.element: event.reason}
    return replace(facts, presentation=replace(now, put_off=put_off))


@SALE_FOLDS.of(sales.ElementExplained)
def _explained(facts: Facts, event: sales.ElementExplained, _: Recorded) -> Facts:
    shown = there(facts.presentation)
    explained = (*(one for one in shown.explained if one != event.element), event.element)
    return replace(facts, presentation=replace(shown, explained=explained))


@SALE_FOLDS.of(sales.SaidBack)
def _said_back(facts: Facts, event: sales.SaidBack, _: Recorded) -> Facts:
    shown = there(facts.presentation)
    others = tuple(one for one in shown.said_back if one != event.question)
    right = (*others, event.question) if event.was_right else others
    return replace(facts, presentation=replace(shown, said_back=right))


@SALE_FOLDS.of(papers.ReviewOpened)
def _review(facts: Facts, event: papers.ReviewOpened, _: Recorded) -> Facts:
    review = Review(event.number, event.forms, event.relied_on)
    return replace(without_number(facts, event.voids), review=review)


@SALE_FOLDS.of(papers.ReviewConfirmedByClient)
def _client_read(facts: Facts, _event: papers.ReviewConfirmedByClient, _: Recorded) -> Facts:
    return replace(facts, review=replace(there(facts.review), confirmed_by=(Confirmer.client,)))


@SALE_FOLDS.of(papers.ReviewConfirmedByAdviser)
def _adviser_read(facts: Facts, _event: papers.ReviewConfirmedByAdviser, _: Recorded) -> Facts:
    both = (Confirmer.client, Confirmer.adviser)
    return replace(facts, review=replace(there(facts.review), confirmed_by=both))


@SALE_FOLDS.of(papers.SigningBegun)
def _signing(facts: Facts, event: papers.SigningBegun, _: Recorded) -> Facts:
    return replace(facts, ceremony=Ceremony(event.number, event.forms))


@SALE_FOLDS.of(papers.FormsPrinted)
def _printed(facts: Facts, event: papers.FormsPrinted, _: Recorded) -> Facts:
    ceremony = there(facts.ceremony)
    last = ceremony.printed
    if last is not None and not last.is_begun and not _goes_on(last, event):
        ceremony = replace(
            ceremony,
            printed_before=ceremony.printed_before + last.forms,
            doubtful_before=ceremony.doubtful_before + ceremony.doubtful(),
        )
    came_out = ceremony.came_out or event.came_out
    return replace(facts, ceremony=replace(ceremony, came_out=came_out, printed=event))


def _goes_on(last: papers.FormsPrinted, event: papers.FormsPrinted) -> bool:
    """Say whether the same print was looked at again: it tells of the job that waited."""
    waited = last.job.rpartition(" ")[2]
    return not last.came_out and bool(waited) and waited in event.job.split(" ")


@SALE_FOLDS.of(papers.MarkSeen)
def _mark(facts: Facts, event: papers.MarkSeen, _: Recorded) -> Facts:
    ceremony = there(facts.ceremony)
    marks = {**ceremony.marks, event.mark: event.seen_by}
    return replace(facts, ceremony=replace(ceremony, marks=marks))


@SALE_FOLDS.of(papers.InkGiven)
def _ink(facts: Facts, event: papers.InkGiven, recorded: Recorded) -> Facts:
    ceremony = there(facts.ceremony)
    marks = {**ceremony.marks, event.mark: recorded.actor}
    ink = {**ceremony.ink, event.mark: event.ink}
    written = replace(ceremony, marks=marks, ink=ink, witnessed=event.forms)
    return replace(facts, ceremony=written)


@SALE_FOLDS.of(papers.SetVoided)
def _voided(facts: Facts, event: papers.SetVoided, _: Recorded) -> Facts:
    return with_set_void(facts, event.voids, returned=event.pages_returned or 0)


@SALE_FOLDS.of(papers.PagesReturned)
def _returned(facts: Facts, event: papers.PagesReturned, _: Recorded) -> Facts:
    return counted_back(facts, event.pages_returned)


@SALE_FOLDS.of(papers.SetSigned)
def _signed(facts: Facts, event: papers.SetSigned, _: Recorded) -> Facts:
    return replace(facts, ceremony=replace(there(facts.ceremony), signed=event.forms))


@SALE_FOLDS.of(papers.HandedOver)
def _handed_over(facts: Facts, event: papers.HandedOver, _: Recorded) -> Facts:
    return replace(facts, handed_over=event.copies)


@SALE_FOLDS.of(papers.RecordMade)
def _record(facts: Facts, event: papers.RecordMade, _: Recorded) -> Facts:
    return replace(facts, record=event.record)


@SALE_FOLDS.of(papers.InterviewClosed)
def _closed(facts: Facts, _event: papers.InterviewClosed, _: Recorded) -> Facts:
    return facts


@SALE_FOLDS.of(after.Addendum)
def _added(facts: Facts, event: after.Addendum, recorded: Recorded) -> Facts:
    made = Added(recorded.at, event.words, event.second_name)
    return replace(facts, addenda=(*facts.addenda, made))


@SALE_FOLDS.of(after.InterviewVoided)
def _made_void(facts: Facts, event: after.InterviewVoided, _: Recorded) -> Facts:
    void = (*facts.numbers_void, event.voids.number)
    return replace(facts, void_reason=event.reason, numbers_void=void)
