"""Why an interview rests, and what may be done about it. No Qt.

A refusal is protection: what, why, what instead, and that nothing is lost.
"""

from dataclasses import dataclass

from advisor_desk.domain.suitability import Decision
from advisor_desk.services.opening import RULES_REFUSE
from advisor_desk.services.purchase import PROCEDURE_NEEDS_MORE
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.what_is_needed import (
    Said,
    client_words,
    document_names,
    reasons_of,
)


@dataclass(frozen=True, slots=True)
class State:
    """The page as it stands. ``to_client`` is in the client's language."""

    title: str
    text: str
    to_client: tuple[str, ...]
    reasons: tuple[Said, ...]
    papers: tuple[str, ...]
    is_by_rule: bool
    may_resume: bool


class StopPresenter:
    """The interview that rests."""

    def __init__(self, presenter: InterviewPresenter) -> None:
        self._presenter = presenter
        self.interview = presenter.interview

    def state(self) -> State:
        """Return what is to be shown."""
        facts, words = self.interview.facts, self.interview.words
        reason = facts.pause_reason
        decision = self._decision(reason)
        by_rule = decision is not None
        title, text = "STOP_PAUSED", words.say("STOP_PAUSED_TEXT", reason=reason)
        if reason == RULES_REFUSE:
            title, text = "STOP_PERSON", words.say("STOP_PERSON_TEXT")
        elif reason == PROCEDURE_NEEDS_MORE:
            chosen = facts.chosen
            product = chosen.choice.product.name if chosen else ""
            title, text = "STOP_PROCEDURE", words.say("STOP_PROCEDURE_TEXT", product=product)
        return State(
            title=words.say(title),
            text=text,
            to_client=client_words(self.interview, decision),
            reasons=reasons_of(self.interview, decision),
            papers=document_names(self.interview, facts.pause_documents),
            is_by_rule=by_rule,
            may_resume=not self.interview.is_busy,
        )

    def resume(self) -> None:
        """Go on: who is here is checked again."""
        interview = self.interview
        interview.act(lambda: interview.services.flow.resume(interview.id))

    def end(self) -> None:
        """End the interview without a sale: its record is made on the close page."""
        self.interview.end_wanted()

    def _decision(self, reason: str) -> Decision | None:
        facts = self.interview.facts
        if reason == RULES_REFUSE:
            return facts.opening_decision
        if reason == PROCEDURE_NEEDS_MORE and facts.judged:
            return facts.judged[-1].decision
        return None
