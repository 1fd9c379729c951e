"""The desktop: what an adviser, a client and a witness see and do.

``create`` is loaded late, so that presenters can be used without Qt.
"""

import importlib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor_desk.domain.clock import Clock
    from advisor_desk.ui.shell.main_window import MainWindow


def create(home: Path, clock: "Clock | None" = None) -> "MainWindow":
    """Return the main window on a home, for use in a running ``QApplication``.

    The home is taken hold of after the first paint; what is wrong with it is said on the page.
    """
    module = importlib.import_module("advisor_desk.ui.shell.main_window")
    window: MainWindow = module.MainWindow(Path(home).absolute(), clock)
    return window
