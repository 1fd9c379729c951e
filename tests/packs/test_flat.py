"""The reader of the first window's files answers as ``tomllib`` does, or refuses."""

import tomllib
from pathlib import Path

import pytest

from advisor_desk.packs.flat import flat_sections, flat_texts

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FILES = [*sorted((RESOURCES / "i18n").rglob("*.toml")), RESOURCES / "look" / "tokens.toml"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_reads_as_tomllib_reads_it(path: Path) -> None:
    text = path.read_text("utf-8")
    sections = flat_sections(text)
    assert sections.pop("") | sections == tomllib.loads(text)


@pytest.mark.parametrize(
    "line",
    [
        r'a = "one \"two\" \\ three\nfour"',
        'a = "# no comment"',
        "a = 'c:\\new'",
        "a = -3",
        "a = 0.5",
    ],
)
def test_values_read_as_tomllib_reads_them(line: str) -> None:
    assert flat_sections(line)[""] == tomllib.loads(line)


@pytest.mark.parametrize(
    "line",
    [
        "a",
        "a = one",
        'a = "one" # two',
        r'a = "\u0041"',
        'a = "b',
        "a = 1\na = 2",
        "a = [1]",
        "a =",
    ],
)
def test_what_is_not_plain_is_refused(line: str) -> None:
    refused = False
    try:
        flat_texts(line)
    except ValueError:
        refused = True
    assert refused
