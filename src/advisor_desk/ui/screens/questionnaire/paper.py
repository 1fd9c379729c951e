"""An assessment of another channel, entered before the client answers here. Clause: S49."""

from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.typed import Typed
from advisor_desk.ui.screens.assessments.other_channel import OtherChannel

YES = "yes"


class Paper:
    """The form, open or closed; what is typed is a draft of the interview."""

    def __init__(self, interview: OpenInterview) -> None:
        self._interview = interview
        self._typed = Typed(interview, "questionnaire.paper")

    @property
    def may_open(self) -> bool:
        """Say whether one can be entered now: later it would change what the client answers for."""
        facts = self._interview.facts
        return facts.assessment is None and not facts.answers

    @property
    def is_open(self) -> bool:
        """Say whether the form is open."""
        return self.may_open and self._typed.of("open") == YES

    def form(self) -> OtherChannel:
        """Return the form."""
        interview = self._interview
        return OtherChannel(interview.services, interview.facts.client, self._typed)

    def open(self) -> None:
        """Open the form."""
        self._typed.keep(open=YES)
        self._interview.changed()

    def close(self) -> None:
        """Close it; what is typed stays for the next time."""
        self._typed.keep(open="")
        self._interview.changed()
