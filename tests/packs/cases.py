"""Cases for tests: the rows of the decision sample, and one case with single facts changed."""

import copy
import csv
from datetime import date
from pathlib import Path
from typing import Any

from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.money import Money
from advisor_desk.domain.people import Certificate
from advisor_desk.domain.product import Purpose, Regime
from advisor_desk.domain.suitability import AskedBy, Assessment, Purchase

SAMPLE = Path(__file__).parents[1] / "data" / "decision_sample.csv"
TODAY = date(2026, 11, 23)
ABSENT = ...  # its text is the same in every worker, and so are the names of tests

_BORN = {"lt8": "2020-01-15", "8_17": "2012-06-30", "18_64": "1985-05-20", "ge65": "1955-02-10"}
_FUNDS = {
    "earmarked": {"purpose": "education", "needed_by": None},
    "short_fits": {"purpose": "ordinary", "needed_by": "2027-11-23"},
    "short_long": {"purpose": "ordinary", "needed_by": "2026-12-31"},
    "ordinary": {"purpose": "ordinary", "needed_by": None},
}
_ASSESSMENTS = {
    "unassessed": None,
    "failed": {"taken": "2026-05-01", "state": "failed", "grade": None},
    "expired": {"taken": "2025-05-01", "state": "passed", "grade": "A5"},
}
VERIFIED = {"present": True, "proof": "household_register", "copied": True}

BASE: dict[str, Any] = {
    "on": "2026-11-23",
    "adviser": {"certificate": {"valid_from": "2025-01-01", "valid_until": "2027-01-01"}},
    "client": {
        "born": "1985-05-20",
        "guardian": None,
        "assessment": {"taken": "2026-05-01", "state": "passed", "grade": "A3"},
    },
    "product": {
        "regime": "bank_wealth",
        "grade": "R2",
        "capital_protecting": False,
        "pays_back_days": 180,
    },
    "request": {
        "asked_by": "client",
        "amount": "100000.00",
        "currency": "CNY",
        "funds": {"purpose": "ordinary", "needed_by": None},
    },
    "witness": None,
}


def case(changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """Give the matching adult's case with facts changed by place; ``ABSENT`` removes a key."""
    made = copy.deepcopy(BASE)
    for place, value in (changes or {}).items():
        *parents, last = place.split(".")
        table = made
        for parent in parents:
            table = table[parent]
        if value is ABSENT:
            del table[last]
        else:
            table[last] = value
    return made


def sample_rows() -> list[dict[str, str]]:
    with SAMPLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def sample_case(row: dict[str, str], regime: str) -> dict[str, Any]:
    """Make a row of the decision sample a case."""
    grade = row["client_grade"]
    passed = {"taken": "2026-05-01", "state": "passed", "grade": grade}
    return case(
        {
            "client.born": _BORN[row["age_band"]],
            "client.guardian": VERIFIED if row["guardian_verified"] == "yes" else None,
            "client.assessment": _ASSESSMENTS.get(grade, passed),
            "product.regime": regime,
            "product.grade": row["product"],
            "request.asked_by": row["initiative"],
            "request.funds": _FUNDS[row["fund_purpose"]],
            "witness": {"role": "branch_retail_head"} if row["witness"] == "yes" else None,
        }
    )


ADULT = Purchase(
    on=TODAY,
    certificate=Certificate(date(2025, 1, 1), date(2027, 1, 1)),
    client_born=date(1985, 5, 20),
    guardian=None,
    assessment=Assessment(date(2026, 5, 1), RiskTolerance.A3),
    regime=Regime.bank_wealth,
    product_risk=ProductRisk.R2,
    capital_protecting=False,
    pays_back_days=180,
    asked_by=AskedBy.client,
    amount=Money(10_000_000),
    purpose=Purpose.ordinary,
    needed_by=None,
    witness=None,
)
