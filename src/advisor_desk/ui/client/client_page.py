"""A page of the client's screen: what stands between its header and its foot."""

from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_desk.ui.interview.open_interview import OpenInterview
from advisor_desk.ui.look import Look


class HasInterview(Protocol):
    """Whatever presents a part of an interview."""

    interview: OpenInterview


Presenter = TypeVar("Presenter", bound=HasInterview)


class ClientPage(QWidget, Generic[Presenter]):
    """One idea in large type. ``look`` is the client's: its language, always light."""

    def __init__(self, look: Look, presenter: Presenter) -> None:
        super().__init__()
        self.look = look
        self.presenter = presenter
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(look.theme.size("m"))

    def header(self) -> str:
        """Return what stands at the right end of the header; where the client is."""
        return ""

    def show_state(self) -> None:
        """Show how things stand. Twice with the same state moves nothing."""

    def first_focus(self) -> QWidget | None:
        """Return what the keyboard goes to when the page is shown."""
        return None
