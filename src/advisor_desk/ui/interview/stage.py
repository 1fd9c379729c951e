"""What the frame of the interview asks of every stage. No Qt: a stage speaks in codes and words."""

from abc import ABC, abstractmethod
from typing import ClassVar

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.steps import step_of
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.rules_now import RuleNow


class StagePresenter(ABC):
    """One stage of an interview: what it still lacks, and the act that confirms it."""

    stage: ClassVar[Stage]
    # Codes of ``Step.missing`` that ``confirm`` itself settles: they do not keep Next closed.
    settled_by_confirm: ClassVar[frozenset[str]] = frozenset()
    # Whether its page stays when nothing is missing any more, until the adviser goes on.
    stays: ClassVar[bool] = False

    def __init__(self, interview: OpenInterview) -> None:
        self.interview = interview

    def missing(self) -> tuple[str, ...]:
        """Return everything the step lacks, in codes; empty: the stage is done."""
        return step_of(self.stage).missing(self.interview.facts)

    def lacking(self) -> tuple[str, ...]:
        """Return what must be there before the stage can be confirmed."""
        return tuple(code for code in self.missing() if code not in self.settled_by_confirm)

    def reason(self) -> str:
        """Say why Next is closed, in the adviser's words; empty where it is open."""
        lacking = self.lacking()
        if not lacking:
            return ""
        words = self.interview.words
        first = [words.say(f"MISSING_{code}") for code in lacking[:MOST_NAMED]]
        more = len(lacking) - len(first)
        named = words.say("LIST_COMMA").join(first)
        code = "NAV_STILL_MISSING_MORE" if more else "NAV_STILL_MISSING"
        return words.say(code, missing=named, more=more)

    def why(self) -> tuple[RuleNow, ...]:
        """Return the reasons that only this stage can give; they follow those of the moment."""
        return ()

    def next_code(self) -> str:
        """Return the code of the words on the one filled button."""
        return "NAV_CONFIRM"

    def hold(self) -> None:  # noqa: B027 - most have nothing to hold
        """Stay where it is while its page is covered or built anew."""

    @abstractmethod
    def confirm(self) -> None:
        """Confirm the stage; called only when nothing is lacking and it is not done yet."""


MOST_NAMED = 2
