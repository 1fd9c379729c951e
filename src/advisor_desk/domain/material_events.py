"""Copies of material on paper: numbered, with a reason. Clauses: S24, S38, S67."""

from dataclasses import dataclass
from typing import ClassVar

from advisor_desk.domain.events import Event, event_kind

COPIES = "material copies"


@event_kind
@dataclass(frozen=True, slots=True)
class MaterialCopyMade(Event):
    """A numbered copy goes to the printer, recorded before it is sent: no copy is uncounted.

    ``material`` is its version.
    """

    kind: ClassVar[str] = "material_copy_made"
    number: str
    product: str
    material: str
    pages_sha256: str
    to: str
    reason: str


@event_kind
@dataclass(frozen=True, slots=True)
class MaterialCopyPrinted(Event):
    """What became of that copy at the printer."""

    kind: ClassVar[str] = "material_copy_printed"
    number: str
    job: str
    came_out: bool
    cause: str
