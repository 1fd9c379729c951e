"""The calm page: shield, what, what to say, what instead, why, and what was recorded."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.keep_focus import focus_kept
from advisor_desk.ui.interview.stopped import Instead, Stopped
from advisor_desk.ui.interview.what_is_needed import together
from advisor_desk.ui.look import Look
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets import (
    Button,
    Card,
    GradeBadge,
    Hairline,
    Icon,
    Label,
    ReasonRow,
    clear,
)

CIRCLE = 80
ICON = 48


class InCircle(QWidget):
    """An icon in its circle: the shield of a refusal, the two bars of a pause."""

    def __init__(self, look: Look, icon: str, side: int = CIRCLE) -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self.setFixedSize(side, side)

    def show_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint circle and icon."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        border = theme.color("primary") if theme.is_high_contrast else Qt.PenStyle.NoPen
        painter.setPen(border)
        painter.setBrush(theme.color("primary_tint"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        pixmap = icon_pixmap(self._icon, theme.color("primary"), ICON, self.devicePixelRatioF())
        at = (self.width() - ICON) // 2
        painter.drawPixmap(at, at, pixmap)
        painter.end()


class StopPanel(QWidget):
    """``looked`` carries the code of a product that is to be looked at instead."""

    looked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Stopped | None = None
        words, size = look.words, look.theme.size
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(size("m"))
        column.addLayout(self._head())
        self._to_client = Card(look, words.say("STOP_TO_CLIENT"), "messages")
        column.addWidget(self._to_client)
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        self._left = QWidget()  # hidden where it holds nothing: the reasons take its width
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(size("m"))
        self._papers = Card(look, words.say("STOP_PAPERS"), "file-check")
        self._instead = Card(look, words.say("STOP_INSTEAD"))
        for card in (self._papers, self._instead):
            left.addWidget(card)
        row.addWidget(self._left, 1)
        self._reasons = Card(look, words.say("STOP_REASONS"), "scale")
        row.addWidget(self._reasons, 1)
        column.addLayout(row)

    def show_stop(self, stopped: Stopped, icon: str = "shield-check") -> None:
        """Show what holds the interview up; the same again moves nothing."""
        if stopped == self._shown:
            return
        self._shown = stopped
        self._circle.show_icon(icon)
        self._title.say(stopped.title)
        self._text.say(stopped.text)
        with focus_kept(self):
            self._fill(stopped)

    def first_focus(self) -> QWidget | None:
        """Return the first alternative."""
        return self._instead.findChild(Button)

    def _fill(self, stopped: Stopped) -> None:
        look = self._look
        holds = {
            self._to_client: bool(stopped.to_client),
            self._papers: bool(stopped.papers),
            self._instead: bool(stopped.instead),
            self._reasons: bool(stopped.reasons),
        }
        for card in holds:
            clear(card.body)
        said = look.words.say("STOP_QUOTED", words=together(stopped.to_client))
        self._to_client.body.addWidget(Label(look, said, "lead"))
        for paper in stopped.papers:
            self._papers.body.addWidget(ReasonRow(look, "duty", paper))
        self._fill_instead(stopped.instead)
        for reason in stopped.reasons:
            row = ReasonRow(look, reason.tone, reason.text, reason.clause)
            self._reasons.body.addWidget(row)
        for text in (stopped.helps, stopped.noted):
            if text:
                self._reasons.body.addWidget(Label(look, text, "caption", "ink_2"))
        for card, is_shown in holds.items():
            card.body.addStretch(1)
            card.setVisible(is_shown)
        self._left.setVisible(holds[self._papers] or holds[self._instead])

    def _fill_instead(self, instead: tuple[Instead, ...]) -> None:
        for place, one in enumerate(instead):
            if place:
                self._instead.body.addWidget(Hairline(self._look))
            self._instead.body.addLayout(self._row(one))

    def _row(self, one: Instead) -> QHBoxLayout:
        look, words = self._look, self._look.words
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s") + 4)
        row.addWidget(GradeBadge(look, one.risk))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(look, one.name))
        lines.addWidget(Label(look, one.in_short, "caption", "ink_2"))
        row.addLayout(lines, 1)
        name = f"stop.look.{one.code}"
        button = Button(look, words.say("STOP_LOOK_AT"), name=name, small=True)
        button.setAccessibleName(words.say("STOP_LOOK_AT_NAMED", name=one.name))
        button.clicked.connect(self._pressed)
        row.addWidget(button)
        return row

    def _pressed(self) -> None:
        self.looked.emit(self.sender().objectName().removeprefix("stop.look."))

    def _head(self) -> QHBoxLayout:
        look, size = self._look, self._look.theme.size
        head = QHBoxLayout()
        head.setSpacing(size("l"))
        self._circle = InCircle(look, "shield-check")
        head.addWidget(self._circle)
        lines = QVBoxLayout()
        lines.setSpacing(size("xs"))
        lines.addStretch(1)
        self._title = Label(look, "", "title")
        self._text = Label(look, "", "lead", "ink_2")
        lines.addWidget(self._title)
        lines.addWidget(self._text)
        lines.addStretch(1)
        head.addLayout(lines, 1)
        return head


def complaint_line(look: Look) -> QHBoxLayout:
    """Return the line that says where a client complains."""
    row = QHBoxLayout()
    row.setSpacing(look.theme.size("s"))
    row.addWidget(Icon(look, "speakerphone", "primary", 20))
    row.addWidget(Label(look, look.words.say("STOP_COMPLAINT"), "body", "ink_2"), 1)
    return row
