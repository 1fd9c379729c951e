"""Handing over: printed, counted, each copy ticked; then the papers are at their places."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, practice
from tests.ui.papers import LANGUAGES, laid, opened, settle

from advisor_desk.domain.interview import SigningWay, State
from advisor_desk.domain.languages import Language
from advisor_desk.services.closing import COPIES
from advisor_desk.ui.screens.handover.client import HandoverClientPage
from advisor_desk.ui.screens.handover.presenter import HandoverPresenter
from advisor_desk.ui.screens.handover.view import HandoverView

ORDER = iter(range(100, 999))
SCREENS = (HandoverPresenter, HandoverView, HandoverClientPage)


def walked(at: Practice, way: SigningWay) -> Walk:
    return Walk(at, order=next(ORDER), signing_way=way).until("sign")


def presented(at: Practice, way: SigningWay) -> HandoverPresenter:
    return HandoverPresenter(opened(walked(at, way)))


def to_file(presenter: HandoverPresenter) -> None:
    presenter.printing.find_printers()
    presenter.printing.choose("file")
    presenter.printing.print_now()


def test_signed_on_the_screen_the_set_is_printed_first(at: Practice) -> None:
    presenter = presented(at, SigningWay.screen)
    assert presenter.reason() == "還差：列印整套文件"
    words = presenter.interview.words
    assert {row.state for row in presenter.rows(words)} == {"HANDOVER_NOT_YET"}
    to_file(presenter)
    assert all(row.is_out for row in presenter.rows(words))
    assert presenter.reason() == "請先數頁：整套 3 頁"


def test_signed_on_paper_the_set_is_out_already(at: Practice) -> None:
    presenter = presented(at, SigningWay.paper)
    assert presenter.reason() == "請先數頁：整套 3 頁"


def test_a_wrong_count_is_said_at_its_field_and_keeps_next_closed(at: Practice) -> None:
    presenter = presented(at, SigningWay.paper)
    presenter.count("2")
    assert "3 頁" in presenter.count_error()
    assert presenter.reason() != ""
    presenter.count("3")
    assert presenter.count_error() == ""


def test_every_copy_is_ticked_before_it_counts_as_handed_over(at: Practice) -> None:
    presenter = presented(at, SigningWay.paper)
    presenter.count("3")
    for left, copy in zip((3, 2, 1), COPIES, strict=True):
        assert presenter.reason() == f"還有 {left} 聯沒有確認去處"
        presenter.tick(copy, is_there=True)
    presenter.tick("bank", is_there=False)
    assert presenter.reason() == "還有 1 聯沒有確認去處"
    presenter.tick("bank", is_there=True)
    assert presenter.reason() == ""
    presenter.confirm()
    facts = presenter.interview.facts
    assert facts.state is State.handed_over
    assert facts.handed_over == COPIES
    assert presenter.missing() == ()


def test_a_kill_loses_neither_count_nor_ticks(tmp_path: Path) -> None:
    with practice(tmp_path) as at:
        walk = Walk(at).until("sign")
        presenter = HandoverPresenter(opened(walk))
        presenter.count("3")
        presenter.tick("client", is_there=True)
        at.again()
        again = HandoverPresenter(opened(walk))
        assert again.counted() == "3"
        assert again.is_ticked("client")
        assert not again.is_ticked("bank")


def test_the_papers_are_handed_over_by_hand_and_the_client_sees_what_to_take(
    at: Practice, qtbot: QtBot
) -> None:
    walk = walked(at, SigningWay.screen)
    table = laid(walk, SCREENS)
    assert "正在準備您的文件" in table.client.texts()
    qtbot.waitUntil(lambda: table.presenter.printing.is_known)
    table.presenter.printing.choose("file")
    settle()
    QTest.mouseClick(table.adviser.button("handover.print.now"), Qt.MouseButton.LeftButton)
    settle()
    assert "F1 委託理財產品交易申請表" in table.client.texts()
    assert "請帶走這些文件" in table.client.texts()
    count = table.adviser.find("handover.pages")
    assert isinstance(count, QLineEdit)
    QTest.keyClicks(count, "3")
    count.clearFocus()
    table.presenter.count("3")
    for copy in COPIES:
        QTest.mouseClick(table.adviser.button(f"handover.copy.{copy}"), Qt.MouseButton.LeftButton)
    table.go_on()
    assert walk.facts.state is State.handed_over


def test_nothing_is_ticked_before_the_set_came_out(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at, SigningWay.screen), SCREENS)
    assert not any(table.adviser.button(f"handover.copy.{copy}").isEnabled() for copy in COPIES)
    assert qtbot is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_fit_in_every_language(at: Practice, qtbot: QtBot, language: Language) -> None:
    table = laid(walked(at, SigningWay.screen), SCREENS, language)
    qtbot.waitUntil(lambda: table.presenter.printing.is_known)
    settle()
    assert table.cut() == []
    to_file(table.presenter)
    table.presenter.count("7")
    settle()
    assert table.cut() == []
