"""What ``sh packaging/run`` does once everything is set up, and the scripts that set it up."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from advisor_desk.forms.register import Register
from advisor_desk.forms.verification import Verdict, verify_pdf

ROOT = Path(__file__).resolve().parents[2]


def run_examples(
    data: Path, *arguments: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "packaging" / "examples.py", *arguments],
        env=os.environ | {"XDG_DATA_HOME": str(data)} | environment,
        cwd=data,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_examples_end_in_signed_forms_that_are_genuine(tmp_path: Path) -> None:
    done = run_examples(tmp_path)
    assert done.returncode == 0, done.stderr
    first, *others = done.stdout.splitlines()
    home = Path(first.removeprefix("home: "))
    assert (home.is_absolute(), (home / "keys.json").is_file()) == (True, True)
    assert others
    assert all(line.startswith("signed: /") for line in others)
    assert not [line for line in done.stderr.splitlines() if line.endswith(".pdf")]
    root = (home / "root.crt").read_bytes()
    register = Register(home / "forms" / "register.jsonl")
    for line in others:
        form = Path(line.removeprefix("signed: "))
        assert form.name.isascii()
        found = verify_pdf(form.read_bytes(), register=register, root=root)
        assert found.verdict is Verdict.genuine, form.name


def test_one_interview_that_fails_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    (scripts / "1.json").write_text("{}")
    good = ROOT / "resources" / "examples" / "03-nothing-bought.json"
    (scripts / "2.json").write_bytes(good.read_bytes())
    home = tmp_path / "named"
    done = run_examples(tmp_path, scripts, ADVISOR_DESK_HOME=str(home))
    assert done.returncode == 1
    assert done.stdout.startswith(f"home: {home}\nsigned: {home}-papers/2-1/")
    assert "1: FAILED, 0 signed" in done.stderr


@pytest.mark.parametrize("name", ["run", "test", "bench", "setup.sh", "../.ci/run"])
def test_the_shell_can_read(name: str) -> None:
    done = subprocess.run(["sh", "-n", ROOT / "packaging" / name], check=False)
    assert done.returncode == 0
