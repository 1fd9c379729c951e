"""Somebody at the window who does anything at all: keys, clicks, wheel, text, in any order."""

from collections.abc import Callable
from random import Random

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from tests.hostile import hostile_strings
from tests.ui.papers import write_on
from tests.ui.seat import Seat
from tests.ui.widgets.sheet import compose, roll
from tests.ui.window import Driven, let_live
from tests.ui.wrong_screen import offer_everything

from advisor_desk.domain.languages import Language
from advisor_desk.ui.widgets.ink_pad import InkPad

NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYS = (
    *((key, NONE) for key in (
        Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Up,
        Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete, Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_1, Qt.Key.Key_2,
        Qt.Key.Key_3, Qt.Key.Key_I, Qt.Key.Key_N, Qt.Key.Key_R, Qt.Key.Key_F1, Qt.Key.Key_F2,
        Qt.Key.Key_F4, Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F9,
    )),
    *((key, CONTROL) for key in (
        Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Return, Qt.Key.Key_Z, Qt.Key.Key_1,
        Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_S, Qt.Key.Key_A,
        Qt.Key.Key_V, Qt.Key.Key_Comma,
    )),
    (Qt.Key.Key_Tab, SHIFT),
    (Qt.Key.Key_Left, ALT),
    (Qt.Key.Key_Down, ALT),
    (Qt.Key.Key_S, CONTROL | SHIFT),
    (Qt.Key.Key_L, CONTROL | SHIFT),
)  # fmt: skip
STRINGS = hostile_strings()
PLAUSIBLE = ("200000", "50,000.00", "2026-12-01", "0", "何嘉怡", "REC-1", "無", "1984-03-08", "-1")
THEMES = ("light", "dark", "high_contrast")


def _page(desk: Driven) -> QWidget | None:
    """Return the page of the step shown."""
    pages = desk.window.findChildren(QWidget)
    named = [one for one in pages if one.objectName().startswith(("stage.", "stop", "pause"))]
    return next((one for one in named if one.isVisible()), None)


class Monkey:
    """One such person; ``seed`` makes the same one again."""

    def __init__(self, desk: Driven, seed: int) -> None:
        self._desk = desk
        self._random = Random(seed)  # noqa: S311 - the same again for the same seed
        self.seat = Seat(desk, self._random)
        self.done: list[str] = []
        self._ways: tuple[tuple[float, Callable[[], str]], ...] = (
            (6, self._press_something),
            (30, self._press_on_the_page),
            (10, self._go_on),
            (8, self._write_ink),
            (2, lambda: offer_everything(desk, self._random)),
            (3, self._turn),
            (5, self._click_anywhere),
            (14, self._key),
            (8, self._type_plausibly),
            (6, self._write_anything),
            (3, self._roll),
            (3, self._compose),
            (2, self._resume_something),
            (1, self._change_look),
            (1, lambda: self.seat.clock.move(self._random)),
            (0.5, self._leave),
        )

    def act(self) -> None:
        """Do one thing."""
        if said := self.seat.let_in():
            self.done.append(said)
            return
        weights = [weight for weight, _ in self._ways]
        way = self._random.choices(self._ways, weights)[0][1]
        self.done.append(way())
        let_live()
        if self._random.random() < 0.1:
            self._desk.settle()

    def begin(self, interview: str, days: int) -> None:
        """Sit down with an interview, some days later."""
        self.seat.clock.go_on(days)
        self.seat.take_up(interview)
        self.done.append(f"begin with {interview}")

    def offer_everything(self, interview: str) -> None:
        """Come back to an interview, and hand in every act for it at the end."""
        self.seat.come_back()
        self.seat.take_up(interview)
        self.done.append(offer_everything(self._desk, self._random))
        self._desk.settle()

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self._desk.window

    def _some(self, *kinds: type[QWidget]) -> QWidget | None:
        found = [
            one
            for kind in kinds
            for one in self._desk.window.findChildren(kind)
            if one.isVisible() and one.isEnabled() and one.objectName() != "top.leave"
        ]
        return self._random.choice(found) if found else None

    def _press_something(self) -> str:
        button = self._some(QAbstractButton)
        if button is None:
            return "nothing to press"
        said = button.objectName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return f"press {said}"

    def _press_on_the_page(self) -> str:
        """Press something of the step shown, on either screen: that is where acts are done."""
        page = self._desk.find("client.screen") or _page(self._desk)
        if page is None:
            return self._resume_something()
        inside = page.findChildren(QAbstractButton)
        found = [one for one in inside if one.isVisible() and one.isEnabled()]
        if not found:
            return "nothing on the page to press"
        button = self._random.choice(found)
        said = button.objectName()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return f"press on the page {said}"

    def _go_on(self) -> str:
        for name in ("client.next", "nav.next", "stop.resume"):
            if self._desk.can_press(name):
                QTest.mouseClick(self._desk.widget(name), Qt.MouseButton.LeftButton)
                return f"press {name}"
        return "no way on"

    def _write_ink(self) -> str:
        pad = self._some(InkPad)
        if pad is None:
            return self._press_on_the_page()
        write_on(pad)
        return f"write on {pad.objectName()}"

    def _turn(self) -> str:
        side = self._desk.place.client_side if self._desk.is_own_adviser else None
        if side is None or self._desk.find("shell") is None:
            return "nothing to turn"
        side.turn()
        return "turn the screen"

    def _leave(self) -> str:
        if not self._desk.can_press("top.leave"):
            return "no way out"
        QTest.mouseClick(self._desk.widget("top.leave"), Qt.MouseButton.LeftButton)
        return "sign out"

    def _click_anywhere(self) -> str:
        window = self._desk.window
        at = QPoint(self._random.randrange(window.width()), self._random.randrange(window.height()))
        target = window.childAt(at) or window
        if target.objectName() == "top.leave":
            return "spared the way out"
        said = f"click {type(target).__name__} {target.objectName()} at {at.x()}, {at.y()}"
        click = self._random.choice((QTest.mouseClick, QTest.mouseDClick))
        click(target, Qt.MouseButton.LeftButton, NONE, target.mapFrom(window, at))
        return said

    def _key(self) -> str:
        key, held = self._random.choice(KEYS)
        focused = self._focused()
        if focused.objectName() == "top.leave":
            focused.clearFocus()
            return "spared the way out"
        said = f"key {key.name} {held.value} on {focused.objectName()}"
        QTest.keyClick(focused, key, held)
        return said

    def _type_plausibly(self) -> str:
        field = self._some(QLineEdit, QPlainTextEdit)
        if field is None:
            return "no field"
        field.setFocus()
        text = self._random.choice(PLAUSIBLE)
        if text.isascii():
            QTest.keyClicks(field, text)
        else:
            compose(field, done=text)
        return f"type {text!r} into {field.objectName()}"

    def _write_anything(self) -> str:
        text = self._random.choice(STRINGS)
        focused = self._focused()
        event = QInputMethodEvent()
        event.setCommitString(text)
        said = f"write {text!r} into {focused.objectName()}"
        QApplication.sendEvent(focused, event)
        return said

    def _roll(self) -> str:
        over = self._some(QWidget)
        if over is None:
            return "nothing to roll over"
        roll(over, self._random.choice((-3, -1, 1, 3)))
        return f"roll over {type(over).__name__} {over.objectName()}"

    def _compose(self) -> str:
        field = self._some(QLineEdit, QPlainTextEdit)
        if field is None:
            return "no field"
        field.setFocus()
        compose(field, half="ni hao")
        return f"half a word in {field.objectName()}"

    def _resume_something(self) -> str:
        desk = self._desk
        if not desk.is_own_adviser or desk.find("shell") is None:
            return "not at the desk"
        interview = self._random.choice(tuple(desk.waiting.interviews.values()))
        desk.shell.resume_interview(interview)
        return f"resume {interview}"

    def _change_look(self) -> str:
        language, theme = self._random.choice(tuple(Language)), self._random.choice(THEMES)
        self._desk.window.prefer(language=language.name, theme=theme)
        return f"look {language.name} {theme}"
