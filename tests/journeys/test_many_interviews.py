"""Interview after interview at one station that stays open: nothing may add up.

The bar is under 1 MB for each 1,000 interviews after the first 100, descriptors flat. The resident
size alone cannot show that in 100 interviews: SQLite fills its page caches (2 MB for each open
book: the branch's and three advisers') for some 300 interviews, about 8 MB in all, and then
stands still. So the sharp measure is what Python itself holds, ``sys.getallocatedblocks``: 1 MB per
1,000 is 1 KB an interview, ten blocks of a hundred bytes; a loss of one small object for each act
shows at once. What is outside Python is judged by the trend of the resident size: in the long run
over its second half, when caches are full, as a line fitted through all its points.
"""

import ctypes
import ctypes.util
import gc
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from tests.journeys.station import EXAMPLES, FORMS_OF, ON_PAPER, new_home

from advisor_desk.forms.register import Register
from advisor_desk.forms.verification import Verdict, verify_pdf
from advisor_desk.packs.script import read_script
from advisor_desk.services.interview_files import final_forms
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.replay import Replay, Replayed, enrol_people
from advisor_desk.services.script_clock import ScriptClock
from advisor_desk.services.station import Desk, Station

SCRIPTS = tuple(FORMS_OF)
MEGABYTE = 2**20
BLOCKS_AN_INTERVIEW = 10  # 1 MB per 1,000 interviews, at about 100 bytes a block
CACHES = 16 * MEGABYTE  # four page caches and as much for the allocator; 8 MB measured
SAMPLE = 20  # the forms of every twentieth interview are verified


@dataclass(frozen=True)
class Standing:
    """What the process holds after an interview."""

    blocks: int
    resident: int
    descriptors: int


def standing() -> Standing:
    gc.collect()
    library = ctypes.CDLL(ctypes.util.find_library("c"))
    if hasattr(library, "malloc_trim"):
        library.malloc_trim(0)  # freed memory is given back, so that what is left is held
    process = psutil.Process()
    return Standing(sys.getallocatedblocks(), process.memory_info().rss, process.num_fds())


def slope(values: Sequence[int]) -> float:
    """Return by how much a value grows a step: the line of least squares."""
    middle = (len(values) - 1) / 2
    mean = sum(values) / len(values)
    by = sum((place - middle) * (value - mean) for place, value in enumerate(values))
    return by / sum((place - middle) ** 2 for place in range(len(values)))


def interviews(home: Path, count: int) -> Iterator[Standing]:
    """Replay the examples in turn, all at one open station."""
    clock = ScriptClock(MachineClock(), read_script(ON_PAPER).times[0])
    gc.collect()
    gc.freeze()  # what stood before is counted, but looked through no more
    with Station.open(home, clock, source="script") as station:
        for number in range(count):
            path = SCRIPTS[number % len(SCRIPTS)]
            script = read_script(path)
            clock.set(script.times[0])
            enrol_people(station, script.people)
            desk = station.training_desk(script.adviser.staff_no)
            done = Replay(desk, script, clock, lambda _: None).run()
            assert done.facts.state.is_over
            forms = final_forms(desk.book, done.facts.interview)
            assert sorted(str(row["form"]) for row in forms) == sorted(FORMS_OF[path])
            if number % SAMPLE == 0:
                assert_genuine(home, desk, done)
            yield standing()


def assert_genuine(home: Path, desk: Desk, done: Replayed) -> None:
    register = Register(home / "forms" / "register.jsonl")
    root = (home / "root.crt").read_bytes()
    for row in final_forms(desk.book, done.facts.interview):
        content = desk.book.document(str(row["sha256"]))
        found = verify_pdf(content, register=register, root=root)
        assert found.verdict is Verdict.genuine


def assert_nothing_adds_up(stood: Sequence[Standing]) -> None:
    # The examples hold different things at their ends: rounds of all of them are compared.
    whole = len(stood) - len(stood) % len(SCRIPTS)
    rounds = [
        sum(one.blocks for one in stood[start : start + len(SCRIPTS)]) // len(SCRIPTS)
        for start in range(0, whole, len(SCRIPTS))
    ]
    assert slope(rounds) / len(SCRIPTS) < BLOCKS_AN_INTERVIEW
    assert stood[-1].resident - stood[0].resident < CACHES
    assert len({one.descriptors for one in stood}) == 1


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return new_home(tmp_path, in_process=True).folder


def test_a_fitted_line_finds_growth_and_none() -> None:
    assert slope([5, 5, 5, 5]) == 0
    assert slope([1, 3, 5, 7]) == 2


def test_every_example_is_replayed() -> None:
    assert sorted(SCRIPTS) == sorted(EXAMPLES.glob("*.json"))


def test_a_hundred_interviews_hold_no_more_than_twenty(home: Path) -> None:
    assert_nothing_adds_up(list(interviews(home, 100))[20:])


@pytest.mark.long
def test_a_thousand_interviews_grow_by_less_than_a_megabyte(home: Path) -> None:
    stood = list(interviews(home, 1_100))[100:]
    assert_nothing_adds_up(stood)
    settled = [one.resident for one in stood[len(stood) // 2 :]]
    assert slope(settled) * 1_000 < MEGABYTE
