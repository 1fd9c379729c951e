"""Signing by hand on both screens, with mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk
from tests.ui.papers import LANGUAGES, Table, laid, settle, write_on

from advisor_desk.domain.interview import SigningWay, State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.steps import MARKS_OF_EVERY_SALE
from advisor_desk.ui.screens.signing.client import SigningClientPage
from advisor_desk.ui.screens.signing.presenter import Phase, SigningPresenter
from advisor_desk.ui.screens.signing.view import SigningView

ORDER = iter(range(100, 999))
SCREENS = (SigningPresenter, SigningView, SigningClientPage)
LEFT = Qt.MouseButton.LeftButton


def walked(at: Practice, way: SigningWay, until: str = "begin_signing") -> Walk:
    return Walk(at, order=next(ORDER), signing_way=way).until(until)


def sign_client_boxes(table: Table, least: Phase = Phase.client) -> int:
    written = 0
    while table.presenter.phase() is least:
        write_on(table.client.find("client.pad"))
        QTest.mouseClick(table.client.button("client.done"), LEFT)
        settle()
        written += 1
    return written


def press_key(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def test_the_whole_set_is_signed_on_the_screen_by_hand(at: Practice, qtbot: QtBot) -> None:
    walk = walked(at, SigningWay.screen, "review")
    table = laid(walk, SCREENS)
    table.go_on()
    assert walk.facts.state is State.signing
    assert sign_client_boxes(table) == 6
    assert "現在由客戶經理簽名" in table.client.texts()
    for _ in range(3):
        write_on(table.adviser.find("signing.pad"))
        QTest.mouseClick(table.adviser.button("signing.done"), LEFT)
        settle()
    assert table.presenter.phase() is Phase.complete
    table.go_on()
    assert walk.facts.state is State.signed
    assert "簽好了，謝謝" in table.client.texts()
    assert qtbot is not None


def test_again_and_done_are_closed_while_nothing_is_written(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at, SigningWay.screen), SCREENS)
    done, again = table.client.button("client.done"), table.client.button("client.again")
    assert not done.isEnabled()
    write_on(table.client.find("client.pad"))
    assert done.isEnabled()
    QTest.mouseClick(again, LEFT)
    assert not done.isEnabled()
    assert qtbot is not None


def test_the_adviser_is_told_that_the_own_box_is_empty(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at, SigningWay.screen), SCREENS)
    sign_client_boxes(table)
    QTest.mouseClick(table.adviser.button("signing.done"), LEFT)
    settle()
    assert "框裡還是空的，請先簽名。" in table.adviser.texts()
    assert qtbot is not None


def test_stop_is_asked_once_with_both_answers_of_one_size(at: Practice, qtbot: QtBot) -> None:
    walk = walked(at, SigningWay.screen)
    table = laid(walk, SCREENS)
    QTest.mouseClick(table.client.button("client.stop"), LEFT)
    settle()
    stop, go_on = table.client.button("client.stop.yes"), table.client.button("client.stop.no")
    assert stop.size() == go_on.size()
    assert table.cut() == []
    QTest.mouseClick(go_on, LEFT)
    settle()
    assert table.client.find("client.pad").isVisible()
    QTest.mouseClick(table.client.button("client.stop"), LEFT)
    QTest.mouseClick(stop, LEFT)
    assert table.interview.is_ending
    assert walk.facts.state is State.signing
    assert qtbot is not None


def test_stop_is_never_smaller_than_done(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at, SigningWay.screen), SCREENS)
    stop, done = table.client.button("client.stop"), table.client.button("client.done")
    assert (stop.width(), stop.height()) >= (done.width(), done.height())
    assert stop.geometry().left() < done.geometry().left()
    assert qtbot is not None


def test_paper_is_signed_by_keyboard_alone(at: Practice, qtbot: QtBot) -> None:
    walk = walked(at, SigningWay.paper)
    table = laid(walk, SCREENS)
    qtbot.waitUntil(lambda: table.presenter.printing.is_known)
    table.presenter.printing.choose("file")
    settle()
    table.adviser.window.activateWindow()
    settle()
    table.adviser.button("signing.print.now").setFocus()
    press_key(Qt.Key.Key_Return)
    assert walk.facts.ceremony is not None
    assert walk.facts.ceremony.came_out
    table.adviser.button("signing.seen.grade_written").setFocus()
    for _ in MARKS_OF_EVERY_SALE:
        press_key(Qt.Key.Key_Return)  # the keyboard goes on to the next mark by itself
    assert table.presenter.phase() is Phase.complete
    table.go_on()
    assert walk.facts.state is State.signed


def test_the_client_reads_what_to_write_on_paper_now(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at, SigningWay.paper), SCREENS)
    assert "正在列印您的表格" in table.client.texts()
    table.presenter.printing.find_printers()
    table.presenter.printing.choose("file")
    table.presenter.printing.print_now()
    seen = []
    for mark in MARKS_OF_EVERY_SALE:
        settle()
        seen.append(table.client.texts())
        table.presenter.see(mark)
    assert "請在紙上親筆寫下您的等級" in seen[0]
    assert "本人已经阅读风险揭示，愿意承担投资风险" in seen[1]
    assert "請在紙上簽名" in seen[2]
    assert "現在由客戶經理簽名" in seen[3]
    assert qtbot is not None


def test_the_page_of_the_box_is_turned_to_once_and_may_be_left(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at, SigningWay.screen), SCREENS)
    viewer = table.adviser.page._viewer  # type: ignore[attr-defined]
    assert viewer.page == 2
    viewer.go_to(0)
    table.interview.changed()
    assert viewer.page == 0
    assert qtbot is not None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", list(SigningWay))
def test_every_state_fits_in_every_language(
    at: Practice, qtbot: QtBot, language: Language, way: SigningWay
) -> None:
    table = laid(walked(at, way, "review"), SCREENS, language, theme="dark")
    assert table.cut() == []
    table.go_on()
    assert table.cut() == []
    if way is SigningWay.paper:
        qtbot.waitUntil(lambda: table.presenter.printing.is_known)
        table.presenter.printing.choose("file")
        table.presenter.printing.print_now()
        for mark in MARKS_OF_EVERY_SALE:
            settle()
            assert table.cut() == []
            table.presenter.see(mark)
    else:
        while table.presenter.phase() is Phase.client:
            assert table.cut() == []
            write_on(table.client.find("client.pad"))
            QTest.mouseClick(table.client.button("client.done"), LEFT)
            settle()
    assert table.cut() == []
