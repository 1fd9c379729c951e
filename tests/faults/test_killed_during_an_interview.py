"""A whole interview killed at two hundred random calls: nothing acknowledged is ever lost."""

import json
import random
import shutil
import tempfile
from functools import cache
from pathlib import Path

import pytest
from tests.faults.killing import Point, all_points, needs_strace, run
from tests.faults.script_files import SCRIPTS
from tests.faults.stages import acts_of, check_home, new_home, whole_interview

POINTS, GROUPS, SEED = 200, 8, 20_261_123


@cache
def before(script: Path) -> tuple[Path, tuple[Point, ...]]:
    """Return a new home, and every point at which a replay in a copy of it can be killed."""
    folder = Path(tempfile.mkdtemp(prefix="before-"))
    home, here, copy = new_home(folder), folder / "here", folder / "copy"
    for each in (here, copy):
        shutil.copytree(home, each)
    # Once in this process too: no child then reads packs and fonts anew.
    whole_interview(script, here)()(lambda _: None)
    return home, tuple(all_points(whole_interview(script, copy), folder / "calls"))


@pytest.mark.parametrize("group", range(GROUPS))
def test_nothing_acknowledged_is_lost(group: int, quick: Path) -> None:
    needs_strace()
    script = SCRIPTS[group % len(SCRIPTS)]
    empty, points = before(script)
    chosen = random.Random(SEED + group).sample(points, POINTS // GROUPS)  # noqa: S311 - a fixed draw
    killed = 0
    for number, point in enumerate(chosen):
        home = quick / str(number)
        shutil.copytree(empty, home)
        ended = run(whole_interview(script, home), quick / "calls", point)
        killed += ended.was_killed
        check_home(home, script, ended.acknowledged)
        steps = [json.loads(line)["step"] for line in ended.acknowledged]
        assert steps == list(range(1, len(steps) + 1)), point
        assert ended.was_killed or len(steps) == len(acts_of(script)), point
        shutil.rmtree(home)
    # A signature is a byte or two longer or shorter each time, so a last call may not come.
    assert killed >= len(chosen) - 1
