"""Wrong usage: exit 2 always, and one JSON object where that was asked for."""

import json
import subprocess
import sys

import pytest


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "advisor_desk", *arguments],
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        (["pdf", "verify"], "advisor-desk/pdf-verify/1"),
        (["suitability", "evaluate", "--no-such-option"], "advisor-desk/suitability-evaluate/1"),
        (["no-such-verb"], "advisor-desk/usage/1"),
    ],
)
def test_wrong_usage_is_one_json_object(arguments: list[str], schema: str) -> None:
    ended = run("--json", *arguments)
    said = json.loads(ended.stdout)
    assert ended.returncode == 2
    assert (said["schema"], said["ok"], said["errors"][0]["code"]) == (schema, False, "USAGE")


def test_a_missing_argument_is_named() -> None:
    error = json.loads(run("--json", "suitability", "evaluate").stdout)["errors"][0]
    assert "Missing argument 'file'" in error["facts"]["cause"]
    assert error["facts"]["cause"] in error["text"]


def test_wrong_usage_is_text_for_people() -> None:
    ended = run("pdf", "verify")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Missing argument" in ended.stderr
