"""A real home driven by the real command line, as another program would drive it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from advisor_desk.cli.main import app

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "resources" / "examples"
SCRIPTS = Path(__file__).parent / "scripts"
ON_PAPER = EXAMPLES / "01-matching-adult-on-paper.json"
ON_SCREEN = EXAMPLES / "02-matching-adult-on-screen.json"
NOTHING_BOUGHT = EXAMPLES / "03-nothing-bought.json"
ELDER = EXAMPLES / "11-elder-with-a-witness.json"
MINOR = EXAMPLES / "12-minor-with-guardian.json"
REFERRED = EXAMPLES / "14-uncertified-colleague.json"
INTERRUPTED = EXAMPLES / "15-interrupted-next-day.json"
PRINTED_AGAIN = EXAMPLES / "16-printed-again.json"
ABOVE_GRADE = EXAMPLES / "13-above-the-grade.json"
SCHOOL_FEES = EXAMPLES / "17-school-fees.json"
SOLD = ["F1", "F2", "F3", "F7", "F10"]
# Every example, and the forms it comes to.
FORMS_OF = {
    ON_PAPER: SOLD,
    ON_SCREEN: SOLD,
    NOTHING_BOUGHT: ["F2", "F7", "F10"],
    ELDER: ["F1", "F2", "F3", "F5", "F7", "F10"],
    MINOR: ["F1", "F2", "F3", "F6", "F7", "F10"],
    REFERRED: ["F8"],
    INTERRUPTED: ["F1", "F2", "F3", "F5", "F7", "F10"],
    PRINTED_AGAIN: SOLD,
    ABOVE_GRADE: ["F1", "F2", "F3", "F4", "F7", "F10"],
    SCHOOL_FEES: SOLD,
}
Script = dict[str, Any]


@dataclass(frozen=True)
class Answer:
    """What a verb answered with ``--json``."""

    exit_code: int
    result: Any
    errors: list[dict[str, Any]]

    @property
    def codes(self) -> list[str]:
        return [one["code"] for one in self.errors]


@dataclass(frozen=True)
class Home:
    """A home folder; nothing of it is kept open between verbs.

    ``in_process`` runs the same command line without a process of its own: quicker by the imports.
    """

    folder: Path
    in_process: bool = False

    def command(self, *words: str | Path) -> list[str]:
        return [sys.executable, "-m", "advisor_desk", "--home", str(self.folder), *map(str, words)]

    def ask(self, *words: str | Path) -> Answer:
        exit_code, output = self._run(self.command("--json", *words))
        assert output.count(b"\n") == 1
        said = json.loads(output)
        assert said["schema"].startswith("advisor-desk/")
        assert said["ok"] == (not said["errors"])
        return Answer(exit_code, said["result"], said["errors"])

    def _run(self, command: list[str]) -> tuple[int, bytes]:
        if self.in_process:
            done = CliRunner().invoke(app, command[3:])
            if done.exception and not isinstance(done.exception, SystemExit):
                raise done.exception
            return done.exit_code, done.stdout_bytes
        ran = subprocess.run(command, capture_output=True, check=False, cwd="/")
        assert ran.stdout, ran.stderr.decode()
        return ran.returncode, ran.stdout

    def replay(self, script: Path, out: Path) -> Answer:
        return self.ask("interview", "replay", script, "--out", out)

    def is_whole(self) -> bool:
        """Say whether every record and chain is as written, the register too."""
        return self.ask("db", "verify", "--deep").exit_code == 0

    def events(self) -> int:
        """Return how many events all client books hold."""
        heads = self.ask("audit", "head").result["heads"]
        return sum(one["seq"] for one in heads if one["chain"] != 0)


def new_home(folder: Path, *, in_process: bool = False) -> Home:
    home = Home(folder / "home", in_process)
    made = home.ask("init", "--branch", "CD", "--admin", "90001", "--training")
    assert made.exit_code == 0, made.errors
    return home


def changed(script: Path, folder: Path, change: Callable[[Script], object]) -> Path:
    """Return a copy of a script, changed."""
    value = json.loads(script.read_text("utf-8"))
    change(value)
    path = folder / script.name
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")
    return path


def replayed_with_acknowledgements(
    home: Home, script: Path, out: Path
) -> tuple[subprocess.Popen[bytes], Iterator[dict[str, Any]]]:
    """Start a replay; return the process and its acknowledgements as they come."""
    reader, writer = os.pipe()
    process = subprocess.Popen(
        home.command("interview", "replay", script, "--out", out, "--ack-fd", str(writer)),
        pass_fds=(writer,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)

    def lines() -> Iterator[dict[str, Any]]:
        with os.fdopen(reader, "rb") as pipe:
            for line in pipe:
                assert line.endswith(b"\n")
                yield json.loads(line)

    return process, lines()
