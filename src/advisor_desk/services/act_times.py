"""When the acts happened that a form prints with their time.

Of each kind the newest counts: who comes again, warns and asks again. A product that came up
counts from its first opening, which is the evidence of who asked for it. Clause: S57.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from advisor_desk.domain.events import Event, Recorded
from advisor_desk.domain.purchase_events import ProductOpened
from advisor_desk.domain.witness_events import WitnessAsked


class ActTimes:
    """Times by the kind of act and by what it was about."""

    def __init__(self, recorded: Iterable[Recorded] = ()) -> None:
        times: dict[tuple[type[Event], str], datetime] = {}
        for one in recorded:
            key = type(one.event), _about(one.event)
            if not (isinstance(one.event, ProductOpened) and key in times):
                times[key] = one.at
        self._times: Mapping[tuple[type[Event], str], datetime] = times

    def of(self, kind: type[Event], about: str = "") -> datetime | None:
        """Return when it happened; ``about`` is a product's code or a question."""
        return self._times.get((kind, about))


def _about(event: Event) -> str:
    if isinstance(event, ProductOpened):
        return event.product
    return event.question if isinstance(event, WitnessAsked) else ""
