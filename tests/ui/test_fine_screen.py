"""2560 x 1600 at 200 %: every page whole and readable, every icon painted for that screen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from tests.ui.homes import Waiting
from tests.ui.measure import is_blown_up

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("language", "theme"),
    [
        ("en", "light"),
        pytest.param("zh_TW", "dark", marks=pytest.mark.long),
        pytest.param("zh_CN", "high_contrast", marks=pytest.mark.long),
    ],
)
def test_every_page_is_whole_and_sharp_at_two_hundred_percent(
    waiting: Waiting, tmp_path: Path, language: str, theme: str
) -> None:
    written = tmp_path / "waiting.json"
    written.write_text(waiting.to_json(), "utf-8")
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.ui.at_two_hundred",
            str(written),
            str(tmp_path),
            language,
            theme,
        ],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": "2", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=300,
        check=False,
    )
    assert run.returncode == 0, run.stderr.decode()
    assert json.loads(run.stdout) == []


def test_a_picture_painted_small_and_blown_up_is_told_from_a_sharp_one() -> None:
    drawing = QImage(20, 20, QImage.Format.Format_RGB32)
    for at in range(400):
        drawing.setPixel(at % 20, at // 20, 0xFF000000 + at * at)
    assert is_blown_up(drawing.scaled(40, 40), 2)
    assert not is_blown_up(drawing.scaled(40, 40).copy(1, 1, 38, 38), 2)
