"""A client's file by keyboard, and every page of the place measured in every language."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, Walk, details_of, practice
from tests.ui.clients.at_the_place import CONTROL, AtThePlace, look, looks_into, recorded

from advisor_desk.domain.languages import Language


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


def test_an_interview_begins_by_key_with_purpose_language_and_way(
    qtbot: QtBot, at: Practice
) -> None:
    (client,) = recorded(at, "陳大例")
    them = AtThePlace(qtbot, at)
    them.open_file(client)
    assert them.focus.objectName() == "file.begin"
    them.key(Qt.Key.Key_I)
    assert them.focus.objectName() == "begin.purpose"
    assert not them.shows("file.begin"), "one filled button at a time"
    them.key(Qt.Key.Key_Return, CONTROL)
    assert them.said_wrong("begin.purpose")
    them.write("定期到期")
    them.press("begin.language.en")
    them.press("begin.way.screen")
    them.key(Qt.Key.Key_Return, CONTROL)
    ((_, interview),) = them.went.to
    facts = at.interviews.facts(interview)
    assert (facts.language, facts.signing_way.name) == (Language.en, "screen")


def test_beginning_can_be_left_and_what_was_typed_stays(qtbot: QtBot, at: Practice) -> None:
    (client,) = recorded(at, "陳大例")
    them = AtThePlace(qtbot, at)
    them.open_file(client)
    them.key(Qt.Key.Key_I)
    them.write("定期到期 I")
    them.key(Qt.Key.Key_Escape)
    assert them.shows("clients.file")
    assert them.focus.objectName() == "file.begin"
    them.key(Qt.Key.Key_I)
    assert isinstance(them.focus, QLineEdit)
    assert them.focus.text() == "定期到期 I"
    assert at.interviews.listed() == ()


def test_an_interview_under_way_is_gone_on_with(qtbot: QtBot, at: Practice) -> None:
    walk = Walk(at).until("opening")
    them = AtThePlace(qtbot, at)
    them.open_file(walk.client)
    them.key(Qt.Key.Key_I)
    assert them.went.to == [("interview", walk.interview)]


def test_without_a_certificate_the_client_is_received_and_the_reason_is_said(
    qtbot: QtBot, at: Practice
) -> None:
    client = at.interviews.clients.record(details_of(date(1985, 5, 20)))
    at.certificate(None)
    them = AtThePlace(qtbot, at)
    them.open_file(client)
    button = them.place.findChild(QPushButton, "file.begin")
    assert isinstance(button, QPushButton)
    assert button.text() == "接待客戶"
    assert them.shows("file.notice")
    them.key(Qt.Key.Key_I)
    assert them.shows("begin.now")
    assert not them.shows("begin.way"), "a slip is signed on paper alone"


def test_a_minor_is_met_with_what_the_guardian_must_bring(qtbot: QtBot, at: Practice) -> None:
    client = at.interviews.clients.record(details_of(date(2010, 5, 5), 1, "小例"))
    them = AtThePlace(qtbot, at)
    them.open_file(client)
    assert them.shows("file.notice")
    assert "需要監護人到場" in them.texts()


def test_f4_shows_every_reason_with_its_clause(qtbot: QtBot, at: Practice) -> None:
    (client,) = recorded(at, "陳大例")
    them = AtThePlace(qtbot, at)
    them.open_file(client)
    assert "S50" not in them.texts()
    them.key(Qt.Key.Key_F4)
    assert "S50" in them.texts()
    them.key(Qt.Key.Key_F4)
    assert "S50" not in them.texts()


def test_a_record_is_corrected_with_a_reason_and_a_new_client_half_typed_stays(
    qtbot: QtBot, at: Practice
) -> None:
    (client,) = recorded(at, "陳大例")
    them = AtThePlace(qtbot, at)
    them.key(Qt.Key.Key_N, CONTROL)
    them.fill("client.name", "半個")
    them.open_file(client)
    them.press("file.correct")
    them.fill("client.name", "陳更例")
    them.key(Qt.Key.Key_Return, CONTROL)
    assert them.said_wrong("client.reason")
    assert them.focus.objectName() == "client.reason"
    them.write("姓名打錯")
    them.key(Qt.Key.Key_Return, CONTROL)
    assert "陳更例" in them.texts()
    them.key(Qt.Key.Key_N, CONTROL)
    name = them.line("client.name")
    assert name.text() == "半個"


def test_coming_back_to_an_open_file_is_no_other_look(qtbot: QtBot, at: Practice) -> None:
    (client,) = recorded(at, "陳大例")
    them = AtThePlace(qtbot, at)
    them.open_file(client)
    for _ in range(3):
        them.place.hide()
        them.place.show()
        them.place.arrive()
    assert them.shows("clients.file")
    assert looks_into(at, client) == ["準備面談"]
    them.place.arrive()
    assert "看過的人" in them.texts()
    assert looks_into(at, client)[0] == "檔案有新記錄，再次查看"


def test_esc_goes_back_to_the_finder_at_the_client_left(qtbot: QtBot, at: Practice) -> None:
    recorded(at, "陳大例", "陳小例")
    them = AtThePlace(qtbot, at)
    them.write("chen")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        them.key(key)
    assert them.focus.objectName() == "clients.find"
    rows = them.rows()
    assert "陳小例" in str(rows.currentIndex().data())
    them.key(Qt.Key.Key_Escape)
    assert isinstance(them.focus, QLineEdit)
    assert them.focus.text() == ""


def cut_off(place: QWidget) -> list[str]:
    """Give the labels whose words do not fit, and the buttons outside their parent."""
    found = []
    for label in place.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            if needed > label.height() + 1:
                found.append(f"{label.text()}: {needed} > {label.height()}")
        elif label.sizeHint().width() > label.width() + 1:
            found.append(f"{label.text()}: {label.sizeHint().width()} > {label.width()}")
    for button in place.findChildren(QAbstractButton):
        holder = button.parentWidget()
        outside = holder is not None and not holder.rect().contains(button.geometry())
        if button.isVisible() and outside:
            found.append(f"{button.objectName()} lies outside")
    return found


def nameless(place: QWidget) -> list[str]:
    return [
        f"{type(one).__name__} {one.objectName()}"
        for one in place.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (one.accessibleName() or one.property("text"))
    ]


def pages(them: AtThePlace, client: str) -> Iterator[str]:
    """Show one page after the other."""
    them.place.search()
    yield "finder"
    them.place.new_client()
    them.key(Qt.Key.Key_Return, CONTROL)
    yield "new client"
    them.open_file(client)
    yield "file"
    them.key(Qt.Key.Key_I)
    yield "beginning"
    them.key(Qt.Key.Key_Escape)
    them.press("file.correct")
    yield "correcting"


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_off_or_nameless(
    qtbot: QtBot, at: Practice, scale: float, language: Language
) -> None:
    client = at.interviews.clients.record(details_of(date(1955, 3, 8), 1, "Maximiliane Example"))
    them = AtThePlace(qtbot, at, look(language, scale=scale))
    for page in pages(them, client):
        them.settle()
        assert cut_off(them.place) == [], page
        assert nameless(them.place) == [], page


def test_all_assessments_are_listed_and_one_of_another_channel_is_entered_by_keyboard(
    qtbot: QtBot, at: Practice
) -> None:
    walk = Walk(at).until("questionnaire")
    them = AtThePlace(qtbot, at)
    them.open_file(walk.client)
    them.press("file.assessments")
    assert them.shows("clients.assessments")
    assert them.focus.objectName() == "assessments.enter"
    them.key(Qt.Key.Key_Space)
    assert them.focus.objectName() == "other.taken"
    them.write("2026-11-20")
    them.fill("other.number", "G-9")
    them.fill("other.questionnaire", "櫃檯問卷")
    them.press("other.channel.phone")
    them.press("other.grade.not_passed")
    them.press("other.enter")
    assert them.said_wrong("other.paper_seen")
    assert them.focus.objectName() == "other.paper_seen"
    them.key(Qt.Key.Key_Escape)
    assert not them.shows("other")
    them.press("assessments.enter")
    them.fill("other.paper_seen", "錄音單")
    them.press("other.enter")
    assert "未通過" in them.texts()
    assert "所見文件：錄音單" in them.texts()
    assert at.interviews.clients.attempts(walk.client)[0].number == "G-9"
    them.key(Qt.Key.Key_Escape)
    assert them.shows("clients.file")
    assert looks_into(at, walk.client)[0] == "錄入其他通路的評估"


def test_without_a_certificate_no_assessment_is_entered(qtbot: QtBot, at: Practice) -> None:
    walk = Walk(at).until("questionnaire")
    at.certificate(None)
    them = AtThePlace(qtbot, at)
    them.open_file(walk.client)
    them.press("file.assessments")
    assert them.focus.objectName() == "assessments.back"
    button = them.place.findChild(QPushButton, "assessments.enter")
    assert isinstance(button, QPushButton)
    assert not button.isEnabled()
