"""The finder by keyboard: who is found, what is painted, under which reason a file opens."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot
from tests.services.branch import Practice, details_of, practice
from tests.ui.clients.at_the_place import ALT, BORN, ROOM, AtThePlace, look, looks_into, recorded

from advisor_desk.ui.screens.clients.finder import Finder, FoundRow
from advisor_desk.ui.screens.clients.finder_list import FoundList, RowPainter
from advisor_desk.ui.screens.clients.finder_view import FinderView
from advisor_desk.ui.words import Wording


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Practice]:
    with practice(tmp_path) as made:
        yield made


@pytest.fixture
def them(qtbot: QtBot, at: Practice) -> AtThePlace:
    return AtThePlace(qtbot, at)


def test_a_name_is_typed_and_enter_opens_the_first_file(qtbot: QtBot, at: Practice) -> None:
    wang, _ = recorded(at, "王示例", "陳示例")
    them = AtThePlace(qtbot, at)
    them.write("wang")
    them.key(Qt.Key.Key_Return)
    assert them.shows("clients.file")
    assert "王示例" in them.texts()
    assert looks_into(at, wang) == ["準備面談"]


def test_down_goes_into_the_list_and_enter_opens_the_row_chosen(qtbot: QtBot, at: Practice) -> None:
    recorded(at, "陳大例", "陳小例")
    them = AtThePlace(qtbot, at)
    them.write("chen")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        them.key(key)
    assert "陳小例" in them.texts()


def test_up_from_the_first_row_goes_back_to_the_box_and_a_letter_too(
    qtbot: QtBot, at: Practice
) -> None:
    recorded(at, "陳大例", "王示例")
    them = AtThePlace(qtbot, at)
    box = them.focus
    for go_back in (lambda: them.key(Qt.Key.Key_Up), lambda: them.write("i")):
        them.key(Qt.Key.Key_Down)
        assert them.focus.objectName() == "clients.list"
        go_back()
        assert them.focus is box
    assert isinstance(box, QLineEdit)
    assert box.text() == "i"


@pytest.mark.parametrize("from_list", [False, True], ids=["from the box", "from the list"])
def test_the_numbers_open_those_met_last(qtbot: QtBot, at: Practice, *, from_list: bool) -> None:
    recorded(at, "陳大例", "王示例")
    them = AtThePlace(qtbot, at)
    if from_list:
        them.key(Qt.Key.Key_Down)
        them.key(Qt.Key.Key_2)
    else:
        them.key(Qt.Key.Key_2, ALT)
    assert "陳大例" in them.texts()


def test_the_reason_given_is_recorded_and_an_empty_one_opens_nothing(
    qtbot: QtBot, at: Practice
) -> None:
    (client,) = recorded(at, "陳大例")
    them = AtThePlace(qtbot, at)
    them.write("chen")
    them.press("clients.why.other")
    them.tab_to("clients.list")
    them.key(Qt.Key.Key_Return)
    assert not them.shows("clients.file")
    assert them.focus.objectName() == "clients.why.words"
    assert "請填寫" in them.texts()
    them.write("客戶要求核對電話")
    them.tab_to("clients.list")
    them.key(Qt.Key.Key_Return)
    assert them.shows("clients.file")
    assert looks_into(at, client) == ["客戶要求核對電話"]


def test_nobody_found_offers_to_receive_the_person_under_that_name(
    qtbot: QtBot, at: Practice
) -> None:
    recorded(at, "陳大例")
    them = AtThePlace(qtbot, at)
    them.write("歐陽示例")
    assert "沒有這個客戶" in them.texts()
    them.key(Qt.Key.Key_Down)
    assert them.focus.objectName() == "clients.create"
    them.key(Qt.Key.Key_Return)
    name = them.line("client.name")
    assert name.text() == "歐陽示例"
    assert them.focus.objectName() == "client.document"


def test_an_empty_book_helps_to_the_first_client(them: AtThePlace) -> None:
    assert "還沒有客戶" in them.texts()
    them.press("clients.create_first")
    assert them.shows("clients.new_page")


def test_what_is_still_composed_finds_and_opens_nothing(qtbot: QtBot, at: Practice) -> None:
    recorded(at, "陳大例")
    them = AtThePlace(qtbot, at)
    them.write("chen")
    QApplication.sendEvent(them.focus, QInputMethodEvent("da", []))
    them.key(Qt.Key.Key_Return)
    assert not them.shows("clients.file")


class CountedFinder(Finder):
    """A finder that counts how often the book is asked."""

    asked = 0

    def rows(self, words: Wording) -> tuple[FoundRow, ...]:
        self.asked += 1
        return super().rows(words)


class CountedPainter(RowPainter):
    """A painter that counts its rows."""

    painted = 0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        self.painted += 1
        super().paint(painter, option, index)


def test_a_letter_asks_once_and_paints_no_more_than_is_seen(qtbot: QtBot, at: Practice) -> None:
    for order in range(40):
        at.interviews.clients.record(details_of(BORN, order, f"陳{order:02d}"))
    finder = CountedFinder(at.interviews)
    view = FinderView(look(), finder, at.interviews.clients.count, print)
    qtbot.addWidget(view)
    view.resize(ROOM)
    view.show()
    rows = view.findChild(QListView, "clients.list")
    assert isinstance(rows, FoundList)
    painter = CountedPainter(look(), rows._model)
    rows.setItemDelegate(painter)
    QApplication.processEvents()
    for typed in (Qt.Key.Key_C, Qt.Key.Key_H, Qt.Key.Key_E, Qt.Key.Key_N):
        asked, painted = finder.asked, painter.painted
        qtbot.keyClick(view.first_focus(), typed)
        QApplication.processEvents()
        assert finder.asked == asked + 1
        seen = rows.viewport().height() // rows.sizeHintForRow(0) + 2
        assert 0 < painter.painted - painted <= seen
    assert rows.model().rowCount() == 40


def test_scrolling_brings_the_next_page(qtbot: QtBot, at: Practice) -> None:
    for order in range(70):
        at.interviews.clients.record(details_of(BORN, order, f"陳{order:02d}"))
    them = AtThePlace(qtbot, at)
    rows = them.rows()
    first = rows.model().rowCount()
    assert first < 70
    them.key(Qt.Key.Key_Down)
    for _ in range(2):
        them.key(Qt.Key.Key_End)
    assert rows.model().rowCount() == 2 + 9 + 70
