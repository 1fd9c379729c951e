"""Explaining: by showing, worst case first, and said back in the client's own words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, practice
from tests.ui.opening.pages import (
    cut_off,
    dress,
    look_of,
    opened,
    shown_client,
    shown_page,
    small_targets,
)

from advisor_desk.domain.languages import Language
from advisor_desk.ui.screens.presentation.client import PresentationClientPage
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.screens.presentation.view import PresentationView

ORDER = iter(range(100, 999))


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with practice(tmp_path_factory.mktemp("branch")) as made:
        yield made


def begun(at: Practice) -> tuple[Walk, PresentationPresenter]:
    walk = Walk(at, order=next(ORDER)).until("products")
    return walk, PresentationPresenter(opened(walk))


def read_everything(presenter: PresentationPresenter) -> None:
    presenter.open()
    while presenter.on_client_page() is not None:
        presenter.client_read()


def test_the_worst_case_comes_first_and_each_element_is_ticked_by_being_read(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.open()
    seen = []
    while (now := presenter.on_client_page()) is not None:
        seen.append(now.id)
        presenter.client_read()
    assert seen[0] == "worst_case"
    assert walk.facts.presentation is not None
    assert walk.facts.presentation.explained == tuple(seen)
    assert len(seen) == 7


def test_nothing_is_asked_before_everything_was_read(at: Practice) -> None:
    _, presenter = begun(at)
    presenter.open()
    assert presenter.asked_now() is None
    read_everything(presenter)
    assert presenter.asked_now() is not None


def test_what_was_said_wrongly_is_shown_again_and_asked_again(at: Practice) -> None:
    walk, presenter = begun(at)
    read_everything(presenter)
    asked = presenter.asked_now()
    assert asked is not None
    assert presenter.said_back("隨時可以拿回來", was_right=False)
    again = presenter.on_client_page()
    assert again is not None
    assert presenter.asked_now() == asked
    presenter.client_read()
    assert presenter.on_client_page() is None
    while presenter.asked_now() is not None:
        assert presenter.said_back("可能變少，沒有保證", was_right=True)
    assert presenter.reason() == ""
    assert walk.facts.presentation is not None
    assert set(walk.facts.presentation.said_back) == set(
        walk.facts.presentation.presented.questions
    )


def test_nothing_said_is_nothing_recorded(at: Practice) -> None:
    walk, presenter = begun(at)
    read_everything(presenter)
    assert not presenter.said_back("   ", was_right=True)
    assert presenter.interview.error_of("words")
    assert walk.facts.presentation is not None
    assert walk.facts.presentation.said_back == ()


def test_a_new_choice_is_explained_anew(at: Practice) -> None:
    walk, presenter = begun(at)
    read_everything(presenter)
    walk.product = "DEMO-R1-001"
    walk.products()
    assert presenter.opened() is None
    assert presenter.reason()


@pytest.mark.parametrize("language", list(Language))
def test_the_client_reads_by_touch_and_nothing_is_cut_off(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk, presenter = begun(at)
    presenter.open()
    look = look_of().client(language)
    page = PresentationClientPage(look, presenter)
    shown = shown_client(qtbot, page, presenter.interview, look)
    for _ in range(7):
        assert cut_off(shown.window) == []
        assert small_targets(shown.window) == []
        qtbot.mouseClick(shown.button("element.read"), Qt.MouseButton.LeftButton)
    assert walk.facts.presentation is not None
    assert len(walk.facts.presentation.explained) == 7
    assert not shown.button("element.read").isVisibleTo(shown.window)


@pytest.mark.parametrize("language", list(Language))
def test_the_advisers_page_mirrors_what_was_read(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk = Walk(at, order=next(ORDER)).until("products")
    presenter = PresentationPresenter(opened(walk, language))
    look = look_of(language)
    dress(look)
    page = PresentationView(look, presenter)
    presenter.interview.listen(page.show_state)
    shown = shown_page(qtbot, page)
    shown.button("presentation.open").click()
    assert cut_off(shown.window) == []
    read_everything(presenter)
    qtbot.wait(1)
    assert cut_off(shown.window) == []
    page._words.set_text("可能變少")
    shown.button("presentation.right").click()
    assert walk.facts.presentation is not None
    assert len(walk.facts.presentation.said_back) == 1
