"""While the witness sits at the desk nothing but this case and the help is gone to."""

from collections.abc import Callable

from advisor_desk.ui.interview.place import InterviewPlace
from advisor_desk.ui.shell.main_window import MainWindow
from advisor_desk.ui.shell.navigator import Navigator
from advisor_desk.ui.shell.places_rail import ALWAYS
from advisor_desk.ui.shell.when_free import WhenFree


class HeldDesk:
    """Goes where is wanted as soon as possible, or says who leaves first."""

    def __init__(
        self,
        window: MainWindow,
        navigator: Navigator,
        when_free: WhenFree,
        interview: Callable[[], InterviewPlace | None],
    ) -> None:
        self._window = window
        self._navigator = navigator
        self._when_free = when_free
        self._interview = interview

    def do(self, wish: Callable[[], None], place: str = "") -> None:
        """Do it; ``place`` is what is gone to."""
        if place in ALWAYS or not witness_at(self._interview()):
            self._when_free.do(wish)
            return
        words = self._window.look.words
        self._navigator.say("info", words.say("WITNESS_HOLDS"), words.say("WITNESS_HOLDS_TEXT"))


def witness_at(place: InterviewPlace | None) -> str:
    """Return who witnesses at the desk; empty: nobody does."""
    opened = place.interview if place else None
    return opened.witness if opened else ""
