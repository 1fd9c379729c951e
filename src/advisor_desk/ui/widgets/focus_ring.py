"""The ring around whatever has the keyboard: one overlay a window, the same for every control."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from advisor_desk.ui.theme import Theme

CORNER = "focus_corner"  # property of a control with corners of its own, in pixels
_MOVES = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)


class _Watch(QObject):
    """Tells when a control, or anything it stands in, moves. Goes when another is watched."""

    moved = Signal()

    def __init__(self, ring: QWidget, control: QWidget) -> None:
        super().__init__(ring)
        one: QWidget | None = control
        while one is not None:
            one.installEventFilter(self)
            one = None if one.isWindow() else one.parentWidget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hear a move; keep nothing from its owner."""
        if event.type() in _MOVES:
            self.moved.emit()
        return super().eventFilter(watched, event)


class FocusRing(QWidget):
    """Follows the focus inside one window, through scrolling too; lets every click through."""

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
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
            self._focus_changed(None, application.focusWidget())

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

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._watch is not None:
            self._watch.deleteLater()
            self._watch = None
        inside = now is not None and now is not self._window and now.window() is self._window
        self._around = now if inside else None
        if self._around is not None:
            self._watch = _Watch(self, self._around)
            self._watch.moved.connect(self._moved)
        self._later.start(0)

    def _moved(self) -> None:
        self._later.start(0)

    def _follow(self) -> None:
        around = self._around
        if around is None or not around.isVisible():
            self.hide()
            return
        gap = self._gap()
        at = around.mapTo(self._window, around.rect().topLeft())
        self._whole = QRect(at, around.size()).adjusted(-gap, -gap, gap, gap)
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
