"""A disk of one megabyte for a test, to be filled or made read-only; skipped without root."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SMALL_DISK = "1m"


@contextmanager
def small_disk(folder: Path) -> Iterator[Callable[..., None]]:
    """Give a disk of one megabyte mounted at a folder, and a way to mount it anew."""
    folder.mkdir()

    def mount(options: str) -> None:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)

    try:
        mount(f"size={SMALL_DISK}")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("NOT RUN: a small disk cannot be mounted here (needs root)")
    try:
        yield mount
    finally:
        subprocess.run(["umount", folder], check=True)


def fill(folder: Path, leave: int) -> Path:
    """Fill a disk but for some bytes."""
    space = os.statvfs(folder)
    rest = space.f_bavail * space.f_frsize - leave
    (folder / "filler").write_bytes(b"x" * rest)
    return folder / "filler"
