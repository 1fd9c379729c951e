"""The calm page: shield, what, why, what to say, what is needed, and what to do now."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.stop.presenter import State, StopPresenter
from advisor_desk.ui.theme import icon_pixmap
from advisor_desk.ui.widgets import Button, Card, Label, ReasonRow, clear

CIRCLE = 80
WIDEST = 864


class Shield(QWidget):
    """The shield in its circle: a refusal is protection."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(CIRCLE, CIRCLE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint circle and icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("primary_tint"))
        painter.drawEllipse(QRectF(self.rect()))
        color = self._look.theme.color("primary")
        pixmap = icon_pixmap("shield-check", color, 48, self.devicePixelRatioF())
        painter.drawPixmap((CIRCLE - 48) // 2, (CIRCLE - 48) // 2, pixmap)
        painter.end()


class StopView(QWidget):
    """Shown in place of a stage while the interview rests."""

    hides_side_panel = True
    wants_width = True

    def __init__(self, look: Look, presenter: StopPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._shown: State | None = None
        self.setObjectName("stop")
        words, size = look.words, look.theme.size
        outer = QHBoxLayout(self)
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        outer.addStretch(1)
        outer.addWidget(middle, 8)
        outer.addStretch(1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(size("l"), size("xxl"), size("l"), size("l"))
        column.setSpacing(size("m"))
        column.addLayout(self._head())
        self._to_client = Card(look, words.say("STOP_TO_CLIENT"), "messages")
        column.addWidget(self._to_client)
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        self._papers = Card(look, words.say("STOP_PAPERS"), "file-check")
        self._reasons = Card(look, words.say("STOP_REASONS"), "scale")
        for card in (self._papers, self._reasons):
            row.addWidget(card, 1)
        column.addLayout(row)
        column.addWidget(Label(look, words.say("STOP_KEPT"), "body", "ink_2"))
        column.addStretch(1)
        column.addLayout(self._buttons())

    def first_focus(self) -> QWidget:
        """Return the one filled button."""
        return self._resume

    def show_state(self) -> None:
        """Show why it rests."""
        state = self._presenter.state()
        if state == self._shown:
            return
        self._shown = state
        self._title.say(state.title)
        self._text.say(state.text)
        self._to_client.setVisible(bool(state.to_client))
        clear(self._to_client.body)
        for text in state.to_client:
            self._to_client.body.addWidget(Label(self._look, text, "lead"))
        self._papers.setVisible(bool(state.papers))
        clear(self._papers.body)
        for text in state.papers:
            self._papers.body.addWidget(ReasonRow(self._look, "duty", text))
        self._papers.body.addStretch(1)
        self._reasons.setVisible(bool(state.reasons))
        clear(self._reasons.body)
        for one in state.reasons:
            row = ReasonRow(self._look, one.tone, one.text, one.clause)
            self._reasons.body.addWidget(row)
        self._reasons.body.addStretch(1)

    def _head(self) -> QHBoxLayout:
        look, size = self._look, self._look.theme.size
        head = QHBoxLayout()
        head.setSpacing(size("l"))
        head.addWidget(Shield(look))
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

    def _buttons(self) -> QHBoxLayout:
        words = self._look.words
        row = QHBoxLayout()
        end = Button(self._look, words.say("STOP_END"), icon="flag", name="stop.end")
        end.clicked.connect(self._presenter.end)
        row.addWidget(end)
        row.addStretch(1)
        self._resume = Button(
            self._look, words.say("STOP_RESUME"), "primary", "player-play", name="stop.resume"
        )
        self._resume.clicked.connect(self._presenter.resume)
        row.addWidget(self._resume)
        return row
