"""Qt's Python binding keeps every reference to ``None``.

PySide6 6.12.0 on Python 3.10 and 3.11 loses one at each call that returns nothing, and the program
is aborted after some thousands of calls. This is why pyproject.toml asks for less than 6.12.
"""

import sys
import tomllib

import pytest
from packaging.requirements import Requirement
from tests.architecture.source import ROOT

CALLS = 1000
NOISE = 50  # other references come and go


def test_a_thousand_calls_lose_no_reference_to_none(qapp: object) -> None:
    del qapp
    widgets = pytest.importorskip(
        "PySide6.QtWidgets", reason="Qt's system libraries are missing", exc_type=ImportError
    )
    label = widgets.QLabel()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_the_version_that_loses_them_is_shut_out() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {one.name: one for one in map(Requirement, project["dependencies"])}
    assert not asked["pyside6-essentials"].specifier.contains("6.12.0")
    assert asked["pyside6-essentials"].specifier.contains("6.11.3")
