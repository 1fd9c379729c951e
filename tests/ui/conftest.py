"""A branch for the tests of a file, and the home in which an interview waits at every step."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.services.branch import Practice, practice
from tests.ui.homes import Waiting, make_waiting
from tests.ui.window import Driven


@pytest.fixture(autouse=True)
def garbage_between_tests() -> Iterator[None]:
    """Throw widgets away between two tests, never while Qt walks over them: see ``ui.garbage``."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def no_window_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nobody choose a file: the system's own window waits for a person, and none is here."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: ("", "")))


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    """The adviser's interviews on a practice branch; one for all tests of a file."""
    with practice(tmp_path_factory.mktemp("branch")) as made:
        yield made


@pytest.fixture(scope="session")
def waiting(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Waiting:
    """Made once, copied by whoever opens it: of several workers the first makes it, others wait."""
    if worker_id == "master":
        return make_waiting(tmp_path_factory.mktemp("waiting"))
    folder = tmp_path_factory.getbasetemp().parent / "waiting"
    lock = QLockFile(f"{folder}.lock")
    lock.setStaleLockTime(0)
    assert lock.lock()
    try:
        written = folder / "made.json"
        if not written.exists():
            folder.mkdir()
            written.write_text(make_waiting(folder).to_json(), "utf-8")
        return Waiting.from_json(written.read_text("utf-8"))
    finally:
        lock.unlock()


@pytest.fixture(scope="module")
def unseated(
    qapp: QApplication, waiting: Waiting, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Driven]:
    """The window on a copy of that home, nobody signed in yet; one for all tests of a file."""
    assert qapp
    driven = Driven(waiting, tmp_path_factory.mktemp("desk"))
    yield driven
    driven.close()


@pytest.fixture(scope="module")
def desk(unseated: Driven) -> Driven:
    """The same window, the adviser signed in."""
    unseated.sign_in()
    return unseated
