"""What the window says in its banner, and the note beside an interview."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from tests.ui.window import Driven


def banner(desk: Driven) -> str:
    """Return what the banner says; empty where it says nothing."""
    labels = desk.shell._banner.findChildren(QLabel)
    return " ".join(one.text() for one in labels if one.isVisible()).strip()


def note(desk: Driven) -> QPlainTextEdit:
    found = desk.widget("side.note")
    editor = found if isinstance(found, QPlainTextEdit) else found.findChild(QPlainTextEdit)
    assert isinstance(editor, QPlainTextEdit)
    return editor


def write_note(desk: Driven, text: str) -> None:
    """Write it in place of what stands there, and leave the field."""
    editor = note(desk)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    desk.place._frame.finish_typing()  # type: ignore[union-attr]
    desk.settle()
