"""Holdings and one improvement: kept as typed, recorded whole, shown as a picture."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk
from tests.ui.opening.pages import (
    cut_off,
    dress,
    look_of,
    opened,
    press,
    shown_client,
    shown_page,
    write,
)

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import Reaction
from advisor_desk.domain.languages import Language
from advisor_desk.ui.screens.portfolio.client import PortfolioClientPage
from advisor_desk.ui.screens.portfolio.presenter import PortfolioPresenter, Talked
from advisor_desk.ui.screens.portfolio.rows import Row
from advisor_desk.ui.screens.portfolio.structure import AssetClass
from advisor_desk.ui.screens.portfolio.view import PortfolioView

ORDER = iter(range(100, 999))
ROWS = [
    Row("定期存款", "300000", "deposit", "2026-11-20"),
    Row("示例穩健 30 天", "100000", "R2", "2026-11-20"),
]


def begun(at: Practice, language: Language = Language.zh_TW) -> tuple[Walk, PortfolioPresenter]:
    walk = Walk(at, order=next(ORDER)).until("result")
    return walk, PortfolioPresenter(opened(walk, language))


def test_rows_half_typed_survive_and_are_recorded_whole(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.type_rows([*ROWS, Row("半", "12", "R1", "")])
    again = PortfolioPresenter(opened(walk))
    assert [row.name for row in again.rows()] == ["定期存款", "示例穩健 30 天", "半"]
    assert presenter.record(ROWS)
    assert walk.facts.holdings is not None
    assert [(one.name, one.risk) for one in walk.facts.holdings] == [
        ("定期存款", None),
        ("示例穩健 30 天", ProductRisk.R2),
    ]
    assert PortfolioPresenter(opened(walk)).rows() == [
        Row("定期存款", "300000.00", "deposit", "2026-11-20"),
        Row("示例穩健 30 天", "100000.00", "R2", "2026-11-20"),
    ]


def test_the_mix_adds_up_by_grade_and_by_class(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record([*ROWS, Row("他行產品", "100000", "R3", "2026-11-20")])
    assert [(one.key, round(one.share, 2)) for one in presenter.mix()] == [
        (None, 0.6),
        (ProductRisk.R2, 0.2),
        (ProductRisk.R3, 0.2),
    ]
    assert [(one.key, round(one.share, 2)) for one in presenter.classes()] == [
        (AssetClass.deposit, 0.6),
        (AssetClass.wealth, 0.2),
        (AssetClass.other, 0.2),
    ]
    assert presenter.mix_after() == ()


def test_what_was_chosen_comes_from_the_deposits(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    presenter.suggest("三分之一轉入債券類產品", Reaction.accepted)
    walk.products()
    assert [(one.key, one.amount.figures()) for one in presenter.mix_after()] == [
        (None, "200,000.00"),
        (ProductRisk.R2, "200,000.00"),
    ]


def test_one_product_with_more_than_half_stands_out_and_a_deposit_does_not(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record(ROWS)
    assert presenter.concentrated() is None
    presenter.record([Row("定期存款", "40000", "deposit", ""), ROWS[1]])
    much = presenter.concentrated()
    assert much is not None
    assert (much[0].name, round(much[1], 2)) == ("示例穩健 30 天", 0.71)


def test_old_figures_and_pots_that_are_not_covered_are_said(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record([Row("定期存款", "300000", "deposit", "2026-01-10")])
    assert [one.name for one in presenter.stale()] == ["定期存款"]
    assert [covered for _, covered in presenter.pots()] == [False]  # 500,000 were told


def test_a_product_of_the_shelf_is_known_by_its_code_or_name(at: Practice) -> None:
    _, presenter = begun(at)
    assert presenter.on_shelf("demo-r3-001") == ("示例平衡 180 天", ProductRisk.R3)
    assert presenter.on_shelf("示例平衡 180 天") == ("示例平衡 180 天", ProductRisk.R3)
    assert presenter.on_shelf("別家的產品") is None


def test_rows_changed_after_recording_are_recorded_before_going_on(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record(ROWS)
    presenter.keep("先看半年")
    assert presenter.reason() == ""
    presenter.type_rows(ROWS)
    assert presenter.reason() == "", "300000 is what 300000.00 was"
    presenter.type_rows([ROWS[0]])
    assert presenter.reason()
    presenter.type_rows([])
    assert PortfolioPresenter(presenter.interview).rows() == []
    presenter.record([])
    assert "NO_SUGGESTION" in presenter.lacking()


def test_what_is_typed_is_kept_whatever_it_is(at: Practice) -> None:
    walk, presenter = begun(at)
    odd = Row("甲\u202e乙\u0007", "1e9", "R1", "later")
    presenter.type_rows([odd, *ROWS * 12])
    presenter.keep_typed("一行\n兩行\u0007")
    again = PortfolioPresenter(opened(walk))
    assert again.rows()[0] == odd
    assert len(again.rows()) == 25
    assert again.typed() == "一行\n兩行\u0007"


def test_nothing_held_is_a_first_investment(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.record([])
    assert walk.facts.holdings == ()
    assert presenter.mix() == ()


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (Row("甲", "一百", "R1", ""), "amount"),
        (Row("甲", "0", "R1", ""), "amount"),
        (Row("", "100", "R1", ""), "name"),
        (Row("甲\u0007", "100", "R1", ""), "name"),
        (Row("甲\u202e乙", "100", "R1", ""), "name"),
        (Row("甲" * 101, "100", "R1", ""), "name"),
        (Row("甲", "100", "R1", "2026-11-24"), "as_of"),
        (Row("甲", "100", "R1", "2026-13-01"), "as_of"),
        (Row("甲", "100", "R1", "2025-W10-4"), "as_of"),
    ],
)
def test_what_is_wrong_is_said_at_its_row_and_field(at: Practice, row: Row, field: str) -> None:
    walk, presenter = begun(at)
    assert not presenter.record([ROWS[0], row])
    error = presenter.row_error
    assert (error.place, error.field) == (1, field)
    assert error.text(presenter.interview.words)
    assert walk.facts.holdings is None


def test_a_suggestion_ends_the_stage_and_a_promise_is_refused(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.record(ROWS)
    assert presenter.lacking() == ("NO_SUGGESTION",)
    assert not presenter.suggest("這個保證收益，放心買", Reaction.accepted)
    assert presenter.words_error()
    assert presenter.suggest("到期後三分之一轉入債券類產品", Reaction.considering)
    assert (presenter.lacking(), presenter.reason()) == ((), "")
    assert [one.words for one in walk.facts.suggestions] == ["到期後三分之一轉入債券類產品"]
    presenter.keep("先看半年")
    assert presenter.talked() == (
        Talked("到期後三分之一轉入債券類產品", Reaction.considering),
        Talked("先看半年", None),
    )


def test_keeping_everything_needs_its_reason(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record([])
    assert not presenter.keep("")
    assert presenter.words_error()
    assert presenter.keep("先看半年")
    assert presenter.lacking() == ()


@pytest.mark.parametrize("language", list(Language))
def test_both_pages_show_the_mix_and_nothing_is_cut_off(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk, presenter = begun(at, language)
    presenter.record(ROWS)
    presenter.suggest("留足半年開支", Reaction.accepted)
    look = look_of(language)
    dress(look)
    page = PortfolioView(look, presenter)
    assert [one for one in cut_off(shown_page(qtbot, page).window) if "outside" not in one] == []
    client = PortfolioClientPage(look.client(language), presenter)
    shown = shown_client(qtbot, client, presenter.interview, look.client(language))
    assert cut_off(shown.window) == []
    assert not any("留足半年開支" in text for text in shown.texts())
    assert walk.facts.holdings is not None


def test_holdings_are_entered_by_keyboard_and_taken_back(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = begun(at)
    look = look_of()
    dress(look)
    page = PortfolioView(look, presenter)
    shown = shown_page(qtbot, page)
    page.first_focus().setFocus()
    press(Qt.Key.Key_Space)
    write("demo-r3-001")
    press(Qt.Key.Key_Return)  # the name and the grade come from the shelf
    write("80000")
    shown.button("holding.record").setFocus()
    press(Qt.Key.Key_Return)
    assert walk.facts.holdings is not None
    only = walk.facts.holdings[0]
    assert (only.name, only.risk, only.amount.figures()) == (
        "示例平衡 180 天",
        ProductRisk.R3,
        "80,000.00",
    )
    assert any("100%" in text for text in shown.texts())
    walk.do.flow.undo(walk.interview)
    presenter.interview.changed()
    left = page.findChildren(QWidget, "holding.0.name")
    assert not any(one.isVisibleTo(page) for one in left)


def test_a_wrong_row_is_told_and_gets_the_keyboard(qtbot: QtBot, at: Practice) -> None:
    _, presenter = begun(at)
    presenter.type_rows([ROWS[0], Row("甲", "一百", "R1", "")])
    look = look_of()
    dress(look)
    page = PortfolioView(look, presenter)
    shown = shown_page(qtbot, page)
    shown.button("holding.record").click()
    focused = page.focusWidget()
    assert focused is not None
    assert focused.objectName() == "holding.1.amount"
    assert "數字" in focused.accessibleDescription()
    assert any("數字" in text for text in shown.texts())


def test_the_reaction_is_asked_for_before_a_suggestion_is_recorded(
    qtbot: QtBot, at: Practice
) -> None:
    walk, presenter = begun(at)
    presenter.record([])
    look = look_of()
    dress(look)
    page = PortfolioView(look, presenter)
    shown = shown_page(qtbot, page)
    page.first_focus().setFocus()
    write("留足半年開支")
    shown.button("portfolio.suggest").click()
    assert walk.facts.suggestions == ()
    press(Qt.Key.Key_Space)  # the keyboard is on the first answer now
    shown.button("portfolio.suggest").click()
    assert [one.words for one in walk.facts.suggestions] == ["留足半年開支"]
    qtbot.wait(1)
    assert "留足半年開支" in shown.texts()
