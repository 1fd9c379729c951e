"""What must hold of every decision, whatever the purchase and whatever the packs."""

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.packs.cases import ADULT, TODAY

from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.money import Money
from advisor_desk.domain.people import Certificate, WitnessRank
from advisor_desk.domain.product import Purpose, Regime
from advisor_desk.domain.suitability import (
    AskedBy,
    Assessment,
    Decision,
    Effect,
    Guardian,
    GuardianProof,
    Purchase,
    RulePack,
    judge,
)
from advisor_desk.packs.rule_packs import editions, pack_ids, packs_in_force

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
NEAR = st.dates(TODAY - timedelta(days=40_000), TODAY)
PACKS = tuple(edition for pack in pack_ids() for edition in editions(pack))
SOME_PACKS = st.lists(st.sampled_from(PACKS), max_size=3, unique_by=lambda pack: pack.id)
PURCHASES = st.builds(
    Purchase,
    on=st.just(TODAY) | DAYS,
    certificate=st.none() | st.builds(Certificate, DAYS, DAYS),
    client_born=st.none() | NEAR | DAYS,
    guardian=st.none()
    | st.builds(Guardian, st.booleans(), st.none() | st.sampled_from(GuardianProof), st.booleans()),
    assessment=st.none()
    | st.builds(Assessment, NEAR | DAYS, st.none() | st.sampled_from(RiskTolerance)),
    regime=st.sampled_from(Regime),
    product_risk=st.sampled_from(ProductRisk),
    capital_protecting=st.booleans(),
    pays_back_days=st.integers(0, 10**9),
    asked_by=st.sampled_from(AskedBy),
    amount=st.builds(Money, st.integers(1, 10**15)),
    purpose=st.sampled_from(Purpose),
    needed_by=st.none() | DAYS,
    witness=st.none() | st.sampled_from(WitnessRank),
)


def with_rules(pack: RulePack, keep: Any) -> RulePack:
    return replace(pack, rules=tuple(rule for rule in pack.rules if keep(rule)))


@given(SOME_PACKS, PURCHASES)
@settings(max_examples=300, deadline=None)
def test_every_purchase_has_an_answer_and_always_the_same(
    packs: list[RulePack], purchase: Purchase
) -> None:
    decision = judge(packs, purchase)
    assert decision == judge(list(packs), replace(purchase))
    assert (decision.outcome is Effect.REFUSE) == bool(decision.reasons)
    assert (decision.outcome is Effect.ALLOW_WITH) == bool(decision.documents)
    assert list(decision.documents) == sorted(set(decision.documents))
    assert [one.id for one in decision.packs] == [
        pack.id for pack in packs if purchase.regime in pack.regimes
    ]


@given(st.sampled_from(PACKS), PURCHASES, st.data())
@settings(max_examples=300, deadline=None)
def test_a_rule_more_never_makes_the_answer_milder(
    pack: RulePack, purchase: Purchase, data: st.DataObject
) -> None:
    left_out = data.draw(st.sets(st.sampled_from([rule.rule for rule in pack.rules])))
    fewer = judge([with_rules(pack, lambda rule: rule.rule not in left_out)], purchase)
    assert_not_milder(judge([pack], purchase), fewer)


@given(SOME_PACKS, st.sampled_from(PACKS), PURCHASES)
@settings(max_examples=300, deadline=None)
def test_a_pack_more_never_makes_the_answer_milder_where_one_covers_it(
    packs: list[RulePack], more: RulePack, purchase: Purchase
) -> None:
    before = judge(packs, purchase)
    if before.packs and more not in packs:
        assert_not_milder(judge([*packs, more], purchase), before)


def assert_not_milder(stricter: Decision, milder: Decision) -> None:
    assert stricter.outcome.value >= milder.outcome.value
    assert {(one.pack, one.code) for one in milder.reasons} <= {
        (one.pack, one.code) for one in stricter.reasons
    }
    if stricter.outcome is not Effect.REFUSE:
        assert set(milder.documents) <= set(stricter.documents)


@given(PURCHASES, SOME_PACKS)
@settings(max_examples=200, deadline=None)
def test_without_a_birth_date_nothing_is_ever_sold(
    purchase: Purchase, packs: list[RulePack]
) -> None:
    assert judge(packs, replace(purchase, client_born=None)).is_refused


@given(PURCHASES)
@settings(max_examples=200, deadline=None)
def test_what_no_pack_covers_is_refused(purchase: Purchase) -> None:
    decision = judge([], purchase)
    assert decision.is_refused
    assert [(one.code, one.pack) for one in decision.reasons] == [("NO_RULES_FOR_REGIME", "")]
    assert decision.packs == ()


def test_a_fund_is_not_judged_by_the_measures_for_bank_products() -> None:
    fund = replace(ADULT, regime=Regime.securities_fund)
    decision = judge(packs_in_force(["cn-2026"], TODAY), fund)
    assert [one.code for one in decision.reasons] == ["NO_RULES_FOR_REGIME"]


def test_a_purchase_is_judged_on_its_day_alone() -> None:
    assert {one.name for one in fields(Purchase)} >= {"on", "client_born", "assessment"}
    assert judge(PACKS[:1], replace(ADULT, on=date(2027, 5, 1))).is_refused  # certificate ended


@pytest.mark.parametrize(
    ("days", "needed_by", "in_time"),
    [
        (38, date(2026, 12, 31), True),
        (39, date(2026, 12, 31), False),
        (0, TODAY, True),
        (1, TODAY, False),
        (0, TODAY - timedelta(days=1), False),
        (10**9, None, True),
    ],
)
def test_money_is_back_in_time_through_the_day_it_is_needed(
    days: int, needed_by: date | None, *, in_time: bool
) -> None:
    purchase = replace(ADULT, pays_back_days=days, needed_by=needed_by)
    assert purchase.pays_back_in_time is in_time


def test_a_witness_signature_asked_for_twice_is_one_document() -> None:
    bank = packs_in_force(["bank-procedure"], TODAY)
    twice = replace(bank[0], rules=bank[0].rules + bank[0].rules)
    purchase = replace(
        ADULT,
        client_born=date(1955, 2, 10),
        product_risk=ProductRisk.R3,
        witness=WitnessRank.branch_head,
    )
    assert judge([twice], purchase).documents == ("SECOND_RISK_WARNING", "WITNESS_SIGNATURE")


def test_a_reason_found_by_two_rules_of_a_pack_is_told_once() -> None:
    bank = packs_in_force(["bank-procedure"], TODAY)
    twice = replace(bank[0], rules=bank[0].rules + bank[0].rules)
    decision = judge([twice], replace(ADULT, certificate=None))
    assert [one.code for one in decision.reasons] == ["ADVISER_UNCERTIFIED"]


def test_each_document_says_why_it_is_needed() -> None:
    purchase = replace(ADULT, purpose=Purpose.education)
    decision = judge(packs_in_force(["bank-procedure"], TODAY), purchase)
    assert [one.code for one in decision.duties] == ["FUND_PURPOSE_NOTE"]
    assert decision.duties[0].client.zh_TW
