"""The client's own screen: filled when it is there, let go calmly when it is unplugged."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.services.branch import Walk, practice

SCREEN = {"y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("station")
    settings = folder / "screens.json"
    screens = [{**SCREEN, "name": "adviser", "x": 0}, {**SCREEN, "name": "client", "x": 1280}]
    settings.write_text(json.dumps({"screens": screens}))
    with practice(folder) as made:
        walk = Walk(made).until("needs")
        made.station.close()
        done = subprocess.run(
            [sys.executable, "-m", "tests.ui.client.two_screens", str(made.home), walk.interview],
            env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={settings}"},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            text=True,
            check=False,
            timeout=90,
        )
        made.again()
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_the_client_has_the_second_screen_and_the_adviser_keeps_the_first(
    seen: dict[str, object],
) -> None:
    assert seen["screens"] == 2
    assert seen["client_is_seen"]
    assert (seen["adviser_is_on"], seen["client_is_alone_on"]) == ("adviser", "client")


def test_with_a_second_screen_nothing_is_turned(seen: dict[str, object]) -> None:
    assert not seen["turned_although_seen"]
    assert seen["keyboard_is_the_advisers"]


def test_blank_shows_the_banks_name_alone(seen: dict[str, object]) -> None:
    assert seen["blank"] == ["城東支行（虛構）"]


def test_unplugged_it_is_said_in_the_banner_and_the_screen_can_be_turned(
    seen: dict[str, object],
) -> None:
    assert not seen["seen_after_unplugging"]
    assert "第二個螢幕斷開了" in str(seen["said"])
    assert seen["turned_after_unplugging"]


def test_no_other_window_ever_came_up(seen: dict[str, object]) -> None:
    assert seen["strays"] == []
