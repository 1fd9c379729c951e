"""Where somebody writes on the screen: pen, finger and mouse write alike."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEventPoint,
    QInputDevice,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QWidget

from advisor_desk.forms.ink import THICKEST, THINNEST
from advisor_desk.ui.look import Look
from advisor_desk.ui.papers.ink_record import InkRecord, Strokes, line_of, points_of
from advisor_desk.ui.papers.ink_shape import BoxShape, InkLine, lines_for
from advisor_desk.ui.theme import icon_pixmap

USUAL_PRESSURE = 0.5  # of a mouse, and of a finger that tells none
BASE_LINE = 0.8  # of the height
CROSS = 20
BORDER = 2


class InkPad(QWidget):
    """One box to write in. ``changed`` after every stroke and when it is cleared."""

    changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._box = ""
        self._label = ""
        self._shape = BoxShape(3.0, 1.0)
        self._lines: tuple[InkLine, ...] = ()
        self._record = InkRecord()
        self._finger: int | None = None
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._tell()

    def set_box(self, box: str, label: str, shape: BoxShape) -> None:
        """Take the box to write in; another one than before begins empty."""
        if box == self._box:
            return
        self._box, self._label, self._shape = box, label, shape
        self._record.clear()
        self._lay_out()
        self._tell()

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was written yet."""
        return not self._record.count

    def strokes(self) -> Strokes:
        """Return what was written: x, y, pressure, milliseconds and so on, a stroke each."""
        return self._record.strokes

    def lines(self) -> tuple[InkLine, ...]:
        """Return the lines the box is cut into, in the pad's pixels."""
        return self._lines

    def clear(self) -> None:
        """Let the person begin again."""
        self._record.clear()
        self._tell()
        self.update()
        self.changed.emit()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a pad of three by one."""
        return QSize(900, 300)

    def resizeEvent(self, _event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Lay the lines out anew; ink keeps its place in the box."""
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a stroke."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position(), USUAL_PRESSURE, event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go on with it."""
        self._go_on(event.position(), USUAL_PRESSURE, event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End it."""
        self._go_on(event.position(), USUAL_PRESSURE, event.timestamp())
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:  # noqa: N802 - Qt's name
        """Write with a pen, as hard as it is pressed."""
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._begin(event.position(), event.pressure(), event.timestamp())
        elif kind == QEvent.Type.TabletMove and event.pressure() > 0:
            self._go_on(event.position(), event.pressure(), event.timestamp())
        elif kind == QEvent.Type.TabletRelease:
            self._end()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Write with the first finger; a hand laid down beside it writes nothing."""
        if isinstance(event, QTouchEvent):
            self._touched(event)
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint border, base line, cross and ink."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            self._paint_line(painter, line)
        for stroke in self._record.strokes:
            self._paint_stroke(painter, stroke)
        painter.end()

    def _lay_out(self) -> None:
        width, height = self.width() - 2 * BORDER, self.height() - 2 * BORDER
        found = lines_for(self._shape, max(width, 1), max(height, 1))
        self._lines = tuple(line.moved(BORDER, BORDER) for line in found)
        self.update()

    def _touched(self, event: QTouchEvent) -> None:
        device = event.pointingDevice()
        presses = device.capabilities() & QInputDevice.Capability.Pressure
        for point in event.points():
            pressure = point.pressure() if presses else USUAL_PRESSURE
            state = point.state()
            if state == QEventPoint.State.Pressed and self._finger is None:
                self._finger = point.id()
                self._begin(point.position(), pressure, event.timestamp())
            elif point.id() == self._finger and state == QEventPoint.State.Updated:
                self._go_on(point.position(), pressure, event.timestamp())
            elif point.id() == self._finger and state == QEventPoint.State.Released:
                self._lift()
        if event.type() == QEvent.Type.TouchCancel:
            self._lift()

    def _lift(self) -> None:
        self._finger = None
        self._end()

    def _begin(self, at: QPointF, pressure: float, now: int) -> None:
        self._record.begin(self._lines, (at.x(), at.y()), pressure, now)
        self.update()

    def _go_on(self, at: QPointF, pressure: float, now: int) -> None:
        if self._record.go_on((at.x(), at.y()), pressure, now):
            self.update()

    def _end(self) -> None:
        if self._record.end():
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        """Tell a screen reader what is to be written here, and whether something is."""
        words, count = self._look.words, self._record.count
        self.setAccessibleName(words.say("INK_PAD", what=self._label))
        said = words.say("INK_STROKES", count=count) if count else words.say("INK_EMPTY_YET")
        self.setAccessibleDescription(said)

    def _paint_line(self, painter: QPainter, line: InkLine) -> None:
        color = self._look.theme.color
        frame = QRectF(line.left, line.top, line.width, line.height)
        painter.setPen(QPen(color("line_strong"), BORDER))
        painter.setBrush(color("surface"))
        corner = 4 if self._shape.rows else self._look.theme.radius("answer")
        painter.drawRoundedRect(frame, corner, corner)
        if line.cells:
            painter.setPen(QPen(color("line_strong"), 1))
            for cell in range(1, line.cells):
                x = line.left + line.width * cell / line.cells
                painter.drawLine(QPointF(x, line.top), QPointF(x, line.top + line.height))
            return
        base = line.top + line.height * BASE_LINE
        start = line.left + min(48.0, line.width * 0.05)
        cross = icon_pixmap("x", color("ink_2"), CROSS, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(start, base - CROSS / 2), cross)
        painter.setPen(QPen(color("line_strong"), 1.5, Qt.PenStyle.DashLine))
        end = line.left + line.width - min(96.0, line.width * 0.08)
        painter.drawLine(QPointF(start + CROSS + 16, base), QPointF(end, base))

    def _paint_stroke(self, painter: QPainter, stroke: tuple[int, ...]) -> None:
        points = points_of(stroke)
        line = line_of(points, self._lines)
        if line is None:
            return
        for before, after in list(pairwise(points)) or [(points[0], points[0])]:
            painter.setPen(self._pen(line, (before[2] + after[2]) / 2))
            start = QPointF(*line.to_screen(before[0], before[1]))
            end = QPointF(*line.to_screen(after[0], after[1]))
            if start == end:
                painter.drawPoint(start)
            else:
                painter.drawLine(start, end)

    def _pen(self, line: InkLine, pressure: float) -> QPen:
        """Return a pen as thick as the ink will be on the form, at the size of this pad."""
        scale = line.height / (self._shape.height * line.box_height)
        points = THINNEST + (THICKEST - THINNEST) * pressure
        ink = "ink_stroke" if self._look.theme.name == "client" else "ink"
        pen = QPen(self._look.theme.color(ink), max(1.0, points * scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen
