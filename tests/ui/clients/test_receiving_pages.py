"""Receiving a client by keyboard: each mistake at its field, twins, drafts that stay."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, details_of, practice, resident_id
from tests.ui.clients.at_the_place import BORN, CONTROL, AtThePlace, look, looks_into

from advisor_desk.domain.languages import Language
from advisor_desk.ui.look import Look


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


@pytest.fixture
def them(qtbot: QtBot, at: Practice) -> AtThePlace:
    return AtThePlace(qtbot, at)


def test_a_client_is_received_by_keyboard_and_the_file_opens(
    them: AtThePlace, at: Practice
) -> None:
    them.key(Qt.Key.Key_N, CONTROL)
    them.receive(201)
    them.key(Qt.Key.Key_Return, CONTROL)
    assert them.shows("clients.file")
    (row,) = at.interviews.clients.recent()
    assert row["name"] == "何示例"
    assert looks_into(at, str(row["client"])) == ["新客戶建檔"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("client.document", resident_id(BORN, 202)[:-1] + "?"),
        ("client.document", "990101198403081220"),
        ("client.born", "1984-03-09"),
        ("client.born", "2030-01-01"),
        ("client.name", "何" * 101),
        ("client.phone", "12"),
        ("client.account_tail", "48211"),
    ],
)
def test_a_mistake_is_said_at_its_field_as_soon_as_it_is_left(
    them: AtThePlace, name: str, text: str
) -> None:
    them.key(Qt.Key.Key_N, CONTROL)
    them.receive(202)
    them.fill(name, text)
    assert them.said_wrong(name) == "", "nobody is told while typing"
    them.key(Qt.Key.Key_Tab)
    assert them.said_wrong(name)
    others = {"client.document", "client.name", "client.phone", "client.account_tail"} - {name}
    assert [one for one in others if them.said_wrong(one)] == []
    them.key(Qt.Key.Key_Return, CONTROL)
    assert them.focus.objectName() == name
    assert not them.shows("clients.file")


def test_enter_goes_to_the_next_field_and_records_nothing(them: AtThePlace, at: Practice) -> None:
    them.key(Qt.Key.Key_N, CONTROL)
    them.receive(203)
    them.key(Qt.Key.Key_Return)
    assert at.interviews.clients.count() == 0
    assert them.shows("clients.new_page")


def test_a_known_document_leads_to_its_file(qtbot: QtBot, at: Practice) -> None:
    client = at.interviews.clients.record(details_of(BORN, 204))
    them = AtThePlace(qtbot, at)
    them.key(Qt.Key.Key_N, CONTROL)
    them.fill("client.document", resident_id(BORN, 204))
    them.key(Qt.Key.Key_Tab)
    assert them.said_wrong("client.document")
    them.press("client.open_known")
    assert them.shows("clients.file")
    assert looks_into(at, client) == ["接待時發現已有檔案"]


def test_two_who_may_be_one_stand_side_by_side_until_somebody_decides(
    qtbot: QtBot, at: Practice
) -> None:
    at.interviews.clients.record(details_of(BORN, 205, "雙示例"))
    them = AtThePlace(qtbot, at)
    them.key(Qt.Key.Key_N, CONTROL)
    them.receive(206, "雙示例")
    them.key(Qt.Key.Key_Return, CONTROL)
    assert them.shows("clients.twins")
    assert them.texts().count(them.look.words.day(BORN)) == 2, "each on its own side"
    them.key(Qt.Key.Key_Return, CONTROL)
    assert at.interviews.clients.count() == 1, "the key that confirms does not decide this"
    them.key(Qt.Key.Key_Escape)
    assert not them.shows("clients.twins")
    assert them.said_wrong("client.name") == ""
    them.key(Qt.Key.Key_Return, CONTROL)
    them.press("twin.another")
    assert at.interviews.clients.count() == 2
    assert them.shows("clients.file")


@pytest.mark.parametrize(("name", "same"), [("雙示例", "同名的人"), ("霜示例", "姓名同音")])
def test_the_question_says_what_is_the_same(
    qtbot: QtBot, at: Practice, name: str, same: str
) -> None:
    at.interviews.clients.record(details_of(BORN, 209, "雙示例"))
    them = AtThePlace(qtbot, at)
    them.key(Qt.Key.Key_N, CONTROL)
    them.receive(210, name)
    them.key(Qt.Key.Key_Return, CONTROL)
    assert them.shows("clients.twins")
    asked = [one for one in them.texts() if "請問過客戶再決定" in one]
    assert len(asked) == 1
    assert same in asked[0]


def test_the_same_person_leads_to_the_file_there_is(qtbot: QtBot, at: Practice) -> None:
    at.interviews.clients.record(details_of(BORN, 207, "雙示例"))
    them = AtThePlace(qtbot, at)
    them.key(Qt.Key.Key_N, CONTROL)
    them.receive(208, "雙示例")
    them.key(Qt.Key.Key_Return, CONTROL)
    assert them.focus.objectName() == "twin.same.1"
    them.key(Qt.Key.Key_Return)
    assert them.shows("clients.file")
    assert at.interviews.clients.count() == 1


@pytest.mark.parametrize(
    "seen",
    [look(Language.en), look(Language.zh_CN, "dark"), look(name="high_contrast", scale=1.3)],
    ids=["English", "dark", "large"],
)
def test_nothing_typed_is_lost_by_another_look_or_another_place(
    them: AtThePlace, seen: Look
) -> None:
    them.key(Qt.Key.Key_N, CONTROL)
    them.fill("client.document", resident_id(BORN, 209)[:-1])
    them.fill("client.name", "何示例")
    before = them.said_wrong("client.document")
    them.place.take_look(seen)
    them.place.hide()
    them.place.show()
    them.place.arrive()
    them.settle()
    name = them.line("client.name")
    assert name.text() == "何示例"
    assert before
    assert them.said_wrong("client.document")
    if seen.words.language is not Language.zh_TW:
        assert them.said_wrong("client.document") != before


def test_the_wheel_and_passing_by_change_nothing(them: AtThePlace) -> None:
    them.key(Qt.Key.Key_N, CONTROL)
    them.receive(210)
    born = them.line("client.born")
    kind = them.place.findChild(QWidget, "client.document_kind")
    assert kind is not None
    for widget in (born, kind):
        middle = QPointF(widget.rect().center())
        event = QWheelEvent(
            middle,
            widget.mapToGlobal(middle),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
    assert born.text() == str(BORN)
    assert kind.property("currentIndex") == 0


def test_what_was_cleared_comes_back_by_the_same_button(them: AtThePlace) -> None:
    them.key(Qt.Key.Key_N, CONTROL)
    them.fill("client.name", "何示例")
    them.press("client.clear")
    name = them.line("client.name")
    assert name.text() == ""
    them.key(Qt.Key.Key_Space)
    assert name.text() == "何示例"
