"""The rail of steps: done, now, later, and the shield where a rule asks for a step."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from advisor_desk.domain.interview import Stage
from advisor_desk.ui.interview.rail_steps import RailStep
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap

CIRCLE = 22
LOCK = 14
LEFT = 12
ROOM_FOR_SHIELD = 28
AROUND_NAME = 4
NAME = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class StepButton(QAbstractButton):
    """One step. Its whole row can be pressed where one may go there."""

    def __init__(self, look: Look, step: RailStep, name: str) -> None:
        super().__init__()
        self._look = look
        self.step = step
        self._folded = False
        self.setText(name)
        self.setObjectName(f"rail.{step.stage.name}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(look.theme.font("body"))
        policy = self.sizePolicy()
        policy.setVerticalPolicy(policy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_step(step)

    def show_step(self, step: RailStep) -> None:
        """Show how the step stands."""
        self.step = step
        self.setEnabled(step.may_go or step.shown or step.locked)
        words = self._look.words
        state = "done" if step.done else "later"
        if step.locked:
            state = "locked"
        elif step.shown:
            state = "now_done" if step.done else "now"
        name = self.text()
        self.setAccessibleName(words.say(f"RAIL_STEP_{state}", number=step.number, name=name))
        self.update()

    def set_folded(self, folded: bool) -> None:
        """Show the circle alone; the name is then a tooltip."""
        self._folded = folded
        self.setToolTip(self.text() if folded else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return one row."""
        return QSize(40, self._look.theme.size("row"))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return one row, or more where the name takes two lines."""
        row = self._look.theme.size("row")
        if self._folded:
            return row
        metrics = QFontMetrics(self._look.theme.font("strong"))  # as it is when shown
        name = metrics.boundingRect(QRect(0, 0, self._room(width), 4 * row), NAME, self.text())
        return max(row, name.height() + 2 * AROUND_NAME)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint tint, bar, circle, name and shield."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        if self.step.shown:
            tint = QRectF(self.rect())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primary_tint"))
            painter.drawRoundedRect(tint, 6, 6)
            painter.fillRect(0, 0, 3, self.height(), theme.color("primary"))
        self._paint_circle(painter)
        if not self._folded:
            self._paint_name(painter)
        painter.end()

    def _paint_circle(self, painter: QPainter) -> None:
        theme, step = self._look.theme, self.step
        left = (self.width() - CIRCLE) / 2 if self._folded else LEFT
        circle = QRectF(left, (self.height() - CIRCLE) / 2, CIRCLE, CIRCLE)
        if step.done and not step.shown:
            painter.setPen(QPen(theme.color("ok"), 1.5))
            painter.setBrush(theme.color("ok_tint"))
            painter.drawEllipse(circle)
            self._paint_icon(painter, "check", "ok", circle)
            return
        filled = step.shown
        inside = "on_primary" if filled else "ink_3"
        painter.setPen(QPen(theme.color("primary" if filled else "line_strong"), 1.25))
        painter.setBrush(theme.color("primary" if filled else "surface"))
        painter.drawEllipse(circle)
        if step.done or step.locked:
            icon = "check" if step.done else "lock"
            self._paint_icon(painter, icon, inside, circle, 16 if step.done else LOCK)
            return
        painter.setPen(theme.color(inside))
        painter.setFont(theme.font("caption"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(step.number))

    def _paint_name(self, painter: QPainter) -> None:
        theme, step = self._look.theme, self.step
        painter.setFont(theme.font("strong" if step.shown else "body"))
        reached = step.done or step.shown
        painter.setPen(theme.color("ink" if reached else "ink_3"))
        place = QRect(self._left(), 0, self._room(self.width()), self.height())
        painter.drawText(place, NAME, self.text())
        if step.by_rule:
            shield = QRectF(self.width() - ROOM_FOR_SHIELD, (self.height() - 16) / 2, 16, 16)
            self._paint_icon(painter, "shield-half", "warn", shield)

    def _left(self) -> int:
        return LEFT + CIRCLE + self._look.theme.size("s")

    def _room(self, width: int) -> int:
        beside = ROOM_FOR_SHIELD if self.step.by_rule else self._look.theme.size("xs")
        return width - self._left() - beside

    def _paint_icon(
        self, painter: QPainter, icon: str, token: str, place: QRectF, size: int = 16
    ) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = icon_pixmap(icon, self._look.theme.color(token), size, ratio)
        at = place.center()
        painter.drawPixmap(int(at.x() - size / 2), int(at.y() - size / 2), pixmap)


class StepRail(QWidget):
    """All steps that apply, one below the other."""

    chosen = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._buttons: dict[Stage, StepButton] = {}
        self._folded = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setAccessibleName(look.words.say("RAIL_STEPS"))

    def show_steps(self, steps: tuple[RailStep, ...]) -> None:
        """Show the steps; buttons are kept while the same steps apply."""
        if [step.stage for step in steps] != list(self._buttons):
            self._rebuild(steps)
        for step in steps:
            self._buttons[step.stage].show_step(step)

    def set_folded(self, folded: bool) -> None:
        """Fold to circles, or unfold."""
        self._folded = folded
        for button in self._buttons.values():
            button.set_folded(folded)

    def _rebuild(self, steps: tuple[RailStep, ...]) -> None:
        for button in self._buttons.values():
            self._column.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for step in steps:
            name = self._look.words.say(f"STAGE_{step.stage.name}")
            button = StepButton(self._look, step, name)
            button.set_folded(self._folded)
            button.clicked.connect(self._pressed)
            self._buttons[step.stage] = button
            self._column.addWidget(button)

    def _pressed(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.chosen.emit(button.step.stage)
