"""Nothing ever stands as a window of its own for a moment, and takes the keyboard along."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.shell.opened import Opened, home_with_interview


class Windows(QObject):
    """Writes down every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    watching = Windows()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)


def test_a_page_read_twice_at_once_leaves_nothing_behind(
    qtbot: QtBot, tmp_path: Path, windows: Windows
) -> None:
    with Opened(qtbot, *home_with_interview(tmp_path)) as opened:
        opened.sign_in()
        windows.shown.clear()
        opened.press(Qt.Key.Key_R)
        opened.press(Qt.Key.Key_R)
        opened.window.prefer(language="en")
        opened.window.prefer(language="zh_TW")
        opened.press(Qt.Key.Key_R)
        opened.waits("today")
        QApplication.processEvents()
        assert windows.shown == []
        assert opened.window.isActiveWindow()
