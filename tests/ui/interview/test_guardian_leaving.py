"""The guardian is marked as gone: asked once, the interview rests, a set in signing is void."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, practice
from tests.services.test_guardians import GUARDIAN, minor, to_signing
from tests.ui.opening.pages import cut_off, dress, look_of, opened, shown_client

from advisor_desk.domain.interview import State
from advisor_desk.domain.languages import Language
from advisor_desk.services.guardians import GUARDIAN_LEFT
from advisor_desk.ui.interview.frame import InterviewFrame
from advisor_desk.ui.interview.presenter import InterviewPresenter
from advisor_desk.ui.interview.rules_now import rules_now
from advisor_desk.ui.interview.stages import presenters_of
from advisor_desk.ui.screens.stop.client import StopClientPage
from advisor_desk.ui.screens.stop.presenter import StopPresenter


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


class Desk:
    """The frame of an interview with somebody before it."""

    def __init__(self, qtbot: QtBot, walk: Walk, language: Language = Language.zh_TW) -> None:
        look = look_of(language)
        dress(look)
        self.qtbot = qtbot
        interview = opened(walk, language)
        self.frame = InterviewFrame(look, InterviewPresenter(interview, presenters_of(interview)))
        qtbot.addWidget(self.frame)
        self.frame.resize(1208, 712)
        self.frame.show()
        self.frame.activateWindow()
        self.settle()

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def find(self, name: str) -> QWidget | None:
        found = self.frame.findChildren(QWidget, name)
        return next((one for one in found if one.isVisible()), None)

    def press(self, name: str) -> None:
        found = self.find(name)
        assert isinstance(found, QAbstractButton), name
        found.setFocus()
        self.qtbot.keyClick(found, Qt.Key.Key_Space)
        self.settle()

    def texts(self) -> list[str]:
        return [one.text() for one in self.frame.findChildren(QLabel) if one.isVisible()]


def test_it_is_asked_once_and_a_slip_of_the_hand_changes_nothing(
    qtbot: QtBot, at: Practice
) -> None:
    walk = minor(at).until("result")
    desk = Desk(qtbot, walk)
    desk.press("rail.left")
    assert desk.find("leaving") is not None
    assert desk.find("leaving.pages") is None
    desk.press("leaving.not")
    assert desk.find("leaving") is None
    assert walk.facts.state is State.in_progress


@pytest.mark.parametrize("language", list(Language))
def test_the_interview_rests_with_words_of_its_own(
    qtbot: QtBot, at: Practice, language: Language
) -> None:
    walk = minor(at).until("result")
    desk = Desk(qtbot, walk, language)
    desk.press("rail.left")
    assert cut_off(desk.frame) == []
    desk.press("leaving.yes")
    assert (walk.facts.state, walk.facts.pause_reason) == (State.paused, GUARDIAN_LEFT)
    words = look_of(language).words
    assert words.say("STOP_GUARDIAN") in desk.texts()
    assert not any(GUARDIAN_LEFT in text for text in desk.texts())
    assert cut_off(desk.frame) == []
    interview = opened(walk, language)
    presenter = StopPresenter(InterviewPresenter(interview, presenters_of(interview)))
    look = look_of(language).client(language, larger=True)
    page = shown_client(qtbot, StopClientPage(look, presenter), interview, look)
    assert look.words.say("STOP_CLIENT_GUARDIAN") in page.texts()
    assert cut_off(page.window) == []


def test_nobody_is_marked_as_gone_where_it_means_nothing(qtbot: QtBot, at: Practice) -> None:
    assert Desk(qtbot, Walk(at).until("result")).find("rail.left") is None
    before = minor(at, order=77).begin()
    before.do.opening.identify_party(before.interview, GUARDIAN)
    assert Desk(qtbot, before).find("rail.left") is None
    signed = minor(at, order=78).until("sign")
    assert Desk(qtbot, signed).find("rail.left") is None


def test_during_signing_printed_pages_are_counted_back_first(qtbot: QtBot, at: Practice) -> None:
    walk = to_signing(minor(at))
    walk.do.printing.print_forms(walk.interview, "file")
    ceremony = walk.facts.ceremony
    assert ceremony is not None
    pages = sum(form.pages for form in ceremony.sealed)
    desk = Desk(qtbot, walk)
    desk.press("rail.left")
    field = desk.find("leaving.pages")
    assert isinstance(field, QLineEdit)
    assert field.hasFocus()
    for typed in ("", str(pages - 1), "alle"):
        field.setText(typed)
        desk.press("leaving.yes")
        assert walk.facts.state is State.signing
        assert field.property("wrong")
    field.setText(str(pages))
    desk.press("leaving.yes")
    assert walk.facts.state is State.paused
    assert walk.facts.numbers_void


def test_with_the_guardian_here_the_rules_of_the_moment_do_not_ask_for_one(at: Practice) -> None:
    walk = minor(at).begin()
    walk.identify()
    before = {one.clause for one in rules_now(opened(walk))}
    assert "S45" in before
    walk.do.opening.identify_party(walk.interview, GUARDIAN)
    walk.opening().needs().questionnaire()
    said = rules_now(opened(walk))
    assert "S45" not in {one.clause for one in said if one.tone == "stop"}
    assert "S47" in {one.clause for one in said if one.tone == "duty"}
