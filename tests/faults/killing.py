"""Killing a process at one chosen system call, as a power cut or the system would.

The task runs in a forked child, so nothing has to be imported again; ``strace`` is attached before
the task starts and kills the child on entering the n-th call of a kind: that call never happens.
"""

import os
import re
import shutil
import subprocess
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

# Every call that can change a file, and every one that makes a change last.
CALLS = ("write", "pwrite64", "ftruncate", "fsync", "fdatasync", "rename", "unlink", "rmdir")
DONE, WENT_WRONG = 0, 3

Acknowledge = Callable[[bytes], None]
Act = Callable[[Acknowledge], None]
# Gets everything ready, unharmed, and returns the act during which the process is killed.
Task = Callable[[], Act]


@dataclass(frozen=True)
class Point:
    """The ``number``-th (from 1) call of a kind."""

    call: str
    number: int


@dataclass(frozen=True)
class Ended:
    """How a child ended. ``acknowledged``: what it said was kept, in order."""

    was_killed: bool
    acknowledged: tuple[bytes, ...]
    calls: Counter[str]


def needs_strace() -> None:
    """Skip, saying what is missing, where processes cannot be traced."""
    if shutil.which("strace") is None:
        pytest.skip("NOT TESTED: strace is not installed, so no process was killed at its calls")


def all_points(task: Task, log: Path) -> list[Point]:
    """Run the task unharmed and list every call at which it could be killed."""
    ended = run(task, log)
    assert not ended.was_killed
    return [Point(call, n + 1) for call, times in ended.calls.items() for n in range(times)]


def run(task: Task, log: Path, point: Point | None = None) -> Ended:
    """Run a task in a child, killed at ``point`` where one is given."""
    start, said = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        _be_the_child(task, start, said)
    os.close(start[0])
    os.close(said[1])
    assert os.read(said[0], 1) == b".", "the task could not be prepared, see above"
    tracer = _attach(child, log, point)
    os.write(start[1], b"go")
    os.close(start[1])
    with os.fdopen(said[0], "rb") as pipe:
        lines = pipe.read().splitlines(keepends=True)
    _, status = os.waitpid(child, 0)
    tracer.wait()
    assert os.waitstatus_to_exitcode(status) != WENT_WRONG, "the task itself failed, see above"
    whole = tuple(line.rstrip(b"\n") for line in lines if line.endswith(b"\n"))
    return Ended(os.WIFSIGNALED(status), whole, _counted(log))


def _be_the_child(task: Task, start: tuple[int, int], said: tuple[int, int]) -> None:
    os.close(start[1])
    os.close(said[0])
    try:
        act = task()
        os.write(said[1], b".")
        os.read(start[0], 2)
        act(lambda line: _say(said[1], line))
    except BaseException:  # noqa: BLE001 - a forked child must end here, whatever happened
        traceback.print_exc()
        os._exit(WENT_WRONG)
    os._exit(DONE)


def _say(descriptor: int, line: bytes) -> None:
    os.write(descriptor, line + b"\n")


def _attach(child: int, log: Path, point: Point | None) -> subprocess.Popen[bytes]:
    inject = [f"--inject={point.call}:signal=KILL:when={point.number}"] if point else []
    tracer = subprocess.Popen(
        ["strace", "-q", "-f", "-p", str(child), "-o", log, f"--trace={','.join(CALLS)}", *inject],
        stderr=subprocess.DEVNULL,
    )
    while _tracer_of(child) == 0:
        if tracer.poll() is not None:
            os.kill(child, 9)
            os.waitpid(child, 0)
            pytest.skip("NOT TESTED: this machine does not let strace attach to a process")
    return tracer


def _tracer_of(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    found = re.search(r"TracerPid:\t(\d+)", status)
    return int(found.group(1)) if found else 0


def _counted(log: Path) -> Counter[str]:
    return Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text("utf-8", "replace"), re.MULTILINE))
