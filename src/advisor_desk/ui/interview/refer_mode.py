"""Refer mode on the screen: what is shown while only informing and introducing are open. No Qt.

It is on while the person at the desk may not advise today, and off again by itself as soon as a
certificate is recorded: nothing of it is kept but what was recorded. Clauses: S23, S24, S25.
"""

from enum import Enum

from advisor_desk.domain.interview import Stage
from advisor_desk.domain.interview_events import CHANGING
from advisor_desk.services.guards import may_advise
from advisor_desk.services.referrals import lacking
from advisor_desk.ui.interview.open_interview import OpenInterview


class ReferPage(Enum):
    """Which page is shown."""

    opening = "opening"
    referral = "referral"
    locked = "locked"


class ReferMode:
    """One interview's. A step that was tried is shown locked until one goes on."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._at_opening = False
        self._tried: Stage | None = None

    @property
    def is_on(self) -> bool:
        """Say whether nothing but a referral is open; from signing on the end is open as it is."""
        interview = self._interview
        if interview.is_ending or interview.facts.state not in CHANGING:
            return False
        return not may_advise(interview.adviser, interview.today)

    @property
    def covers(self) -> bool:
        """Say whether a page of its own is shown, with its own buttons below."""
        return self.is_on and self.page() is not ReferPage.opening

    @property
    def tried(self) -> Stage | None:
        """Return the locked step that was tried last and is shown."""
        return self._tried

    def page(self) -> ReferPage:
        """Return the page; the opening stays until one goes on from it."""
        if self.lacking():
            self._at_opening = True
        if self._tried is not None:
            return ReferPage.locked
        return ReferPage.opening if self._at_opening else ReferPage.referral

    def lacking(self) -> tuple[str, ...]:
        """Return what the opening still lacks before the client can be introduced."""
        return lacking(self._interview.facts)

    def reason(self) -> str:
        """Say what is lacking; empty where nothing is."""
        words, missing = self._interview.words, self.lacking()
        if not missing:
            return ""
        named = words.say("LIST_COMMA").join(words.say(f"MISSING_{code}") for code in missing)
        return words.say("NAV_STILL_MISSING", missing=named)

    def try_step(self, stage: Stage) -> None:
        """Show why a step is locked. That it was tried is recorded, without a word of blame."""
        interview = self._interview
        self._tried = stage
        interview.act(lambda: interview.services.referrals.try_step(interview.id, stage))

    def to_opening(self) -> None:
        """Look at the opening again."""
        self._tried, self._at_opening = None, True
        self._interview.changed()

    def go_on(self) -> None:
        """Leave a locked step; from the opening go on to the referral."""
        if self._tried is None:
            self._at_opening = bool(self.lacking())
        self._tried = None
        self._interview.changed()
