"""Every product of the shelf before clients of every kind, and what rules.md says of each reason.

``TRUE`` states each condition a second time, from the text of the rules, without the program's
kinds of rules, its packs or its grades: whatever a reason claims must hold there too. ``CLAIMED``
makes true what the words of a reason say would change it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product as every

from advisor_desk.domain.allowed_today import purchase_of
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.money import Money
from advisor_desk.domain.people import Certificate, WitnessRank
from advisor_desk.domain.product import Product, Purpose, Regime
from advisor_desk.domain.suitability import (
    AskedBy,
    Assessment,
    Guardian,
    GuardianProof,
    Purchase,
)
from advisor_desk.packs.catalogue import catalogue_on

TODAY = date(2026, 11, 26)
PRODUCTS = catalogue_on(TODAY).products()
CERTIFICATE = Certificate(date(2025, 1, 1), date(2027, 3, 31), "EX-1")
HERE = Guardian(present=True, proof=GuardianProof.household_register, copied=True)
BORN: Mapping[str, date | None] = {
    "unknown": None,
    "7": date(2019, 3, 1),
    "16": date(2010, 3, 1),
    "the day before 18": date(2008, 11, 27),
    "18 today": date(2008, 11, 26),
    "45": date(1981, 5, 9),
    "the day before 65": date(1961, 11, 27),
    "65 today": date(1961, 11, 26),
}
ASSESSED: Mapping[str, Assessment | None] = {
    **{grade.name: Assessment(date(2026, 5, 1), grade) for grade in RiskTolerance},
    "none": None,
    "failed": Assessment(date(2026, 5, 1), None),
    "expired": Assessment(date(2025, 11, 25), RiskTolerance.A5),
}
DAYS = (None, TODAY + timedelta(days=100))  # between the products that pay back sooner and later


def clients(purposes: tuple[Purpose, ...] = tuple(Purpose)) -> Iterator[Purchase]:
    """Give every kind of client with every kind of money; the product is still open."""
    for born, assessed, asked_by, purpose, needed in every(
        BORN.values(), ASSESSED.values(), AskedBy, purposes, DAYS
    ):
        minor = born is not None and age(born) < 18
        for guardian in (None, HERE) if minor else (None,):
            yield Purchase(
                on=TODAY,
                certificate=CERTIFICATE,
                client_born=born,
                guardian=guardian,
                assessment=assessed,
                regime=Regime.bank_wealth,
                product_risk=ProductRisk.R1,
                capital_protecting=True,
                pays_back_days=0,
                asked_by=asked_by,
                amount=Money(10_000_000),
                purpose=purpose,
                needed_by=needed,
                witness=WitnessRank.branch_retail_head,
            )


def unlike(client: Purchase) -> Iterator[tuple[Product, Purchase]]:
    """Give the products of the shelf that differ in anything a rule looks at."""
    seen = set()
    for one in PRODUCTS:
        late = client.needed_by is not None and (
            TODAY + timedelta(days=one.pays_back_days) > client.needed_by
        )
        key = (one.regime, one.risk, one.capital_protecting, late)
        if key not in seen:
            seen.add(key)
            yield one, purchase_of(client, one)


def age(born: date) -> int:
    birthday_is_over = (TODAY.month, TODAY.day) >= (born.month, born.day)
    return TODAY.year - born.year - (not birthday_is_over)


def _grade(case: Purchase) -> int | None:
    """Return the grade in figures where an assessment counts: 12 months, that day included."""
    made = case.assessment
    if made is None or made.grade is None or made.taken.replace(year=made.taken.year + 1) < TODAY:
        return None
    return int(made.grade.name[1])


def _risk(case: Purchase) -> int:
    return int(case.product_risk.name[1])


def _above(case: Purchase) -> bool:
    grade = _grade(case)
    return grade is not None and _risk(case) > grade


def _aged(case: Purchase, first: int, below: int = 999) -> bool:
    return case.client_born is not None and first <= age(case.client_born) < below


def _unguarded(case: Purchase) -> bool:
    return case.guardian is None


def _by_adviser(case: Purchase) -> bool:
    return case.asked_by is AskedBy.adviser


def _earmarked(case: Purchase) -> bool:
    return case.purpose is not Purpose.ordinary


def _lowest(case: Purchase) -> bool:
    """Say whether the client counts as the lowest class of fund investors."""
    return _grade(case) is not None and (_grade(case) == 1 or _aged(case, 0, 18))


def _too_late(case: Purchase) -> bool:
    back = TODAY + timedelta(days=case.pays_back_days)
    return case.needed_by is not None and back > case.needed_by


State = Callable[[Purchase], bool]
_ASSESSMENT: Mapping[str, State] = {
    "NO_ASSESSMENT": lambda case: case.assessment is None,
    "ASSESSMENT_FAILED": lambda case: case.assessment == ASSESSED["failed"],
    "ASSESSMENT_EXPIRED": lambda case: case.assessment == ASSESSED["expired"],
    "BIRTH_DATE_UNKNOWN": lambda case: case.client_born is None,
}
TRUE: Mapping[str, Mapping[str, State]] = {
    "bank-procedure": {
        **_ASSESSMENT,
        "GUARDIAN_NOT_VERIFIED": lambda case: _aged(case, 0, 18) and _unguarded(case),
        "MINOR_OVER_RISK": lambda case: _aged(case, 0, 18) and _above(case),
        "ELDER_R4_BAN": lambda case: _aged(case, 65) and _risk(case) >= 4,
        "ELDER_OVER_RISK": lambda case: _aged(case, 65) and _above(case),
        "OVER_RISK_RECOMMENDED": lambda case: _above(case) and _by_adviser(case),
        "EARMARKED_HIGH_RISK": lambda case: _earmarked(case) and _risk(case) >= 4,
        "EARMARKED_NOT_CAPITAL_PROTECTED": lambda case: (
            _earmarked(case)
            and _by_adviser(case)
            and _risk(case) == 3
            and not case.capital_protecting
        ),
        "HORIZON_MISMATCH": _too_late,
    },
    "cn-2026": {
        **_ASSESSMENT,
        "NO_CIVIL_CAPACITY": lambda case: _aged(case, 0, 8),
        "LEGAL_REP_CONSENT_MISSING": lambda case: _aged(case, 8, 18) and _unguarded(case),
        "MINOR_LOW_RISK_ONLY": lambda case: _aged(case, 8, 18) and _risk(case) > 1,
        "UNSUITABLE_OVER_RISK": _above,
        "OVER_RISK_RECOMMENDED": lambda case: _above(case) and _by_adviser(case),
    },
    "cn-funds": {
        **_ASSESSMENT,
        "LEGAL_REP_CONSENT_MISSING": lambda case: _aged(case, 0, 18) and _unguarded(case),
        "LOWEST_CLASS_OVER_RISK": lambda case: _lowest(case) and _risk(case) > 1,
        "OVER_RISK_RECOMMENDED": lambda case: (
            _by_adviser(case) and (_above(case) or (_lowest(case) and _risk(case) > 1))
        ),
    },
}

Made = Callable[[Purchase], Purchase]


def _calmer(risk: ProductRisk) -> Made:
    return lambda case: replace(case, product_risk=risk)


def _within(case: Purchase) -> Purchase:
    return replace(case, product_risk=ProductRisk[f"R{_grade(case)}"])


def _assessed(case: Purchase) -> Purchase:
    return replace(case, assessment=Assessment(TODAY, RiskTolerance.A1))


def _guarded(case: Purchase) -> Purchase:
    return replace(case, guardian=HERE)


# What the words of each reason say would change it, made true; None: the words say nothing.
CLAIMED: Mapping[str, Made | None] = {
    "NO_ASSESSMENT": _assessed,
    "ASSESSMENT_FAILED": _assessed,
    "ASSESSMENT_EXPIRED": _assessed,
    "BIRTH_DATE_UNKNOWN": lambda case: replace(case, client_born=date(1981, 5, 9)),
    "GUARDIAN_NOT_VERIFIED": _guarded,
    "LEGAL_REP_CONSENT_MISSING": _guarded,
    "NO_CIVIL_CAPACITY": None,
    "MINOR_OVER_RISK": _within,
    "MINOR_LOW_RISK_ONLY": _calmer(ProductRisk.R1),
    "LOWEST_CLASS_OVER_RISK": _calmer(ProductRisk.R1),
    "ELDER_R4_BAN": _calmer(ProductRisk.R3),
    "ELDER_OVER_RISK": _within,
    "UNSUITABLE_OVER_RISK": _within,
    "OVER_RISK_RECOMMENDED": lambda case: (
        replace(case, product_risk=ProductRisk.R1) if _lowest(case) else _within(case)
    ),
    "EARMARKED_HIGH_RISK": _calmer(ProductRisk.R3),
    "EARMARKED_NOT_CAPITAL_PROTECTED": lambda case: replace(case, capital_protecting=True),
    "HORIZON_MISMATCH": lambda case: replace(case, pays_back_days=3),
}
