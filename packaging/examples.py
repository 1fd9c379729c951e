"""Runs the example interviews in a training home, as ``sh packaging/run`` does without a desktop.

Each script goes through the command line, as a person would give it, so that what is shown here
is what the program does. Copies of the signed forms are written beside the home, never into it.
A folder of other scripts may be named.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1] / "resources" / "examples"


def say(text: str) -> None:
    """Tell the person who waits; standard output is kept for the answer."""
    sys.stderr.write(f"{text}\n")


def answer(text: str) -> None:
    """Write one line of the answer now, not when all is done."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def home_named_or_new() -> Path:
    """Return the home that was named, else the first name that is free."""
    named = os.environ.get("ADVISOR_DESK_HOME")
    if named:
        return Path(named).absolute()
    data = Path(os.environ.get("XDG_DATA_HOME") or "")
    if not data.is_absolute():  # the standard says to pass over a relative one
        data = Path.home() / ".local" / "share"
    number = 1
    while (folder := data / "advisor-desk" / f"examples-{number}").exists():
        number += 1
    return folder / "home"


def advisor_desk(home: Path, *words: str) -> bool:
    """Run one verb and pass on what it says; the forms it wrote are named by us, once."""
    command = [sys.executable, "-m", "advisor_desk", "--home", str(home), *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own program
    for line in done.stdout.splitlines():
        if not line.endswith(".pdf"):
            say(f"  {line}")
    return done.returncode == 0


def new_papers(home: Path, script: Path) -> Path:
    """Return a folder beside the home for one script's forms; an earlier run keeps its own."""
    number = 1
    while (folder := home.parent / f"{home.name}-papers" / f"{script.stem}-{number}").exists():
        number += 1
    folder.mkdir(parents=True)
    return folder


def replayed(home: Path, scripts: Path) -> Iterator[bool]:
    """Replay every script in turn and name the forms it signed."""
    for script in sorted(scripts.glob("*.json")):
        began = time.monotonic()
        papers = new_papers(home, script)
        went_well = advisor_desk(home, "interview", "replay", str(script), "--out", str(papers))
        forms = sorted(papers.glob("*.pdf"))
        for form in forms:
            answer(f"signed: {form}")
        how = "done" if went_well else "FAILED"
        say(f"{script.stem}: {how}, {len(forms)} signed, {time.monotonic() - began:.1f} s")
        yield went_well


def main(scripts: Path) -> int:
    """Make the home where it is not there yet, then replay."""
    home = home_named_or_new()
    if not (home / "keys.json").exists():
        say(f"a new training home with an invented branch: {home}")
        home.parent.mkdir(parents=True, exist_ok=True)
        if not advisor_desk(home, "demo"):
            return 1
    answer(f"home: {home}")
    results = list(replayed(home, scripts))
    if not results:
        say(f"no script stands in {scripts}")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else EXAMPLES))
