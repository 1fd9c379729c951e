"""The next day: three lists, what is said again is ticked, and the client is welcomed back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk
from tests.ui.opening.pages import cut_off, dress, look_of, opened, shown_client

from advisor_desk.domain.interview import State
from advisor_desk.domain.languages import Language
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.screens.opening.client import OpeningClientPage
from advisor_desk.ui.screens.opening.presenter import OpeningPresenter
from advisor_desk.ui.screens.stop.presenter import StopPresenter
from advisor_desk.ui.screens.stop.view import StopView
from advisor_desk.ui.widgets import Button, TickBox

NEXT = date(2026, 11, 24)
ORDER = iter(range(300, 999))


def resting(at: Practice, language: Language = Language.zh_TW) -> tuple[Walk, StopPresenter]:
    walk = Walk(at, order=next(ORDER), born=date(1961, 11, 24), product="DEMO-R3-001")
    walk.until("presentation")
    walk.do.flow.pause(walk.interview, "客戶要接孩子", NEXT)
    return walk, StopPresenter(InterviewPresenter(opened(walk, language), {}))


def page_of(qtbot: QtBot, presenter: StopPresenter, language: Language) -> StopView:
    look = look_of(language)
    dress(look)
    page = StopView(look, presenter)
    qtbot.addWidget(page)
    presenter.interview.listen(page.show_state)
    page.resize(1280 - 72 - 56, 800 - 56 - 32)
    page.show_state()
    page.show()
    return page


@pytest.mark.parametrize("language", list(Language))
def test_the_three_lists_fit_in_every_language(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk, presenter = resting(at, language)
    at.on(NEXT)
    page = page_of(qtbot, presenter, language)
    qtbot.wait(1)
    assert cut_off(page) == []
    kinds = {line.stands for line in presenter.what_stands()}
    assert len(kinds) == 3
    assert walk.facts.state is State.paused


def test_going_on_waits_for_what_is_said_again(qtbot: QtBot, at: Practice) -> None:
    walk, presenter = resting(at)
    page = page_of(qtbot, presenter, Language.zh_TW)
    first = page.findChild(Button, "stop.resume")
    look_on = page.findChild(Button, "stop.as_chosen")
    assert isinstance(first, Button)
    assert isinstance(look_on, Button)
    assert not first.isEnabled()
    page.go_on()
    assert walk.facts.state is State.paused
    tick = page.findChild(TickBox, "stop.said.PRESENTATION_WORST_CASE")
    assert isinstance(tick, TickBox)
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert first.isEnabled()
    assert presenter.said_again() == ("PRESENTATION_WORST_CASE",)
    page.go_on()
    assert walk.facts.state is State.in_progress
    assert presenter.said_again() == ()


def test_the_client_is_welcomed_back(qtbot: QtBot, at: Practice) -> None:
    walk = Walk(at, order=next(ORDER)).until("needs")
    walk.do.flow.pause(walk.interview, "客戶要接孩子", NEXT)
    walk.do.flow.resume(walk.interview)
    look = look_of().client(Language.zh_TW)
    presenter = OpeningPresenter(opened(walk))
    shown = shown_client(qtbot, OpeningClientPage(look, presenter), presenter.interview, look)
    assert "歡迎您再來" in shown.texts()
