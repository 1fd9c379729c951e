"""The desktop as a process of its own on a real X server, as ``sh packaging/run`` opens it."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from tests.journeys.hearing import own_screen
from tests.ui.shell.opened import home_with_interview

from advisor_desk.store.files import is_held

PATIENCE_S = 30
needs_screen = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no Xvfb on this machine")


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """Give the name of a display that lasts as long as the tests here."""
    with ExitStack() as stack:
        yield own_screen(stack)


def environment(screen: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return kept | {"DISPLAY": screen, "LC_ALL": "C.UTF-8"}


@contextmanager
def desktop(home: Path, screen: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "advisor_desk", "--home", home]
    running = subprocess.Popen(
        command, env=environment(screen), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def wait_until_held(home: Path, running: subprocess.Popen[str]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not is_held(home):
        assert time.monotonic() < until, "the home was never opened"
        with suppress(subprocess.TimeoutExpired):
            running.wait(timeout=0.05)
            raise AssertionError(running.communicate())


@needs_screen
def test_a_second_start_ends_at_once_and_well(tmp_path: Path, screen: str) -> None:
    home, _ = home_with_interview(tmp_path)
    with desktop(home, screen) as running:
        wait_until_held(home, running)
        again = subprocess.run(
            [sys.executable, "-m", "advisor_desk", "--home", home],
            env=environment(screen),
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
        assert running.poll() is None, "the first goes on"
    assert not is_held(home), "a killed program holds nothing"


@needs_screen
def test_it_starts_again_after_it_was_killed(tmp_path: Path, screen: str) -> None:
    home, _ = home_with_interview(tmp_path)
    for _ in range(2):
        with desktop(home, screen) as running:
            wait_until_held(home, running)
            assert running.poll() is None
