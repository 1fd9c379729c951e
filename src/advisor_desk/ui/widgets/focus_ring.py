"""The ring around whatever has the keyboard: one overlay a window, the same for every control."""

from functools import cache
from typing import Protocol, runtime_checkable
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimerEvent
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from advisor_desk.ui.theme import Theme

CORNER = "focus_corner"  # property of a control with corners of its own, in pixels
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)


@runtime_checkable
class Hugged(Protocol):
    """A control that may be given more room than it paints in."""

    def painted_area(self) -> QRect:
        """Return what the ring goes around, inside the control."""
        ...


class _Watch(QObject):
    """Tells the ring when a control, or anything it stands in, moves. Goes with the watching."""

    _ring: "FocusRing | None" = None  # what a wrapper answers once the collector has emptied it

    def __init__(self, ring: "FocusRing", control: QWidget) -> None:
        super().__init__(ring)
        self._ring = ring
        one: QWidget | None = control
        while one is not None:
            one.installEventFilter(self)
            one = None if one.isWindow() else one.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear a move; keep nothing from its owner."""
        if event.type() in _MOVES and self._ring is not None and isValid(self._ring):
            self._ring.follow_soon()
        return super().eventFilter(watched, event)


_rings: "WeakSet[FocusRing]" = WeakSet()


@cache
def _listen() -> None:
    """Hear of the focus once for all rings: a ring that goes leaves nothing connected behind."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.focusChanged.connect(_tell)


def _tell(_before: QWidget | None, now: QWidget | None) -> None:
    for ring in tuple(_rings):
        if isValid(ring):
            ring.focus_moved(now)


class FocusRing(QWidget):
    """Follows the focus inside one window, through scrolling too; lets every click through."""

    # As above: a window that is collected still moves its parts. The timer is the widget's own, so
    # that it ends with it; 0: it does not run.
    _later: int | None = None

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._around: QWidget | None = None
        self._watch: _Watch | None = None
        self._whole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus_ring")
        self._later = 0
        _rings.add(self)
        _listen()
        self.focus_moved(QApplication.focusWidget())

    def take_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring, or the part of it that a scrolled place lets through."""
        width = self._theme.size("focus_ring")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), width))
        whole = QRectF(self._whole.translated(-self.pos()))
        corner = self._corner() + self._gap() - width / 2
        half = width / 2
        painter.drawRoundedRect(whole.adjusted(half, half, -half, -half), corner, corner)
        painter.end()

    def focus_moved(self, now: QWidget | None) -> None:
        """Follow the keyboard to ``now``; to nothing where it is in another window.

        A page that holds it for want of a control is no control, and has no ring.
        """
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None
        inside = now is not None and now is not self._window and now.window() is self._window
        is_control = now is not None and now.focusPolicy() is not Qt.FocusPolicy.NoFocus
        self._around = now if inside and is_control else None
        if self._around is not None:
            self._watch = _Watch(self, self._around)
        self.follow_soon()

    def follow_soon(self) -> None:
        """Move to where the control is by the next turn of the event loop, once for many moves."""
        if self._later == 0:
            self._later = self.startTimer(0)

    def timerEvent(self, event: QTimerEvent) -> None:  # noqa: N802 - Qt's name
        """Follow, once."""
        if not self._later or event.timerId() != self._later:
            super().timerEvent(event)
            return
        self.killTimer(self._later)
        self._later = 0
        self._follow()

    def _follow(self) -> None:
        around = self._around
        if around is None or not around.isVisible():
            self.hide()
            return
        gap = self._gap()
        area = around.rect()
        if isinstance(around, Hugged):
            area = around.painted_area()
        at = around.mapTo(self._window, area.topLeft())
        self._whole = QRect(at, area.size()).adjusted(-gap, -gap, gap, gap)
        seen = self._whole & self._let_through(around)
        if seen.isEmpty():
            self.hide()
            return
        self.setGeometry(seen)
        self.raise_()
        self.show()
        self.update()

    def _let_through(self, control: QWidget) -> QRect:
        """Return what scrolled places around a control let be seen of it and its ring."""
        gap, seen = self._gap(), self._window.rect()
        one = control
        while one is not self._window and (holder := one.parentWidget()) is not None:
            if isinstance(holder, QAbstractScrollArea) and one is holder.viewport():
                place = QRect(one.mapTo(self._window, one.rect().topLeft()), one.size())
                seen &= place.adjusted(-gap, -gap, gap, gap)
            one = holder
        return seen

    def _gap(self) -> int:
        return self._theme.size("focus_ring") + self._theme.size("focus_gap")

    def _corner(self) -> int:
        own = self._around.property(CORNER) if self._around is not None else None
        return own if isinstance(own, int) else self._theme.radius("control")
