"""The structure of what is held, what stands out, and what a change makes of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_desk.domain.assessment_events import Change, Holding
from advisor_desk.domain.grades import ProductRisk, RiskTolerance
from advisor_desk.domain.money import Money
from advisor_desk.domain.needs import Pot
from advisor_desk.domain.portfolio import (
    Lump,
    above_grade,
    after,
    coverage,
    lumps,
    old,
    purchase,
)
from advisor_desk.domain.product import AssetClass, Purpose
from advisor_desk.domain.structure import (
    WHOLE,
    Term,
    by_class,
    by_grade,
    by_term,
    currencies,
    in_currency,
    shares,
    term,
    total,
)
from advisor_desk.packs.catalogue import catalogue_on

TODAY = date(2026, 11, 23)
PRODUCTS = {one.code: one for one in catalogue_on(TODAY).products()}
STEADY, BALANCED, FUND = "DEMO-R2-001", "DEMO-R3-001", "DEMO-R3-003"


def held(
    name: str,
    yuan: int,
    kind: AssetClass = AssetClass.deposit,
    *,
    risk: ProductRisk | None = None,
    product: str | None = None,
    matures_on: date | None = None,
    currency: str = "CNY",
    as_of: date = TODAY,
) -> Holding:
    return Holding(name, Money(yuan * 100, currency), risk, as_of, kind, product, matures_on)


def ours(code: str, yuan: int) -> Holding:
    one = PRODUCTS[code]
    return held(one.name, yuan, one.asset_class, risk=one.risk, product=code)


days = st.dates(date(2026, 1, 1), date(2031, 1, 1))
holdings_strategy = st.lists(
    st.builds(
        held,
        name=st.sampled_from(["存款", "甲", "乙"]),
        yuan=st.integers(1, 10**7),
        kind=st.sampled_from(AssetClass),
        risk=st.none() | st.sampled_from(ProductRisk),
        product=st.none() | st.sampled_from([STEADY, FUND, "DEMO-R1-003"]),
        matures_on=st.none() | days,
    ),
    max_size=12,
)
pots_strategy = st.lists(
    st.builds(
        Pot,
        name=st.just("學費"),
        amount=st.integers(1, 10**7).map(lambda yuan: Money(yuan * 100)),
        purpose=st.sampled_from(Purpose),
        source=st.just("工資"),
        needed_by=st.none() | days,
    ),
    max_size=6,
)


@given(st.lists(st.integers(0, 10**15), max_size=20))
def test_shares_make_a_hundred_percent_and_are_never_far_from_the_truth(amounts: list[int]) -> None:
    found = shares(amounts)
    whole = sum(amounts)
    assert sum(found) == (WHOLE if whole else 0)
    for amount, share in zip(amounts, found, strict=True):
        assert not whole or abs(amount * WHOLE - share * whole) < whole


@given(holdings_strategy)
def test_every_way_of_dividing_gives_everything_once(holdings: list[Holding]) -> None:
    for parts in (by_class(holdings), by_grade(holdings), by_term(holdings, TODAY, PRODUCTS)):
        assert sum(one.amount.minor for one in parts) == total(holdings).minor
        assert sum(one.share for one in parts) == (WHOLE if holdings else 0)
        assert len({one.key for one in parts}) == len(parts)


def test_two_currencies_are_never_added() -> None:
    both = [
        held("存款", 100),
        held("美元存款", 100, currency="USD"),
        held("港元", 1, currency="HKD"),
    ]
    assert currencies(both) == ("CNY", "HKD", "USD")
    assert total(in_currency(both, "USD")) == Money(10_000, "USD")
    with pytest.raises(ValueError, match="USD"):
        total(both)
    with pytest.raises(ValueError, match="USD"):
        by_class(both)


def test_a_deposit_without_grade_stands_apart_from_what_has_none() -> None:
    parts = by_grade([held("保險", 1, AssetClass.insurance), held("存款", 1), ours(STEADY, 2)])
    assert [(one.key, one.share) for one in parts] == [
        (AssetClass.deposit, 250),
        (ProductRisk.R2, 500),
        (None, 250),
    ]


def test_how_much_rests_on_old_figures_is_known_of_each_part() -> None:
    before = TODAY - timedelta(days=92)
    holdings = [held("甲", 1, as_of=before - timedelta(days=1)), held("乙", 2, as_of=before)]
    assert [one.old for one in by_class(holdings, before)] == [Money(100)]
    assert [one.name for one in old(holdings, TODAY)] == ["甲"]


@pytest.mark.parametrize(
    ("holding", "expected"),
    [
        (held("活期", 1, matures_on=TODAY), Term.week),
        (held("不知何時到期", 1), Term.unknown),
        (held("貨幣基金", 1, AssetClass.cash), Term.week),
        (held("定期", 1, matures_on=TODAY + timedelta(days=92)), Term.quarter),
        (held("定期", 1, matures_on=TODAY + timedelta(days=93)), Term.year),
        (held("已到期", 1, matures_on=TODAY - timedelta(days=1)), Term.week),
        (ours("DEMO-R1-001", 1), Term.week),
        (ours(STEADY, 1), Term.quarter),
        (ours("DEMO-R4-001", 1), Term.longer),
        (held("信託", 1, AssetClass.alternative), Term.unknown),
    ],
    ids=lambda one: one.name,
)
def test_when_money_is_back_at_the_latest(holding: Holding, expected: Term) -> None:
    assert term(holding, TODAY, PRODUCTS) is expected


def test_more_than_half_in_one_product_or_with_one_issuer_stands_out() -> None:
    spread = [held("存款", 500), ours(STEADY, 250), ours(BALANCED, 250)]
    assert lumps(spread, PRODUCTS) == (), "half is not more than half, and a deposit is no product"
    more = [held("存款", 400), ours(STEADY, 300), ours(BALANCED, 300)]
    assert lumps(more, PRODUCTS) == (Lump("Demo Wealth Co", True, Money(60_000), 600),)
    one = [
        held("存款", 300),
        held("他行理財", 400, AssetClass.mixed),
        held("他行理財", 300, AssetClass.mixed),
    ]
    assert lumps(one, PRODUCTS) == (Lump("他行理財", False, Money(70_000), 700),)
    assert len(lumps(spread, PRODUCTS, most=249)) == 3


def test_what_is_above_the_grade_is_told() -> None:
    holdings = (held("存款", 1), ours(STEADY, 1), ours(FUND, 1))
    assert above_grade(holdings, RiskTolerance.A2) == (holdings[2],)
    assert above_grade(holdings, RiskTolerance.A3) == ()


def pot(name: str, yuan: int, needed_by: date | None) -> Pot:
    return Pot(name, Money(yuan * 100), Purpose.education, "工資", needed_by)


def test_each_amount_serves_one_pot_that_needed_first_before() -> None:
    spring, summer = date(2027, 3, 1), date(2027, 7, 1)
    holdings = [held("定期", 100, matures_on=spring), held("長期", 100, matures_on=summer)]
    pots = [pot("以後", 50, None), pot("學費", 120, summer), pot("早", 60, spring)]
    found = coverage(pots, holdings, TODAY, PRODUCTS)
    assert [(one.pot.name, one.there.minor, one.missing.minor) for one in found] == [
        ("早", 6_000, 0),
        ("學費", 12_000, 0),
        ("以後", 2_000, 3_000),
    ]


def test_money_that_is_back_a_day_late_or_on_an_unknown_day_covers_nothing() -> None:
    due = date(2027, 3, 1)
    late = held("定期", 100, matures_on=due + timedelta(days=1))
    holdings = [late, held("信託", 100, AssetClass.alternative), held("美元", 9, currency="USD")]
    found = coverage([pot("學費", 100, due)], holdings, TODAY, PRODUCTS)
    assert found[0].missing == Money(10_000)
    assert coverage([pot("以後", 200, None)], holdings, TODAY, PRODUCTS)[0].missing == Money(0)


@given(pots_strategy, holdings_strategy)
def test_no_money_covers_two_pots(pots: list[Pot], holdings: list[Holding]) -> None:
    found = coverage(pots, holdings, TODAY, PRODUCTS)
    assert sum(one.there.minor for one in found) <= total(holdings).minor
    assert all(one.there.minor + one.missing.minor == one.pot.amount.minor for one in found)
    more = coverage(pots, [*holdings, held("活期", 10**9)], TODAY, PRODUCTS)
    for before, now in zip(found, more, strict=True):
        assert now.missing.minor <= before.missing.minor


def test_a_purchase_is_paid_from_what_was_suggested_then_deposits_then_cash() -> None:
    holdings = [
        held("貨幣", 10, AssetClass.cash),
        held("活期", 20),
        held("到期理財", 5, AssetClass.fixed_income),
        held("美元", 99, currency="USD"),
    ]
    paid = purchase(holdings, PRODUCTS[FUND], Money(5_000), "到期理財")
    assert [(one.taken_from, one.amount.minor) for one in paid] == [
        ("到期理財", 500),
        ("活期", 2_000),
        ("貨幣", 1_000),
        (None, 1_500),
    ]
    assert total(in_currency(after(holdings, paid, TODAY, PRODUCTS))).minor == 3_500 + 1_500


def test_what_is_bought_has_its_class_grade_and_day() -> None:
    closed = Change(Money(5_000), "活期", AssetClass.other, "DEMO-R1-003")
    left, bought = after([held("活期", 80)], [closed], TODAY, PRODUCTS)
    assert (left.amount, bought.amount) == (Money(3_000), Money(5_000))
    assert (bought.asset_class, bought.risk) == (AssetClass.structured, ProductRisk.R1)
    assert bought.matures_on == TODAY + timedelta(days=367)
    everything = Change(Money(8_000), "活期", AssetClass.insurance, None)
    (only,) = after([held("活期", 80)], [everything], TODAY, PRODUCTS)
    assert (only.asset_class, only.risk, only.amount) == (
        AssetClass.insurance,
        None,
        Money(8_000),
    )


changes_strategy = st.lists(
    st.builds(
        Change,
        amount=st.integers(1, 10**7).map(lambda yuan: Money(yuan * 100)),
        taken_from=st.sampled_from(["存款", "甲", "乙", "沒有", None]),
        into=st.sampled_from(AssetClass),
        product=st.none() | st.sampled_from([STEADY, FUND]),
    ),
    max_size=4,
)


@given(holdings_strategy, changes_strategy)
def test_a_change_makes_no_money_but_the_new(
    holdings: list[Holding], changes: list[Change]
) -> None:
    new = sum(one.amount.minor for one in changes if one.taken_from is None)
    before = total(holdings).minor
    found = after(holdings, changes, TODAY, PRODUCTS)
    assert total(found).minor == before + new
    assert all(one.amount.minor > 0 for one in found)
