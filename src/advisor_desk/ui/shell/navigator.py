"""Going from one place of the program to another, as the places themselves may ask for it."""

from typing import Protocol

from advisor_desk.domain.client import ClientId
from advisor_desk.domain.interview import InterviewId


class Navigator(Protocol):
    """What a place may ask of the window. Going somewhere changes nothing that is recorded."""

    def go(self, place: str) -> None:
        """Show a place by its id: today, clients, interview, materials, settings, help."""
        ...

    def open_client(self, client: ClientId) -> None:
        """Show a client's file."""
        ...

    def new_client(self) -> None:
        """Show the page on which a new client is received."""
        ...

    def resume_interview(self, interview: InterviewId) -> None:
        """Put an interview on the table and show it at its open step."""
        ...

    def say(self, tone: str, title: str, text: str = "") -> None:
        """Say something in the banner; an empty title says nothing any more."""
        ...
