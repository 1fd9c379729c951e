"""A desk with years of work in its book: opening it, finding a client, each act of an interview.

The books are built once (``bulk``); the bars are those given for the desktop.
"""

import atexit
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tests.bench.bulk import BulkHome, Size, busy_home
from tests.bench.figure import Figure
from tests.services.branch import ADVISER, STEPS, TODAY, Practice, SetClock, Walk

from advisor_desk.domain.interview import SigningWay
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.station import Station
from advisor_desk.services.warming import warm_up

BUSY, MANY_NAMES = Size(), Size(clients=100_000, interviews=40, unfinished=3)
BUILT_S, OPENED_MS, AGENDA_MS, ACT_MS = 60.0, 300.0, 100.0, 50.0
FOUND_MS = 4.0  # of the 16 in which a list must be painted
RUNS = 15
# Forms are made, sealed or printed in these: they are done while the screen waits.
LONG_ACTS = {"open_review", "begin_signing", "sign_set", "print_forms", "make_record"}
TYPED = ("王", "陳", "建國", "c", "ch", "chen", "chenj", "zhiqiang", "zz", "8", "821", "4821", "不")
OPENING = """
import sys, time
from datetime import datetime, timedelta
from pathlib import Path
from tests.services.branch import ADVISER, TODAY, SetClock
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.station import Station
from advisor_desk.services.warming import warm_up
warm_up(TODAY.date())
with Station.open(Path(sys.argv[1]), SetClock(TODAY + timedelta(hours=3))) as station:
    started = time.perf_counter()
    board = Interviews(station.training_desk(ADVISER.staff_no)).agenda.today()
    assert board.unfinished
    print((time.perf_counter() - started) * 1000)
"""


@cache
def built(size: Size) -> tuple[BulkHome, float]:
    """Build a book once; return it with the seconds it took."""
    folder = tempfile.TemporaryDirectory(dir=Path(__file__).parent)
    atexit.register(folder.cleanup)
    started = time.perf_counter()
    home = busy_home(Path(folder.name), size)
    taken = time.perf_counter() - started
    os.sync()  # or the first act waits for all of it to reach the disk
    return home, taken


@cache
def clock_of(size: Size) -> SetClock:
    """Return one clock for all desks of a home: what is recorded at one is before the next."""
    return SetClock(built(size)[0].now)


@contextmanager
def at_the_desk(size: Size) -> Iterator[Practice]:
    warm_up(TODAY.date())
    home, clock = built(size)[0], clock_of(size)
    with Station.open(home.home, clock) as station:
        desk = station.training_desk(ADVISER.staff_no)
        yield Practice(home.home, clock, station, desk, Interviews(desk))


def milliseconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def bench_books_built() -> tuple[Figure, ...]:
    return tuple(
        Figure(
            f"a book of {size.clients:,} clients, {size.interviews:,} interviews built",
            built(size)[1],
            BUILT_S,
            "s",
            "once, from empty folder to closed home",
        )
        for size in (BUSY, MANY_NAMES)
    )


def bench_opened_to_today() -> Figure:
    """Measure new processes; what each reads beforehand, it reads before the key is there."""
    home = built(BUSY)[0].home
    root = Path(__file__).parents[2]
    times = []
    for _ in range(5):
        done = subprocess.run(
            [sys.executable, "-c", OPENING, str(home)],
            capture_output=True,
            check=True,
            text=True,
            cwd=root,
        )
        times.append(float(done.stdout))
    return Figure(
        "a long book opened to Today's board, the key being there",
        statistics.median(times),
        OPENED_MS,
        "ms",
        f"median of 5 new processes, 5,000 interviews; slowest {max(times):.0f} ms",
    )


def bench_agenda() -> tuple[Figure, ...]:
    with at_the_desk(BUSY) as at:
        first = milliseconds(at.interviews.agenda.today)
        again = [milliseconds(at.interviews.agenda.today) for _ in range(RUNS)]
    return (
        Figure("Today's board of a long book", first, AGENDA_MS, "ms", "once, nothing read before"),
        Figure(
            "Today's board again",
            statistics.median(again),
            AGENDA_MS / 2,
            "ms",
            f"median of {RUNS}; half of the first's bar",
        ),
    )


def bench_client_found() -> Figure:
    with at_the_desk(MANY_NAMES) as at:
        find = at.interviews.clients.find
        medians = {
            typed: statistics.median(
                milliseconds(lambda typed=typed: find(typed)) for _ in range(RUNS)
            )
            for typed in TYPED
        }
    slowest = max(medians, key=lambda typed: medians[typed])
    return Figure(
        "a client found among 100,000 names, the slowest text",
        medians[slowest],
        FOUND_MS,
        "ms",
        f"“{slowest}”; median of {RUNS} for each of {len(TYPED)} texts; a quarter of a 16 ms frame",
    )


def bench_searched_everywhere() -> Figure:
    with at_the_desk(MANY_NAMES) as at:
        times = [
            milliseconds(lambda typed=typed: at.interviews.search(typed))
            for typed in TYPED
            for _ in range(RUNS)
        ]
    return Figure(
        "clients, products and forms searched among 100,000 names",
        statistics.quantiles(times, n=20)[-1],
        FOUND_MS,
        "ms",
        f"95 of 100 of {len(times)} searches; a quarter of a 16 ms frame",
    )


def bench_file_opened() -> tuple[Figure, ...]:
    with at_the_desk(BUSY) as at:
        do = at.interviews
        clients = [str(row["client"]) for row in do.clients.listed(None, RUNS)]
        opened = [
            milliseconds(lambda one=one: do.clients.open_file(one, "bench")) for one in clients
        ]
        cards = [milliseconds(lambda one=one: do.shelf.card(one)) for one in clients]
    note = f"median of {RUNS} clients of a long book"
    return (
        Figure("a client's file opened", statistics.median(opened), ACT_MS, "ms", note),
        Figure("the allowed-today card", statistics.median(cards), ACT_MS, "ms", note),
    )


class Watched:
    """A service whose every call is timed under its name."""

    def __init__(self, service: object, times: dict[str, list[float]]) -> None:
        self._service = service
        self._times = times

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._service, name)
        if not callable(found):
            return Watched(found, self._times) if hasattr(found, "_room") else found

        def timed(*given: Any, **named: Any) -> Any:
            started = time.perf_counter()
            try:
                return found(*given, **named)
            finally:
                self._times[name].append((time.perf_counter() - started) * 1000)

        return timed


def bench_acts() -> tuple[Figure, ...]:
    """Lead whole interviews, both ways of signing, with a look at board and shelf at each step."""
    times: dict[str, list[float]] = defaultdict(list)
    with at_the_desk(BUSY) as at:
        at.interviews = Watched(at.interviews, times)  # type: ignore[assignment]
        for number in range(6):
            way = SigningWay.screen if number % 2 else SigningWay.paper
            walk = Walk(at, order=501 + 2 * number, signing_way=way)
            for step in STEPS:
                getattr(walk, step)()
                at.interviews.position(walk.interview)
                if step != "close":
                    at.interviews.flow.keep_draft(walk.interview, "note", f"{step} 半句")
                if step == "portfolio":
                    at.interviews.shelf.answers(walk.interview, "閒置資金")
    medians = {name: statistics.median(found) for name, found in times.items()}
    short = {name: value for name, value in medians.items() if name not in LONG_ACTS}
    slowest = max(short, key=lambda name: short[name])
    long = ", ".join(f"{name} {medians[name]:.0f}" for name in sorted(LONG_ACTS & medians.keys()))
    return (
        Figure(
            "the slowest act of an interview in a long book",
            short[slowest],
            ACT_MS,
            "ms",
            f"{slowest}; medians of 6 interviews, {len(short)} kinds; done elsewhere (ms): {long}",
        ),
    )
