"""The pages of the opening: by keyboard, by touch, and nothing cut off in any language."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, resident_id
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

from advisor_desk.domain.interview import PartyRole
from advisor_desk.domain.languages import Language
from advisor_desk.packs.wording import unbroken
from advisor_desk.ui.screens.opening.client import OpeningClientPage
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter
from advisor_desk.ui.screens.opening.view import OpeningView

ORDER = iter(range(100, 999))


def begun(at: Practice, born: date = date(1955, 3, 8)) -> Walk:
    return Walk(at, born=born, order=next(ORDER)).begin()


def view_of(walk: Walk, language: Language = Language.zh_TW, theme: str = "light") -> OpeningView:
    look = look_of(language, theme)
    dress(look)
    presenter = OpeningPresenter(opened(walk, language))
    return OpeningView(look, presenter)


def test_the_client_is_identified_by_keyboard_alone(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page = shown_page(qtbot, view_of(walk))
    page.find("opening.client.name").setFocus()
    write("陳示例")
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.find("opening.client.kind")
    press(Qt.Key.Key_Tab)
    write(resident_id(walk.born, walk.order))
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return)
    assert PartyRole.client in walk.facts.parties
    assert page.find("opening.client.again").hasFocus()


def test_a_companion_is_added_and_taken_away_by_clicking(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page = shown_page(qtbot, view_of(walk))
    qtbot.mouseClick(page.find("opening.add"), Qt.MouseButton.LeftButton)
    assert page.find("opening.person.name").hasFocus()
    write("林佳宜")
    qtbot.mouseClick(page.find("opening.person.add"), Qt.MouseButton.LeftButton)
    assert walk.facts.parties[PartyRole.companion].name == "林佳宜"
    qtbot.mouseClick(page.find("opening.remove.companion"), Qt.MouseButton.LeftButton)
    assert walk.facts.parties == {}


def test_the_recording_is_kept_when_its_field_is_left(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page = shown_page(qtbot, view_of(walk))
    page.find("opening.recording.number").setFocus()
    write("REC-1123-07")
    assert walk.facts.recording is None
    press(Qt.Key.Key_Tab)
    stated = walk.facts.recording
    assert stated is not None
    assert stated.number == "REC-1123-07"


def test_typing_rests_and_what_was_typed_survives_a_new_page(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    page = shown_page(qtbot, view_of(walk))
    page.find("opening.client.number").setFocus()
    write("990101")
    qtbot.waitUntil(lambda: "opening.client" in walk.facts.drafts, timeout=3_000)
    again = shown_page(qtbot, view_of(walk))
    assert again.find("opening.client.number").text() == "990101"  # type: ignore[attr-defined]


def test_the_client_reads_and_understands_by_touch(qtbot: QtBot, at: Practice) -> None:
    walk = begun(at)
    interview = opened(walk)
    look = look_of().client(Language.zh_TW)
    page = shown_client(
        qtbot, OpeningClientPage(look, OpeningPresenter(interview)), interview, look
    )
    assert f"理財證書有效至 {unbroken('2027 年 3 月 31 日')}" in page.texts()
    for name in ("client.next", "client.back", "client.next", "client.understood"):
        qtbot.mouseClick(page.find(name), Qt.MouseButton.LeftButton)
    assert walk.facts.notice_understood
    assert "謝謝您" in page.texts()


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_off_on_the_advisers_page(
    qtbot: QtBot, at: Practice, language: Language, theme: str
) -> None:
    walk = begun(at, date(2011, 3, 8))
    view = view_of(walk, language, theme)
    page = shown_page(qtbot, view)
    assert cut_off(page.window) == []
    view.presenter.identify_client("陳", "passport", "1", seen=True)
    view.presenter.guardian.open()
    view.presenter.guardian.add("", "passport", "1")
    QApplication.processEvents()
    assert cut_off(page.window) == []


@pytest.mark.parametrize("larger", [False, True])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_off_on_the_clients_pages(
    qtbot: QtBot, at: Practice, language: Language, larger: bool
) -> None:
    interview = opened(begun(at), language)
    look = look_of(language).client(language, larger=larger)
    dress(look_of(language))
    presenter = OpeningPresenter(interview)
    page = shown_client(qtbot, OpeningClientPage(look, presenter), interview, look)
    for turn in ("client.next", "client.understood", ""):
        QApplication.processEvents()
        assert cut_off(page.window) == []
        assert small_targets(page.window) == []
        assert page.window.height() == 800
        if turn:
            qtbot.mouseClick(page.find(turn), Qt.MouseButton.LeftButton)
