"""Where the random person sits down: with an interview that waits at a stage, one after another."""

from contextlib import suppress
from dataclasses import replace
from random import Random

from tests.ui.homes import INKED
from tests.ui.window import Driven

from advisor_desk.domain import fold
from advisor_desk.domain.interview import OpenedBy, SigningWay, Stage
from advisor_desk.domain.interview_events import InterviewOpened
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import Trouble
from advisor_desk.services.numbers import next_interview

OTHER = "20431"
OTHERS, REFUSED = "an interview of another adviser", "after a refusal"
ABOVE = "DEMO-R5-001"
# From the middle on: the stages before are met anyhow.
PLACES = (
    *("questionnaire", "products", "presentation", "review", "ready", "signing", "printed"),
    *("ink", "handover", INKED, "close"),
)
# The last starts: the assessment has expired meanwhile, then the certificate has.
LATER = (("ready", 380), ("needs", 500))
STAGES = frozenset(
    {
        *("products", "presentation", "review", "handover", "close"),
        *("signing on paper", "signing in ink", "printing"),
    }
)


def starts(random: Random) -> tuple[tuple[str, int], ...]:
    """Return the places to begin at, in any order, and how many days later that is."""
    places = (*PLACES, OTHERS, REFUSED)
    return tuple((place, 0) for place in random.sample(places, len(places))) + LATER


def interview_at(desk: Driven, place: str, random: Random, touched: set[str]) -> str:
    """Return one that waits at a place; one that nobody has touched yet, if there is any."""
    if place == OTHERS:
        return others_interview(desk)
    waits_at = "products" if place == REFUSED else place
    found = [one for (_, at), one in desk.waiting.interviews.items() if at == waits_at]
    random.shuffle(found)
    interview = min(found, key=lambda one: one in touched)
    if place == REFUSED:
        _be_refused(desk, interview)
    return interview


def _be_refused(desk: Driven, interview: str) -> None:
    """Let the client choose what is far above the grade, where something can be chosen."""
    do = desk.services
    with suppress(Trouble):
        pot = do.facts(interview).pots["儲蓄"]
        do.purchases.open_product(interview, ABOVE, OpenedBy.shown_by_adviser)
        do.purchases.choose_product(interview, ABOVE, pot=pot.name, amount=pot.amount)


def others_interview(desk: Driven) -> str:
    """Put an interview of another adviser into the book, below the services; return its id."""
    room = desk.services._room
    events = room.desk.book.events(fold.SUBJECT + desk.waiting.at("needs", Language.zh_TW))
    interview = next_interview(room.desk)
    with room.desk.book.work(OTHER) as work:
        for one in events:
            event = one.event
            if isinstance(event, InterviewOpened):
                event = replace(event, adviser=OTHER)
            work.record(fold.SUBJECT + interview, event)
    return interview


def stage_met(desk: Driven) -> str:
    """Return what the page on the table is about; nothing where none is."""
    presenter = desk.place.presenter if desk.is_own_adviser else None
    if presenter is None or desk.window.tasks.busy:
        return ""
    stage, facts = presenter.shown_stage(), presenter.facts
    if stage is not Stage.signing:
        return stage.name
    if facts.signing_way is SigningWay.screen:
        return "signing in ink"
    waits = facts.ceremony is not None and not facts.ceremony.came_out
    return "printing" if waits else "signing on paper"
