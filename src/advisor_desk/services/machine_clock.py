"""The machine's own clock: the one place where time enters from outside."""

import time
from datetime import datetime


class MachineClock:
    """A ``Clock`` that asks the machine, in the machine's own zone."""

    def now(self) -> datetime:
        """Return the time, aware."""
        return datetime.now().astimezone()

    def since_boot(self) -> float:
        """Return seconds since the machine was started; it never runs backwards."""
        return time.monotonic()
