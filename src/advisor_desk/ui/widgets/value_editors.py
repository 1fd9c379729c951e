"""Fields for an amount and for a day: typed as text, told plain, no wheel or arrow changes them."""

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent

from advisor_desk.domain.money import Money
from advisor_desk.domain.text import half_wide
from advisor_desk.domain.trouble import BadInput
from advisor_desk.packs.typed_amounts import amount_as_typed
from advisor_desk.packs.typed_days import day_as_typed
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.editors import LineEditor

_ON_THE_WAY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class AmountEditor(LineEditor):
    """An amount in yuan. Grouped while nobody types in it; ``text`` and ``finished`` are plain."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, longest=24)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def text(self) -> str:
        """Return the amount as ``Money.parse`` reads it; commas that group no threes stay in it."""
        return amount_as_typed(super().text())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show it plain for typing; coming by key, the next key writes over it."""
        super().focusInEvent(event)
        plain = self.text()
        if plain != super().text():
            self.setText(plain)
        if event.reason() in _ON_THE_WAY:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell it, and show it grouped again."""
        super().focusOutEvent(event)
        self.setText(_grouped(self.text()))

    def _shown(self, text: str) -> str:
        return text if self.hasFocus() else _grouped(text)


def _grouped(text: str) -> str:
    try:
        return Money.parse(text).figures()
    except BadInput:
        return text


class DayEditor(LineEditor):
    """A day as ``2026-11-23``. Typed, never spun: no wheel and no arrow changes a day."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self.setPlaceholderText(look.words.say("DAY_FORM"))

    def text(self) -> str:
        """Return what was typed; a day, however it was typed, in the one form."""
        day = self.day()
        return half_wide(super().text()) if day is None else day.isoformat()

    def day(self) -> date | None:
        """Return the day; None where there is none or it cannot be read."""
        return day_as_typed(super().text())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tell it, and show it in the one form."""
        super().focusOutEvent(event)
        if self.text() != super().text():
            self.setText(self.text())

    def event(self, event: QEvent) -> bool:
        """Pass the wheel on to the page."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return False
        return super().event(event)
