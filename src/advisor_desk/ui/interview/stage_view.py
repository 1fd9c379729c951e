"""The page of a stage for the adviser: its heading, and one way to show how things stand."""

from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_desk.ui.interview.stage import StagePresenter
from advisor_desk.ui.look import Look
from advisor_desk.ui.widgets import Label

Presenter = TypeVar("Presenter", bound=StagePresenter)


class StageView(QWidget, Generic[Presenter]):
    """A page. Build it once, then ``show_state`` whenever anything changed."""

    wants_width: ClassVar[bool] = False
    hides_side_panel: ClassVar[bool] = False

    def __init__(self, look: Look, presenter: Presenter) -> None:
        super().__init__()
        self.look = look
        self.presenter = presenter
        self.leave: Callable[[], None] = lambda: None
        margin, gap = look.theme.size("l"), look.theme.size("m")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(gap)

    def heading(self, title: str, subtitle: str = "", trailing: QWidget | None = None) -> Label:
        """Put the page's one heading at the top; return the label of its second line."""
        row = QHBoxLayout()
        row.setSpacing(self.look.theme.size("m"))
        lines = QVBoxLayout()
        lines.setSpacing(self.look.theme.size("xs"))
        lines.addWidget(Label(self.look, title, "title"))
        second = Label(self.look, subtitle, "body", "ink_2")
        if not subtitle:
            second.hide()  # never shown before it has its parent: it would be a window of its own
        lines.addWidget(second)
        row.addLayout(lines, 1)
        if trailing is not None:
            row.addWidget(trailing, 0, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(row)
        return second

    def show_state(self) -> None:
        """Show how things stand. Twice with the same state moves nothing."""

    def fill_ahead(self) -> None:
        """Fill what takes long and is known before the stage is reached; records nothing."""

    def on_leave(self, leave: Callable[[], None]) -> None:
        """Take what leaves an interview that is over; the close page offers it."""
        self.leave = leave

    def first_focus(self) -> QWidget | None:
        """Return what the keyboard goes to when the page opens; None: the first field."""
        return None
