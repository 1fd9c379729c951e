"""The pages of closing: fields, summary, and what the client reads at the end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from tests.services.branch import ADVISER, Practice, Walk
from tests.ui.papers import LANGUAGES, Table, laid, settle

from advisor_desk.domain.interview import State
from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.packs.wording import unbroken
from advisor_desk.store.keys import PUBLISHED_PASSWORD
from advisor_desk.ui.screens.close.client import CloseClientPage
from advisor_desk.ui.screens.close.presenter import ClosePresenter
from advisor_desk.ui.screens.close.record import ITEMS
from advisor_desk.ui.screens.close.view import CloseView

ORDER = iter(range(100, 999))
SCREENS = (ClosePresenter, CloseView, CloseClientPage)


def walked(at: Practice, until: str = "handover") -> Walk:
    return Walk(at, order=next(ORDER)).until(until)


def editor(table: Table, item: str) -> QPlainTextEdit:
    found = table.adviser.find(f"close.{item}")
    assert isinstance(found, QPlainTextEdit)
    return found


def type_all(table: Table) -> None:
    for item in ITEMS:
        field = editor(table, item)
        if not field.toPlainText():
            field.setFocus()
            QTest.keyClicks(field, "none")
            QTest.keyClick(field, Qt.Key.Key_Tab)
            settle()


def test_the_record_is_typed_field_by_field_and_the_summary_follows(
    at: Practice, qtbot: QtBot
) -> None:
    walk = walked(at)
    table = laid(walk, SCREENS)
    table.adviser.window.activateWindow()
    settle()
    type_all(table)
    assert table.presenter.texts.left() == 0
    table.go_on()
    assert walk.facts.state is State.closed
    texts = table.adviser.texts()
    assert "面談已結束" in texts
    assert "F7 面談記錄" in texts
    left = []
    table.adviser.page.on_leave(lambda: left.append(True))  # type: ignore[attr-defined]
    QTest.mouseClick(table.adviser.button("close.to_today"), Qt.MouseButton.LeftButton)
    assert left == [True]
    assert table.cut() == []
    assert qtbot is not None


def test_the_keyboard_begins_at_the_first_text_that_is_empty(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at), SCREENS)
    first = table.adviser.page.first_focus()  # type: ignore[attr-defined]
    assert first is editor(table, "unmet_needs")
    assert qtbot is not None


def test_a_field_being_typed_in_is_left_alone(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at), SCREENS)
    table.adviser.window.activateWindow()
    settle()
    field = editor(table, "unmet_needs")
    field.setFocus()
    QTest.keyClicks(field, "half a sen")
    table.interview.changed()
    assert field.toPlainText() == "half a sen"
    assert qtbot is not None


def test_a_promise_is_said_at_its_field(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at), SCREENS)
    for item in ITEMS:
        if not table.presenter.texts.of(item):
            table.presenter.keep_item(item, "無。")
    table.presenter.keep_item("advice", "收益保證。保本。")
    table.go_on()
    assert editor(table, "advice").property("wrong")
    assert not editor(table, "next_step").property("wrong")
    assert qtbot is not None


def test_the_client_reads_what_was_bought_and_when_we_meet_again(
    at: Practice, qtbot: QtBot
) -> None:
    table = laid(walked(at), SCREENS)
    table.presenter.keep("next_contact", "2027-01-10")
    settle()
    texts = table.client.texts()
    assert "您今天申請了示例穩健 30 天，100,000.00 元。" in texts
    assert f"下次見面：{unbroken('2027 年 1 月 10 日')}" in texts
    assert any("投訴" in text for text in texts)
    assert qtbot is not None


def test_a_client_who_bought_nothing_is_told_that_this_is_fine(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at, "portfolio"), SCREENS, ending=True)
    assert "您今天什麼都沒有買，這完全可以。" in table.client.texts()
    assert qtbot is not None


def test_the_kind_of_end_is_chosen_by_hand(at: Practice, qtbot: QtBot) -> None:
    table = laid(walked(at, "portfolio"), SCREENS, ending=True)
    assert not table.adviser.button("close.end.by_rule").isVisible()
    QTest.mouseClick(table.adviser.button("close.end.abandoned"), Qt.MouseButton.LeftButton)
    settle()
    assert table.adviser.find("close.reason").isVisible()
    assert not table.adviser.find("close.advice").isVisible()
    assert table.cut() == []
    assert qtbot is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_fit_in_every_language(at: Practice, qtbot: QtBot, language: Language) -> None:
    table = laid(walked(at), SCREENS, language, theme="high_contrast")
    assert table.cut() == []
    walk = walked(at, "begin_signing")
    walk.do.printing.print_forms(walk.interview, "file")
    ending = laid(walk, SCREENS, language, ending=True)
    ending.presenter.keep("pages", "2")
    settle()
    assert ending.cut() == []
    assert qtbot is not None


def signed_by_two(at: Practice) -> Walk:
    head = StaffMember("30001", "周主任（虛構）", Role.outlet_head, "支行行長", None)
    at.station.training_desk().enrol_for_training(head)
    return walked(at, "close")


def agree(table: Table, button: str, words: str, user: str = "30001") -> None:
    table.adviser.window.activateWindow()
    settle()
    QTest.mouseClick(table.adviser.button(button), Qt.MouseButton.LeftButton)
    settle()
    field = table.adviser.find("after.words")
    QTest.keyClicks(field, words)
    for name, text in (("after.second.user", user), ("after.second.password", PUBLISHED_PASSWORD)):
        line = table.adviser.find(name)
        line.setFocus()
        QTest.keyClicks(line, text)
    QTest.keyClick(table.adviser.find("after.second.password"), Qt.Key.Key_Return)
    settle()


@pytest.mark.usefixtures("qtbot")
def test_a_signed_set_is_made_void_with_a_second_person(at: Practice) -> None:
    walk = signed_by_two(at)
    table = laid(walk, SCREENS)
    agree(table, "after.void", "wrong amount", user=ADVISER.staff_no)
    assert walk.facts.state is State.closed
    assert any("第二人不能是您本人" in text for text in table.adviser.texts())
    agree(table, "after.void", "", user="30001")
    assert walk.facts.state is State.voided
    assert "已作廢。原因：wrong amount" in table.adviser.texts()
    assert table.cut() == []


@pytest.mark.usefixtures("qtbot")
def test_something_is_added_after_signing_with_a_second_person(at: Practice) -> None:
    walk = signed_by_two(at)
    table = laid(walk, SCREENS)
    agree(table, "after.add", "address came later")
    assert [one.words for one in walk.facts.addenda] == ["address came later"]
    assert any("address came later" in text for text in table.adviser.texts())
    assert table.cut() == []
