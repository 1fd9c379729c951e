"""The adviser's page of the result: the grade and why, what to talk about, talk or do again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.grades import RiskTolerance
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.result.cards import FactorBars, HistoryCard, ReasonsCard
from advisor_desk.ui.screens.result.forms import RedoForm, TalkForm
from advisor_desk.ui.screens.result.presenter import ResultPresenter, Shown
from advisor_desk.ui.widgets import Button, Card, Chip, GradeBadge, Label

FACTORS_WIDTH = 232
_CHIPS = {
    Shown.result: ("plain", "device-desktop"),
    Shown.change: ("plain", "device-desktop"),
    Shown.talk: ("warn", "message-question"),
    Shown.agreed: ("ok", "circle-check"),
}


class ResultView(StageView[ResultPresenter]):
    """The adviser explains; the client agrees on the client's screen."""

    def __init__(self, look: Look, presenter: ResultPresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self.column.setSpacing(look.theme.size("s") + look.theme.size("xs"))
        self._state = Chip(look, "", "plain")
        self.heading(words.say("RESULT_TITLE"), words.say("RESULT_SUBTITLE"), self._state)
        self._card = Card(look)
        self._badge = GradeBadge(look, RiskTolerance.A1, "m")
        self._name = Label(look, "", "section")
        self._points = Label(look, "", "body", "ink_2")
        self._say = Label(look, "", "lead")
        self._own = Label(look, "", "body", "ink_2")
        self._change = Label(look, "", "body", "warn")
        self._noted = Label(look, "", "caption", "ink_2")
        self._factors = FactorBars(look)
        self._rated: object = None
        self._build_grade()
        self._reasons = ReasonsCard(look, presenter)
        self._history = HistoryCard(look, presenter)
        self._talk = TalkForm(look, presenter)
        self._redo = RedoForm(look, presenter)
        self._actions = QWidget()
        self._open_talk = Button(
            look, words.say("RESULT_DO_TALK"), icon="messages", name="result.talk.open"
        )
        self._open_redo = Button(
            look, words.say("RESULT_DO_REDO"), icon="refresh", name="result.redo.open"
        )
        self._limit = Label(look, "", "caption", "ink_2")
        self._open_talk.clicked.connect(presenter.open_talk)
        self._open_redo.clicked.connect(presenter.redoing.open)
        self._form_shown: QWidget = self._actions
        self._build()

    def first_focus(self) -> QWidget | None:
        """Return the button for what is said."""
        return self._open_talk

    def show_state(self) -> None:
        """Show the result, and the form that is open."""
        presenter, words = self.presenter, self.look.words
        shown = presenter.shown_to_client()
        self._state.show_chip(words.say(f"RESULT_STATE_{shown.value}"), *_CHIPS[shown])
        self._show_grade()
        for card in (self._reasons, self._history):
            card.show_state()
        limit = presenter.redoing.limit_words()
        self._open_redo.setEnabled(not limit)
        self._limit.say(limit)
        self._show_form()

    def _show_grade(self) -> None:
        presenter, words = self.presenter, self.look.words
        record, about = presenter.record, presenter.about_grade()
        if record is None or record.grade is None or about is None:
            self._name.say(words.say("RESULT_NONE"))
            return
        self._badge.show_grade(record.grade)
        self._name.say(words.grade(record.grade))
        until = presenter.redoing.valid_until_words()
        points = words.say("PAPER_POINTS", points=record.score) if record.score is not None else ""
        said = words.say("RESULT_POINTS", points=points, until=until) if points else until
        self._points.say(said)
        self._say.say(words.of(about.say))
        for label, text in (
            (self._own, presenter.own_words(words)),
            (self._change, presenter.change_words(words)),
            (self._noted, presenter.noted()),
        ):
            label.say(text)
            label.setVisible(bool(text))
        if record != self._rated:
            self._rated = record
            self._factors.show_factors(presenter.factors())

    def _show_form(self) -> None:
        presenter = self.presenter
        form: QWidget = self._actions
        if presenter.redoing.is_open:
            form = self._redo
            self._redo.show_state()
        elif presenter.is_talk_open:
            form = self._talk
            self._talk.show_state()
        if form is self._form_shown:
            return
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        self._form_shown = form
        for one in (self._actions, self._talk, self._redo):
            one.setVisible(one is form)
        self._history.setVisible(form is self._actions)  # make room: the reasons are talked about
        if had_focus:
            first = form.first if isinstance(form, TalkForm | RedoForm) else self._open_talk
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_grade(self) -> None:
        size = self.look.theme.size
        left = QVBoxLayout()
        left.setSpacing(size("xs"))
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        row.addWidget(self._badge)
        row.addWidget(self._name, 1)
        left.addLayout(row)
        for label in (self._say, self._points, self._own, self._change, self._noted):
            left.addWidget(label)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(size("l"))
        both.addLayout(left, 1)
        self._factors.setFixedWidth(round(FACTORS_WIDTH * self.look.theme.scale))
        both.addWidget(self._factors, 0, Qt.AlignmentFlag.AlignTop)
        self._card.body.addLayout(both)

    def _build(self) -> None:
        size = self.look.theme.size
        self.column.addWidget(self._card)
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        row.addWidget(self._reasons, 1)
        row.addWidget(self._history, 1)
        self.column.addLayout(row)
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(size("s"))
        actions.addWidget(self._open_talk)
        actions.addWidget(self._open_redo)
        actions.addWidget(self._limit, 1)
        for form in (self._actions, self._talk, self._redo):
            self.column.addWidget(form)  # first: a widget without parent is shown as a window
            form.setVisible(form is self._actions)
        self.column.addStretch(1)
