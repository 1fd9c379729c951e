"""The cards of the adviser's page: what decided, what differs, how it was before."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.result.presenter import FactorBar, ResultPresenter
from advisor_desk.ui.widgets import Card, Label, Point, ReasonRow, RiskHistory, clear

ROW = 16
BAR = 6
HISTORY_HEIGHT = 116


class FactorBars(QWidget):
    """A bar for each factor: how much of what its questions can give. No figures."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._factors: tuple[FactorBar, ...] = ()
        self._left = 0
        self._row = ROW

    def show_factors(self, factors: tuple[FactorBar, ...]) -> None:
        """Show other factors; none: nothing stands here."""
        look = self._look
        self._factors = factors
        self.setVisible(bool(factors))
        self._row = round(ROW * look.theme.scale)
        self.setFixedHeight(self._row * len(factors))
        metrics = QFontMetrics(look.theme.font("caption"))
        self._left = max((metrics.horizontalAdvance(one.label) for one in factors), default=0) + 12
        said = (f"{one.label} {one.share:.0%}" for one in factors)
        self.setAccessibleName(look.words.say("LIST_COMMA").join(said))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint names, tracks and bars."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        room = self.width() - self._left
        for place, one in enumerate(self._factors):
            top = place * self._row
            painter.setPen(theme.color("ink_2"))
            name = QRectF(0, top, self._left, self._row)
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, one.label)
            painter.setPen(
                theme.color("line_strong") if theme.is_high_contrast else Qt.PenStyle.NoPen
            )
            track = QRectF(self._left, top + (self._row - BAR) / 2, room, BAR)
            painter.setBrush(theme.color("line" if not theme.is_high_contrast else "surface"))
            painter.drawRoundedRect(track, 4, 4)
            painter.setBrush(theme.color("primary"))
            track.setWidth(max(room * one.share, BAR))
            painter.drawRoundedRect(track, 4, 4)
        painter.end()


class ReasonsCard(Card):
    """What decided the grade, and the answers that do not go together: never corrected here."""

    def __init__(self, look: Look, presenter: ResultPresenter) -> None:
        super().__init__(look)
        self._look = look
        self._presenter = presenter
        self._shown: tuple[tuple[str, ...], ...] | None = None

    def show_state(self) -> None:
        """Show it; made anew only for another assessment."""
        found = (self._presenter.bound_by(), self._presenter.differing())
        if found == self._shown:
            return
        self._shown = found
        clear(self.body)
        words = self._look.words
        self._part(words.say("RESULT_DECIDED"), found[0], words.say("RESULT_DECIDED_BY_POINTS"))
        self._part(words.say("RESULT_DIFFERING"), found[1], words.say("RESULT_DIFFERING_NONE"))
        self.body.addStretch(1)

    def _part(self, title: str, found: tuple[str, ...], nothing: str) -> None:
        rows = QVBoxLayout()
        rows.setSpacing(0)
        rows.addWidget(Label(self._look, title, "card_title"))
        for text in found:
            rows.addWidget(ReasonRow(self._look, "duty", text))
        if not found:
            rows.addWidget(ReasonRow(self._look, "ok", nothing))
        self.body.addLayout(rows)


class HistoryCard(Card):
    """The grades over time: filled where the client answered, hollow where it was read out."""

    def __init__(self, look: Look, presenter: ResultPresenter) -> None:
        self._counted = Label(look, "", "caption", "ink_2", wrap=False)
        super().__init__(look, look.words.say("RESULT_HISTORY"), "chart-line", self._counted)
        self._look = look
        self._presenter = presenter
        self._shown: object = None

    def show_state(self) -> None:
        """Show the grades; made anew only when there is one more."""
        grades = self._presenter.history()
        self._counted.say(self._presenter.redoing.counted_words())
        if grades == self._shown:
            return
        self._shown = grades
        clear(self.body)
        points = [Point(one.taken, one.grade, one.own_answers) for one in grades]
        chart = RiskHistory(self._look, points)
        chart.setMinimumHeight(HISTORY_HEIGHT)
        self.body.addWidget(chart, 1)
