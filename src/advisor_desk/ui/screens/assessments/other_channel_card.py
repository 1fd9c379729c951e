"""The form for an assessment of another channel, as its paper says it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.assessments.other_channel import (
    CHANNELS,
    FIELDS,
    GRADES,
    NOT_PASSED,
    OtherChannel,
)
from advisor_desk.ui.widgets import Button, Card, DayEditor, Field, Label, LineEditor, SwitchChips
from advisor_desk.ui.widgets.leaving import Leaving

_LINES = ("number", "questionnaire", "paper_seen", "reason")
_HINTS = {"paper_seen": "OTHER_PAPER_SEEN_HELP", "reason": "OTHER_REASON_HELP"}
# Field, row, column, columns of six it takes.
_PLACES = (
    ("taken", 0, 0, 2),
    ("number", 0, 2, 2),
    ("questionnaire", 0, 4, 2),
    ("channel", 1, 0, 6),
    ("grade", 2, 0, 6),
    ("paper_seen", 3, 0, 3),
    ("reason", 3, 3, 3),
)


class OtherChannelCard(Card):
    """``entered`` tells that it counts now, ``left`` that the form is closed."""

    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, presenter: OtherChannel) -> None:
        super().__init__(look, look.words.say("OTHER_TITLE"), "file-text")
        self._look = look
        self._presenter = presenter
        self.setObjectName("other")
        self._lines: dict[str, LineEditor] = {
            "taken": DayEditor(look, "other.taken"),
            **{one: LineEditor(look, f"other.{one}", longest=200) for one in _LINES},
        }
        self._chips = {"channel": self._channels(), "grade": self._grades()}
        self._fields: dict[str, Field] = {}
        self._problem = Label(look, "", "body", "stop")
        self._build()
        self.show_state()

    @property
    def first(self) -> QWidget:
        """Return the first field that is wrong, else the day."""
        wrong = self._presenter.errors(self._look.words)
        for field in FIELDS:
            if field in wrong:
                return self._lines.get(field) or self._chips[field].chip(_FIRST[field])
        return self._lines["taken"]

    def show_state(self) -> None:
        """Show what is typed, and what is wrong with it."""
        typed, errors = self._presenter.typed, self._presenter.errors(self._look.words)
        for name, line in self._lines.items():
            if not line.hasFocus():
                line.set_text(typed.of(name))
        for name, chips in self._chips.items():
            chips.show_choice(typed.of(name))
        for name, field in self._fields.items():
            field.set_error(errors.get(name, ""))
        self._problem.say(errors.get("", ""))
        self._problem.setVisible("" in errors)

    def _build(self) -> None:
        look, words = self._look, self._look.words
        self.body.addWidget(Label(look, words.say("OTHER_TEXT"), "body", "ink_2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.size("m"))
        for name, row, column, wide in _PLACES:
            editor: QWidget = self._lines.get(name) or self._chips[name]
            hint = words.say(_HINTS[name]) if name in _HINTS else ""
            field = Field(look, words.say(f"OTHER_{name.upper()}"), editor, hint)
            self._fields[name] = field
            grid.addWidget(field, row, column, 1, wide)
        for column in range(6):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self._problem)
        enter = Button(look, words.say("OTHER_ENTER"), icon="check", name="other.enter")
        leave = Button(look, words.say("OTHER_LEAVE"), "quiet", name="other.leave")
        enter.clicked.connect(self._enter)
        leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.theme.size("s"))
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(enter)
        self.body.addLayout(buttons)
        for name, line in self._lines.items():
            Leaving(line).left.connect(partial(self._keep, name))
        for name, chips in self._chips.items():
            chips.chosen.connect(partial(self._chosen, name))

    def _channels(self) -> SwitchChips:
        words = self._look.words
        choices = [(one.value, words.say(f"OTHER_CHANNEL_{one.value}")) for one in CHANNELS]
        return SwitchChips(self._look, choices, "other.channel")

    def _grades(self) -> SwitchChips:
        failed = self._look.words.say("ATTEMPT_NOT_PASSED")
        choices = [(one, failed if one == NOT_PASSED else one) for one in GRADES]
        return SwitchChips(self._look, choices, "other.grade")

    def _keep(self, name: str) -> None:
        self._presenter.typed.keep(**{name: self._lines[name].text()})

    def _chosen(self, name: str, choice: str) -> None:
        self._presenter.typed.keep(**{name: choice})

    def _enter(self) -> None:
        for name in self._lines:
            self._keep(name)
        if self._presenter.enter():
            self.entered.emit()
            return
        self.show_state()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)


_FIRST = {"channel": CHANNELS[0].value, "grade": GRADES[0]}
