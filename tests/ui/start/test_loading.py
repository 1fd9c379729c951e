"""What is loaded behind the sign-in, and on which thread."""

import json
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.start.test_signing_in import LATE

from advisor_desk import ui
from advisor_desk.ui.shell.loader import BEHIND_THE_WINDOW, DESK_SIDE

LOADED = """
import json, sys, threading
from pathlib import Path

loaded = {True: [], False: []}

class Watcher:
    def find_spec(self, name, path=None, target=None):
        loaded[threading.current_thread() is threading.main_thread()].append(name)

sys.meta_path.insert(0, Watcher())
from PySide6.QtWidgets import QApplication
from advisor_desk import ui
from advisor_desk.ui.shell.loader import Loader

application = QApplication(["test"])
loader = Loader(application)
loader.loaded.connect(lambda module: application.exit(module is None))
loader.start()
assert application.exec() == 0
print(json.dumps({"window": loaded[True], "thread": loaded[False]}))
"""


def loaded() -> dict[str, list[str]]:
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path.cwd())
    told: dict[str, list[str]] = json.loads(done.stdout)
    return told


def test_classes_of_qt_are_made_on_the_windows_thread_alone() -> None:
    told = loaded()
    assert DESK_SIDE in told["window"]
    shows = [name for name in told["thread"] if name.startswith(("advisor_desk.ui", "PySide6"))]
    assert shows == []


def test_what_takes_long_is_not_left_to_the_windows_thread() -> None:
    told = loaded()
    assert {f"advisor_desk.services.{name}" for name in BEHIND_THE_WINDOW} <= set(told["thread"])
    assert [name for name in told["window"] if name.partition(".")[0] in LATE] == []


def test_a_window_closed_while_it_loads_opens_nothing_any_more(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = ui.create(tmp_path)
    qtbot.addWidget(window)
    window.show()
    behind = window._needed
    loading = behind._loader._loading
    loading.started.connect(window.close)  # heard before its end is
    qtbot.waitUntil(lambda: loading.isFinished() and not window.isVisible())
    for _ in range(10):
        QApplication.processEvents()
    assert behind.desk_side is None
