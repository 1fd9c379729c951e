"""One act of each kind, killed at every call that writes, syncs, renames or removes."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
from tests.faults.killing import all_points, needs_strace, run
from tests.faults.stages import (
    acts_of,
    check_home,
    first_of_each_kind,
    leftovers,
    one_act,
    stage_before,
)

from advisor_desk.packs import script_acts, script_sale_acts
from advisor_desk.packs.reading import Strict

KINDS = first_of_each_kind()
AGAIN_EVERY = 5


def test_every_act_of_an_interview_is_killed_once() -> None:
    known = {name for module in (script_acts, script_sale_acts) for name in names_of_acts(module)}
    assert {acts_of(script)[step] for script, step in KINDS} == known


def names_of_acts(module: ModuleType) -> Iterator[str]:
    for kind in vars(module).values():
        if isinstance(kind, type) and issubclass(kind, Strict) and "act" in kind.model_fields:
            yield from get_args(kind.model_fields["act"].annotation)


@pytest.mark.parametrize(("script", "step"), KINDS, ids=[acts_of(s)[n] for s, n in KINDS])
def test_an_act_is_kept_whole_or_not_at_all(script: Path, step: int, quick: Path) -> None:
    needs_strace()
    stage = stage_before(script, step)
    before, after, log = quick / "before", quick / "after", quick / "calls"
    shutil.copytree(stage.home, before)
    shutil.copytree(stage.home, after)
    points = all_points(one_act(stage, after), log)
    assert points, "an act that writes nothing keeps nothing"
    seq_before = check_home(before, script, ()).seq
    seq_after = check_home(after, script, ()).seq
    assert seq_after > seq_before
    clean = leftovers(after)
    for number, point in enumerate(points):
        home = quick / str(number)
        shutil.copytree(stage.home, home)
        ended = run(one_act(stage, home), log, point)
        assert ended.was_killed, point
        found = check_home(home, script, ended.acknowledged)
        assert found.seq in (seq_before, seq_after), point
        if ended.acknowledged:
            assert found.seq == seq_after, point
        if found.seq == seq_before and number % AGAIN_EVERY == 0:
            assert not run(one_act(stage, home), log).was_killed
            assert check_home(home, script, ()).seq == seq_after, "the act can be done again"
        assert leftovers(home) == clean, point
        shutil.rmtree(home)
