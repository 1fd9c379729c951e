"""Product material (產品資料): what is explained to the client, and who approved it.

Whether material may be used is asked for a day: approval alone is not enough, and material that
may not be used stays listed with its cause, so that the adviser sees why it is closed.
"""

from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.languages import Words


@dataclass(frozen=True, slots=True)
class Element:
    """One thing that is explained to the client and acknowledged. Clause: S66."""

    id: str
    title: Words
    text: Words


@dataclass(frozen=True, slots=True)
class SayItBack:
    """A question the client answers in the own words after the presentation."""

    id: str
    ask: Words
    answer: Words


@dataclass(frozen=True, slots=True)
class Material:
    """One version of a product's material.

    ``sha256`` is of the file's bytes as they were approved; the days of validity are included.
    ``approver_may_approve`` says whether the approver is the retail banking department of head
    office or branch. ``worst_case`` is the worst case by example, in money.
    """

    product: str
    version: str
    sha256: str
    approved_by: str
    approver: Words
    approver_may_approve: bool
    valid_from: date
    valid_until: date
    elements: tuple[Element, ...]
    worst_case: Words
    questions: tuple[SayItBack, ...]

    def blocked_on(self, day: date) -> str:
        """Return why it may not be opened on ``day``: a trouble code, or nothing. Clause: S67."""
        if not self.approver_may_approve:
            return "MATERIAL_NOT_APPROVED"
        if day < self.valid_from:
            return "MATERIAL_NOT_YET_VALID"
        if day > self.valid_until:
            return "MATERIAL_EXPIRED"
        return ""
