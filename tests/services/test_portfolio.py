"""Holdings as they are recorded, and suggestions that end in a change or in keeping."""

from datetime import date
from pathlib import Path

import pytest
from tests.services.branch import TODAY, Walk, practice

from advisor_desk.domain.assessment_events import Change, Holding
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
        assert walk.facts.suggestions == (
            Suggested("到期後分散", moved, Reaction.considering),
            Suggested("先看半年", None, Reaction.declined, keeps=True),
        )
