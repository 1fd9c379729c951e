"""The start of the desktop beside an empty window, each time in a fresh process.

Both processes are watched in the same way: by the clock of the machine, from before the process
is made until the window has painted itself once. They are started in turns, everything compiled.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figure import Figure

from advisor_desk.services.demo import make_demo
from advisor_desk.services.machine_clock import MachineClock

RUNS = 15
LOADS = 5
FIRST_PAINT_MORE = 1.3
LONGEST_GAP_MS = 50
LATE = {"sqlalchemy", "sqlcipher3", "reportlab", "pyhanko", "typer"}  # not before the first paint
CHILD = Path(__file__).with_name("start_child.py")


@dataclass(frozen=True, slots=True)
class Started:
    """One start: times in milliseconds, and what was loaded by the first paint."""

    painted: float
    modules: frozenset[str]
    longest_gap: float
    loaded: float


def bench_first_paint() -> Figure:
    """Paint the sign-in of a demo home, and an empty ``QMainWindow``."""
    empty: list[float] = []
    ours: list[float] = []
    with demo_home() as home:
        for _ in range(RUNS):
            empty.append(started("empty", home).painted)
            found = started("sign-in", home)
            ours.append(found.painted)
            if found.modules & LATE:
                raise RuntimeError(f"loaded too early: {sorted(found.modules & LATE)}")
    bare, value = statistics.median(empty), statistics.median(ours)
    note = f"median of {RUNS} in turns; empty window {bare:.0f} ms, {value / bare:.2f} times"
    return Figure("sign-in painted", value, FIRST_PAINT_MORE * bare, "ms", note)


def bench_gaps_while_loading() -> Figure:
    """Let the heavy half load and the home open behind the sign-in; watch the event loop."""
    with demo_home() as home:
        found = [started("loading", home) for _ in range(LOADS)]
    took = statistics.median(one.loaded for one in found)
    longest = statistics.median(one.longest_gap for one in found)
    note = f"longest gap of a start, median of {LOADS} starts; ready after {took:.0f} ms"
    return Figure("event loop while loading", longest, LONGEST_GAP_MS, "ms", note)


@contextmanager
def demo_home() -> Iterator[Path]:
    """Give a demo home, with everything compiled by one start of each kind."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        make_demo(home, MachineClock())
        for what in ("empty", "loading"):
            started(what, home)
        yield home


def started(what: str, home: Path) -> Started:
    """Start a process and wait for its end."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
        "PYTHONPYCACHEPREFIX": str(home.parent / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, CHILD, what, home],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    said = json.loads(done.stdout.splitlines()[-1])
    return Started(
        (said["painted"] - began) * 1000,
        frozenset(said["modules"]),
        said["longest_gap_ms"],
        said["loaded_ms"],
    )
