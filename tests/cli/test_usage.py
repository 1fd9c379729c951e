"""Wrong usage: exit 2 always, and one JSON object where that was asked for."""

import importlib
import json
import subprocess
import sys

import pytest
import typer

from advisor_desk.cli.main import VERBS

GROUPS = [
    name
    for name, (module, _) in VERBS.items()
    if hasattr(
        typer.main.get_command(importlib.import_module(f"advisor_desk.cli.{module}").app),
        "commands",
    )
]


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


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_without_a_verb_is_wrong_usage_too(group: str) -> None:
    ended = run("--json", group)
    said = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (2, "")
    assert (said["schema"], said["ok"]) == (f"advisor-desk/{group}/1", False)
    assert [one["code"] for one in said["errors"]] == ["USAGE"]
    assert said["errors"][0]["facts"]["cause"] == "Missing command."


def test_people_are_told_the_verbs_of_a_group() -> None:
    ended = run("interview")
    assert ended.returncode == 2
    assert "replay" in ended.stdout + ended.stderr


def test_a_missing_argument_is_named() -> None:
    error = json.loads(run("--json", "suitability", "evaluate").stdout)["errors"][0]
    assert "Missing argument 'file'" in error["facts"]["cause"]
    assert error["facts"]["cause"] in error["text"]


def test_wrong_usage_is_text_for_people() -> None:
    ended = run("pdf", "verify")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "Missing argument" in ended.stderr
