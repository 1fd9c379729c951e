"""One act of each kind, killed at every call that writes, syncs, renames or removes."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest
from tests.faults.killing import all_points, needs_strace, run
from tests.faults.stages import (
    OF_THE_WITNESS,
    acts_of,
    check_home,
    first_of_each_kind,
    leftovers,
    one_act,
    stage_before,
)

from advisor_desk.packs import script_acts, script_refer_acts, script_sale_acts
from advisor_desk.packs.reading import Strict

KINDS = first_of_each_kind()
AGAIN_EVERY = 5
# One act of a script that is several of the desk, each whole in itself, with what each records.
ACTS_IN_A_ROW = {"explain_element": ("element_shown", "element_explained")}


def test_every_act_of_an_interview_is_killed_once() -> None:
    modules = (script_acts, script_sale_acts, script_refer_acts)
    known = {name for module in modules for name in names_of_acts(module)}
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
    run(one_act(stage, before, is_done=False), log)
    points = all_points(one_act(stage, after), log)
    assert points, "an act that writes nothing keeps nothing"
    told_before = check_home(before, script, ()).kinds
    told_after = check_home(after, script, ()).kinds
    whole = whole_at(stage.act, told_before, told_after)
    clean = leftovers(after)
    for number, point in enumerate(points):
        home = quick / str(number)
        shutil.copytree(stage.home, home)
        ended = run(one_act(stage, home), log, point)
        assert ended.was_killed, point
        told = check_home(home, script, ended.acknowledged).kinds
        assert told in whole, point
        if ended.acknowledged:
            assert told == told_after, point
        if told != told_after and number % AGAIN_EVERY == 0:
            assert not run(one_act(stage, home), log).was_killed
            came = ("witness_came",) if stage.act in OF_THE_WITNESS else ()
            again = (*told, *came, *told_after[len(told) :])
            assert check_home(home, script, ()).kinds == again, "the act can be done again"
        assert leftovers(home) == clean, point
        shutil.rmtree(home)


def whole_at(act: str, before: tuple[str, ...], after: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what a book may tell that was left in the middle of an act of a script."""
    assert after[: len(before)] == before
    written = after[len(before) :]
    assert written
    if act not in ACTS_IN_A_ROW:
        return [before, after]
    assert written == ACTS_IN_A_ROW[act]
    return [(*before, *written[:done]) for done in range(len(written) + 1)]
