"""The desktop: what an adviser, a client and a witness see and do.

``create`` is loaded late, so that presenters can be used without Qt.
"""

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor_desk.domain.clock import Clock
    from advisor_desk.ui.shell.main_window import MainWindow


def create(home: Path, clock: "Clock | None" = None) -> "MainWindow":
    """Return the main window on a home, for use in a running ``QApplication``.

    The home is taken hold of after the first paint; what is wrong with it is said on the page.
    """
    _read_no_sources()
    module = importlib.import_module("advisor_desk.ui.shell.main_window")
    window: MainWindow = module.MainWindow(Path(home).absolute(), clock)
    return window


def _read_no_sources() -> None:
    """Keep PySide from reading the source of all that is imported, and from keeping it in memory.

    It looks there for the word PySide6, for the sake of ``__feature__``, which nothing here uses.
    """
    looking = sys.modules.get("shibokensupport.feature")
    if looking is not None:
        vars(looking).update(_mod_uses_pyside=_uses_no_feature)


def _uses_no_feature(_module: ModuleType) -> bool:
    return False
