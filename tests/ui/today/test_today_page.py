"""Today's page by keyboard: what the keys open, what stays in hand, what is locked."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import ADMINISTRATOR, CERTIFICATE, Practice, Walk, details_of, practice
from tests.ui.clients.at_the_place import ROOM, Went
from tests.ui.widgets.gallery import look_of

from advisor_desk.domain.languages import Language
from advisor_desk.services.desk import Desk
from advisor_desk.services.interviews import Interviews
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.today.place import TodayPlace


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


@pytest.fixture
def went() -> Went:
    return Went()


Shown = Callable[..., TodayPlace]


@pytest.fixture
def shown(qtbot: QtBot, at: Practice, went: Went) -> Shown:
    kept: list[TodayPlace] = []

    def show(
        look: Look | None = None, desk: Desk | None = None, *, serves: bool = True
    ) -> TodayPlace:
        services: Interviews | None = at.interviews if serves else None
        place = TodayPlace(look or look_of(), desk or at.desk, services, went)
        qtbot.addWidget(place)
        kept.append(place)
        place.resize(ROOM)
        place.show()
        place.activateWindow()
        qtbot.waitUntil(place.isActiveWindow)
        place.arrive()
        return place

    return show


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None, "something has the keyboard"
    qtbot.keyClick(focused, key)


def focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""


def button(place: QWidget, name: str) -> QPushButton:
    found = place.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def test_enter_resumes_what_comes_first(
    qtbot: QtBot, at: Practice, shown: Shown, went: Went
) -> None:
    walk = Walk(at).until("opening")
    shown()
    assert focused() == "today.resume"
    press(qtbot, Qt.Key.Key_Return)
    assert went.to == [("interview", walk.interview)]


def test_only_the_first_case_has_the_filled_button(at: Practice, shown: Shown) -> None:
    Walk(at, order=201).until("opening")
    Walk(at, order=203).until("opening")
    place = shown()
    filled = [
        one.objectName()
        for one in place.findChildren(QPushButton)
        if one.property("kind") == "primary"
    ]
    assert filled == ["today.resume"]


def test_arrows_go_through_everything_that_can_be_opened(
    qtbot: QtBot, at: Practice, shown: Shown, went: Went
) -> None:
    walk = Walk(at, order=201).until("opening")
    walk.do.flow.pause(walk.interview, "等證件", date(2026, 11, 24))
    Walk(at, order=203).until("opening")
    shown()
    stops = [focused()]
    for _ in range(4):
        press(qtbot, Qt.Key.Key_Down)
        stops.append(focused())
    assert stops == [
        "today.resume",
        "today.resume.2",
        "today.contact.1",
        "today.new_interview",
        "today.new_client",
    ]
    press(qtbot, Qt.Key.Key_Down)
    assert focused() == "today.new_client", "the last is the last"
    for _ in range(2):
        press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Return)
    assert went.to == [("interview", walk.interview)], "the meeting goes on with the interview"


def test_a_meeting_opens_the_clients_file(
    qtbot: QtBot, at: Practice, shown: Shown, went: Went
) -> None:
    walk = Walk(at).until("close")
    at.on(date(2027, 1, 8))
    place = shown()
    contact = place.findChild(QWidget, "today.contact.1")
    assert isinstance(contact, QWidget)
    qtbot.keyClick(contact, Qt.Key.Key_Return)
    assert went.to == [("client", walk.client)]


def test_letters_begin_something_new_and_read_again(
    qtbot: QtBot, at: Practice, shown: Shown, went: Went
) -> None:
    place = shown()
    assert focused() == "today.new_interview"
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_I)
    assert went.to == [("new client",), ("go", "clients")]
    Walk(at).until("opening")
    press(qtbot, Qt.Key.Key_R)
    assert button(place, "today.resume").isEnabled()
    assert focused() == "today.new_interview", "what was in hand stays in hand"


def test_in_refer_mode_clients_are_received_and_the_reason_is_said(
    qtbot: QtBot, at: Practice, shown: Shown, went: Went
) -> None:
    Walk(at).until("opening")
    at.certificate(replace(CERTIFICATE, valid_until=date(2026, 11, 22)))
    place = shown()
    assert place.findChild(QWidget, "today.limits") is not None
    assert button(place, "today.new_interview").text() == "Receive a client"
    press(qtbot, Qt.Key.Key_I)
    button(place, "today.materials").click()
    assert went.to == [("go", "clients"), ("go", "materials")]
    assert button(place, "today.resume").isEnabled(), "a lapsed interview ends by a referral"


def test_who_serves_nobody_sees_what_is_open_and_no_buttons(at: Practice, shown: Shown) -> None:
    place = shown(desk=at.station.training_desk(ADMINISTRATOR.staff_no), serves=False)
    assert place.findChild(QPushButton, "today.new_interview") is None
    assert place.findChild(QWidget, "today.limits") is not None


def test_another_language_shows_the_same_day(at: Practice, shown: Shown) -> None:
    Walk(at).until("opening")
    place = shown()
    place.take_look(look_of(Language.zh_TW))
    place.arrive()
    assert button(place, "today.resume").text() == "繼續"
    assert button(place, "today.resume").accessibleName() == "繼續與陳示例的面談"


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_nothing_is_cut_off(
    qtbot: QtBot, at: Practice, shown: Shown, language: Language, scale: float
) -> None:
    walk = Walk(at, order=201).until("result")
    walk.do.flow.pause(walk.interview, "客戶要接孩子，明天上午再來", date(2026, 11, 24))
    place = shown(look_of(language, "light", scale))
    qtbot.wait(1)
    for label in place.findChildren(QLabel):
        if not label.text() or not label.isVisible():
            continue
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.width() >= label.sizeHint().width(), label.text()
            assert label.height() >= label.sizeHint().height(), label.text()


def test_every_control_has_a_name_that_is_said(at: Practice, shown: Shown) -> None:
    Walk(at).until("opening")
    place = shown()
    nameless = [
        one.objectName()
        for one in place.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
        if not (one.accessibleName() or one.property("text"))
    ]
    assert nameless == []


def test_a_long_name_is_cut_on_its_line_and_takes_no_room_from_the_rest(
    qtbot: QtBot, at: Practice, shown: Shown
) -> None:
    walk = Walk(at).until("opening")
    name = "Wolfeschlegelsteinhausen " * 2 + "Maximilian Ferdinand"
    details = replace(details_of(walk.born, walk.order), name=name)
    at.interviews.clients.correct(walk.client, details, "as on the document")
    place = shown()
    labels = [one for one in place.findChildren(QLabel) if one.accessibleName() == name]
    qtbot.waitUntil(lambda: bool(labels) and labels[0].toolTip() == name)
    assert labels[0].text().endswith("…")
    assert button(place, "today.resume").mapTo(place, QPoint(0, 0)).x() < place.width() // 2
