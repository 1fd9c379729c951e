"""Choosing a file in the system's own window; pages take the way of asking, tests another one."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QWidget

AskForFile = Callable[[QWidget, str, str], str]


def ask_for_file(parent: QWidget, title: str, kinds: str) -> str:
    """Let a file be chosen; empty: none was."""
    return QFileDialog.getOpenFileName(parent, title, "", kinds)[0]
