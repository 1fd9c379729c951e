"""Clients reached from the window: the box by its key, a new client from Today, each built once."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.shell.opened import Opened, home_with_interview

from advisor_desk.store.keys import PUBLISHED_PASSWORD

CONTROL = Qt.KeyboardModifier.ControlModifier


def focused() -> str:
    found = QApplication.focusWidget()
    return found.objectName() if found is not None else ""


def test_the_keys_of_the_window_lead_to_the_box_the_page_and_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with Opened(qtbot, *home_with_interview(tmp_path)) as opened:
        opened.sign_in()
        opened.press(Qt.Key.Key_K, CONTROL)
        assert focused() == "clients.find"
        opened.write("chen")
        opened.press(Qt.Key.Key_Return)
        opened.waits("clients.file")
        assert focused() == "file.begin"
        opened.press(Qt.Key.Key_1, CONTROL)
        opened.press(Qt.Key.Key_N)
        opened.waits("clients.new_page")
        assert focused() == "client.document"
        opened.write("9901")
        opened.window.prefer(language="en")
        opened.waits("clients.new_page")
        qtbot.waitUntil(lambda: focused() == "client.document")
        number = QApplication.focusWidget()
        assert isinstance(number, QLineEdit)
        assert number.text() == "9901"
        opened.press(Qt.Key.Key_I)
        assert number.text() == "9901i", "a letter typed is no command"
        opened.window.prefer(language="zh_TW")


def test_a_half_typed_page_survives_the_lock_and_signing_out(qtbot: QtBot, tmp_path: Path) -> None:
    with Opened(qtbot, *home_with_interview(tmp_path)) as opened:
        opened.sign_in()
        opened.press(Qt.Key.Key_N)
        opened.waits("clients.new_page")
        opened.write("9901")
        opened.press(Qt.Key.Key_L, CONTROL, Qt.KeyboardModifier.ShiftModifier)
        opened.waits("lock.overlay")
        opened.write(PUBLISHED_PASSWORD)
        opened.press(Qt.Key.Key_Return)
        opened.waits("clients.new_page")
        number = opened.line("client.document")
        assert number.text() == "9901"
        number.setFocus()
        leave = opened.widget("top.leave")
        assert isinstance(leave, QAbstractButton)
        leave.click()
        opened.waits("login")
