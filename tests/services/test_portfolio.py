"""Holdings as they are recorded, and suggestions that end in a change or in keeping."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.forms.paper import bare, text_of
from tests.services.branch import RECORD, TODAY, Walk, practice

from advisor_desk.domain.assessment_events import Change, Holding, SuggestionMade
from advisor_desk.domain.facts import Suggested
from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import Reaction
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.trouble import BadInput

DEPOSIT = Holding(
    "定期存款", Money(30_000_000), None, TODAY.date(), AssetClass.deposit, None, date(2027, 3, 1)
)


def test_class_and_grade_of_a_product_of_ours_are_those_of_the_catalogue(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("result")
        told = Holding(
            "混合基金", Money(1), ProductRisk.R1, TODAY.date(), AssetClass.cash, "DEMO-R3-003"
        )
        walk.do.portfolio.record_holdings(walk.interview, (DEPOSIT, told))
        assert walk.facts.holdings is not None
        kept, fund = walk.facts.holdings
        assert kept == DEPOSIT
        assert (fund.risk, fund.asset_class) == (ProductRisk.R3, AssetClass.mixed)


def test_a_suggestion_moves_no_more_than_is_held(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("result")
        walk.do.portfolio.record_holdings(walk.interview, (DEPOSIT,))
        suggest = walk.do.portfolio.make_suggestion
        for amount, code in (
            (Money(30_000_001), "CHANGE_ABOVE_HELD"),
            (Money(1, "USD"), "HOLDING_UNKNOWN"),
        ):
            with pytest.raises(BadInput, match=code):
                suggest(
                    walk.interview,
                    "到期後分散",
                    Reaction.accepted,
                    Change(amount, DEPOSIT.name, AssetClass.cash, None),
                )
        whole = Change(DEPOSIT.amount, DEPOSIT.name, AssetClass.other, "DEMO-R1-003")
        suggest(walk.interview, "到期後分散", Reaction.considering, whole)
        walk.do.portfolio.keep_portfolio(walk.interview, "先看半年", Reaction.declined)
        moved = Change(DEPOSIT.amount, DEPOSIT.name, AssetClass.structured, "DEMO-R1-003")
        rests_on = walk.facts.advice_rests_on()
        assert walk.facts.advice() == (
            Suggested("到期後分散", moved, Reaction.considering, rests_on),
            Suggested("先看半年", None, Reaction.declined, rests_on, keeps=True),
        )


@pytest.mark.parametrize(
    ("into", "product", "is_suitable"),
    [
        (AssetClass.fixed_income, "DEMO-R2-001", True),
        (AssetClass.equity, "DEMO-R4-002", False),  # the client tested A3
        (AssetClass.equity, None, False),
        (AssetClass.mixed, None, True),
        (AssetClass.deposit, None, True),
        (AssetClass.mixed, "DEMO-X0-002", True),
        (AssetClass.fixed_income, "DEMO-X0-001", False),  # its material is a branch's flyer
    ],
)
def test_only_what_may_be_recommended_is_suggested(
    tmp_path: Path, into: AssetClass, product: str | None, is_suitable: bool
) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("result")
        walk.do.portfolio.record_holdings(walk.interview, (DEPOSIT,))
        change = Change(Money(100_000), None, into, product)
        suggest = walk.do.portfolio.make_suggestion
        if is_suitable:
            suggest(walk.interview, "分散", Reaction.accepted, change)
            return
        with pytest.raises(BadInput, match="CHANGE_NOT_SUITABLE") as refusal:
            suggest(walk.interview, "分散", Reaction.accepted, change)
        assert refusal.value.clause == "S56"


def test_a_newer_answer_to_the_same_suggestion_replaces_the_one_before(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("result")
        walk.do.portfolio.record_holdings(walk.interview, (DEPOSIT,))
        for reaction in (Reaction.considering, Reaction.accepted):
            walk.do.portfolio.make_suggestion(walk.interview, "留足半年開支", reaction)
        assert [one.reaction for one in walk.facts.advice()] == [Reaction.accepted]
        walk.do.portfolio.record_holdings(walk.interview, ())
        assert walk.facts.advice() == ()


def test_a_suggestion_remembers_the_prices_it_was_told_from(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("result")
        walk.do.portfolio.record_holdings(walk.interview, (DEPOSIT,))
        walk.do.portfolio.make_suggestion(walk.interview, "留足半年開支", Reaction.accepted)
        prices = walk.do.portfolio.prices_on(TODAY.date())
        (made,) = walk.do.recorded(walk.interview, SuggestionMade)
        assert prices is not None
        assert isinstance(made.event, SuggestionMade)
        assert made.event.prices == prices.sha256


def test_the_record_says_of_each_holding_its_day_and_its_share_of_its_own_currency(
    tmp_path: Path,
) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("result")
        unknown = Holding("美元存款", Money(500_000, "USD"), None, date(2026, 10, 31))
        walk.do.portfolio.record_holdings(
            walk.interview, (DEPOSIT, replace(unknown, asset_class=AssetClass.deposit))
        )
        walk.do.closing.end_without_sale(walk.interview, RECORD)
        rows = walk.do.forms_of(walk.interview)
        made = next(row for row in rows if row["form"] == "F7")
        text = bare(text_of(at.desk.book.document(str(made["sha256"])), tmp_path))
        assert "佔該幣種" in text
        assert "定期存款（截至2026-11-23，2027-03-01到期）" in text
        assert "美元存款（截至2026-10-31，到期日不詳）" in text
