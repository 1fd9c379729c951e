"""How a page of the desk begins: its margins, its title, and a line below."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets.label import Label


def titled(page: QWidget, look: Look, title: str, text: str) -> QVBoxLayout:
    """Lay a page out as a column that begins with its title, and return the column."""
    margin = look.theme.size("l")
    column = QVBoxLayout(page)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(look.theme.size("m"))
    column.addWidget(Label(look, title, "title"))
    column.addWidget(Label(look, text, "body", "ink_2"))
    return column
