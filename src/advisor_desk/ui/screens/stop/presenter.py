"""Why an interview rests, and what may be done about it. No Qt.

A refusal is protection: what, why, what instead, and that nothing is lost. Clauses: S43, S57-S60.
"""

from datetime import date, datetime
from enum import Enum

from advisor_desk.domain.facts import VISIT_OVER
from advisor_desk.domain.interview_events import Paused
from advisor_desk.domain.suitability import Decision
from advisor_desk.domain.what_would_help import Helps
from advisor_desk.services.guardians import GUARDIAN_DISAGREES, GUARDIAN_LEFT
from advisor_desk.services.opening import RULES_REFUSE
from advisor_desk.services.purchase import PROCEDURE_NEEDS_MORE
from advisor_desk.services.resuming import Remains, Stands
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.stopped import (
    LOOK_ELSEWHERE,
    Stopped,
    instead_of,
    noted,
    product_name,
)
from advisor_desk.ui.interview.what_helps import help_for_adviser, help_for_client
from advisor_desk.ui.interview.what_is_needed import client_words, document_names, reasons_of

SAID_AGAIN = "stop.said_again"


class Why(Enum):
    """What an interview rests for."""

    adviser = "adviser"  # paused by hand
    person = "person"  # somebody or a paper is missing at the opening
    day = "day"  # nobody paused it: the day of the visit is over
    guardian = "guardian"  # a minor's guardian has left
    disagrees = "disagrees"  # a minor's guardian does not agree with the answers
    procedure = "procedure"  # the choice asks for more than can be done here now


RESTS = frozenset({Why.adviser, Why.day})
_WHY = {
    VISIT_OVER: Why.day,
    RULES_REFUSE: Why.person,
    GUARDIAN_LEFT: Why.guardian,
    GUARDIAN_DISAGREES: Why.disagrees,
    PROCEDURE_NEEDS_MORE: Why.procedure,
}
# What stands there for a guardian: to the adviser in two lines, and to the client.
_OF_A_GUARDIAN = {
    Why.guardian: ("STOP_GUARDIAN", "STOP_GUARDIAN_TEXT", "STOP_CLIENT_GUARDIAN_TEXT"),
    Why.disagrees: ("STOP_DISAGREES", "STOP_DISAGREES_TEXT", "STOP_CLIENT_DISAGREES_TEXT"),
}


class StopPresenter:
    """The interview that rests."""

    def __init__(self, presenter: InterviewPresenter) -> None:
        self.interview = presenter.interview

    def why(self) -> Why:
        """Return what it rests for."""
        return _WHY.get(self.interview.facts.pause_reason, Why.adviser)

    def stopped(self) -> Stopped:
        """Return what is to be shown."""
        why = self.why()
        if why is Why.adviser:
            return self._paused()
        words = self.interview.words
        if why is Why.day:
            day = words.long_day(self.interview.facts.came_at.date())
            return Stopped(words.say("STOP_DAY"), words.say("STOP_DAY_TEXT", day=day))
        if why in _OF_A_GUARDIAN:
            title, text, _ = _OF_A_GUARDIAN[why]
            return Stopped(words.say(title), words.say(text), self.to_client())
        return self._needs_somebody() if why is Why.person else self._needs_more()

    def since(self) -> datetime | None:
        """Return when it was paused."""
        found = self.interview.services.recorded(self.interview.id, Paused)
        return found[-1].at if found else None

    def comes_back(self) -> date | None:
        """Return the day agreed for going on."""
        if self.why() is Why.day:
            return None
        found = self.interview.services.recorded(self.interview.id, Paused)
        event = found[-1].event if found else None
        return event.next_date if isinstance(event, Paused) else None

    def to_client(self) -> tuple[str, ...]:
        """Return what the client reads, in the client's language."""
        if self.why() in _OF_A_GUARDIAN:
            *_, code = _OF_A_GUARDIAN[self.why()]
            return (self.interview.client_words.say(code),)
        said = client_words(self.interview, self._decision())
        ways = self._ways() if self.why() is Why.person else ()
        return (*said, help_for_client(self.interview.client_words, ways)) if ways else said

    def product(self) -> str:
        """Return the name of the product in question, in the client's language."""
        judged = self.interview.facts.judged
        is_about_it = judged and self.why() is Why.procedure
        return judged[-1].choice.product.name if is_about_it else ""

    def what_stands(self) -> tuple[Remains, ...]:
        """Return what is to be done again, said again, and what is still good."""
        return self.interview.services.resuming.what_stands(self.interview.id)

    def said_again(self) -> tuple[str, ...]:
        """Return what was said once more, as it was ticked; it survives a lock and a kill."""
        return tuple(self.interview.draft(SAID_AGAIN).split())

    def say_again(self, code: str, is_said: bool) -> None:
        """Tick what was said once more, or take the tick away."""
        others = [one for one in self.said_again() if one != code]
        self.interview.keep_draft(SAID_AGAIN, " ".join([*others, *([code] if is_said else [])]))
        self.interview.clear_problem()
        self.interview.changed()

    def left_to_say(self) -> str:
        """Say what is still to be said again; empty where one may go on."""
        said, words = self.said_again(), self.interview.words
        left = [
            words.say(f"STANDS_{line.code}", named=line.named)
            for line in self.what_stands()
            if line.stands is Stands.say_again and line.code not in said
        ]
        named = words.say("LIST_COMMA").join(left)
        return words.say("STOP_SAY_FIRST", missing=named) if left else ""

    def resume(self) -> None:
        """Go on: who is here is checked again."""
        self.interview.act(self._go_on)

    def _go_on(self) -> None:
        interview, said = self.interview, self.said_again()
        interview.services.flow.resume(interview.id, said)
        if said:
            interview.services.flow.keep_draft(interview.id, SAID_AGAIN, "")

    def look_elsewhere(self, product: str = "") -> None:
        """Go on, to choose something else; ``product`` is looked at first."""
        interview = self.interview

        def go() -> None:
            self._go_on()
            interview.services.flow.keep_draft(interview.id, LOOK_ELSEWHERE, product or "yes")

        interview.act(go)

    def go_on(self) -> None:
        """Do what the one filled button does."""
        if self.why() is Why.procedure:
            self.look_elsewhere()
        else:
            self.resume()

    def end(self) -> None:
        """End the interview without a sale: its record is made on the close page."""
        self.interview.end_wanted()

    def _paused(self) -> Stopped:
        words, since, day = self.interview.words, self.since(), self.comes_back()
        reason = self.interview.facts.pause_reason
        said = words.say("STOP_PAUSED_TEXT", reason=reason)
        if since is not None:
            moment = words.say(
                "STOP_SINCE", day=words.long_day(since.date()), time=words.clock(since)
            )
            said = words.say("STOP_PAUSED_SINCE", since=moment, reason=reason)
        if day is not None:
            said = words.say("STOP_AGREED", said=said, day=words.long_day(day))
        return Stopped(words.say("STOP_PAUSED"), said)

    def _needs_somebody(self) -> Stopped:
        words, decision = self.interview.words, self._decision()
        return Stopped(
            title=words.say("STOP_PERSON"),
            text=words.say("STOP_PERSON_TEXT"),
            to_client=self.to_client(),
            reasons=reasons_of(self.interview, decision),
            papers=document_names(self.interview, self.interview.facts.pause_documents),
            helps=help_for_adviser(words, self._ways()) if self._ways() else "",
        )

    def _ways(self) -> Helps:
        """Return what would let this person buy anything at all."""
        return self.interview.services.shelf.what_would_help_person(self.interview.id)

    def _needs_more(self) -> Stopped:
        interview, words = self.interview, self.interview.words
        judged = interview.facts.judged[-1]
        return Stopped(
            title=words.say("STOP_PROCEDURE"),
            text=words.say("STOP_PROCEDURE_TEXT", product=product_name(interview, judged)),
            to_client=self.to_client(),
            reasons=reasons_of(interview, judged.decision),
            papers=document_names(interview, interview.facts.pause_documents),
            instead=instead_of(interview, judged.choice.pot),
            noted=noted(interview, judged.choice.asked_by),
        )

    def _decision(self) -> Decision | None:
        facts, why = self.interview.facts, self.why()
        if why is Why.person:
            return facts.opening_decision
        return facts.judged[-1].decision if why is Why.procedure and facts.judged else None
