"""A sheet with pieces on it, shown and with the keyboard, as on a page."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_desk.domain.languages import Language
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import apply, theme
from advisor_desk.ui.words import Wording

NONE = Qt.KeyboardModifier.NoModifier


def look_of(name: str = "light", language: Language = Language.zh_TW) -> Look:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    chosen = theme(name, 1.0, language)
    apply(application, chosen)
    return Look(Wording(language), chosen)


def sheet(qtbot: QtBot, *pieces: QWidget) -> QWidget:
    """Show pieces one below the other; the first one takes the keyboard."""
    page = QWidget()
    column = QVBoxLayout(page)
    for piece in pieces:
        column.addWidget(piece)
    column.addStretch(1)
    page.resize(480, 400)
    # The test holds no page: it lives until the test is over.
    qtbot.addWidget(page, before_close_func=lambda _: page.hide())
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    pieces[0].setFocus()
    return page


def roll(on: QWidget, steps: int = -3) -> None:
    """Turn the wheel over a piece."""
    middle = QPointF(on.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(on.mapToGlobal(on.rect().center())),
        QPoint(0, 0),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(on, event)


def compose(on: QWidget, half: str = "", done: str = "") -> None:
    """Let an input method show what is half written, or give what is written."""
    event = QInputMethodEvent(half, []) if half else QInputMethodEvent()
    if done:
        event.setCommitString(done)
    QApplication.sendEvent(on, event)
