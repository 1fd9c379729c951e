"""Anything at all done to the real window: nothing breaks, and no interview is led wrongly."""

from pathlib import Path
from time import monotonic

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.homes import Waiting
from tests.ui.invariants import Watch
from tests.ui.monkey import Monkey
from tests.ui.window import Driven

SEED = 20261123
SHORT_S, LONG_S = 20, 600
REMEMBERED = 40


def run(qtbot: QtBot, waiting: Waiting, folder: Path, seed: int, seconds: float) -> int:
    """Do things for so long; give how many. What fails says which things were done before."""
    desk = Driven(waiting, folder)
    desk.sign_in()
    watch, monkey = Watch(desk), Monkey(desk, seed)
    ends = monotonic() + seconds
    with qtbot.captureExceptions() as raised:
        while monotonic() < ends:
            try:
                monkey.act()
                watch.look()
            except Exception as error:
                error.add_note(told(monkey, seed))
                raise
            assert raised == [], told(monkey, seed)
        desk.settle()
    monkey.come_back()
    assert watch.look_at_all() > 0, "no interview was worked on"
    desk.close()
    return len(monkey.done)


def told(monkey: Monkey, seed: int) -> str:
    last = "\n".join(monkey.done[-REMEMBERED:])
    return f"seed {seed}, after {len(monkey.done)} events:\n{last}"


def test_twenty_seconds_of_anything_break_nothing(
    qtbot: QtBot, waiting: Waiting, tmp_path: Path
) -> None:
    assert run(qtbot, waiting, tmp_path, SEED, SHORT_S) > 50


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2))
def test_ten_minutes_of_anything_break_nothing(
    qtbot: QtBot, waiting: Waiting, tmp_path: Path, seed: int
) -> None:
    assert run(qtbot, waiting, tmp_path, SEED + seed, LONG_S) > 2000
