"""The ring around whatever has the keyboard: one overlay a window, the same for every control."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from advisor_desk.ui.theme import Theme


class FocusRing(QWidget):
    """Follows the focus inside one window; lets every click through."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus_ring")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        window.installEventFilter(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._follow)

    def take_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow what has the focus when it moves or the window changes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.LayoutRequest):
            self._later.start(0)
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("focus"), self._theme.size("focus_ring")))
        corner = self._theme.radius("control") + self._theme.size("focus_gap")
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), corner, corner)
        painter.end()

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        inside = now is not None and now.window() is self._window
        self._around = now if inside else None
        if self._around is not None and self._around is not self._window:
            self._around.installEventFilter(self)
        self._later.start(0)

    def _follow(self) -> None:
        around = self._around
        if around is None or not around.isVisible() or around is self._window:
            self.hide()
            return
        gap = self._theme.size("focus_ring") + self._theme.size("focus_gap")
        at = around.mapTo(self._window, around.rect().topLeft())
        self.setGeometry(QRect(at, around.size()).adjusted(-gap, -gap, gap, gap))
        self.raise_()
        self.show()
