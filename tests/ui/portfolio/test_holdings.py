"""Holdings and one improvement: kept as typed, recorded whole, shown as a picture."""

from datetime import date

import pytest
from PySide6.QtCore import QRegularExpression, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice
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
from tests.ui.portfolio.stage import ROWS, advise, begun

from advisor_desk.domain.grades import ProductRisk
from advisor_desk.domain.interview import Reaction
from advisor_desk.domain.languages import Language
from advisor_desk.domain.performance import Period
from advisor_desk.domain.product import AssetClass
from advisor_desk.domain.structure import Term
from advisor_desk.ui.screens.portfolio.client import PortfolioClientPage
from advisor_desk.ui.screens.portfolio.presenter import (
    HOLDINGS,
    PICTURE,
    Mix,
    PortfolioPresenter,
)
from advisor_desk.ui.screens.portfolio.rows import Row
from advisor_desk.ui.screens.portfolio.view import PortfolioView
from advisor_desk.ui.words import Wording


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
        Row("定期存款", "300000.00", "none", "2026-11-20", "deposit"),
        Row(
            "示例穩健 30 天", "100000.00", "R2", "2026-11-20", "fixed_income", product="DEMO-R2-001"
        ),
    ]


def test_the_mix_adds_up_by_grade_class_and_term(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record([*ROWS, Row("他行產品", "100000", "R3", "2026-11-20")])
    now = presenter.now()
    assert [(one.key, one.share) for one in now.grades] == [
        (AssetClass.deposit, 600),
        (ProductRisk.R2, 200),
        (ProductRisk.R3, 200),
    ]
    assert [(one.key, one.share) for one in now.classes] == [
        (AssetClass.deposit, 600),
        (AssetClass.fixed_income, 200),
        (AssetClass.other, 200),
    ]
    assert [(one.key, one.share) for one in now.terms] == [
        (Term.quarter, 200),
        (Term.unknown, 800),  # a deposit without a day may be bound: not liquid
    ]
    assert presenter.after() == Mix()


def test_one_product_with_more_than_half_stands_out_and_a_deposit_does_not(at: Practice) -> None:
    _, presenter = begun(at)
    words = presenter.interview.words
    presenter.record(ROWS)
    assert presenter.lumps(words) == ()
    presenter.record([Row("定期存款", "40000", "none", ""), ROWS[1]])
    (much,) = presenter.lumps(words)
    assert (much.name, much.share) == ("示例穩健 30 天", 714)


def test_old_figures_risky_holdings_and_pots_that_are_not_covered_are_said(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record(
        [Row("定期存款", "300000", "none", "2026-01-10"), Row("DEMO-R4-002", "1", "R4", "")]
    )
    assert [one.name for one in presenter.old()] == ["定期存款"]
    assert [one.risk for one in presenter.above_grade()] == [ProductRisk.R4]  # tested A3
    assert [one.old.minor for one in presenter.now().classes] == [30_000_000, 0]
    assert [one.missing.minor > 0 for one in presenter.coverage()] == [True]  # 500,000 were told


def test_another_currency_is_told_and_never_added(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record([*ROWS, Row("美元", "900000", "none", "2026-11-20", "deposit", "USD")])
    assert [one.share for one in presenter.now().classes] == [750, 250]
    told = presenter.told(presenter.interview.words, "PORTFOLIO_TOTAL")
    assert "400,000.00 元" in told
    assert "USD 900,000.00" in told
    presenter.record([Row("美元", "900000", "none", "2026-11-20", "deposit", "USD")])
    assert presenter.currency() == "USD"
    assert [one.share for one in presenter.now().classes] == [1_000]


def test_the_performance_of_what_is_held_is_told_with_its_day(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record([*ROWS, Row("DEMO-R2-003", "1", "R2", "2026-11-20")])
    told, until = presenter.past()
    assert until == date(2026, 11, 20)
    assert [(one.holding.product, one.is_stale) for one in told] == [
        ("DEMO-R2-001", False),
        ("DEMO-R2-003", True),
    ]
    assert told[0].performance.changes[Period.month] == 18


def test_a_product_of_the_shelf_is_known_by_its_code_or_name(at: Practice) -> None:
    _, presenter = begun(at)
    for text in ("demo-r3-001", "示例平衡 180 天", "Demo Balanced 180"):
        found = presenter.on_shelf(text)
        assert found is not None
        assert (found.name, found.risk) == ("示例平衡 180 天", ProductRisk.R3)
    assert presenter.on_shelf("別家的產品") is None


def test_rows_changed_after_recording_are_recorded_before_going_on(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.record(ROWS)
    presenter.advising.keep_typed(words="先看半年")
    presenter.advising.keep(Reaction.accepted)
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
    presenter.advising.keep_typed(words="一行\n兩行\u0007", amount="1e9", into="nowhere")
    again = PortfolioPresenter(opened(walk))
    assert again.rows()[0] == odd
    assert len(again.rows()) == 25
    assert again.advising.typed()["words"] == "一行\n兩行\u0007"
    assert again.advising.typed_change() is None


def test_nothing_held_is_a_first_investment(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.record([])
    assert walk.facts.holdings == ()
    assert presenter.now() == Mix()


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
        (Row("甲", "100", "R1", "", matures_on="soon"), "matures_on"),
        (Row("甲", "100", "R1", "2026-11-20", matures_on="2026-11-19"), "matures_on"),
    ],
)
def test_what_is_wrong_is_said_at_its_row_and_field(at: Practice, row: Row, field: str) -> None:
    walk, presenter = begun(at)
    assert not presenter.record([ROWS[0], row])
    error = presenter.row_error
    assert (error.place, error.field) == (1, field)
    assert error.text(presenter.interview.words)
    assert walk.facts.holdings is None


def test_the_picture_comes_when_the_rows_are_recorded(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.show_section(PICTURE)
    assert presenter.section() == HOLDINGS, "there is nothing to be seen yet"
    presenter.record(ROWS)
    assert presenter.section() == PICTURE
    presenter.show_section(HOLDINGS)
    assert presenter.section() == HOLDINGS


def test_a_button_pressed_from_afar_takes_what_is_still_being_typed(
    qtbot: QtBot, at: Practice
) -> None:
    _, presenter = begun(at)
    presenter.type_rows(ROWS)
    look = look_of(Language.zh_TW)
    dress(look)
    shown = shown_page(qtbot, PortfolioView(look, presenter))
    amount, record = shown.find("holding.0.amount"), shown.find("holding.record")
    assert isinstance(record, QAbstractButton)
    amount.setFocus()
    qtbot.keyClick(amount, Qt.Key.Key_Home)
    qtbot.keyClicks(amount, "1")
    record.click()  # as a screen reader does: the keyboard stays in the field
    assert presenter.section() == PICTURE
    assert not presenter.is_unrecorded()


@pytest.mark.parametrize("language", list(Language))
def test_both_pages_show_the_mix_and_nothing_is_cut_off(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk, presenter = begun(at, language)
    presenter.record(ROWS)
    advise(presenter, "留足半年開支")
    presenter.advising.suggest(Reaction.accepted)
    look = look_of(language)
    dress(look)
    page = PortfolioView(look, presenter)
    shown_adviser = shown_page(qtbot, page)
    for chosen in ("portfolio.look.terms", "portfolio.look.past", "portfolio.look.classes"):
        shown_adviser.button(chosen).click()
        assert [one for one in cut_off(shown_adviser.window) if "outside" not in one] == []
    client = PortfolioClientPage(look.client(language), presenter)
    shown = shown_client(qtbot, client, presenter.interview, look.client(language))
    assert cut_off(shown.window) == []
    assert not any("留足半年開支" in text for text in shown.texts())
    assert any("100,000.00" in text for text in shown.texts()), "the change on the table"
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


def test_many_rows_are_all_there_though_not_all_are_built_at_once(
    qtbot: QtBot, at: Practice
) -> None:
    walk, presenter = begun(at)
    presenter.type_rows([Row(f"存款{place}", "100", "none", "") for place in range(40)])
    look = look_of()
    dress(look)
    page = PortfolioView(look, presenter)
    page.show_state()
    assert len(page.findChildren(QWidget, re_name("amount"))) < 40
    record = page.findChild(QAbstractButton, "holding.record")
    assert isinstance(record, QAbstractButton)
    record.click()
    assert walk.facts.holdings is not None
    assert len(walk.facts.holdings) == 40
    walk.do.flow.undo(walk.interview)
    presenter.type_rows([*(ROWS[0] for _ in range(39)), Row("甲", "一百", "none", "")])
    again = PortfolioView(look, presenter)
    shown = shown_page(qtbot, again)
    shown.button("holding.record").click()
    focused = again.focusWidget()
    assert focused is not None
    assert focused.objectName() == "holding.39.amount"


def re_name(field: str) -> QRegularExpression:
    return QRegularExpression(rf"holding\.\d+\.{field}")


@pytest.mark.parametrize(
    ("row", "field", "said"),
    [
        (
            Row("定期存款", "1000", "R5", "2026-11-20", "deposit"),
            "risk",
            "A deposit is not graded R5. Choose another class, or leave the grade out.",
        ),
        (
            Row("DEMO-R2-001", "5000", "R2", "2026-11-20", "fixed_income", "USD"),
            "currency",
            "DEMO-R2-001 is a product in CNY. Correct the currency, or what is held.",
        ),
    ],
    ids=["a graded deposit", "our product in another currency"],
)
def test_what_cannot_be_so_is_said_at_its_field_and_never_mended_in_silence(
    at: Practice, row: Row, field: str, said: str
) -> None:
    walk, presenter = begun(at)
    assert not presenter.record([*ROWS, row])
    assert (presenter.row_error.place, presenter.row_error.field) == (len(ROWS), field)
    assert presenter.row_error.text(Wording(Language.en)) == said
    assert walk.facts.holdings is None
