"""Explaining: by showing, worst case first, and said back in the client's own words."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.services.branch import TODAY, Practice, Walk
from tests.services.material_files import copied_material, use_material
from tests.services.test_library import changed, cut_short, gone, swapped
from tests.ui.opening.pages import (
    AtOnce,
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

from advisor_desk.domain.interview import OpenedBy
from advisor_desk.domain.languages import Language
from advisor_desk.ui.client.screen import ClientScreen
from advisor_desk.ui.screens.presentation.client import PresentationClientPage
from advisor_desk.ui.screens.presentation.presenter import PresentationPresenter
from advisor_desk.ui.screens.presentation.view import PresentationView

ORDER = iter(range(100, 999))


def begun(at: Practice) -> tuple[Walk, PresentationPresenter]:
    walk = Walk(at, order=next(ORDER)).until("products")
    return walk, PresentationPresenter(opened(walk))


def read(presenter: PresentationPresenter) -> None:
    """Let the page stand on the client's screen, and the client say that it was read."""
    now = presenter.on_client_page()
    assert now is not None
    presenter.stood(presenter.page_of(now))
    presenter.client_read()


def stood(walk: Walk) -> tuple[str, ...]:
    """Return what stood on the client's screen."""
    assert walk.facts.presentation is not None
    return walk.facts.presentation.shown


def read_everything(presenter: PresentationPresenter) -> None:
    presenter.open()
    while presenter.on_client_page() is not None:
        read(presenter)


def test_the_worst_case_comes_first_and_each_element_is_ticked_by_being_read(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.open()
    seen = []
    while (now := presenter.on_client_page()) is not None:
        seen.append(now.id)
        read(presenter)
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
    assert presenter.interview.error_of("words", "PRESENT_WORDS")
    assert walk.facts.presentation is not None
    assert walk.facts.presentation.said_back == ()


def test_the_client_may_go_back_and_forward_and_nothing_is_read_twice(at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.open()
    assert not presenter.can_go_back()
    for _ in range(3):
        read(presenter)
    for _ in range(2):
        presenter.client_back()
    seen = presenter.on_client_page()
    assert seen is not None
    assert (seen.id, presenter.can_go_back()) == ("function", True)
    presenter.client_read()
    presenter.client_read()
    now = presenter.on_client_page()
    assert now is not None
    assert now.id == presenter.elements()[3][0].id
    assert walk.facts.presentation is not None
    assert len(walk.facts.presentation.explained) == 3


def test_the_clients_words_half_typed_survive_a_kill(at: Practice) -> None:
    walk, presenter = begun(at)
    read_everything(presenter)
    presenter.keep_typed("可能會")
    later = PresentationPresenter(opened(walk))
    assert later.typed() == "可能會"
    assert later.said_back("可能會少", was_right=True)
    assert PresentationPresenter(opened(walk)).typed() == ""


def test_a_promise_in_the_clients_mouth_is_kept_as_it_was_said(at: Practice) -> None:
    _, presenter = begun(at)
    read_everything(presenter)
    assert presenter.said_back("保證收益，對嗎", was_right=False)


def test_material_that_lapsed_overnight_is_closed_and_says_why(at: Practice) -> None:
    walk, presenter = begun(at)
    assert presenter.blocked() == ""
    at.on(date(2028, 1, 3))
    try:
        assert presenter.material() is None
        assert "過期" in presenter.blocked()
        presenter.open()
        assert presenter.interview.problem is not None
        assert walk.facts.presentation is None
    finally:
        at.on(TODAY.date())


def test_an_element_is_looked_at_again_by_keyboard(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = begun(at)
    read_everything(presenter)
    look = look_of()
    dress(look)
    page = PresentationView(look, presenter)
    shown = shown_page(qtbot, page)
    shown.button("element.fees").setFocus()
    press(Qt.Key.Key_Return)
    now = presenter.on_client_page()
    assert now is not None
    assert now.id == "fees"
    focused = page.focusWidget()
    assert focused is not None
    assert focused.objectName() == "element.fees"
    assert walk.facts.presentation is not None


def test_the_clients_page_shows_no_answer_and_no_note(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = begun(at)
    walk.do.flow.note(walk.interview, "客戶猶豫，先別催")
    read_everything(presenter)
    look = look_of().client(Language.zh_TW)
    page = PresentationClientPage(look, presenter)
    said = " ".join(shown_client(qtbot, page, presenter.interview, look).texts())
    asked = presenter.asked_now()
    assert asked is not None
    assert asked.ask.zh_TW in said
    assert asked.answer.zh_TW not in said
    assert "猶豫" not in said


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
    for number in range(7):
        assert cut_off(shown.window) == []
        assert small_targets(shown.window) == []
        qtbot.waitUntil(lambda number=number: len(stood(walk)) > number)  # type: ignore[misc]
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
    qtbot.wait(1)
    assert cut_off(shown.window) == []
    read_everything(presenter)
    qtbot.wait(1)
    assert cut_off(shown.window) == []
    page._saying._words.set_text("可能變少")
    shown.button("presentation.right").click()
    assert walk.facts.presentation is not None
    assert len(walk.facts.presentation.said_back) == 1


def test_a_page_in_the_small_picture_beside_has_not_stood_before_the_client(
    qtbot: QtBot, at: Practice
) -> None:
    walk, presenter = begun(at)
    presenter.open()
    look = look_of().client(Language.zh_TW)
    screen = ClientScreen(look, "示例銀行", presenter.interview.adviser)
    qtbot.addWidget(screen)
    screen.show_page(PresentationClientPage(look, presenter))
    assert not screen.grab().isNull()
    qtbot.wait(50)
    assert stood(walk) == ()
    presenter.client_read()
    assert walk.facts.presentation is not None
    assert walk.facts.presentation.explained == ()
    screen.show()
    qtbot.waitUntil(lambda: stood(walk) == ("worst_case",))


def test_a_page_that_stood_while_something_else_was_done_is_recorded_after_it(
    qtbot: QtBot, at: Practice
) -> None:
    walk, presenter = begun(at)
    presenter.open()
    look = look_of().client(Language.zh_TW)
    page = PresentationClientPage(look, presenter)
    busy = presenter.interview._runner
    presenter.interview._runner = Busy()
    shown_client(qtbot, page, presenter.interview, look)
    qtbot.wait(50)
    assert stood(walk) == ()
    presenter.interview._runner = busy
    presenter.interview.changed()
    qtbot.waitUntil(lambda: stood(walk) == ("worst_case",))


def test_an_element_is_put_off_with_a_reason_and_comes_last(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = begun(at)
    presenter.open()
    assert not presenter.may_put_off()
    read(presenter)
    look = look_of()
    dress(look)
    shown = shown_page(qtbot, PresentationView(look, presenter))
    shown.button("presentation.put_off").click()
    shown.button("presentation.put_off.done").click()
    assert presenter.interview.error_of("reason", "PRESENT_PUT_OFF_REASON")
    write("客戶想先看回報", shown.page.focusWidget())
    shown.button("presentation.put_off.done").click()
    now = presenter.on_client_page()
    assert now is not None
    assert now.id == "return"
    qtbot.wait(1)
    assert "客戶想先看回報" in shown.button("element.function").accessibleName()
    assert cut_off(shown.window) == []
    for _ in range(5):
        read(presenter)
    now = presenter.on_client_page()
    assert now is not None
    assert now.id == "function"
    assert presenter.asked_now() is None
    read(presenter)
    assert presenter.asked_now() is not None
    assert walk.facts.presentation is not None


@pytest.mark.parametrize("wrong", [gone, cut_short, changed, swapped], ids=lambda one: one.__name__)
def test_a_file_that_goes_wrong_meanwhile_leaves_both_screens(
    qtbot: QtBot, at: Practice, tmp_path: Path, wrong: Callable[[Path], None]
) -> None:
    walk = Walk(at, order=next(ORDER), product="DEMO-R3-002", amount="100000.00").until("products")
    before = at.interviews.today()
    place = copied_material(tmp_path)
    use_material(at.interviews, place)
    presenter = PresentationPresenter(opened(walk))
    presenter.open()
    read(presenter)
    assert presenter.pages() is not None
    wrong(place)
    presenter.stood(1)
    try:
        assert presenter.pages() is None
        assert presenter.interview.problem is not None
        look = look_of().client(Language.zh_TW)
        page = PresentationClientPage(look, presenter)
        shown = shown_client(qtbot, page, presenter.interview, look)
        assert shown.find("client.material") is None or not page._page.isVisible()
        dress(look_of())
        view = shown_page(qtbot, PresentationView(look_of(), presenter))
        assert any("DEMO-R3-002" in one for one in view.texts())
        assert presenter.reason() == "資料不能展示"
        assert walk.facts.presentation is not None
        assert walk.facts.presentation.explained == ("worst_case",)
    finally:
        at.interviews._room._day = before


@pytest.mark.parametrize("language", list(Language))
def test_another_product_is_put_beside_on_both_screens(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk, presenter = begun(at)
    presenter.open()
    other = "DEMO-R1-001"
    assert other in dict(presenter.comparing.choices())
    presenter.comparing.begin(other)
    assert [one.product.code for one, _ in presenter.comparing.pairs()] == [walk.product, other]
    assert walk.facts.opened[-1].how is OpenedBy.shown_by_adviser
    look = look_of().client(language, larger=True)
    page = PresentationClientPage(look, presenter)
    shown = shown_client(qtbot, page, presenter.interview, look)
    pages = []
    for _ in range(3):
        assert cut_off(shown.window) == []
        assert small_targets(shown.window) == []
        pages.append(" ".join(shown.texts()))
        qtbot.mouseClick(shown.button("compare.next"), Qt.MouseButton.LeftButton)
        qtbot.wait(1)
    worst = [at.interviews.today().materials.material(one, version).worst_case for one, version in (
        (walk.product, "2026.2"), (other, "2026.1"),
    )]  # fmt: skip
    assert all(one.in_language(language) in pages[0] for one in worst)
    assert presenter.comparing.pairs() == ()


def test_of_material_that_may_not_be_used_nothing_is_compared(at: Practice, tmp_path: Path) -> None:
    _, presenter = begun(at)
    before = at.interviews.today()
    place = copied_material(tmp_path)
    told = place / "DEMO-R1-001" / "2026.1.toml"
    told.write_text(told.read_text("utf-8").replace("元", "角"), "utf-8")
    use_material(at.interviews, place)
    presenter.comparing.begin("DEMO-R1-001")
    assert presenter.comparing.pairs()[1][1] is None
    at.interviews._room._day = before


class Busy(AtOnce):
    """Something else is under way all the time."""

    @property
    def busy(self) -> bool:
        return True
