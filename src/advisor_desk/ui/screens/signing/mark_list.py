"""The marks of a set in their order: which is made now, and who saw those that are made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.domain.interview import Mark
from advisor_desk.domain.steps import marks_needed
from advisor_desk.ui.look import Look
from advisor_desk.ui.screens.signing.presenter import SigningPresenter
from advisor_desk.ui.widgets import Button, Chip, Label
from advisor_desk.ui.widgets.mark_rows import NumberMark


class MarkList(QWidget):
    """One row a mark; on paper each has the button of the eye that saw it."""

    def __init__(self, look: Look, presenter: SigningPresenter) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("s"))
        needed = marks_needed(presenter.interview.facts)
        self._rows = [_Row(look, presenter, mark, place) for place, mark in enumerate(needed, 1)]
        for row in self._rows:
            column.addWidget(row)

    def show_state(self) -> None:
        """Show every row; the keyboard goes on to the next button."""
        had_focus = any(row.button.hasFocus() for row in self._rows)
        for row in self._rows:
            row.show_state()
        following = self.turn_button()
        if had_focus and following is not None:
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn_button(self) -> Button | None:
        """Return the button of the mark whose turn it is on paper."""
        return next((row.button for row in self._rows if row.is_turn), None)


class _Row(QWidget):
    def __init__(self, look: Look, presenter: SigningPresenter, mark: Mark, place: int) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._mark = mark
        self.is_turn = False
        words = look.words
        self._number = NumberMark(look, place, is_done=False)
        self._second = Label(look, "", "caption", "ink_2")
        self._chip = Chip(look, words.say("SET_MARK_MISSING"), "warn")
        said = words.say(f"MISSING_MARK_{mark.name.upper()}")
        name = f"signing.seen.{mark.name}"
        self.button = Button(look, words.say("SIGNING_SEEN"), icon="eye", name=name, small=True)
        self.button.setAccessibleName(words.say("SIGNING_SEEN_WHAT", what=said))
        self.button.clicked.connect(self._seen)
        row = QHBoxLayout()
        row.setSpacing(look.theme.size("s"))
        row.addWidget(self._number)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(Label(look, said))
        lines.addWidget(self._second)
        row.addLayout(lines, 1)
        row.addWidget(self._chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.size("xs"))
        column.addLayout(row)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def show_state(self) -> None:
        """Show whether it is made, or may be seen now."""
        presenter, words = self._presenter, self._look.words
        is_made = presenter.is_made(self._mark)
        self._number.set_done(is_done=is_made)
        if not is_made:
            said, tone = presenter.where(self._mark, words), "ink_2"
        elif presenter.is_on_paper:
            said, tone = words.say("SIGNING_SEEN_BY", name=presenter.seen_by(self._mark)), "ok"
        else:
            said, tone = words.say("SIGNING_WRITTEN"), "ok"
        self._second.say(said)
        self._second.set_tone(tone)
        self.is_turn = presenter.may_see(self._mark)
        self.button.setVisible(self.is_turn)
        self._chip.setVisible(not self.is_turn and not is_made)

    def _seen(self) -> None:
        self._presenter.see(self._mark)
