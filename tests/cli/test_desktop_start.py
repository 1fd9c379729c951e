"""Starting the desktop from the command line: when it is wanted, and what keeps it from opening."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from advisor_desk.__main__ import HOME, home_of_desktop


@pytest.mark.parametrize(
    ("arguments", "home"),
    [
        ([], ""),
        (["--home", "here"], "here"),
        (["--home=here"], "here"),
        (["demo"], None),
        (["--home", "here", "demo"], None),
        (["--home"], None),
        (["--help"], None),
        (["--json"], None),
    ],
)
def test_the_desktop_is_wanted_where_no_verb_is_given(
    arguments: list[str], home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(HOME, raising=False)
    assert home_of_desktop(arguments) == home


def test_the_home_may_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, "/srv/desk")
    assert home_of_desktop([]) == "/srv/desk"


def start(arguments: Sequence[str | Path], **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != HOME}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        kept.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "advisor_desk", *arguments],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_without_a_home_it_says_how_to_name_one() -> None:
    done = start([])
    assert (done.returncode, done.stdout) == (2, "")
    assert "--home" in done.stderr


def test_a_folder_that_is_no_home_is_told(tmp_path: Path) -> None:
    done = start(["--home", tmp_path], LANG="zh_CN.UTF-8")
    assert (done.returncode, done.stdout) == (6, "")
    assert str(tmp_path) in done.stderr


def test_without_a_screen_it_says_so_in_words(tmp_path: Path) -> None:
    (tmp_path / "keys.json").write_text("{}")
    done = start(["--home", tmp_path])
    assert (done.returncode, done.stdout) == (6, "")
    assert "DISPLAY" in done.stderr
    assert "Traceback" not in done.stderr
