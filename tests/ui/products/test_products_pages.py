"""The pages of choosing: by keyboard for the adviser, by touch for the client, nothing cut off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, practice
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
from advisor_desk.ui.screens.products.client import ProductsClientPage
from advisor_desk.ui.screens.products.presenter import ProductsPresenter
from advisor_desk.ui.screens.products.view import ProductsView

ORDER = iter(range(100, 999))
LANGUAGES = list(Language)


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    folder: Path = tmp_path_factory.mktemp("branch")
    with practice(folder) as made:
        yield made


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
    assert any("選擇評估等級之內的產品" in text for text in shown.texts())


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
