"""How a station likes its screen: kept in the home, and a bad file is no obstacle."""

from pathlib import Path

import pytest

from advisor_desk.ui.shell.preferences import FILE, Preferences, keep, load


def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    wanted = Preferences("en", "high_contrast", 1.3, 'HP "2", Süd\\1')
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
