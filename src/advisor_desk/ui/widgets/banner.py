"""The banner: what the adviser must know now, in place of a box that stops everything."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.button import Button
from advisor_desk.ui.widgets.icon import Icon
from advisor_desk.ui.widgets.label import Label, restyle

_ICONS = {
    "info": "info-circle",
    "ok": "circle-check",
    "warn": "alert-triangle",
    "stop": "hand-stop",
}


class Banner(QFrame):
    """One bold line, one plain line, at most one button. Hidden while there is nothing to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("box", "info")
        self.setObjectName("banner")
        self._on_press: Callable[[], None] | None = None
        self._icon = Icon(look, "info-circle", "primary", 24)
        self._title = Label(look, "", "strong")
        self._title.setObjectName("banner.message")
        self._text = Label(look, "", "body", "ink_2")
        self._button = Button(look, "", name="banner.action")
        self._button.clicked.connect(self._pressed)
        self._close = Button(look, look.words.say("BANNER_CLOSE"), "quiet", name="banner.close")
        self._close.clicked.connect(self.clear)
        lines = QVBoxLayout()
        lines.setSpacing(look.theme.size("hair"))
        lines.addWidget(self._title)
        lines.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(look.theme.size("m"))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(lines, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        self.hide()

    @property
    def message(self) -> str:
        """Return the bold line; empty where nothing is said."""
        return self._title.text() if self.isVisibleTo(self.parentWidget() or self) else ""

    def show_message(
        self,
        tone: str,
        title: str,
        text: str = "",
        button: str = "",
        on_press: Callable[[], None] | None = None,
    ) -> None:
        """Say something: info, ok, warn or stop."""
        self.setProperty("box", tone)
        restyle(self)
        self._icon.show_icon(_ICONS[tone], "primary" if tone == "info" else tone)
        self._title.say(title)
        self._text.say(text)
        self._text.setVisible(bool(text))
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._on_press = on_press
        self.show()
        said = QAccessibleEvent(self._title, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(said)

    def clear(self) -> None:
        """Say nothing."""
        self._title.say("")
        self.hide()

    def _pressed(self) -> None:
        if self._on_press is not None:
            self._on_press()
