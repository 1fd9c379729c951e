"""Nothing committed tells of the machine it was made on, and nothing is left lying about."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.architecture.source import ROOT, calls, name_of, python_files, shown

FOLDERS = ("src", "tests", "packaging", "resources", "forms", "docs", ".ci")
BINARY = {".ttf", ".png", ".pdf", ".pyc", ".db"}

# Written in pieces, so that this file does not find itself.
REFUSED = {
    "a path of one machine": r"(?<![\w.])/(?:work|ro" r"ot|opt|home/\w+|Users/\w+)/",
    "an address of a package index": r"(?i)py" r"pi\.org|py" r"thonhosted|simple/?['\" ]*$",
    "a setting of a package index": r"(?i)(?:extra-)?index" r"[-_]url|find" r"[-_]links",
    "a note to oneself": r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b",
    "a conflict left open": r"^(?:<{7}|>{7}) ",
    "a breakpoint": r"\bbreak" r"point\(|\bpdb\b",
}


def committed() -> list[Path]:
    """Give the text files of the checkout: as git lists them, else by walking the folders."""
    names = listed_by_git()
    walked = [*ROOT.glob("*.*"), *(p for folder in FOLDERS for p in (ROOT / folder).rglob("*"))]
    paths = [ROOT / name for name in names] if names else walked
    return [path for path in paths if path.is_file() and path.suffix not in BINARY]


def listed_by_git() -> list[str]:
    git = shutil.which("git")
    if not git:
        return []
    listed = subprocess.run(
        [git, "-C", str(ROOT), "ls-files", "-z"], capture_output=True, text=True, check=False
    )
    return [name for name in listed.stdout.split("\0") if name]


@pytest.mark.parametrize("what", REFUSED)
def test_nothing_committed_holds(what: str) -> None:
    found = [
        f"{shown(path)}:{number}: {line.strip()[:80]}"
        for path in committed()
        if path.name != "test_lock.py"  # which looks for the same in the lock
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if re.search(REFUSED[what], line)
    ]
    assert found == []


def test_nothing_prints_past_the_answer_of_a_verb() -> None:
    files = python_files("src", "tests", "packaging")
    assert [
        shown(p, call) for p in files for call in calls(p) if name_of(call.func) == "print"
    ] == []


OF_A_HOME = (".db", ".key", "keys.json", "attempts.json", "register.jsonl", "root.crt")


def of_a_home(names: list[str]) -> list[str]:
    return [name for name in names if name.endswith(OF_A_HOME)]


def test_no_home_is_committed() -> None:
    assert of_a_home(listed_by_git()) == [], "take it out of the commit itself: history keeps it"


def test_a_home_is_seen() -> None:
    home = ["x/home/books/01.db", "x/home/device.key", "x/home/keys.json"]
    assert of_a_home(["src/advisor_desk/app.py", *home]) == home
