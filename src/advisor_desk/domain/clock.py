"""Time as it is given to the program: nothing else asks the machine for it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Where the time comes from: the machine at work, the script in a replay, a test."""

    def now(self) -> datetime:
        """Return the time, aware, in the branch's own zone."""
        ...

    def since_boot(self) -> float:
        """Return seconds since the machine was started; it never runs backwards."""
        ...
