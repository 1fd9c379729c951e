"""One question, or the client's own estimate, with large answers: choosing turns no page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Label, LargeAnswer

WIDTH = 1120
GAP = 12
LOW, TALL = 64, 80
PAGE_HEIGHT = 616  # between header and foot of the screen
AROUND_WORDS = 118  # number and edges of an answer
CHOSEN_WORDS = 130  # room for the word and the tick of the chosen answer


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to choose."""

    name: str
    text: str
    is_chosen: bool


class Progress(QWidget):
    """A bar for each question: done, now, left. No percentage, no time."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._now, self._of = 0, 0
        self.setFixedHeight(8)

    def show_progress(self, now: int, of: int) -> None:
        """Show how far it is."""
        self._now, self._of = now, of
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bars."""
        if not self._of:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        wide = (self.width() - 8 * (self._of - 1)) / self._of
        for number in range(1, self._of + 1):
            done = "progress_done" if number < self._now else "progress_left"
            token = "progress_now" if number == self._now else done
            painter.setBrush(self._look.theme.color(token))
            painter.drawRoundedRect(QRectF((number - 1) * (wide + 8), 0, wide, 8), 4, 4)
        painter.end()


class QuestionPage(QWidget):
    """Question, help and answers. ``chosen`` gives the place of an answer, from 1."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._names: tuple[str, ...] = ()
        self._answers: list[LargeAnswer] = []
        self._progress = Progress(look)
        self._question = Label(look, "", "client_question")
        self._help = Label(look, "", "client_body", "ink_2")
        self._help.setMinimumHeight(QFontMetrics(look.theme.font("client_body")).height())
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._progress)
        column.addSpacing(look.theme.size("m"))
        column.addWidget(self._question)
        column.addSpacing(look.theme.size("s"))
        column.addWidget(self._help)
        column.addSpacing(GAP)
        column.addLayout(self._grid)
        column.addStretch(1)

    @property
    def first(self) -> QWidget | None:
        """Return the chosen answer, else the first."""
        chosen = [one for one in self._answers if one.is_chosen]
        return next(iter([*chosen, *self._answers]), None)

    def show_progress(self, now: int, of: int) -> None:
        """Show how far it is."""
        self._progress.show_progress(now, of)

    def show_question(self, question: str, help_text: str, choices: Sequence[Choice]) -> None:
        """Show a question; its answers are made anew only when it is another one."""
        self._question.say(question)
        self._help.say(help_text)
        names = tuple(one.name for one in choices)
        if names != self._names:
            self._names = names
            self._rebuild(question, choices)
        for answer, choice in zip(self._answers, choices, strict=True):
            answer.set_chosen(choice.is_chosen)

    def _rebuild(self, question: str, choices: Sequence[Choice]) -> None:
        for old in self._answers:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        columns, height = self._arranged(question, [one.text for one in choices])
        rows = -(-len(choices) // columns)
        self._answers = []
        for place, choice in enumerate(choices):
            answer = LargeAnswer(self._look, place + 1, choice.text, choice.name, height=height)
            answer.clicked.connect(self._pressed)
            self._answers.append(answer)
            self._grid.addWidget(answer, place % rows, place // rows)
        before: QWidget = self
        for answer in self._answers:
            QWidget.setTabOrder(before, answer)
            before = answer

    def _arranged(self, question: str, texts: Sequence[str]) -> tuple[int, int]:
        """Return columns and height: tall where they fit, low where not, two columns at last."""
        theme = self._look.theme
        asked = QFontMetrics(theme.font("client_question")).boundingRect(
            QRect(0, 0, WIDTH, PAGE_HEIGHT), Qt.TextFlag.TextWordWrap, question
        )
        used = 8 + theme.size("m") + asked.height() + theme.size("s") + self._help.minimumHeight()
        room = PAGE_HEIGHT - used - 2 * GAP - theme.size("client_button") - theme.size("m")
        for columns, height in ((1, TALL), (1, LOW), (2, TALL), (2, LOW)):
            rows = -(-len(texts) // columns)
            if rows * height + (rows - 1) * GAP <= room and self._fit(texts, columns, height):
                return columns, height
        return 2, LOW

    def _fit(self, texts: Sequence[str], columns: int, height: int) -> bool:
        metrics = QFontMetrics(self._look.theme.font("client_answer"))
        wide = (WIDTH - GAP * (columns - 1)) // columns - AROUND_WORDS - CHOSEN_WORDS
        place, wrap = QRect(0, 0, wide, 1_000), Qt.TextFlag.TextWordWrap
        return all(metrics.boundingRect(place, wrap, one).height() <= height for one in texts)

    def _pressed(self) -> None:
        pressed = self.sender()
        for number, answer in enumerate(self._answers, start=1):
            if answer is pressed:
                self.chosen.emit(number)
