"""The adviser's page above the grade: who asked, the six steps, what is offered, what was said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.keep_focus import focus_kept
from advisor_desk.ui.interview.stage_view import StageView
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.over_risk.instead_card import InsteadCard
from advisor_desk.ui.screens.over_risk.presenter import OverRiskPresenter
from advisor_desk.ui.screens.over_risk.steps import Step
from advisor_desk.ui.screens.over_risk.wish_state import WishStep
from advisor_desk.ui.widgets import (
    Button,
    Card,
    Field,
    GradeBadge,
    Icon,
    Label,
    TextEditor,
    clear,
)

STATES = {"done": ("circle-check", "ok"), "now": ("point", "primary"), "later": ("point", "ink_3")}
HIGH = 72  # of the field for the client's words


class OverRiskView(StageView[OverRiskPresenter]):
    """Both grades and the evidence on top, the steps at the left, the acts at the right."""

    wants_width = True

    def __init__(self, look: Look, presenter: OverRiskPresenter) -> None:
        super().__init__(look, presenter)
        words, size = look.words, look.theme.size
        another = Button(look, words.say("DUTIES_ANOTHER"), icon="arrow-left", name="wish.another")
        another.clicked.connect(presenter.choose_another)
        self._another = another
        self.heading(words.say("OVER_RISK_TITLE"), words.say("WISH_TEXT"), another)
        self._about = Card(look)
        self.column.addWidget(self._about)
        row = QHBoxLayout()
        row.setSpacing(size("m"))
        self._steps = Card(look, words.say("WISH_STEPS"), "list-check")
        row.addWidget(self._steps, 1)
        right = QVBoxLayout()
        right.setSpacing(size("m"))
        self._instead = InsteadCard(look, presenter)
        right.addWidget(self._instead)
        self._own = Card(look, words.say("WISH_OWN"), "messages")
        self._words = TextEditor(look, "wish.words", many_lines=True, longest=300)
        self._words.setFixedHeight(HIGH)
        self._words.finished.connect(presenter.keep_words)
        self._field = Field(
            look, words.label("WISH_WORDS"), self._words, words.say("WISH_OWN_HELP")
        )
        self._own.body.addWidget(self._field)
        right.addWidget(self._own)
        right.addStretch(1)
        row.addLayout(right, 1)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self._shown: object = None

    def first_focus(self) -> QWidget:
        """Return what can be typed or pressed now."""
        if self._own.isVisibleTo(self):
            return self._words
        return self._instead.first_focus() or self._another

    def show_state(self) -> None:
        """Show how far it was led."""
        presenter = self.presenter
        step = presenter.client_step()
        goes_on = step is WishStep.declaration and self._own.isHidden() and self._has_keyboard()
        self._instead.setVisible(step is not WishStep.declaration)
        self._own.setVisible(step is WishStep.declaration)
        self._words.set_text(presenter.words())
        self._field.set_error(presenter.interview.error_of("words", "WISH_WORDS"))
        self._instead.show_state()
        if goes_on:  # the keyboard never falls on the button that leaves
            self._words.setFocus()
        key = (presenter.steps(), presenter.interview.facts.choice_seen())
        if key == self._shown:
            return
        self._shown = key
        with focus_kept(self):
            self._show_about()
            clear(self._steps.body)
            for number, one in enumerate(presenter.steps(), start=1):
                self._steps.body.addLayout(self._step(number, one))
            self._steps.body.addStretch(1)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isVisible() and self.isAncestorOf(focused)

    def _show_about(self) -> None:
        look, words, presenter = self.look, self.look.words, self.presenter
        clear(self._about.body)
        product, grade = presenter.product(), presenter.grade()
        if product is None or grade is None:
            return
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        row.addWidget(GradeBadge(look, grade))
        row.addWidget(Icon(look, "arrow-right", "ink_2", 20))
        row.addWidget(GradeBadge(look, product.risk))
        row.addWidget(Label(look, presenter.product_name(), "card_title"), 1)
        above = words.say("WISH_LEVELS", levels=presenter.levels_above())
        row.addWidget(Label(look, above, "strong", "warn", wrap=False))
        self._about.body.addLayout(row)
        for text in (self._asked(), presenter.count_said()):
            if text:
                self._about.body.addWidget(Label(look, text, "body", "ink_2"))

    def _asked(self) -> str:
        words, found = self.look.words, self.presenter.evidence()
        if found is None:
            return ""
        how = words.say(f"WISH_ASKED_{found[0].how.value}", time=words.clock(found[1]))
        said = self.presenter.own_words()
        return words.say("WISH_ASKED_WORDS", how=how, words=said) if said else how

    def _step(self, number: int, one: Step) -> QHBoxLayout:
        look = self.look
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        row.addWidget(Icon(look, *STATES[one.state], 20), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        title = look.words.say("WISH_STEP_TITLE", number=number, title=one.title)
        lines.addWidget(Label(look, title, "strong" if one.state == "now" else "body"))
        state = look.words.say(f"WISH_STATE_{one.state}")
        text = look.words.say("WISH_STEP_STATE", state=state, text=one.text)
        lines.addWidget(Label(look, text, "caption", "ink_2"))
        row.addLayout(lines, 1)
        return row
