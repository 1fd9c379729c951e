"""The pages of choosing: by keyboard for the adviser, by touch for the client, nothing cut off."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk
from tests.services.material_files import copied_material, use_material
from tests.ui.opening.pages import (
    cut_off,
    dress,
    look_of,
    opened,
    press,
    shown_client,
    shown_page,
    small_targets,
    write,
)

from advisor_desk.domain.languages import Language
from advisor_desk.domain.money import Money
from advisor_desk.domain.product import Purpose
from advisor_desk.ui.screens.products.choice_state import ClientStep
from advisor_desk.ui.screens.products.client import ProductsClientPage
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.view import ProductsView

ORDER = iter(range(100, 999))
LANGUAGES = list(Language)


def begun(at: Practice, language: Language = Language.zh_TW) -> tuple[Walk, ProductsPresenter]:
    walk = Walk(at, order=next(ORDER)).until("portfolio")
    return walk, ProductsPresenter(opened(walk, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_the_advisers_page_is_cut_off(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    _, presenter = begun(at, language)
    look = look_of(language)
    dress(look)
    page = ProductsView(look, presenter)
    presenter.show_to_client("DEMO-R1-001")
    presenter.show_to_client("DEMO-R3-001")
    presenter.client_asks_for("DEMO-R5-001", "")
    page.resize(1152, 648)
    shown = shown_page(qtbot, page)
    page.resize(1152, 648)
    assert [one for one in cut_off(shown.window) if "outside" not in one] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_product_whose_pages_are_damaged_stands_below_the_list_with_why(
    qtbot: QtBot, at: Practice, tmp_path: Path, language: Language
) -> None:
    walk, presenter = begun(at, language)
    before, place = walk.do.today(), copied_material(tmp_path)
    use_material(walk.do, place)
    (place / "DEMO-R1-001" / "2026.1.zh_TW.pdf").unlink()
    (place / "DEMO-R5-001" / "2026.1.zh_TW.pdf").unlink()  # does not fit anyhow
    dress(look_of(language))
    shown = shown_page(qtbot, ProductsView(look_of(language), presenter))
    why = presenter.interview.words.say("NOT_SOLD_MATERIAL_FILE_MISSING")
    told = [text for text in shown.texts() if why in text]
    walk.do._room._day = before
    name = before.catalogue.find("DEMO-R1-001").in_language(language).name
    assert [text.startswith(name) for text in told] == [True]
    assert "DEMO-R1-001" not in {one.product.code for one in presenter.fitting()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_client_chooses_by_touch_alone(qtbot: QtBot, at: Practice, language: Language) -> None:
    walk, presenter = begun(at)
    look = look_of().client(language)
    page = ProductsClientPage(look, presenter)
    shown = shown_client(qtbot, page, presenter.interview, look)
    for name in ("product.DEMO-R1-001.choose", *(f"choose.key.{key}" for key in ("2", "000"))):
        qtbot.wait(1)
        assert small_targets(shown.window) == []
        assert cut_off(shown.window) == []
        qtbot.mouseClick(shown.button(name), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(shown.button("choose.next"), Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    assert cut_off(shown.window) == []
    qtbot.mouseClick(shown.button("choose.confirm"), Qt.MouseButton.LeftButton)
    chosen = walk.facts.chosen
    assert chosen is not None
    assert (chosen.choice.product.code, chosen.choice.amount.figures()) == (
        "DEMO-R1-001",
        "2,000.00",
    )
    qtbot.wait(1)
    assert cut_off(shown.window) == []


def test_the_client_chooses_by_keyboard_too(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = begun(at)
    look = look_of().client(Language.zh_TW)
    page = ProductsClientPage(look, presenter)
    shown = shown_client(qtbot, page, presenter.interview, look)
    page.first_focus().setFocus()
    press(Qt.Key.Key_Return)
    page.first_focus().setFocus()
    write("3000")
    qtbot.mouseClick(shown.button("choose.next"), Qt.MouseButton.LeftButton)
    shown.button("choose.confirm").setFocus()
    press(Qt.Key.Key_Space)
    assert walk.facts.chosen is not None
    assert walk.facts.chosen.choice.amount.figures() == "3,000.00"


def test_what_was_asked_for_and_refused_stays_visible_with_every_reason(
    qtbot: QtBot, at: Practice
) -> None:
    _, presenter = begun(at)
    look = look_of()
    dress(look)
    page = ProductsView(look, presenter)
    presenter.client_asks_for("DEMO-R5-001", "想試試")
    shown = shown_page(qtbot, page)
    verdict = shown.find("product.DEMO-R5-001.verdict")
    assert isinstance(verdict, QLabel)
    assert verdict.text() == "不可以"
    assert "CN26-5" in shown.texts()
    assert any("客戶的情況日後確實改變" in text for text in shown.texts())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_only_the_client_asked_for_is_not_counted_as_fitting(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk = Walk(at, letter="B", order=next(ORDER)).until("portfolio")
    presenter = ProductsPresenter(opened(walk, language))
    look, words = look_of(language), presenter.interview.words
    dress(look)
    shown = shown_page(qtbot, ProductsView(look, presenter))
    count = words.say("PRODUCTS_FITTING", count=len(presenter.fitting()))
    own = words.say("PRODUCTS_ASKED")
    assert count in shown.texts()
    assert own not in shown.texts()
    presenter.client_asks_for("DEMO-R4-002", "朋友買了，我也要。")
    assert [one.product.code for one in presenter.asked_and_needs_more()] == ["DEMO-R4-002"]
    assert {count, own} <= set(shown.texts())
    texts = shown.texts()
    name = presenter.asked_and_needs_more()[0].listed.in_language(language).name
    assert texts.index(count) < texts.index(own) < texts.index(name)


def test_showing_and_putting_away_keeps_the_keyboard_where_it_is(
    qtbot: QtBot, at: Practice
) -> None:
    walk, presenter = begun(at)
    look = look_of()
    dress(look)
    page = ProductsView(look, presenter)
    shown = shown_page(qtbot, page)
    first = page.first_focus()
    assert first is not None
    assert shown.window.isAncestorOf(first)
    first.setFocus()
    press(Qt.Key.Key_Space)
    assert len(presenter.compared) == 1
    press(Qt.Key.Key_Space)  # the same button puts it away
    assert presenter.compared == ()
    now = page.focusWidget()
    assert now is not None
    assert now.objectName() == f"product.{walk.facts.opened[0].product}.show"


def test_the_adviser_looks_for_what_the_client_asks_by_keyboard(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = begun(at)
    look = look_of()
    dress(look)
    page = ProductsView(look, presenter)
    shown = shown_page(qtbot, page)
    page.findChildren(QLineEdit, "products.asked_words")[0].setFocus()
    write("聽鄰居說的")
    page.findChildren(QLineEdit, "products.asked")[0].setFocus()
    write("r5-001")
    found = shown.button("asked.DEMO-R5-001")
    assert "不推薦" in found.accessibleName(), "whether it may be had is said once it is asked for"
    found.setFocus()
    press(Qt.Key.Key_Return)
    opened_now = walk.facts.opened[0]
    assert (opened_now.product, opened_now.words) == ("DEMO-R5-001", "聽鄰居說的")
    assert "不可以" in shown.texts()
    qtbot.mouseClick(shown.button("product.DEMO-R5-001.explain"), Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    assert "這筆錢不能買這個產品" in shown.texts()
    assert presenter.next_code() == "STOP_LOOK_ON"


@pytest.mark.parametrize("larger", [False, True])
def test_with_several_pots_the_client_touches_money_and_product(
    qtbot: QtBot, at: Practice, *, larger: bool
) -> None:
    walk, presenter = begun(at)
    walk.do.needs.record_pot(
        walk.interview,
        name="學費",
        amount=Money(8_000_000),
        purpose=Purpose.education,
        source="結餘",
        needed_by=None,
    )
    walk.do.needs.confirm_needs(walk.interview)
    walk.portfolio()
    look = look_of().client(Language.zh_TW, larger=larger)
    page = ProductsClientPage(look, presenter)
    shown = shown_client(qtbot, page, presenter.interview, look)
    qtbot.mouseClick(shown.button("choose.pot.1"), Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    assert (presenter.client_pot() or pytest.fail("no pot")).name == "學費"
    assert (cut_off(shown.window), small_targets(shown.window)) == ([], [])
    assert shown.window.height() == 800
    qtbot.mouseClick(shown.button("choose.before"), Qt.MouseButton.LeftButton)
    assert presenter.client_step() is ClientStep.pot


def test_what_does_not_fit_is_explained_calmly_and_leads_on(qtbot: QtBot, at: Practice) -> None:
    _, presenter = begun(at)
    presenter.client_asks_for("DEMO-R5-001", "想試試")
    look = look_of().client(Language.zh_TW)
    page = ProductsClientPage(look, presenter)
    shown = shown_client(qtbot, page, presenter.interview, look)
    qtbot.mouseClick(shown.button("product.DEMO-R5-001.why"), Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    assert any("不是您做錯了什麼" in text for text in shown.texts())
    assert (cut_off(shown.window), small_targets(shown.window)) == ([], [])
    qtbot.mouseClick(shown.button("choose.look_again"), Qt.MouseButton.LeftButton)
    assert presenter.client_step() is ClientStep.look


def test_the_client_page_shows_no_word_of_the_advisers(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = begun(at)
    walk.do.flow.note(walk.interview, "客戶猶豫，先別催")
    presenter.client_asks_for("DEMO-R5-001", "聽鄰居說的")
    look = look_of().client(Language.zh_TW)
    page = ProductsClientPage(look, presenter)
    shown = shown_client(qtbot, page, presenter.interview, look)
    said = " ".join(shown.texts())
    assert "猶豫" not in said
    assert "鄰居" not in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_products_stand_side_by_side_before_the_client(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    _, presenter = begun(at)
    dress(look_of())
    own = shown_page(qtbot, ProductsView(look_of(), presenter))
    assert not own.button("products.both").isVisibleTo(own.window)
    presenter.show_to_client("DEMO-R1-001")
    presenter.show_to_client("DEMO-R3-001")
    own.button("products.both").click()
    assert presenter.client_step() is ClientStep.compare
    look = look_of().client(language)
    shown = shown_client(qtbot, ProductsClientPage(look, presenter), presenter.interview, look)
    worst = [material.worst_case for _, material in presenter.pairs() if material]
    assert all(one.in_language(language) in shown.texts() for one in worst)
    for _ in range(3):
        assert cut_off(shown.window) == []
        assert small_targets(shown.window) == []
        qtbot.mouseClick(shown.button("compare.next"), Qt.MouseButton.LeftButton)
        qtbot.wait(1)
    assert presenter.client_step() is ClientStep.look
    presenter.show_comparison(is_shown=True)
    presenter.stop_comparing("DEMO-R1-001")
    assert presenter.client_step() is ClientStep.look
