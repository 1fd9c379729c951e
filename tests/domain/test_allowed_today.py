"""The card "allowed today" tells for each product what judging it alone would tell."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.packs.cases import ADULT, TODAY

from advisor_desk.domain.allowed_today import Explained, allowed_today, purchase_of
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.money import Money
from advisor_desk.domain.people import WitnessRank
from advisor_desk.domain.product import AssetClass, Fees, Product, Purpose, Regime
from advisor_desk.domain.suitability import AskedBy, Effect, Purchase, judge
from advisor_desk.packs.rule_packs import pack_ids, packs_in_force

PACKS = packs_in_force(pack_ids(), TODAY)
STEADY = Product(
    code="EXAMPLE-R2",
    name="Example Steady 180",
    regime=Regime.bank_wealth,
    asset_class=AssetClass.fixed_income,
    issuer="Example Wealth Co",
    risk=ProductRisk.R2,
    capital_protecting=False,
    term_days=180,
    holding_days=180,
    pays_back_days=182,
    minimum=Money(100),
    step=Money(100),
    fees=Fees(0, 30, 2),
    benchmark="none",
    on_sale=True,
    sale_from=date(2026, 1, 1),
    sale_to=date(2026, 12, 31),
    material_version="2026.1",
    material_approved_by="HQ retail dept",
)
SHELF = st.lists(
    st.builds(
        lambda **facts: replace(STEADY, **facts),
        regime=st.sampled_from(Regime),
        risk=st.sampled_from(ProductRisk),
        capital_protecting=st.booleans(),
        pays_back_days=st.integers(0, 1000),
    ),
    max_size=30,
)
CLIENTS = st.builds(
    lambda **facts: replace(ADULT, **facts),
    client_born=st.sampled_from([None, date(1955, 2, 10), date(1985, 5, 20), date(2012, 6, 30)]),
    needed_by=st.none() | st.dates(TODAY, TODAY + timedelta(days=900)),
    purpose=st.sampled_from(Purpose),
    asked_by=st.sampled_from(AskedBy),
    witness=st.none() | st.sampled_from(WitnessRank),
)


def only_answer(client: Purchase, product: Product) -> Explained:
    (answer,) = allowed_today(PACKS, client, [product])
    return answer.answer


@given(CLIENTS, SHELF)
@settings(max_examples=200, deadline=None)
def test_products_that_share_a_decision_would_each_have_got_it(
    client: Purchase, shelf: list[Product]
) -> None:
    answers = allowed_today(PACKS, client, shelf)
    assert [one.product for one in answers] == shelf
    for one in answers:
        assert one.answer.decision == judge(PACKS, purchase_of(client, one.product))


def test_a_refusal_has_words_for_both_and_what_would_change_it() -> None:
    elder = replace(ADULT, client_born=date(1955, 2, 10))
    answer = only_answer(elder, replace(STEADY, risk=ProductRisk.R3))
    assert answer.decision.outcome is Effect.REFUSE
    assert "witness" in answer.for_adviser[0].en
    assert "protection" in answer.for_client[0].en
    assert "Invite" in answer.would_change_it[0].en


def test_an_allowed_product_needs_no_words() -> None:
    answer = only_answer(ADULT, STEADY)
    assert answer.decision.outcome is Effect.ALLOW
    assert answer.for_adviser == answer.for_client == answer.would_change_it == ()


def test_duties_say_why() -> None:
    pension = replace(ADULT, purpose=Purpose.pension)
    answer = only_answer(pension, STEADY)
    assert answer.decision.outcome is Effect.ALLOW_WITH
    assert "purpose" in answer.for_adviser[0].en


def test_the_same_words_are_not_said_to_the_client_twice() -> None:
    expired = replace(ADULT, on=TODAY + timedelta(days=1), assessment=None)
    answer = only_answer(expired, STEADY)
    assert len(answer.decision.reasons) == 2
    assert len(answer.for_client) == 1


def test_a_product_back_on_the_day_shares_nothing_with_one_back_a_day_later() -> None:
    needy = replace(ADULT, needed_by=TODAY + timedelta(days=182))
    for shelf in ([182, 183], [183, 182]):
        products = [replace(STEADY, pays_back_days=days) for days in shelf]
        answers = allowed_today(PACKS, needy, products)
        refused = {one.product.pays_back_days: one.answer.decision.is_refused for one in answers}
        assert refused == {182: False, 183: True}


def test_a_product_off_the_shelf_is_said_to_be() -> None:
    first, last, over = (
        replace(STEADY, sale_to=TODAY),
        replace(STEADY, on_sale=False),
        replace(STEADY, sale_to=TODAY - timedelta(days=1)),
    )
    answers = allowed_today(PACKS, ADULT, [first, last, over])
    assert [one.on_shelf for one in answers] == [True, False, False]
