"""Buttons, chips, rows, ticks and answers by the keyboard: two keys press, arrows only move."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.widgets.sheet import look_of, roll, sheet

from advisor_desk.domain.languages import Language
from advisor_desk.ui.widgets import (
    Button,
    ChoiceBox,
    ChoiceChip,
    LargeAnswer,
    RowButton,
    SwitchChips,
    TickBox,
)

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
SIDEWAYS = ARROWS[2:]
PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
CHOICES = (("a", "甲"), ("b", "乙"), ("c", "丙"))


def every_kind() -> list[QAbstractButton]:
    look = look_of()
    client = look.client(Language.zh_TW)
    return [
        Button(look, "繼續", "primary", name="primary"),
        Button(look, "返回", name="secondary"),
        Button(client, "我有問題", "client_link", name="link"),
        ChoiceChip(look, "紙本", "chip"),
        TickBox(look, "證件原件已看過", "tick"),
        RowButton(look, "陳示例", "尾號 4821", "14:03", "row"),
        LargeAnswer(client, 1, "一年以內", "answer"),
    ]


def by_voice(button: QAbstractButton) -> None:
    """Do the first thing the button offers to a screen reader."""
    heard = QAccessible.queryAccessibleInterface(button)
    assert heard is not None
    offered = heard.actionInterface()
    assert offered is not None
    offered.doAction(offered.actionNames()[0])


@pytest.mark.parametrize("key", PRESSES)
def test_enter_and_space_press_what_has_the_keyboard_once(qtbot: QtBot, key: Qt.Key) -> None:
    for button in every_kind():
        sheet(qtbot, button)
        pressed: list[str] = []
        button.clicked.connect(lambda _=False, to=pressed, one=button: to.append(one.objectName()))
        QTest.keyClick(button, key)
        ticks = isinstance(button, TickBox) and key != Qt.Key.Key_Space
        assert pressed == ([] if ticks else [button.objectName()]), "Enter never ticks a box"


def test_a_screen_reader_presses_once_what_a_key_presses(qtbot: QtBot) -> None:
    for button in every_kind():
        sheet(qtbot, button)
        pressed: list[str] = []
        button.clicked.connect(lambda _=False, to=pressed, one=button: to.append(one.objectName()))
        by_voice(button)
        qtbot.waitUntil(lambda to=pressed: bool(to))  # type: ignore[misc]
        assert pressed == [button.objectName()]


def test_a_screen_reader_chooses_among_a_few(qtbot: QtBot) -> None:
    switch = SwitchChips(look_of(), CHOICES, "way")
    sheet(qtbot, switch)
    told: list[str] = []
    switch.chosen.connect(told.append)
    for key in ("b", "b", "c"):
        by_voice(switch.chip(key))
        assert switch.choice() == key
    assert told == ["b", "b", "c"]


@pytest.mark.parametrize("key", PRESSES)
def test_a_button_that_is_off_is_pressed_by_no_key(qtbot: QtBot, key: Qt.Key) -> None:
    for button in every_kind():
        sheet(qtbot, button)
        button.setEnabled(False)
        with qtbot.assertNotEmitted(button.clicked):
            QTest.keyClick(button, key)


def test_control_and_enter_press_no_button(qtbot: QtBot) -> None:
    button = Button(look_of(), "暫停", name="pause")
    sheet(qtbot, button)
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("key", ARROWS)
def test_arrows_over_chips_choose_nothing(qtbot: QtBot, key: Qt.Key) -> None:
    chips = SwitchChips(look_of(), CHOICES, "way")
    sheet(qtbot, chips)
    chips.show_choice("b")
    chips.chip("b").setFocus()
    with qtbot.assertNotEmitted(chips.chosen):
        for _ in range(4):
            QTest.keyClick(QApplication.focusWidget() or chips, key)
    assert chips.choice() == "b"


def test_arrows_move_the_keyboard_among_chips_and_stop_at_the_last(qtbot: QtBot) -> None:
    chips = SwitchChips(look_of(), CHOICES, "way")
    sheet(qtbot, chips)
    chips.chip("a").setFocus()
    for expected in ("way.b", "way.c", "way.c"):
        QTest.keyClick(focused(), Qt.Key.Key_Right)
        assert focused().objectName() == expected


@pytest.mark.parametrize("key", ARROWS)
def test_arrows_over_answers_choose_nothing(qtbot: QtBot, key: Qt.Key) -> None:
    client = look_of().client(Language.zh_TW)
    answers = [LargeAnswer(client, at, f"第 {at} 個", f"answer.{at}") for at in range(1, 5)]
    sheet(qtbot, *answers)
    answers[1].setFocus()
    pressed: list[object] = []
    for answer in answers:
        answer.clicked.connect(pressed.append)
    for _ in range(5):
        QTest.keyClick(focused(), key)
    assert pressed == []
    assert not any(answer.is_chosen for answer in answers)
    assert focused() in answers


@pytest.mark.parametrize("key", [*ARROWS, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_B])
def test_no_key_changes_a_list_that_is_closed(qtbot: QtBot, key: Qt.Key) -> None:
    box = ChoiceBox(look_of(), "kind", CHOICES)
    sheet(qtbot, box)
    with qtbot.assertNotEmitted(box.chosen):
        QTest.keyClick(box, key)
    assert box.choice() == "a"
    assert box.view().isVisible() is (key not in SIDEWAYS), "other keys open the list"
    box.hidePopup()


def test_an_entry_of_the_list_is_chosen_by_arrow_and_enter(qtbot: QtBot) -> None:
    box = ChoiceBox(look_of(), "kind", CHOICES)
    sheet(qtbot, box)
    QTest.keyClick(box, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.chosen) as told:
        QTest.keyClick(box.view(), Qt.Key.Key_Down)
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
    assert told.args == ["b"]
    assert box.choice() == "b"


def test_a_list_closed_by_escape_keeps_its_choice(qtbot: QtBot) -> None:
    box = ChoiceBox(look_of(), "kind", CHOICES)
    sheet(qtbot, box)
    with qtbot.assertNotEmitted(box.chosen):
        QTest.keyClick(box, Qt.Key.Key_Down)
        QTest.keyClick(box.view(), Qt.Key.Key_Down)
        QTest.keyClick(box.view(), Qt.Key.Key_Escape)
    assert box.choice() == "a"


def test_the_wheel_chooses_nothing(qtbot: QtBot) -> None:
    look = look_of()
    box, chips = ChoiceBox(look, "kind", CHOICES), SwitchChips(look, CHOICES, "way")
    tick = TickBox(look, "證件原件已看過", "tick")
    sheet(qtbot, box, chips, tick)
    chips.show_choice("b")
    for one in (box, chips.chip("a"), tick):
        one.setFocus()
        for steps in (-5, 5, 1):
            roll(one, steps)
    assert (box.choice(), chips.choice()) == ("a", "b")
    assert not tick.isChecked()


def test_choices_shown_by_the_program_tell_nobody(qtbot: QtBot) -> None:
    look = look_of()
    box, chips = ChoiceBox(look, "kind", CHOICES), SwitchChips(look, CHOICES, "way")
    tick = TickBox(look, "證件原件已看過", "tick")
    sheet(qtbot, box, chips, tick)
    signals = (box.chosen, chips.chosen, tick.ticked)
    with (
        qtbot.assertNotEmitted(signals[0]),
        qtbot.assertNotEmitted(signals[1]),
        qtbot.assertNotEmitted(signals[2]),
    ):
        box.show_choice("c")
        chips.show_choice("c")
        tick.setChecked(True)
    assert (box.choice(), chips.choice()) == ("c", "c")


def focused() -> QWidget:
    now = QApplication.focusWidget()
    assert now is not None
    return now
