"""Pages of the interview over a real practice home, laid out at the size they are designed for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from tests.services.branch import Walk

from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import Trouble
from advisor_desk.ui.client.client_page import ClientPage
from advisor_desk.ui.client.screen import ClientScreen
from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import apply, theme
from advisor_desk.ui.widgets.page_canvas import PageCanvas
from advisor_desk.ui.widgets.scrolled import ScrollArea
from advisor_desk.ui.words import Wording

# The adviser's page between rails, bars and panel, and the client's screen, at 1280 x 800.
PAGE = (1280 - 72 - 208 - 272, 800 - 56 - 32 - 64)
SCREEN = (1280, 800)
LEAST_TARGET = 44


class AtOnce:
    """Does long acts at once."""

    busy = False

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[Trouble], None],
    ) -> None:
        try:
            result = work()
        except Trouble as trouble:
            failed(trouble)
        else:
            done(result)


@dataclass
class Shown:
    """A page on the screen, and how to find what stands on it."""

    page: QWidget
    window: QWidget

    def find(self, name: str) -> QWidget:
        found = self.page.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    def button(self, name: str) -> QAbstractButton:
        found = self.find(name)
        assert isinstance(found, QAbstractButton), name
        return found

    def texts(self) -> list[str]:
        labels = self.page.findChildren(QLabel)
        return [one.text() for one in labels if one.isVisibleTo(self.window) and one.text()]


def opened(walk: Walk, language: Language = Language.zh_TW) -> OpenInterview:
    return OpenInterview(walk.do, walk.interview, Wording(language), AtOnce())


def write(text: str, into: QWidget | None = None) -> None:
    """Write with an input method, as Chinese is written, into what has the keyboard."""
    QApplication.processEvents()
    place = into or QApplication.focusWidget()
    assert place is not None
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(place, event)


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QApplication.processEvents()
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, key, modifier)
    QApplication.processEvents()


def look_of(language: Language = Language.zh_TW, name: str = "light") -> Look:
    return Look(Wording(language), theme(name, 1.0, language))


def dress(look: Look) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply(application, look.theme)


def shown_page(qtbot: QtBot, page: StageView[Any]) -> Shown:
    """Lay an adviser's page out as the frame does, and show it."""
    page.setObjectName("stage")
    scroll = ScrollArea()
    scroll.resize(*PAGE)
    scroll.setWidget(page)
    qtbot.addWidget(scroll)
    page.show_state()
    page.presenter.interview.listen(page.show_state)
    scroll.show()
    scroll.activateWindow()
    QApplication.processEvents()
    return Shown(page, scroll)


def scrolls(shown: Shown) -> bool:
    """Say whether the page is higher than its place."""
    QApplication.processEvents()
    return shown.page.height() > PAGE[1]


def shown_client(
    qtbot: QtBot, page: ClientPage[Any], interview: OpenInterview, look: Look
) -> Shown:
    """Push a client's page onto the client's screen."""
    screen = ClientScreen(look, "示例銀行", interview.adviser)
    qtbot.addWidget(screen)
    screen.resize(*SCREEN)
    screen.show()
    screen.activateWindow()
    screen.show_page(page)
    QApplication.processEvents()
    interview.listen(lambda: screen.show_page(page))
    return Shown(page, screen)


def cut_off(window: QWidget) -> list[str]:
    """Give every visible text that does not fit its label or button, and every child outside."""
    return [*_texts_cut(window), *_buttons_cut(window), *_children_outside(window)]


def small_targets(window: QWidget) -> list[str]:
    """Give every visible thing to press that a finger would miss."""
    return [
        f"{one.objectName()} {one.width()}x{one.height()}"
        for one in window.findChildren(QAbstractButton)
        if one.isVisibleTo(window)
        if one.width() < LEAST_TARGET or one.height() < LEAST_TARGET
    ]


def _visible(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    for one in window.findChildren(kind):
        if one.isVisible():
            yield one


def _texts_cut(window: QWidget) -> Iterator[str]:
    for label in _visible(window, QLabel):
        assert isinstance(label, QLabel)
        text = label.text()
        if not text:
            continue
        wrap = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
        room = QRect(0, 0, label.width() if label.wordWrap() else 10_000, 10_000)
        need = QFontMetrics(label.font()).boundingRect(room, wrap, text)
        if need.width() > label.width() + 1 or need.height() > label.height() + 1:
            yield f"{text!r} needs {need.width()}x{need.height()}, has {label.size().toTuple()}"


def _buttons_cut(window: QWidget) -> Iterator[str]:
    for button in _visible(window, QAbstractButton):
        least = button.minimumSizeHint()
        if least.width() > button.width() or least.height() > button.height():
            yield f"{button.objectName()} needs {least.toTuple()}, has {button.size().toTuple()}"


def _children_outside(window: QWidget) -> Iterator[str]:
    for child in _visible(window, QWidget):
        parent = child.parentWidget()
        if parent is None or child.isWindow() or child.objectName() == "focus_ring":
            continue
        if isinstance(child, PageCanvas):
            continue  # the margin of its paper is left out on purpose
        room = parent.rect()
        if isinstance(parent.parentWidget(), QScrollArea):
            room = QRect(0, child.y(), room.width(), child.height())  # it scrolls up and down
        if not room.contains(child.geometry()):
            name = child.objectName() or type(child).__name__
            yield f"{name} {child.geometry().getRect()} is outside {parent.rect().getRect()}"
