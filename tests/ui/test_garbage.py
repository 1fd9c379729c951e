"""Pages put away are thrown away on the window's thread, between two events."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_desk.ui.garbage import EVERY_MS, Garbage
from advisor_desk.ui.tasks import Tasks

PAGES = 10


@pytest.fixture
def garbage(qapp: QApplication) -> Iterator[Garbage]:
    assert qapp
    gc.enable()
    made = Garbage()
    made.begin()
    yield made
    made.close()


def put_away_a_page(seen: list[threading.Thread]) -> None:
    page = QWidget()
    page.shown_by = page  # type: ignore[attr-defined]  # so that counting alone cannot free it
    weakref.finalize(page, lambda: seen.append(threading.current_thread()))


def make_much() -> list[list[int]]:
    """Return enough for Python to look for garbage many times over, were it let."""
    return [[number] for number in range(200_000)]


def nothing(_result: object) -> None:
    return None


@pytest.mark.usefixtures("garbage")
def test_not_on_the_helper_thread_but_later_on_the_windows(qtbot: QtBot) -> None:
    tasks, seen = Tasks(), list[threading.Thread]()
    for _ in range(PAGES):
        put_away_a_page(seen)
    tasks.run(make_much, nothing, nothing)
    tasks.wait()
    kept = make_much()
    assert seen == [], "nothing is thrown away but between two events"
    qtbot.waitUntil(lambda: len(seen) == PAGES, timeout=20 * EVERY_MS)
    assert set(seen) == {threading.main_thread()}
    assert kept


@pytest.mark.usefixtures("qapp")
def test_python_looks_again_once_the_window_is_closed() -> None:
    garbage = Garbage()
    assert not gc.isenabled()
    garbage.close()
    assert gc.isenabled()


@pytest.mark.usefixtures("qapp")
def test_nothing_is_looked_for_where_nothing_has_gathered() -> None:
    gc.collect()
    garbage, seen = Garbage(), list[threading.Thread]()
    put_away_a_page(seen)
    garbage.look()
    assert seen == []
    garbage.close()
