"""Product material (產品資料): what is explained to the client, and who approved it.

Whether material may be used is asked for a day: approval alone is not enough, and material that
may not be used stays listed with its cause, so that the adviser sees why it is closed.
"""

from dataclasses import dataclass
from datetime import date

from advisor_desk.domain.languages import Language, Words
from advisor_desk.domain.trouble import BadInput


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
    office or branch. The first element is the worst case by example, in money.
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
    questions: tuple[SayItBack, ...]

    @property
    def worst_case(self) -> Words:
        """Return the worst case by example, in money."""
        return self.elements[0].text

    def blocked_on(self, day: date) -> str:
        """Return why it may not be opened on ``day``: a trouble code, or nothing. Clause: S67."""
        if not self.approver_may_approve:
            return "MATERIAL_NOT_APPROVED"
        if day < self.valid_from:
            return "MATERIAL_NOT_YET_VALID"
        if day > self.valid_until:
            return "MATERIAL_EXPIRED"
        return ""

    def require_usable(self, day: date) -> None:
        """Let only material through that may be opened on ``day``. Clause: S67.

        Raises:
            BadInput: the code of ``blocked_on``.
        """
        blocked = self.blocked_on(day)
        if blocked:
            raise BadInput(
                blocked,
                clause="S67",
                product=self.product,
                version=self.version,
                day=day,
                first=self.valid_from,
                last=self.valid_until,
            )


@dataclass(frozen=True, slots=True)
class MaterialPages:
    """The pages of one version in one language: an element a page, in the order of the elements.

    ``sha256`` is of ``content``, a PDF as it was approved.
    """

    material: Material
    language: Language
    sha256: str
    content: bytes
