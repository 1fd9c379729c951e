"""Suggestions end in a concrete change or in keeping, each with the client's answer."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice
from tests.ui.opening.pages import (
    dress,
    look_of,
    press,
    shown_page,
)
from tests.ui.portfolio.stage import ROWS, advise, begun

from advisor_desk.domain.interview import Reaction
from advisor_desk.domain.product import AssetClass
from advisor_desk.ui.screens.portfolio.presenter import (
    Mix,
)
from advisor_desk.ui.screens.portfolio.rows import Row
from advisor_desk.ui.screens.portfolio.view import PortfolioView


def test_what_is_being_written_shows_in_the_picture_at_once(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    advise(presenter)
    moved = [(AssetClass.deposit, "200,000.00"), (AssetClass.fixed_income, "200,000.00")]
    assert [(one.key, one.amount.figures()) for one in presenter.after().classes] == moved
    advise(presenter, amount="300000.01")
    assert presenter.after() == Mix(), "more than is held moves nothing"
    advise(presenter)
    assert presenter.advising.suggest(Reaction.declined)
    assert presenter.after() == Mix(), "what the client declined is not on the table"
    (made, stands), *_ = presenter.advising.said()
    assert stands
    assert presenter.advising.answer(made, Reaction.accepted)
    assert [(one.key, one.amount.figures()) for one in presenter.after().classes] == moved
    assert [one.reaction for one in walk.facts.advice()] == [Reaction.accepted]


def test_what_was_chosen_comes_from_where_it_was_suggested(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.record([*ROWS, Row("貨幣", "150000", "none", "2026-11-20", "cash")])
    advise(presenter, taken_from="held:貨幣", amount="50000")
    presenter.advising.suggest(Reaction.accepted)
    walk.products()  # 100,000 into the steady product
    assert [(one.key, one.amount.figures()) for one in presenter.after().classes] == [
        (AssetClass.deposit, "300,000.00"),
        (AssetClass.cash, "50,000.00"),
        (AssetClass.fixed_income, "200,000.00"),
    ]


def test_a_suggestion_ends_the_stage_and_a_promise_is_refused(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    assert presenter.lacking() == ("NO_SUGGESTION",)
    advise(presenter, "這個保證收益，放心買")
    assert not presenter.advising.suggest(Reaction.accepted)
    assert presenter.advising.error()[0] == "words"
    advise(presenter, "到期後三分之一轉入債券類產品")
    assert presenter.advising.suggest(Reaction.considering)
    assert (presenter.lacking(), presenter.reason()) == ((), "")
    (made,) = walk.facts.suggestions
    sentence = "把「定期存款」的 100,000.00 元轉到「示例穩健 30 天」"
    assert presenter.advising.sentence(made) == sentence
    presenter.advising.keep_typed(words="其餘先看半年")
    assert presenter.advising.keep(Reaction.accepted)
    assert [(one.words, one.reaction, one.keeps) for one in walk.facts.suggestions] == [
        ("到期後三分之一轉入債券類產品", Reaction.considering, False),
        ("其餘先看半年", Reaction.accepted, True),
    ]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"amount": ""}, "amount"),
        ({"amount": "300000.01"}, "amount"),
        ({"into": ""}, "into"),
        ({"into": "product:DEMO-R4-002"}, "into"),  # above the grade: no list offers it
        ({"words": ""}, "words"),
    ],
)
def test_a_suggestion_without_a_whole_change_is_not_recorded(
    at: Practice, typed: dict[str, str], field: str
) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    advise(presenter, **({"words": "分散一些"} | typed))
    assert not presenter.advising.suggest(Reaction.accepted)
    assert presenter.advising.error()[0] == field
    assert presenter.advising.error()[1]
    assert walk.facts.suggestions == ()


def test_only_what_may_be_recommended_is_offered(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record(ROWS)
    offered = {key for key, _ in presenter.advising.targets()}
    assert "product:DEMO-R2-001" in offered
    assert not any("R4" in key or "R5" in key for key in offered)


def test_after_the_holdings_change_a_suggestion_is_asked_again(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    advise(presenter)
    presenter.advising.suggest(Reaction.accepted)
    presenter.record([ROWS[0]])
    ((made, stands),) = presenter.advising.said()
    assert not stands
    assert presenter.lacking() == ("NO_SUGGESTION",)
    assert presenter.advising.answer(made, Reaction.considering)
    assert presenter.lacking() == ()
    assert [one.reaction for one in walk.facts.suggestions] == [Reaction.considering]


def test_keeping_everything_needs_its_reason(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record([])
    assert not presenter.advising.keep(Reaction.accepted)
    assert presenter.advising.error()[0] == "words"
    presenter.advising.keep_typed(words="先看半年")
    assert presenter.advising.keep(Reaction.accepted)
    assert presenter.lacking() == ()


def test_the_reaction_is_asked_for_before_a_suggestion_is_recorded(
    qtbot: QtBot, at: Practice
) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    look = look_of()
    dress(look)
    page = PortfolioView(look, presenter)
    shown = shown_page(qtbot, page)
    advise(presenter, "留足半年開支")
    shown.button("portfolio.suggest").click()
    assert walk.facts.suggestions == ()
    press(Qt.Key.Key_Space)  # the keyboard is on the first answer now
    shown.button("portfolio.suggest").click()
    assert [one.words for one in walk.facts.suggestions] == ["留足半年開支"]
    qtbot.wait(1)
    assert "留足半年開支" in shown.texts()
    shown.button("portfolio.said.0.declined").click()
    assert [one.reaction for one in walk.facts.suggestions] == [Reaction.declined]


def test_the_keyboard_goes_on_with_the_suggestion_when_the_rows_are_recorded(
    qtbot: QtBot, at: Practice
) -> None:
    _, presenter = begun(at)
    presenter.type_rows(ROWS)
    look = look_of()
    dress(look)
    page = PortfolioView(look, presenter)
    shown = shown_page(qtbot, page)
    shown.button("holding.record").setFocus()
    press(Qt.Key.Key_Space)
    focused = page.focusWidget()
    assert focused is not None
    assert focused.objectName() == "portfolio.taken_from"
