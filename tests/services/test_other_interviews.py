"""What one interview was refused for is not forgotten in the next. Clauses: S57, S62, S63."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import POT, RECORD, Practice, Walk, practice

from advisor_desk.domain.assessment_events import Change
from advisor_desk.domain.interview import OpenedBy, Reaction
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass, Purpose
from advisor_desk.domain.suitability import AskedBy
from advisor_desk.domain.trouble import BadInput
from advisor_desk.services.other_interviews import was_proposed

FUND = "DEMO-R4-002"  # above the grade of the letter B, and called "Demo Equity Fund A"
WISH = "我自己想要這支基金。"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def first(at: Practice, **given: object) -> Walk:
    return Walk(at, **({"letter": "B", "product": FUND} | given)).until("portfolio")  # type: ignore[arg-type]


def again(walk: Walk, **given: object) -> Walk:
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    usual = {"letter": walk.letter, "product": FUND, "client": walk.client, "words": WISH}
    other = Walk(walk.at, **(usual | given)).begin().opening().needs()  # type: ignore[arg-type]
    other.do.assessments.keep_assessment(other.interview)
    return other.result().portfolio()


def codes_of(walk: Walk) -> set[str]:
    decision = walk.choose()
    return {one.code for one in decision.reasons} if decision.is_refused else set()


def test_what_the_adviser_showed_is_no_wish_of_the_clients_in_the_next_interview(
    at: Practice,
) -> None:
    walk = first(at, how=OpenedBy.shown_by_adviser, words=None)
    assert codes_of(walk) == {"OVER_RISK_RECOMMENDED"}
    other = again(walk)
    assert codes_of(other) == {"OVER_RISK_RECOMMENDED"}
    assert other.facts.asked_by(FUND) is AskedBy.adviser
    assert codes_of(again(other)) == {"OVER_RISK_RECOMMENDED"}


def test_what_the_client_asked_for_first_stays_the_clients(at: Practice) -> None:
    walk = first(at, words=WISH)
    assert codes_of(walk) == set()
    assert codes_of(again(walk)) == set()


def test_after_a_year_it_may_be_the_clients_own_wish(at: Practice) -> None:
    walk = first(at, how=OpenedBy.shown_by_adviser, words=None)
    walk.choose()
    walk.do.closing.end_without_sale(walk.interview, RECORD)
    at.on(date(2027, 11, 24))
    other = Walk(at, client=walk.client, product=FUND).begin()
    assert not was_proposed(other.do._room, other.interview, FUND)


def test_what_was_suggested_is_the_advisers_proposal(at: Practice) -> None:
    safe = "DEMO-R2-001"
    walk = first(at)
    change = Change(Money(100_000), None, AssetClass.fixed_income, safe)
    walk.do.portfolio.make_suggestion(walk.interview, "分散", Reaction.considering, change)
    other = again(walk, product=safe)
    other.choose()
    assert other.facts.asked_by(safe) is AskedBy.adviser


def test_what_was_suggested_a_step_before_is_no_wish_of_the_clients(at: Practice) -> None:
    safe = "DEMO-R2-001"
    walk = first(at, product=safe, how=OpenedBy.picked_by_client, words=WISH)
    change = Change(Money(100_000), None, AssetClass.fixed_income, safe)
    walk.do.portfolio.make_suggestion(walk.interview, "分散", Reaction.considering, change)
    walk.choose()
    assert walk.facts.asked_by(safe) is AskedBy.adviser


@pytest.mark.parametrize(
    "words", [f"可以買 {FUND}，適合您", "买入 示例股票基金 A", "the DEMO equity  fund A"]
)
@pytest.mark.parametrize("change", [None, Change(Money(100_000), None, AssetClass.deposit, None)])
def test_words_that_name_a_product_are_a_proposal(
    at: Practice, words: str, change: Change | None
) -> None:
    walk = first(at)
    with pytest.raises(BadInput, match="SUGGESTION_NAMES_PRODUCT") as refused:
        walk.do.portfolio.make_suggestion(walk.interview, words, Reaction.accepted, change)
    assert (refused.value.facts["field"], refused.value.facts["product"]) == ("words", FUND)


def test_words_name_a_fitting_product_beside_its_change(at: Practice) -> None:
    walk = first(at)
    change = Change(Money(100_000), None, AssetClass.fixed_income, "DEMO-R2-001")
    suggest = walk.do.portfolio.make_suggestion
    suggest(walk.interview, "轉入 DEMO-R2-001", Reaction.accepted, change)
    with pytest.raises(BadInput, match="SUGGESTION_NAMES_PRODUCT"):
        suggest(walk.interview, "轉入 DEMO-R2-001", Reaction.accepted)


def test_a_purpose_refused_in_one_interview_is_flagged_in_the_next(at: Practice) -> None:
    walk = first(at, purpose=Purpose.pension, letter="D")
    assert "EARMARKED_HIGH_RISK" in codes_of(walk)
    other = again(walk)
    assert other.facts.flags == ("PURPOSE_CHANGED_AFTER_REFUSAL",)
    assert other.do.needs.flags(other.interview, POT) == ("PURPOSE_CHANGED_AFTER_REFUSAL",)


def test_a_day_refused_in_one_interview_is_flagged_in_the_next(at: Practice) -> None:
    walk = first(at, product="DEMO-R2-002", needed_by=date(2027, 1, 31))
    assert "HORIZON_MISMATCH" in codes_of(walk)
    assert again(walk).facts.flags == ("NEEDED_BY_CHANGED_AFTER_REFUSAL",)


def test_money_bought_for_today_is_not_there_a_second_time(at: Practice) -> None:
    walk = Walk(at, amount="400000.00").until("sign")
    other = Walk(at, amount="400000.00", client=walk.client).begin().opening().needs()
    other.do.assessments.keep_assessment(other.interview)
    other.result().portfolio()
    with pytest.raises(BadInput, match="AMOUNT_USED_TODAY") as refused:
        other.choose()
    assert refused.value.facts["used"] == "400,000.00"
    other.amount = "100000.00"
    assert not other.choose().is_refused
    other.amount = "400000.00"
    other.record_pot("450000.00")  # told anew: it is what is left
    other.do.needs.confirm_needs(other.interview)
    other.do.assessments.keep_assessment(other.interview)
    other.portfolio()
    assert not other.choose().is_refused


def test_of_two_choices_of_the_same_money_the_second_is_not_signed(at: Practice) -> None:
    first_one = Walk(at, amount="400000.00").until("presentation")
    other = Walk(at, amount="400000.00", client=first_one.client).begin().opening().needs()
    other.do.assessments.keep_assessment(other.interview)
    other.result().portfolio().products().presentation()
    first_one.review().begin_signing().marks().sign()
    with pytest.raises(BadInput, match="AMOUNT_USED_TODAY"):
        other.review()
