"""The time of a replay: the script's, standing still until the next step sets it."""

from datetime import datetime

from advisor_desk.domain.clock import Clock


class ScriptClock:
    """A clock set by hand; seconds since boot stay the machine's."""

    def __init__(self, machine: Clock, start: datetime) -> None:
        self._machine = machine
        self._now = start.astimezone()

    def set(self, at: datetime) -> None:
        """Set the time; one without a zone is in the branch's own."""
        self._now = at.astimezone()

    def now(self) -> datetime:
        """Return the time that was set last."""
        return self._now

    def since_boot(self) -> float:
        """Return seconds since the machine was started."""
        return self._machine.since_boot()
