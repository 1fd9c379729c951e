"""``pdf verify`` as a program sees it and as a person reads it."""

import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.forms.signed_forms import (
    PAPER_NUMBER,
    ROOT_CRT,
    SCREEN_NUMBER,
    digest_of,
    other_homes_form,
    paper_form,
    register_in,
    screen_form,
)
from typer.testing import CliRunner, Result

from advisor_desk.cli.main import app
from advisor_desk.forms.register import Register


@pytest.fixture(name="home")
def _home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / "forms").mkdir(parents=True)
    (home / "root.crt").write_bytes(ROOT_CRT)
    register_in(home / "forms")
    return home


@pytest.fixture(name="file")
def _file(tmp_path: Path) -> Path:
    file = tmp_path / f"{PAPER_NUMBER}-F1.pdf"
    file.write_bytes(paper_form())
    return file


def run(*words: object, env: Mapping[str, str] | None = None) -> Result:
    clean = {"ADVISOR_DESK_HOME": "", "LC_ALL": "", "LANG": "C.UTF-8"}
    if not (env and "ADVISOR_DESK_HOME" in env):
        del clean["ADVISOR_DESK_HOME"]
    return CliRunner().invoke(app, [str(word) for word in words], env=clean | dict(env or {}))


def answer(home: Path | None, *files: Path) -> tuple[int, Any]:
    options: Sequence[object] = () if home is None else ("--home", home)
    done = run(*options, "--json", "pdf", "verify", *files)
    return done.exit_code, json.loads(done.stdout)


def test_a_genuine_form_is_exit_0(home: Path, file: Path) -> None:
    code, said = answer(home, file)
    assert code == 0
    assert said == {
        "schema": "advisor-desk/pdf-verify/1",
        "ok": True,
        "result": [
            {"file": str(file), "verdict": "genuine", "form": f"{PAPER_NUMBER}-F1", "causes": []}
        ],
        "errors": [],
    }


def test_the_home_may_come_from_the_environment(home: Path, file: Path) -> None:
    done = run("--json", "pdf", "verify", file, env={"ADVISOR_DESK_HOME": str(home)})
    assert json.loads(done.stdout)["result"][0]["verdict"] == "genuine"


def test_without_a_home_every_form_is_unknown(file: Path) -> None:
    code, said = answer(None, file)
    assert (code, said["ok"], said["result"][0]["verdict"]) == (1, True, "unknown")
    assert said["result"][0]["causes"] == ["NO_HOME"]


def test_a_superseded_form_is_exit_1(home: Path, file: Path) -> None:
    register = Register(home / "forms" / "register.jsonl")
    register.append(PAPER_NUMBER, "F1", digest_of(paper_form()), superseded_by=SCREEN_NUMBER)
    code, said = answer(home, file)
    assert (code, said["result"][0]["verdict"]) == (1, "superseded")


def test_several_files_are_answered_in_order_with_the_highest_exit(
    home: Path, file: Path, tmp_path: Path
) -> None:
    contents = {
        "screen.pdf": screen_form(),
        "altered.pdf": paper_form() + b"\n",
        "other.pdf": other_homes_form(),
        "empty.pdf": b"",
        "text.pdf": b"no form",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    code, said = answer(home, file, *(tmp_path / name for name in contents))
    verdicts = [one["verdict"] for one in said["result"]]
    assert verdicts == ["genuine", "genuine", "altered", "unknown", "unknown", "unknown"]
    assert (code, said["ok"]) == (1, True)


def test_a_file_that_cannot_be_read_is_exit_6_and_the_others_are_answered(
    home: Path, file: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    wrong = [tmp_path / "missing.pdf", tmp_path, tmp_path / "pipe"]
    code, said = answer(home, file, *wrong)
    assert (code, said["ok"]) == (6, False)
    assert [one["verdict"] for one in said["result"]] == ["genuine", None, None, None]
    assert [error["facts"]["file"] for error in said["errors"]] == [str(one) for one in wrong]


def test_200_megabytes_are_answered_without_being_read(home: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.pdf"
    with large.open("wb") as opened:
        opened.write(paper_form())
        opened.truncate(200 * 1024 * 1024)
    tracemalloc.start()
    try:
        code, said = answer(home, large)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 100 * 1024 * 1024
    assert (code, said["result"][0]["verdict"]) == (1, "altered")
    assert said["result"][0]["causes"][0] == "FORM_TOO_LARGE"


def test_a_folder_that_is_no_home_is_exit_6(tmp_path: Path, file: Path) -> None:
    code, said = answer(tmp_path, file)
    assert (code, said["errors"][0]["code"]) == (6, "ROOT_UNREADABLE")


@pytest.mark.parametrize("content", [b"", b"no certificate", ROOT_CRT[:200]])
def test_a_root_that_is_no_certificate_is_exit_5(home: Path, file: Path, content: bytes) -> None:
    (home / "root.crt").write_bytes(content)
    code, said = answer(home, file)
    assert (code, said["errors"][0]["code"]) == (5, "ROOT_BROKEN")


def test_a_broken_register_is_exit_5(home: Path, file: Path) -> None:
    path = home / "forms" / "register.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"F1"', b'"F2"', 1))
    code, said = answer(home, file)
    assert (code, said["errors"][0]["code"]) == (5, "REGISTER_BROKEN")


def test_a_home_without_a_signed_form_knows_its_root_only(home: Path, file: Path) -> None:
    (home / "forms" / "register.jsonl").unlink()
    code, said = answer(home, file)
    assert (code, said["result"][0]["verdict"]) == (1, "altered")
    assert said["result"][0]["causes"] == ["NOT_IN_REGISTER", "SIGNATURE_OF_THIS_HOME"]


def test_no_file_is_exit_2() -> None:
    assert run("pdf", "verify").exit_code == 2


@pytest.mark.parametrize(
    ("lang", "word"),
    [("en_GB.UTF-8", "GENUINE"), ("zh_CN.UTF-8", "真实"), ("zh_HK.UTF-8", "真實")],
)
def test_people_read_it_in_their_language(home: Path, file: Path, lang: str, word: str) -> None:
    done = run("--home", home, "pdf", "verify", file, env={"LANG": lang})
    assert done.exit_code == 0
    assert word in done.stdout
    assert PAPER_NUMBER in done.stdout


def test_people_read_why_and_what_to_do(home: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.pdf"
    changed.write_bytes(paper_form() + b"\n")
    done = run("--home", home, "pdf", "verify", changed, tmp_path / "missing.pdf")
    assert done.exit_code == 6
    assert "Do not act on it." in done.stdout
    assert "Something was added after the last signature." in done.stdout
    assert "missing.pdf cannot be read" in done.stderr


def test_a_name_that_is_no_text_is_answered(home: Path, tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/\xff.pdf"
    with open(odd, "wb") as opened:  # noqa: PTH123 - a name in bytes
        opened.write(paper_form())
    command = [sys.executable, "-m", "advisor_desk", "--home", str(home), "--json", "pdf", "verify"]
    done = subprocess.run([*command, odd], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["result"][0]["verdict"] == "genuine"
    assert done.stderr == b""
