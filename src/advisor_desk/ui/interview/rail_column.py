"""The column of the step rail: its title, the steps, and below them what makes it rest."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QVBoxLayout

from advisor_desk.ui.interview.step_rail import StepRail
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Button, Label


class RailColumn(QFrame):
    """Folds to circles and an icon where a page needs the width."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words, size = look.words, look.theme.size
        self.setProperty("box", "step_rail")
        column = QVBoxLayout(self)
        column.setContentsMargins(size("s"), size("m"), size("s") - size("border"), size("m"))
        column.setSpacing(size("s"))
        self._title = Label(look, words.say("RAIL_INTERVIEW"), "card_title", wrap=False)
        self._title.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self._title)
        self.steps = StepRail(look)
        column.addWidget(self.steps)
        column.addStretch(1)
        self.left = FoldingButton(look, words.say("LEFT_BUTTON"), "logout", "rail.left")
        self.left.hide()
        self.pause = FoldingButton(look, words.say("RAIL_PAUSE"), "player-pause", "rail.pause")
        self.close_pause("")
        for button in (self.left, self.pause):
            column.addWidget(button)

    def close_pause(self, why: str) -> None:
        """Take the button for pausing, and say why; empty: it is open."""
        self.pause.setEnabled(not why)
        self.pause.setToolTip(why or "Ctrl+Shift+S")
        self.pause.setAccessibleDescription(why)

    def set_folded(self, folded: bool) -> None:
        """Fold, or unfold."""
        width = self._look.theme.size("step_rail_folded" if folded else "step_rail")
        self.setFixedWidth(width)
        self.steps.set_folded(folded)
        self._title.setVisible(not folded)
        for button in (self.left, self.pause):
            button.set_room(width - 2 * self._look.theme.size("s"))


class FoldingButton(Button):
    """A quiet button below the rail: with its words, or folded to the icon alone."""

    def __init__(self, look: Look, text: str, icon: str, name: str) -> None:
        super().__init__(look, text, kind="quiet", icon=icon, name=name)
        self._words = text
        self._is_folded = False
        self.setToolTip(text)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a square around the icon, where it is folded."""
        return QSize(self.height(), self.height()) if self._is_folded else super().sizeHint()

    def set_room(self, width: int) -> None:
        """Show icon and words where they have room, else the icon alone."""
        self._is_folded = False
        self.setText(self._words)
        self._is_folded = self.sizeHint().width() > width
        if self._is_folded:
            self.setText("")
        self.setAccessibleName(self._words)
