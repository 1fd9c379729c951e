"""Many homes are copied and thrown away here: in memory where there is such a folder."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MEMORY = Path("/dev/shm")  # noqa: S108 - only where its files live; the name is made by tempfile


@pytest.fixture
def quick() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="faults-", dir=MEMORY if MEMORY.is_dir() else None))
    yield folder
    shutil.rmtree(folder)
