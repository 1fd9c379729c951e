"""How a station likes its screen: kept in the home, and a bad file is no obstacle."""

from pathlib import Path

import pytest

from advisor_desk.ui.shell.preferences import FILE, Place, Preferences, keep, load


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    place = Place(-200, 40, 1400, 900, fills=True)
    wanted = Preferences("en", "high_contrast", 1.3, 'HP "2", Süd\\1', place)
    keep(tmp_path, wanted)
    assert load(tmp_path) == wanted
    assert [one.name for one in tmp_path.iterdir()] == [FILE], "nothing half-written beside"


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    assert load(tmp_path) == Preferences()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"language = [1]",
        b'language = "tlh"\ntheme = 3\nscale = 99.5\n',
        b"scale = one",
        b"left = 1\ntop = 2\nwidth = 1400\nheight = 1e9\nfills = 0\n",
        b"left = 1\ntop = 2\nwidth = 1400\n",
        b"\x00" * 1000,
    ],
)
def test_a_bad_file_counts_not(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert load(tmp_path) == Preferences()


def test_one_good_value_beside_a_bad_one_holds(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('theme = "dark"\nlanguage = "tlh"\n')
    assert load(tmp_path) == Preferences(theme="dark")


def test_a_disk_that_refuses_is_no_obstacle(tmp_path: Path) -> None:
    keep(tmp_path / "not there", Preferences())
    assert load(tmp_path / "not there") == Preferences()


SCREEN, RIGHT_OF_IT = (0, 0, 1920, 1080), (1920, 0, 2560, 1440)
LEAST = (1280, 800)


@pytest.mark.parametrize(
    ("kept", "screens", "wanted"),
    [
        ((100, 50, 1500, 900), [SCREEN], (100, 50, 1500, 900)),
        ((2000, 100, 1500, 900), [SCREEN, RIGHT_OF_IT], (2000, 100, 1500, 900)),
        ((2000, 100, 1500, 900), [SCREEN], (420, 100, 1500, 900)),
        ((-900, -900, 1500, 900), [SCREEN], (0, 0, 1500, 900)),
        ((10, 10, 3000, 2000), [SCREEN], (0, 0, 1920, 1080)),
        ((10, 10, 200, 100), [SCREEN], (10, 10, 1280, 800)),
        ((10, 10, 1300, 900), [(0, 0, 1024, 768)], (0, 0, 1280, 800)),
    ],
    ids=[
        "where it was",
        "on the second screen",
        "the second screen is gone",
        "off the screen",
        "larger than the screen",
        "too small",
        "a screen that is too small",
    ],
)
def test_a_window_stands_where_it_can_be_seen(
    kept: tuple[int, int, int, int],
    screens: list[tuple[int, int, int, int]],
    wanted: tuple[int, int, int, int],
) -> None:
    assert Place(*kept, fills=False).inside(screens, LEAST)[:4] == wanted
