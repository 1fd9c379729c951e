"""A card: white, one hairline, a title, and what belongs together."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.icon import Icon
from advisor_desk.ui.widgets.label import Label


class Card(QFrame):
    """``body`` takes the content; ``tone`` tints it: ok, warn, stop, info."""

    def __init__(
        self,
        look: Look,
        title: str = "",
        icon: str = "",
        trailing: QWidget | None = None,
        *,
        tone: str = "card",
    ) -> None:
        super().__init__()
        self.setProperty("box", tone)
        padding = look.theme.size("m")
        column = QVBoxLayout(self)
        column.setContentsMargins(padding, padding, padding, padding)
        column.setSpacing(look.theme.size("s"))
        self._title = Label(look, title, "card_title")
        if title or trailing is not None:
            head = QHBoxLayout()
            head.setSpacing(look.theme.size("s"))
            if icon:
                head.addWidget(Icon(look, icon, "primary", 20))
            head.addWidget(self._title, 1)
            if trailing is not None:
                share = 0
                if isinstance(trailing, Label) and look.theme.scale > 1:
                    trailing.setWordWrap(True)  # in two lines it leaves room for the title
                    trailing.setAlignment(Qt.AlignmentFlag.AlignRight)
                    share = 1
                head.addWidget(trailing, share)
            column.addLayout(head)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.theme.size("s"))
        column.addLayout(self.body)

    def retitle(self, title: str) -> None:
        """Give a card that has a title another one."""
        self._title.say(title)


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout, and every layout in it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def throw_away(widget: QWidget) -> None:
    """Part with a widget for good.

    It is hidden first: a layout shows what was added to it a moment later, and what has no parent
    by then would stand as a window of its own and take the keyboard.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
