"""Kinds of rules by themselves: what the shipped packs cannot show because another rule refuses."""

from dataclasses import replace
from datetime import date

import pytest
from tests.packs.cases import ADULT

from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.people import WitnessRank
from advisor_desk.domain.rules import (
    KINDS,
    AgeCeiling,
    Documents,
    OverGrade,
    OverGradeDocuments,
    OverGradeWitness,
    Rule,
    SecondWarning,
)
from advisor_desk.domain.suitability import AskedBy, Assessment, Effect, Finding

ABOVE = replace(ADULT, product_risk=ProductRisk.R4)
UNKNOWN_AGE = replace(ABOVE, client_born=None)
DECLARATION = OverGradeDocuments(
    rule="ROUTE", clause="S57", assessment_valid_months=12, documents=("DECLARATION",)
)
WITNESS = OverGradeWitness(
    rule="WITNESS",
    clause="S60",
    assessment_valid_months=12,
    lowest_witness=WitnessRank.branch_retail_head,
)


def test_an_adviser_s_proposal_does_not_open_the_route_above_the_grade() -> None:
    proposed = replace(ABOVE, asked_by=AskedBy.adviser)
    assert DECLARATION(ABOVE) == Finding("ROUTE", "S57", Effect.ALLOW_WITH, ("DECLARATION",))
    assert DECLARATION(proposed) is None
    assert WITNESS(ABOVE) == Finding("WITNESS", "S60", Effect.REFUSE)
    assert WITNESS(proposed) is None


def test_within_the_grade_nobody_need_witness() -> None:
    assert WITNESS(replace(ABOVE, product_risk=ProductRisk.R3)) is None
    assert DECLARATION(replace(ABOVE, product_risk=ProductRisk.R3)) is None


def test_a_rule_for_ages_says_nothing_where_the_age_is_unknown() -> None:
    for ages in ({"from_age": 65}, {"below_age": 18}, {"from_age": 18, "below_age": 65}):
        ceiling = AgeCeiling(rule="X", clause="S42", refused_from=ProductRisk.R1, **ages)
        assert ceiling.needs_age
        assert ceiling(UNKNOWN_AGE) is None


def test_a_rule_for_all_ages_speaks_where_the_age_is_unknown() -> None:
    over = OverGrade(rule="X", clause="S56", assessment_valid_months=12)
    assert not over.needs_age
    assert over(UNKNOWN_AGE) == Finding("X", "S56", Effect.REFUSE)


def test_who_counts_as_lowest_class_needs_an_age() -> None:
    lowest = OverGrade(
        rule="X", clause="CNF-3", assessment_valid_months=12, lowest_class_below_age=18
    )
    assert lowest.needs_age
    assert lowest.counted_grade(replace(ADULT, client_born=date(2012, 6, 30))) is RiskTolerance.A1
    assert lowest.counted_grade(ADULT) is RiskTolerance.A3
    assert lowest.counted_grade(replace(ADULT, assessment=None)) is None


@pytest.mark.parametrize("taken", [date(2025, 11, 22), date(2020, 1, 1)])
def test_an_expired_grade_is_no_grade_to_be_above_or_within(taken: date) -> None:
    expired = replace(ABOVE, assessment=Assessment(taken, RiskTolerance.A3))
    warning = SecondWarning(
        rule="X",
        clause="S43",
        assessment_valid_months=12,
        risk=ProductRisk.R3,
        documents=("WARNING",),
    )
    assert DECLARATION(expired) is None
    assert warning(replace(expired, product_risk=ProductRisk.R3)) is None
    assert warning(replace(ADULT, product_risk=ProductRisk.R3)) is not None


def test_documents_may_be_for_risky_products_alone() -> None:
    rule = Documents(rule="X", clause="CNF-6", documents=("CARE",), from_risk=ProductRisk.R5)
    assert rule(ABOVE) is None
    assert rule(replace(ABOVE, product_risk=ProductRisk.R5)) is not None


def test_there_are_about_a_dozen_kinds_each_with_its_clause_told() -> None:
    assert len(KINDS) == len(set(KINDS.values())) == 15
    assert all(issubclass(kind, Rule) and kind.__doc__ for kind in KINDS.values())
