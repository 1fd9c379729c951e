"""A client's answer: large, numbered, and chosen by fill, word and tick."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap

CIRCLE = 42
PAD = 26
TICK = 28


class LargeAnswer(QAbstractButton):
    """One of a few answers. A click, Enter or Space presses it; the focus alone chooses nothing."""

    def __init__(self, look: Look, number: int, text: str, name: str, *, height: int = 0) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._is_chosen = False
        self.setObjectName(name)
        self.setText(text)
        self.setFont(look.theme.font("client_answer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(height or look.theme.size("answer"))
        self._name()

    @property
    def is_chosen(self) -> bool:
        """Say whether this is the answer."""
        return self._is_chosen

    def set_chosen(self, is_chosen: bool) -> None:
        """Show whether this is the answer."""
        if self._is_chosen is not is_chosen:
            self._is_chosen = is_chosen
            self._name()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a wide row."""
        return QSize(480, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it; arrows move the focus and nothing else."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, number, words and, where chosen, word and tick."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color("chosen_ink" if self._is_chosen else "ink")
        ground = "chosen_fill" if self._is_chosen else "ground"
        if self.isDown() and not self._is_chosen:
            ground = "primary_tint"
        line = theme.color("chosen_fill" if self._is_chosen else "button_line")
        painter.setPen(QPen(line, theme.size("border_chosen")))
        painter.setBrush(theme.color(ground))
        corner = theme.radius("answer")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), corner, corner)
        self._paint_number(painter, ink)
        self._paint_words(painter, ink)
        painter.end()

    def _paint_number(self, painter: QPainter, ink: QColor) -> None:
        circle = QRectF(PAD, (self.height() - CIRCLE) / 2, CIRCLE, CIRCLE)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setFont(self._look.theme.font("client_body"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        left, right = PAD + CIRCLE + 24, PAD
        painter.setPen(ink)
        if self._is_chosen:
            tick = icon_pixmap("check", ink, TICK, self.devicePixelRatioF())
            at = self.width() - PAD - TICK
            painter.drawPixmap(at, (self.height() - TICK) // 2, tick)
            painter.setFont(self._look.theme.font("client_body"))
            said = self._look.words.say("ANSWER_CHOSEN")
            wide = painter.fontMetrics().horizontalAdvance(said) + 2
            place = QRectF(at - 16 - wide, 0, wide, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said)
            right += TICK + 16 + wide + 16
        painter.setFont(self.font())
        words = QRectF(left, 0, self.width() - left - right, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, self.text())

    def _name(self) -> None:
        chosen = self._look.words.say("ANSWER_CHOSEN") if self._is_chosen else ""
        self.setAccessibleName(" ".join(one for one in (self.text(), chosen) if one))
