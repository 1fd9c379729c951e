"""A client's answer: large, numbered, and chosen by fill, word and tick."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets.checkable import OneOfSome
from advisor_desk.ui.widgets.focus_ring import CORNER
from advisor_desk.ui.widgets.neighbours import press_or_step

CIRCLE = 42
PAD = 26
TICK = 28
GAP = 16
LEFT = PAD + CIRCLE + 24
NORMAL, SMALLER = "client_answer", "client_body"
_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class LargeAnswer(OneOfSome):
    """One of a few answers. A click, Enter or Space presses it; the focus alone chooses nothing."""

    def __init__(self, look: Look, number: int, text: str, name: str, *, height: int = 0) -> None:
        super().__init__()
        self._look = look
        self._line = look.theme.color("button_line")  # only the client's look has one
        self._number = number
        self.setObjectName(name)
        self.setText(text)
        self.setFont(look.theme.font(NORMAL))
        self.setProperty(CORNER, look.theme.radius("answer"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(height or look.theme.size("answer"))
        self._name()

    @property
    def is_chosen(self) -> bool:
        """Say whether this is the answer."""
        return self.isChecked()

    def set_chosen(self, is_chosen: bool) -> None:
        """Show whether this is the answer."""
        if self.isChecked() is not is_chosen:
            self.setChecked(is_chosen)
            self._name()
            self.update()

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Change nothing by itself: what is chosen is shown once it is recorded."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a wide row."""
        return QSize(480, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press it; arrows move the focus and nothing else."""
        if not press_or_step(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, number, words and, where chosen, word and tick."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.color("chosen_ink" if self.isChecked() else "ink")
        ground = "chosen_fill" if self.isChecked() else "ground"
        if self.isDown() and not self.isChecked():
            ground = "primary_tint"
        line = theme.color("chosen_fill") if self.isChecked() else self._line
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
        painter.setFont(self._look.theme.font(SMALLER))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        font, with_word = self._fitting()
        right = float(PAD)
        painter.setPen(ink)
        if self.isChecked():
            tick = icon_pixmap("check", ink, TICK, self.devicePixelRatioF())
            at = self.width() - PAD - TICK
            painter.drawPixmap(at, (self.height() - TICK) // 2, tick)
            right += TICK + GAP
            if with_word:
                wide = self._word_width()
                painter.setFont(self._look.theme.font(SMALLER))
                place = QRectF(at - GAP - wide, 0, wide, self.height())
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._chosen_word())
                right += wide + GAP
        painter.setFont(font)
        words = QRectF(LEFT, 0, self.width() - LEFT - right, self.height())
        painter.drawText(words, _FLAGS, self.text())

    def _fitting(self) -> tuple[QFont, bool]:
        """Return the first way in which the words fit, chosen or not: nothing grows or shrinks.

        First smaller type, never below the client's smallest; then the tick without its word.
        """
        ways = [
            (self._look.theme.font(kind), with_word)
            for with_word in (True, False)
            for kind in (NORMAL, SMALLER)
        ]
        return next((way for way in ways if self._fits(*way)), ways[-1])

    def _fits(self, font: QFont, with_word: bool) -> bool:
        right = PAD + TICK + GAP + (self._word_width() + GAP if with_word else 0)
        room = QRectF(0, 0, max(self.width() - LEFT - right, 0), self.height())
        needed = QFontMetricsF(font).boundingRect(room, int(_FLAGS), self.text())
        return needed.height() <= room.height() and needed.width() <= room.width()

    def fits(self) -> bool:
        """Say whether its words stand whole in it, whichever way."""
        return self._fits(*self._fitting())

    def _word_width(self) -> int:
        metrics = QFontMetrics(self._look.theme.font(SMALLER))
        return metrics.horizontalAdvance(self._chosen_word()) + 2

    def _chosen_word(self) -> str:
        return self._look.words.say("ANSWER_CHOSEN")

    def _name(self) -> None:
        chosen = self._chosen_word() if self.isChecked() else ""
        self.setAccessibleName(" ".join(one for one in (self.text(), chosen) if one))
