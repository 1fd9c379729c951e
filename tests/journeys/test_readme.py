"""What README.md shows a person at the terminal is what the program does."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def shown_commands() -> Iterator[tuple[str, str]]:
    """Give each command of the console blocks with what the page shows below it."""
    for block in re.findall(
        r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    ):
        for command in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, answer = command.partition("\n")
            yield line, answer


def as_pattern(answer: str) -> str:
    """Make a pattern of a shown answer; ``…`` stands for anything."""
    return ".*".join(re.escape(part) for part in answer.strip().split("…"))


def test_the_commands_shown_answer_as_shown(tmp_path: Path) -> None:
    environment = os.environ | {"HOME": str(tmp_path)}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    commands = list(shown_commands())
    assert commands
    for line, answer in commands:
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert re.fullmatch(as_pattern(answer), done.stdout.strip(), re.DOTALL), (line, done.stdout)
