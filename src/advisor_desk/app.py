"""The desktop as a program: one window on one home.

A second start on the same home raises the window that is there. What keeps the window from
opening at all is said on standard error, with the exit codes of the command line.
"""

import importlib
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from advisor_desk import ui
from advisor_desk.domain.language import Language
from advisor_desk.domain.trouble import BadInput, Trouble, Unavailable
from advisor_desk.packs.wording import trouble_text
from advisor_desk.store.files import is_held

KEY_FILE = "keys.json"
NAME = "advisor-desk"
ONE_INSTANCE = "advisor_desk.ui.shell.one_instance"
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(named: str) -> int:
    """Show the window on a home until it is closed; return the exit code."""
    try:
        home = _home(named)
        _require_display()
    except Trouble as trouble:
        sys.stderr.write(f"{trouble_text(trouble, _language())}\n")
        return trouble.exit_code
    application = QApplication([NAME, "-style", "fusion"])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    if is_held(home) and importlib.import_module(ONE_INSTANCE).raise_other(home):
        return 0
    window = ui.create(home)
    window.show()
    return application.exec()


def _home(named: str) -> Path:
    if not named:
        raise BadInput("HOME_NOT_NAMED")
    home = Path(named).absolute()
    if not (home / KEY_FILE).is_file():
        raise Unavailable("HOME_MISSING", home=home)
    return home


def _require_display() -> None:
    """Say in words what Qt would say by ending the process."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        raise Unavailable("NO_DISPLAY")


def _language() -> Language:
    name = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    if not name.startswith("zh"):
        return Language.en
    return Language.zh_CN if name.startswith(("zh_CN", "zh_SG")) else Language.zh_TW
