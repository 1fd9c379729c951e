"""A practice branch in memory for hostile strings; at the end all its records are as written."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services.branch import Practice, practice

MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


@contextmanager
def hostile_branch() -> Iterator[Practice]:
    folder = Path(tempfile.mkdtemp(prefix="hostile-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        with practice(folder) as made:
            yield made
            assert made.desk.book.verify(deep=True) == ()
            assert made.desk.branch.verify(deep=True) == ()
    finally:
        shutil.rmtree(folder)
