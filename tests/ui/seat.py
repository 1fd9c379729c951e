"""The chair before the window: who sits there, what the clock says, and finding back to both."""

from datetime import timedelta
from random import Random

from tests.services.branch import SetClock
from tests.ui.homes import ADVISER
from tests.ui.window import Driven

from advisor_desk.domain.clock import Clock
from advisor_desk.store.keys import PUBLISHED_PASSWORD

OTHERS = ("20431", "20460", "90001")  # another adviser, one without a certificate, an administrator
CLOCK_MOVES = (timedelta(days=-2), timedelta(minutes=-3), timedelta(hours=5), timedelta(days=40))
ASKING = ("lock.overlay", "return")  # covers that a password takes away
MOST_TURNED = 40  # events before the client gives the screen back


class WrongClock:
    """The clock of the station, moved anywhere and set right again."""

    def __init__(self, clock: Clock | None) -> None:
        assert isinstance(clock, SetClock)
        self._clock, self._latest = clock, clock.at

    def set_right(self) -> None:
        self._clock.at = self._latest = max(self._latest, self._clock.at)

    def go_on(self, days: int) -> None:
        self.set_right()
        self._clock.at += timedelta(days=days)

    def move(self, random: Random) -> str:
        self.set_right()
        if random.random() < 0.5:
            return "clock set right"
        move = random.choice(CLOCK_MOVES)
        self._clock.at += move
        return f"clock moved by {move}"


class Seat:
    """Signs in and out, unlocks, and takes the screen back from the client."""

    def __init__(self, desk: Driven, random: Random) -> None:
        self._desk, self._random = desk, random
        self._turned_for = 0
        self.clock = WrongClock(desk.window.clock)

    def take_up(self, interview: str) -> None:
        """Put an interview on the table."""
        self._desk.shell.resume_interview(interview)
        self._desk.settle()

    def come_back(self) -> None:
        """Leave the desk as it was found: the first adviser there, the clock right."""
        desk = self._desk
        desk.settle()
        self.clock.set_right()
        if desk.find("client.screen") is not None and desk.place.client_side is not None:
            desk.place.client_side.carrier.take_back()
        for name in ASKING:
            if desk.find(f"{name}.password") is not None:
                self._give_password(name)
        if desk.is_seated and not desk.is_own_adviser:
            desk.shell.signed_out.emit()
            desk.settle()
        if not desk.is_seated:
            desk.sign_in()

    def let_in(self) -> str:
        """Sign in again, unlock, or give the screen back, where that is asked for; say what."""
        desk = self._desk
        if desk.can_press("login.submit"):
            return self._sign_in()
        for name in ASKING:
            if desk.find(f"{name}.password") is not None and self._random.random() < 0.2:
                self.clock.set_right()
                return self._give_password(name)
        return self._taken_back()

    def _give_password(self, name: str) -> str:
        self._desk.line(f"{name}.password").setText(PUBLISHED_PASSWORD)
        self._desk.press(f"{name}.submit")
        return f"password for {name}"

    def _sign_in(self) -> str:
        self.clock.set_right()
        who = self._random.choice(OTHERS) if self._random.random() < 0.2 else ADVISER
        self._desk.sign_in(who)
        return f"sign in {who}"

    def _taken_back(self) -> str:
        screen = self._desk.find("client.screen")
        self._turned_for = self._turned_for + 1 if screen is not None else 0
        side = self._desk.place.client_side if screen is not None else None
        if self._turned_for < MOST_TURNED or side is None:
            return ""
        side.carrier.take_back()
        return "the screen is given back"
