"""The line at the foot: what was saved when, which rules are in force, the client's screen, now."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Icon, Label

ORDER = ("saved", "packs", "printer", "client")
ICONS = {
    "saved": "circle-check",
    "packs": "books",
    "printer": "printer",
    "client": "device-desktop",
}


class StatusLine(QFrame):
    """Each part keeps its place; an empty one is left out."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("box", "status")
        self.setFixedHeight(look.theme.size("status_line"))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.size("l"), 0, look.theme.size("l"), 0)
        row.setSpacing(6)
        self._parts: dict[str, tuple[Icon, Label]] = {}
        for part in ORDER:
            tone = "ok" if part == "saved" else "ink_2"
            icon = Icon(look, ICONS[part], tone, 16)
            label = Label(look, "", "caption", tone, wrap=False)
            label.setObjectName(f"status.{part}")
            row.addWidget(icon)
            row.addWidget(label)
            row.addSpacing(14)
            self._parts[part] = (icon, label)
        row.addStretch(1)
        self._now = Label(look, "", "caption", "ink_2", wrap=False)
        self._now.setObjectName("status.now")
        row.addWidget(self._now)

    def show_part(self, part: str, text: str) -> None:
        """Show one part; an empty text leaves it out."""
        icon, label = self._parts[part]
        label.say(text)
        icon.setVisible(bool(text))
        label.setVisible(bool(text))

    def show_now(self, now: datetime) -> None:
        """Show day and time."""
        words = self._look.words
        self._now.say(f"{words.long_day(now.date())}   {words.clock(now)}")
