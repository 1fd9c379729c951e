"""The adviser's page of the questionnaire: the mirror, and what may be done beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.assessments.other_channel_card import OtherChannelCard
from advisor_desk.ui.screens.questionnaire.course import PageKind
from advisor_desk.ui.screens.questionnaire.decide_page import DecidePage, paper_button
from advisor_desk.ui.screens.questionnaire.mirror import Mirror
from advisor_desk.ui.screens.questionnaire.presenter import Mode, QuestionnairePresenter
from advisor_desk.ui.screens.questionnaire.take_over_page import TakeOverPage
from advisor_desk.ui.widgets import Button, Chip, Label


class QuestionnaireView(StageView[QuestionnairePresenter]):
    """The client answers on the client's screen; here it can only be seen."""

    def __init__(self, look: Look, presenter: QuestionnairePresenter) -> None:
        super().__init__(look, presenter)
        words = look.words
        self.column.setSpacing(look.theme.size("s") + look.theme.size("xs"))
        self._where = Chip(look, "", "info")
        self._subtitle = self.heading(words.say("QUESTIONNAIRE_TITLE"), " ", self._where)
        self._stack = QStackedWidget()
        self._decide: DecidePage | None = None
        self._take: TakeOverPage | None = None
        self._paper: OtherChannelCard | None = None
        self._notes = Label(look, "", "body", "ink_2")
        self._open_paper = paper_button(look, presenter)
        self._mirror = Mirror(look)
        self._mirror.chosen.connect(presenter.select)
        self._actions = QWidget()
        self._explain = self._action("EXPLAIN", "bulb", "questionnaire.explain")
        self._again = self._action("AGAIN", "refresh", "questionnaire.again")
        self._begin_take = self._action("TAKE", "hand-finger", "questionnaire.take", kind="quiet")
        self._only_client = Label(look, "", "caption", "ink_2")
        self._explain.clicked.connect(presenter.explain)
        self._again.clicked.connect(presenter.show_again)
        self._begin_take.clicked.connect(presenter.begin_take_over)
        self._page = self._mirror_page()
        self._stack.addWidget(self._page)
        self.column.addWidget(self._stack, 1)

    def first_focus(self) -> QWidget | None:
        """Return what the keyboard goes to."""
        return self._first_of(self._shown_page(self.presenter.mode))

    def show_state(self) -> None:
        """Show decision, mirror or take-over."""
        presenter = self.presenter
        mode = presenter.mode
        page = self._shown_page(mode)
        if page is not self._stack.currentWidget():
            had_focus = self.isAncestorOf(self.focusWidget() or self)
            self._stack.setCurrentWidget(page)
            if had_focus:
                self._first_of(page).setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(page, DecidePage | TakeOverPage | OtherChannelCard):
            page.show_state()
        else:
            selected = presenter.selected if mode is Mode.ask else ""
            self._mirror.show_rows(presenter.rows(), selected)
            for button in (self._explain, self._again, self._begin_take):
                button.setEnabled(presenter.can_be_shown())
            self._begin_take.setEnabled(mode is Mode.ask)
            self._actions.setVisible(mode is Mode.ask)
            self._show_notes(mode)
        self._show_where(mode)

    def _shown_page(self, mode: Mode) -> QWidget:
        """Return the page of now; the two rarer ones are built when they are first needed."""
        if self.presenter.paper.is_open:
            if self._paper is None:
                self._paper = OtherChannelCard(self.look, self.presenter.paper.form())
                self._paper.left.connect(self.presenter.paper.close)
                self._paper.entered.connect(self.presenter.interview.changed)
                self._stack.addWidget(self._paper)
            return self._paper
        if mode not in (Mode.ask, Mode.done):
            if self._decide is None:
                self._decide = DecidePage(self.look, self.presenter)
                self._stack.addWidget(self._decide)
            return self._decide
        if mode is Mode.ask and self.presenter.take_over.is_open:
            if self._take is None:
                self._take = TakeOverPage(self.look, self.presenter)
                self._stack.addWidget(self._take)
            return self._take
        return self._page

    def _first_of(self, page: QWidget) -> QWidget:
        if isinstance(page, DecidePage | TakeOverPage | OtherChannelCard):
            return page.first
        ways = (self._begin_take, self._open_paper, self._explain)
        return next((one for one in ways if one.isEnabled() and one.isVisibleTo(self)), ways[0])

    def _show_notes(self, mode: Mode) -> None:
        """Say what is known before the first answer; later it is too late to think about it.

        In place of the take-over stands why nobody may answer for the client, where that is so.
        """
        is_estimate = self.presenter.course.kind is PageKind.estimate
        is_before = mode is Mode.ask and is_estimate and self.presenter.paper.may_open
        notes = self.presenter.repeating.notes() if is_before else ""
        closed = self.presenter.take_over.closed() if mode is Mode.ask else ""
        self._only_client.say(closed)
        self._only_client.setVisible(bool(closed) and not is_before)
        self._begin_take.setVisible(not closed)
        self._notes.say(notes)
        self._notes.setVisible(bool(notes))
        self._open_paper.setVisible(is_before)
        for button in (self._explain, self._again):  # no question is on the client's page
            button.setVisible(not is_before)

    def _show_where(self, mode: Mode) -> None:
        words, course = self.look.words, self.presenter.course
        is_guardian = mode is Mode.guidance
        self._subtitle.say(
            words.say("GUIDANCE_SUBTITLE" if is_guardian else "QUESTIONNAIRE_SUBTITLE")
        )
        self._where.setVisible(mode in (Mode.ask, Mode.done))
        if mode is Mode.done:
            self._where.show_chip(words.say("QUESTIONNAIRE_DONE"), "ok", "circle-check")
        elif mode is Mode.ask and course.kind is PageKind.question:
            facts = {"number": course.place, "of": course.last - 1}
            self._where.show_chip(words.say("QUESTIONNAIRE_PAGE", **facts), "info")
        elif mode is Mode.ask:
            self._where.show_chip(words.say(f"QUESTIONNAIRE_AT_{course.kind.value}"), "info")

    def _mirror_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.column.spacing())
        column.addWidget(self._notes)
        column.addWidget(self._mirror)
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.look.theme.size("s"))
        row.addWidget(self._open_paper)
        self._open_paper.hide()  # beside the others the row would be too wide
        row.addWidget(self._explain)
        row.addWidget(self._again)
        row.addWidget(self._only_client, 1)
        row.addStretch()
        row.addWidget(self._begin_take)
        column.addWidget(self._actions)
        column.addStretch(1)
        return page

    def _action(self, code: str, icon: str, name: str, kind: str = "secondary") -> Button:
        text = self.look.words.say(f"QUESTIONNAIRE_DO_{code}")
        return Button(self.look, text, kind=kind, icon=icon, name=name, small=True)
