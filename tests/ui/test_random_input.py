"""Anything at all done to the real window: nothing breaks, and no interview is led wrongly."""

from pathlib import Path
from random import Random
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.homes import Waiting
from tests.ui.invariants import Watch
from tests.ui.monkey import Monkey
from tests.ui.starts import STAGES, interview_at, stage_met, starts
from tests.ui.window import Driven

SEED = 20261123
SHORT_S, LONG_S, ROUND_S = 20, 600, 60
REMEMBERED = 40
LEAST = 5  # events from each start, however slow the machine


class Round:
    """One desk, at which one interview after the other is begun."""

    def __init__(self, qtbot: QtBot, desk: Driven, seed: int) -> None:
        self._qtbot, self._desk, self._seed = qtbot, desk, seed
        self._random = Random(seed)  # noqa: S311 - the same again for the same seed
        self.watch, self.monkey = Watch(desk), Monkey(desk, seed)
        self.met: set[str] = set()
        self._touched: set[str] = set()

    def play(self, seconds: float) -> None:
        places = starts(self._random)
        began, share = monotonic(), seconds / len(places)
        with self._qtbot.captureExceptions() as raised:
            try:
                for number, (place, days) in enumerate(places, 1):
                    self._sit_down(place, days, began + number * share, raised)
                self.monkey.seat.come_back()
                self.watch.look_at_all()
            except Exception as error:
                error.add_note(self._told())
                raise

    def _sit_down(self, place: str, days: int, ends: float, raised: list[object]) -> None:
        self.monkey.seat.come_back()
        interview = interview_at(self._desk, place, self._random, self._touched)
        self.monkey.begin(interview, days)
        least = len(self.monkey.done) + LEAST
        while monotonic() < ends or len(self.monkey.done) < least:
            self._look_where()
            self.monkey.act()
            self.watch.look()
            assert raised == []
        self.monkey.offer_everything(interview)
        self.watch.look()
        assert raised == []

    def _look_where(self) -> None:
        opened = self._desk.place.interview if self._desk.is_own_adviser else None
        if opened is not None:
            self._touched.add(opened.id)
            self.met.add(stage_met(self._desk))

    def _told(self) -> str:
        done = self.monkey.done
        last = "\n".join(done[-REMEMBERED:])
        return f"seed {self._seed}, after {len(done)} events:\n{last}"


def run(qtbot: QtBot, waiting: Waiting, folder: Path, seed: int, seconds: float) -> Round:
    """Do things for so long. What fails says which things were done before."""
    desk = Driven(waiting, folder)
    desk.sign_in()
    played = Round(qtbot, desk, seed)
    played.play(seconds)
    desk.close()
    assert played.met >= STAGES, STAGES - played.met
    assert played.watch.acts, "no interview was worked on"
    return played


def test_twenty_seconds_of_anything_break_nothing(
    qtbot: QtBot, waiting: Waiting, tmp_path: Path
) -> None:
    assert len(run(qtbot, waiting, tmp_path, SEED, SHORT_S).monkey.done) > 50


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2))
def test_ten_minutes_of_anything_break_nothing(
    qtbot: QtBot, waiting: Waiting, tmp_path: Path, seed: int
) -> None:
    rounds = range(LONG_S // ROUND_S)
    seeds = [SEED + seed * len(rounds) + number for number in rounds]
    played = [run(qtbot, waiting, tmp_path / f"{one}", one, ROUND_S) for one in seeds]
    assert sum(len(one.monkey.done) for one in played) > 2000
