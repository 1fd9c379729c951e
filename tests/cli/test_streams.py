"""Streams that are closed or full: exit 6 in one line of words, never a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CASE = str(ROOT / "docs" / "case.json")
NO_PDF = CASE
FULL = ">/dev/full"
CLOSED = ">&-"


def run(redirection: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command line with its streams as the shell redirects them."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", sys.executable, "-m", "advisor_desk", *arguments],
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("redirection", [FULL, CLOSED])
@pytest.mark.parametrize(
    "arguments",
    [
        ("--json", "suitability", "evaluate", CASE),
        ("suitability", "evaluate", CASE),
        ("suitability", "evaluate", "--batch", CASE),
        ("--json", "suitability", "evaluate", "--batch", CASE),
        ("--json", "pdf", "verify", NO_PDF),
        ("--json", "suitability", "evaluate", "no-such-file"),
        ("--json", "suitability", "evaluate"),
    ],
    ids=" ".join,
)
def test_an_output_that_takes_nothing_is_told_in_one_line(
    redirection: str, arguments: tuple[str, ...]
) -> None:
    ended = run(redirection, *arguments)
    assert (ended.returncode, ended.stdout) == (6, ""), ended.stderr
    assert ended.stderr.count("\n") == 1, ended.stderr


@pytest.mark.parametrize("redirection", [">/dev/full 2>/dev/full", ">&- 2>&-", ">/dev/full 2>&-"])
def test_where_nobody_can_be_told_the_exit_code_still_says_it(redirection: str) -> None:
    assert run(redirection, "--json", "suitability", "evaluate", CASE).returncode == 6


@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
def test_a_trouble_that_nobody_can_be_told_keeps_its_exit_code(redirection: str) -> None:
    ended = run(redirection, "suitability", "evaluate", CASE, "--on", "tomorrow")
    assert (ended.returncode, ended.stdout) == (2, "")


@pytest.mark.parametrize("batch", [(), ("--batch",)])
def test_a_closed_input_is_told_in_words(batch: tuple[str, ...]) -> None:
    ended = run("<&-", "suitability", "evaluate", *batch, "-")
    assert (ended.returncode, ended.stdout) == (6, "")
    assert ended.stderr.startswith("Standard input is closed")


def test_a_closed_input_is_one_object_where_that_was_asked_for() -> None:
    ended = run("<&-", "--json", "suitability", "evaluate", "-")
    assert ended.returncode == 6
    assert [one["code"] for one in json.loads(ended.stdout)["errors"]] == ["INPUT_CLOSED"]


def test_a_password_is_not_waited_for_at_a_closed_input(tmp_path: Path) -> None:
    home = ("--home", str(tmp_path / "home"))
    made = run("", *home, "init", "--branch", "CD", "--admin", "90001", "--training")
    assert made.returncode == 0, made.stderr
    ended = run("<&-", *home, "--user", "90001", "user", "list")
    assert ended.returncode == 3
    assert "Traceback" not in ended.stderr
