"""The ring shows where the keyboard is, and nothing else."""

import pytest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.widgets.gallery import look_of

from advisor_desk.domain.languages import Language
from advisor_desk.domain.people import Role, StaffMember, StaffNo
from advisor_desk.ui.client.screen import ClientScreen
from advisor_desk.ui.widgets import Button, ChoiceChip, FocusRing, LargeAnswer, TickBox

GAP = 4


class Page(QWidget):
    """Two buttons, and twenty more in a place that scrolls."""

    def __init__(self) -> None:
        super().__init__()
        look = look_of()
        self.first = Button(look, "First", name="first")
        self.second = LargeAnswer(look.client(Language.en), 1, "Second", "second")
        inner = QWidget()
        column = QVBoxLayout(inner)
        self.many = [Button(look, str(place), name=f"many.{place}") for place in range(20)]
        for one in self.many:
            column.addWidget(one)
        self.area = QScrollArea()
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        outer = QVBoxLayout(self)
        for one in (self.first, self.second, self.area):
            outer.addWidget(one)
        self.resize(400, 400)
        self.ring = FocusRing(self, look.theme)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def goes_around(page: Page, control: QWidget) -> bool:
    at = control.mapTo(page, control.rect().topLeft())
    wanted = control.rect().translated(at).adjusted(-GAP, -GAP, GAP, GAP)
    return page.ring.isVisible() and page.ring.geometry() == wanted


def test_the_ring_follows_the_focus_two_pixels_away(qtbot: QtBot, page: Page) -> None:
    page.first.setFocus()
    qtbot.waitUntil(lambda: goes_around(page, page.first))
    page.second.setFocus()
    qtbot.waitUntil(lambda: goes_around(page, page.second))
    assert not page.ring.hasFocus()


def test_a_page_that_holds_the_keyboard_for_want_of_a_control_has_no_ring(
    qtbot: QtBot, page: Page
) -> None:
    page.first.setFocus()
    qtbot.waitUntil(lambda: goes_around(page, page.first))
    inner = page.area.widget()
    inner.setFocus()
    assert inner.hasFocus()
    qtbot.waitUntil(lambda: not page.ring.isVisible())


def test_the_ring_stays_around_when_the_window_grows(qtbot: QtBot, page: Page) -> None:
    page.second.setFocus()
    qtbot.waitUntil(lambda: goes_around(page, page.second))
    page.resize(700, 500)
    qtbot.waitUntil(lambda: goes_around(page, page.second))
    assert page.second.width() > 600


def test_the_ring_scrolls_along_and_goes_out_of_sight_with_its_control(
    qtbot: QtBot, page: Page
) -> None:
    control = page.many[2]
    control.setFocus()
    qtbot.waitUntil(lambda: goes_around(page, control))
    page.area.verticalScrollBar().setValue(20)
    qtbot.waitUntil(lambda: goes_around(page, control))
    page.area.verticalScrollBar().setValue(page.area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: not page.ring.isVisible())
    assert control.hasFocus()


def test_no_ring_is_left_behind_by_what_is_gone(qtbot: QtBot, page: Page) -> None:
    page.first.setFocus()
    qtbot.waitUntil(lambda: goes_around(page, page.first))
    page.first.deleteLater()
    qtbot.waitUntil(lambda: not goes_around(page, page.second) and page.focusWidget() is not None)
    page.second.hide()
    qtbot.waitUntil(lambda: page.ring.geometry() != page.second.geometry())
    assert page.ring.isVisibleTo(page) is (page.focusWidget() is not None)


def test_clicks_pass_through_the_ring(qtbot: QtBot, page: Page) -> None:
    page.first.setFocus()
    qtbot.waitUntil(lambda: goes_around(page, page.first))
    assert page.childAt(page.first.geometry().center()) is page.first


def test_the_clients_own_window_has_a_ring_too(qtbot: QtBot) -> None:
    adviser = StaffMember(StaffNo("S1001"), "王示例", Role.adviser, "客戶經理", None)
    screen = ClientScreen(look_of().client(Language.zh_TW), "示例銀行", adviser)
    qtbot.addWidget(screen)
    screen._foot.show()
    with qtbot.waitExposed(screen):
        screen.show()
    screen.activateWindow()
    question, ring = screen.findChild(Button, "client.question"), screen.findChild(FocusRing)
    assert isinstance(question, Button)
    assert isinstance(ring, FocusRing)
    question.setFocus()
    qtbot.waitUntil(lambda: ring.isVisible() and ring.width() == question.width() + 2 * GAP)
    assert ring.geometry().contains(question.mapTo(screen, question.rect().center()))


def test_each_control_says_how_round_its_corners_are(qtbot: QtBot, page: Page) -> None:
    chip = ChoiceChip(look_of(), "Yes", "chip")
    qtbot.addWidget(chip)
    assert page.second.property("focus_corner") == 12
    assert chip.property("focus_corner") == chip.height() // 2


def test_the_ring_hugs_a_tick_box_however_much_room_it_was_given(qtbot: QtBot, page: Page) -> None:
    tick = TickBox(look_of(), "No fixed day", "tick")
    tick.setParent(page)
    tick.setGeometry(20, 20, 300, 160)
    tick.show()
    tick.setFocus()
    qtbot.waitUntil(lambda: page.ring.isVisible() and page.ring.y() > 20)
    assert page.ring.height() == tick.sizeHint().height() + 2 * GAP
    assert page.ring.width() == tick.sizeHint().width() + 2 * GAP
