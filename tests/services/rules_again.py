"""The bank's rules for one purchase, written a second time from their table.

Nothing of the program's packs or rules is used: what those leave out is seen by comparing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from advisor_desk.domain.assessment_events import AssessmentRecord
from advisor_desk.domain.interview_events import Party
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.product import Product, Purpose, Regime


def age_on(born: date, day: date) -> int:
    """Whole years; the birthday counts. Born on 29 February: in common years on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def last_day_of(taken: date) -> date:
    try:
        return taken.replace(year=taken.year + 1)
    except ValueError:
        return date(taken.year + 1, 2, 28)


@dataclass(frozen=True)
class Question:
    """What the packs are asked, in this file's own words."""

    age: int
    on: date
    certified: bool
    assessment: AssessmentRecord | None
    guardian: Party | None
    product: Product
    pot: Pot
    client_asked: bool

    @property
    def grade(self) -> int | None:
        found = self.assessment
        counts = found is not None and found.grade is not None
        if not counts or found is None or self.on > last_day_of(found.taken):
            return None
        return found.grade.value if found.grade else None

    @property
    def risk(self) -> int:
        return self.product.risk.value

    @property
    def is_above(self) -> bool:
        return self.grade is not None and self.risk > self.grade

    @property
    def is_earmarked(self) -> bool:
        return self.pot.purpose is not Purpose.ordinary

    @property
    def is_fund(self) -> bool:
        return self.product.regime is Regime.securities_fund

    @property
    def has_guardian(self) -> bool:
        one = self.guardian
        return one is not None and one.proof is not None and one.copy is not None


def reasons(asked: Question) -> set[str]:
    """Return every reason for a refusal, of the bank's procedure and the national pack."""
    found = set(_assessment(asked)) | set(_bank(asked))
    return found | set(_funds(asked) if asked.is_fund else _national(asked))


def _assessment(asked: Question) -> Iterator[str]:
    found = asked.assessment
    if found is None:
        yield "NO_ASSESSMENT"
    elif found.grade is None:
        yield "ASSESSMENT_FAILED"
    elif asked.on > last_day_of(found.taken):
        yield "ASSESSMENT_EXPIRED"


def _bank(asked: Question) -> Iterator[str]:
    elder, minor = asked.age >= 65, asked.age < 18
    back = asked.on + timedelta(days=asked.product.pays_back_days)
    unprotected = asked.risk == 3 and not asked.product.capital_protecting
    for holds, code in (
        (not asked.certified, "ADVISER_UNCERTIFIED"),
        (minor and not asked.has_guardian, "GUARDIAN_NOT_VERIFIED"),
        (minor and asked.is_above, "MINOR_OVER_RISK"),
        (elder and asked.risk >= 4, "ELDER_R4_BAN"),
        (elder and asked.is_above, "ELDER_OVER_RISK"),
        (asked.is_above and not asked.client_asked, "OVER_RISK_RECOMMENDED"),
        (asked.is_earmarked and asked.risk >= 4, "EARMARKED_HIGH_RISK"),
        (
            asked.is_earmarked and unprotected and not asked.client_asked,
            "EARMARKED_NOT_CAPITAL_PROTECTED",
        ),
        (asked.pot.needed_by is not None and back > asked.pot.needed_by, "HORIZON_MISMATCH"),
    ):
        if holds:
            yield code


def _national(asked: Question) -> Iterator[str]:
    minor = asked.age < 18
    for holds, code in (
        (asked.age < 8, "NO_CIVIL_CAPACITY"),
        (8 <= asked.age < 18 and not asked.has_guardian, "LEGAL_REP_CONSENT_MISSING"),
        (minor and asked.age >= 8 and asked.risk > 1, "MINOR_LOW_RISK_ONLY"),
        (asked.is_above, "UNSUITABLE_OVER_RISK"),
        (asked.is_above and not asked.client_asked, "OVER_RISK_RECOMMENDED"),
    ):
        if holds:
            yield code


def _funds(asked: Question) -> Iterator[str]:
    minor = asked.age < 18
    counted = None if asked.grade is None else 1 if minor else asked.grade
    above = counted is not None and asked.risk > counted
    for holds, code in (
        (minor and not asked.has_guardian, "LEGAL_REP_CONSENT_MISSING"),
        (above and counted == 1, "LOWEST_CLASS_OVER_RISK"),
        (above and not asked.client_asked, "OVER_RISK_RECOMMENDED"),
    ):
        if holds:
            yield code
