"""Interviews of protected clients for the tests of papers and signing."""

from dataclasses import dataclass
from datetime import date

from tests.services.branch import INK, WITNESS, Practice, Walk, resident_id

from advisor_desk.domain.client import DocumentKind, IdentityDocument
from advisor_desk.domain.duties import FEWEST_ALTERNATIVES, OVER_RISK_DOCUMENTS, documents_of
from advisor_desk.domain.interview import Mark, PartyRole, SigningWay
from advisor_desk.domain.interview_events import PaperCopy, Party
from advisor_desk.domain.paper_events import InkStrokes
from advisor_desk.domain.steps import marks_needed
from advisor_desk.domain.suitability import GuardianProof
from advisor_desk.store.keys import PUBLISHED_PASSWORD

GUARDIAN = Party(
    PartyRole.guardian,
    "周建國（虛構）",
    IdentityDocument(DocumentKind.resident_id, resident_id(date(1978, 4, 12), 311)),
    "父親",
    GuardianProof.household_register,
    "990101-0042-7",
    PaperCopy(folder="2026-118"),
)
WISH = "這筆錢我可以不要，想試一次，跌了我認。"
NOT_WANTED = "收益太低，不想要。"


@dataclass
class Protected(Walk):
    """A walk that also leads the wish above the grade and the marks of everybody."""

    def presentation(self) -> "Protected":
        if documents_of(self.facts) & OVER_RISK_DOCUMENTS:
            route = self.do.over_risk
            route.warn(self.interview)
            for one in route.fitting(self.interview)[:FEWEST_ALTERNATIVES]:
                route.decline_alternative(self.interview, one.product.code, NOT_WANTED)
            route.declare(self.interview, WISH)
        super().presentation()
        return self

    def make(self, mark: Mark) -> None:
        """Make one mark, the witness's with the witness's own password."""
        signing, on_paper = self.do.signing, self.signing_way is SigningWay.paper
        if mark is not Mark.witness_signature:
            if on_paper:
                signing.see_mark(self.interview, mark)
            else:
                signing.give_ink(self.interview, mark, self.ink(mark))
        elif on_paper:
            signing.see_witness_mark(self.interview, WITNESS.staff_no, PUBLISHED_PASSWORD)
        else:
            ink = self.ink(mark)
            signing.give_witness_ink(self.interview, WITNESS.staff_no, PUBLISHED_PASSWORD, ink)

    def ink(self, mark: Mark) -> tuple[InkStrokes, ...]:
        boxes = self.do.signing.boxes_for(self.interview, mark)
        return tuple(InkStrokes(box, INK) for box in boxes)

    def marks(self) -> "Protected":
        self.print_on_paper()
        for mark in marks_needed(self.facts):
            self.make(mark)
        return self

    def print_on_paper(self) -> None:
        if self.signing_way is SigningWay.paper:
            self.do.printing.print_forms(self.interview, "file")


def elder(at: Practice, way: SigningWay = SigningWay.paper) -> Protected:
    return Protected(at, born=date(1955, 3, 8), product="DEMO-R3-001", signing_way=way)


def minor(at: Practice, way: SigningWay = SigningWay.paper) -> Protected:
    return Protected(
        at, born=date(2011, 5, 20), product="DEMO-R1-001", signing_way=way, guardian=GUARDIAN
    )


def above(at: Practice, way: SigningWay = SigningWay.paper) -> Protected:
    return Protected(at, product="DEMO-R4-002", amount="50000.00", letter="B", signing_way=way)
