"""The kinds of rules: a purchase in, a finding or nothing out.

A kind says how a rule of that sort looks at a purchase; every number, grade and document comes from
a pack. A rule that needs an age has nothing to say where the birth date is unknown: ``birth_date``
refuses there, and a pack with rules for ages must hold it, else the loader refuses the pack.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.people import WitnessRank
from advisor_desk.domain.suitability import AskedBy, AssessmentState, Effect, Finding, Purchase

NO_AGE_LIMIT = 1_000
_LOWEST_CLASS = RiskTolerance.A1


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What every rule has: its id in the pack and the clause it carries out.

    ``finding`` is what it says where it applies: it asks for its documents, or refuses if it has
    none. It is made once, because a rule is asked thousands of times a second.
    """

    rule: str
    clause: str
    finding: Finding = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        documents: tuple[str, ...] = getattr(self, "documents", ())
        effect = Effect.ALLOW_WITH if documents else Effect.REFUSE
        object.__setattr__(self, "finding", Finding(self.rule, self.clause, effect, documents))

    @property
    def needs_age(self) -> bool:
        """Say whether the client's age decides."""
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeRule(Rule):
    """A rule for clients of ``from_age`` years or more, under ``below_age``; either may be open."""

    from_age: int = 0
    below_age: int = NO_AGE_LIMIT

    @property
    def names_ages(self) -> bool:
        """Say whether one of the two ages is set."""
        return self.from_age > 0 or self.below_age < NO_AGE_LIMIT

    @property
    def needs_age(self) -> bool:
        """Say whether the client's age decides."""
        return self.names_ages

    def concerns(self, purchase: Purchase) -> bool:
        """Say whether the client is of those ages; nobody is, where the age is not known."""
        age = purchase.client_age
        if age is None:
            return not self.names_ages
        return self.from_age <= age < self.below_age


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateNeeded(Rule):
    """Only an adviser whose certificate is valid on the day may sell. Clause: S23."""

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse where there is none, not yet, or no longer."""
        certificate = purchase.certificate
        if certificate is not None and certificate.valid_on(purchase.on):
            return None
        return self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentNeeded(Rule):
    """One of the three states in which an assessment does not count blocks. Clause: S50."""

    blocks: AssessmentState
    assessment_valid_months: int

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse in that state."""
        if purchase.assessment_state(self.assessment_valid_months) is not self.blocks:
            return None
        return self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class BirthDateNeeded(Rule):
    """Without a birth date nobody can say which ages the client is protected by."""

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse where it is unknown."""
        return self.finding if purchase.client_born is None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianNeeded(AgeRule):
    """A minor's guardian is present, proved by a paper, and the paper copied. Clauses: S44, S45."""

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse where one of the three is missing; an adult's guardian is ignored."""
        if not self.concerns(purchase):
            return None
        guardian = purchase.guardian
        return None if guardian is not None and guardian.is_verified else self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeCeiling(AgeRule):
    """Clients of these ages may not buy products of ``refused_from`` or riskier."""

    refused_from: ProductRisk

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse whatever the assessment says."""
        if not purchase.product_risk.reaches(self.refused_from) or not self.concerns(purchase):
            return None
        return self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeRule(AgeRule):
    """A rule that looks at the assessed grade.

    Clients under ``lowest_class_below_age`` count as the lowest class (A1) whatever they scored.
    """

    assessment_valid_months: int
    lowest_class_below_age: int = 0

    @property
    def needs_age(self) -> bool:
        """Say whether the client's age decides."""
        return self.names_ages or self.lowest_class_below_age > 0

    def counted_grade(self, purchase: Purchase) -> RiskTolerance | None:
        """Return the grade that counts; None where no assessment does."""
        grade = purchase.grade(self.assessment_valid_months)
        if grade is None or not self.lowest_class_below_age:
            return grade
        age = purchase.client_age
        return _LOWEST_CLASS if age is not None and age < self.lowest_class_below_age else grade

    def is_over_grade(self, purchase: Purchase) -> bool:
        """Say whether the product is riskier than the grade that counts; without one it is not."""
        grade = self.counted_grade(purchase)
        return (
            grade is not None
            and not grade.covers(purchase.product_risk)
            and self.concerns(purchase)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OverGrade(GradeRule):
    """A product above the client's grade is refused. Clauses: S41, S56, S61.

    ``asked_by`` narrows it to one side's wish, ``lowest_class_only`` to clients who count as A1.
    """

    asked_by: AskedBy | None = None
    lowest_class_only: bool = False

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse, unless the wish or the class is another one."""
        if self.asked_by is not None and purchase.asked_by is not self.asked_by:
            return None
        if not self.is_over_grade(purchase):
            return None
        if self.lowest_class_only and self.counted_grade(purchase) is not _LOWEST_CLASS:
            return None
        return self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class OverGradeDocuments(GradeRule):
    """At the client's own request, a product above the grade needs documents. Clause: S57."""

    documents: tuple[str, ...]

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Ask for the documents; an adviser's proposal does not open this route."""
        if purchase.asked_by is not AskedBy.client or not self.is_over_grade(purchase):
            return None
        return self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class OverGradeWitness(GradeRule):
    """At the client's own request, a product above the grade needs a witness. Clause: S60."""

    lowest_witness: WitnessRank

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse where nobody of sufficient rank witnesses."""
        if purchase.asked_by is not AskedBy.client or witnessed(purchase, self.lowest_witness):
            return None
        return self.finding if self.is_over_grade(purchase) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WithinGradeRule(GradeRule):
    """A rule for products of exactly ``risk`` that the client's grade covers."""

    risk: ProductRisk

    def is_within_grade(self, purchase: Purchase) -> bool:
        """Say whether it is such a product, and the client of those ages and graded for it."""
        if purchase.product_risk is not self.risk or not self.concerns(purchase):
            return False
        grade = self.counted_grade(purchase)
        return grade is not None and grade.covers(self.risk)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondWarning(WithinGradeRule):
    """A second risk warning (二次風險提示) and its papers. Clause: S43."""

    documents: tuple[str, ...]

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Ask for the documents."""
        return self.finding if self.is_within_grade(purchase) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessForAge(WithinGradeRule):
    """A witness of sufficient rank for clients of these ages. Clause: S43."""

    lowest_witness: WitnessRank

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse where nobody of that rank witnesses."""
        if witnessed(purchase, self.lowest_witness) or not self.is_within_grade(purchase):
            return None
        return self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents(AgeRule):
    """Documents for clients of these ages, for products of ``from_risk`` or riskier."""

    documents: tuple[str, ...]
    from_risk: ProductRisk = ProductRisk.R1

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Ask for the documents."""
        if not purchase.product_risk.reaches(self.from_risk) or not self.concerns(purchase):
            return None
        return self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class EarmarkedCeiling(Rule):
    """Earmarked money may not go into products of ``refused_from`` or riskier. Clause: S63."""

    refused_from: ProductRisk

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse, whoever asked."""
        if not purchase.purpose.is_earmarked:
            return None
        return self.finding if purchase.product_risk.reaches(self.refused_from) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarmarkedProtection(Rule):
    """For earmarked money, advisers propose capital-protecting products of ``risk``. Clause: S64.

    Reading: the client's own wish for another product of that grade stays open.
    """

    risk: ProductRisk

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse an adviser's proposal of a product that does not protect the capital."""
        if not purchase.purpose.is_earmarked or purchase.asked_by is not AskedBy.adviser:
            return None
        if purchase.product_risk is not self.risk or purchase.capital_protecting:
            return None
        return self.finding


@dataclass(frozen=True, slots=True, kw_only=True)
class EarmarkedDocuments(Rule):
    """Earmarked money needs documents. Clause: S63."""

    documents: tuple[str, ...]

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Ask for the documents."""
        return self.finding if purchase.purpose.is_earmarked else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PaysBackInTime(Rule):
    """Money must be back on the day it is needed, that day included. Clause: S62."""

    def __call__(self, purchase: Purchase) -> Finding | None:
        """Refuse where it is needed earlier."""
        return None if purchase.pays_back_in_time else self.finding


def witnessed(purchase: Purchase, lowest: WitnessRank) -> bool:
    """Say whether somebody of rank ``lowest`` or above witnesses."""
    return purchase.witness is not None and purchase.witness.value >= lowest.value


KINDS: Mapping[str, type[Rule]] = {
    "certificate": CertificateNeeded,
    "assessment": AssessmentNeeded,
    "birth_date": BirthDateNeeded,
    "guardian": GuardianNeeded,
    "age_ceiling": AgeCeiling,
    "over_grade": OverGrade,
    "over_grade_documents": OverGradeDocuments,
    "over_grade_witness": OverGradeWitness,
    "second_warning": SecondWarning,
    "witness_for_age": WitnessForAge,
    "documents": Documents,
    "earmarked_ceiling": EarmarkedCeiling,
    "earmarked_protection": EarmarkedProtection,
    "earmarked_documents": EarmarkedDocuments,
    "pays_back_in_time": PaysBackInTime,
}
