"""The home in which an interview waits at every step: made once, copied by whoever opens it."""

from pathlib import Path
from time import monotonic, sleep

import pytest
from tests.ui.homes import Waiting, make_waiting

PATIENCE_S = 240


@pytest.fixture(scope="session")
def waiting(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Waiting:
    """Of several workers the first makes it, and the others wait for it."""
    if worker_id == "master":
        return make_waiting(tmp_path_factory.mktemp("waiting"))
    folder = tmp_path_factory.getbasetemp().parent / "waiting"
    try:
        folder.mkdir()
    except FileExistsError:
        return _made_by_another(folder)
    made = make_waiting(folder)
    beside = folder / "made.new"
    beside.write_text(made.to_json(), "utf-8")
    beside.rename(folder / "made.json")
    return made


def _made_by_another(folder: Path) -> Waiting:
    until = monotonic() + PATIENCE_S
    while not (folder / "made.json").exists():
        assert monotonic() < until, "the other worker did not make the home"
        sleep(0.1)
    return Waiting.from_json((folder / "made.json").read_text("utf-8"))
