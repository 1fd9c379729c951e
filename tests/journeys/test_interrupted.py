"""A replay that is killed, or finds the home held: what was acknowledged is never lost."""

import json
import random
import signal
from itertools import islice
from pathlib import Path

import pytest
from tests.journeys.station import (
    ON_PAPER,
    ON_SCREEN,
    Home,
    new_home,
    replayed_with_acknowledgements,
)

SEED = 20_261_123


def steps_of(script: Path) -> int:
    return len(json.loads(script.read_text("utf-8"))["steps"])


def some_steps(script: Path, count: int) -> list[int]:
    return sorted(random.Random(SEED).sample(range(1, steps_of(script)), count))  # noqa: S311 - a fixed draw


def anchor(chain: int, acknowledgement: dict[str, object]) -> str:
    """Return the acknowledged head as forms print it."""
    digest = str(acknowledgement["digest"])[:16].upper()
    parts = "-".join(digest[start : start + 4] for start in range(0, 16, 4))
    return f"{chain:02d}-{acknowledgement['seq']:06d}-{parts}"


@pytest.mark.parametrize(
    ("script", "step"),
    [(script, step) for script in (ON_PAPER, ON_SCREEN) for step in some_steps(script, 2)],
)
def test_what_was_acknowledged_before_a_kill_is_in_the_records(
    script: Path, step: int, tmp_path: Path
) -> None:
    home = new_home(tmp_path)
    process, lines = replayed_with_acknowledgements(home, script, tmp_path / "out")
    acknowledged = list(islice(lines, step))
    process.kill()
    acknowledged += list(lines)  # written before the kill took effect
    assert process.wait() == -signal.SIGKILL
    again = Home(home.folder, in_process=True)
    assert again.is_whole()
    assert again.events() >= acknowledged[-1]["seq"]
    for one in (acknowledged[0], acknowledged[-1]):
        assert again.ask("audit", "verify", "--anchor", anchor(1, one)).exit_code == 0
    listed = [one["interview"] for one in again.ask("interview", "list").result]
    assert listed == sorted({one["interview"] for one in acknowledged if one["interview"]})
    assert not [file for file in tmp_path.glob("out/*") if file.suffix == ".pdf"]
    after = again.replay(script, tmp_path / "out")
    assert (after.exit_code, after.result["state"]) == (0, "closed")
    files = [one["file"] for one in after.result["forms"]]
    assert again.ask("pdf", "verify", *files).exit_code == 0


def test_there_is_one_acknowledgement_a_step_and_a_busy_home_is_said(tmp_path: Path) -> None:
    home = new_home(tmp_path)
    process, lines = replayed_with_acknowledgements(home, ON_SCREEN, tmp_path / "out")
    first = next(lines)
    process.send_signal(signal.SIGSTOP)
    busy = home.ask("interview", "list")
    process.send_signal(signal.SIGCONT)
    acknowledged = [first, *lines]
    assert process.wait() == 0
    assert (busy.exit_code, busy.codes) == (9, ["HOME_BUSY"])
    assert set(first) == {"step", "act", "interview", "seq", "digest"}
    steps = json.loads(ON_SCREEN.read_text("utf-8"))["steps"]
    assert [one["act"] for one in acknowledged] == [step["act"] for step in steps]
    assert [one["step"] for one in acknowledged] == list(range(1, len(steps) + 1))
    seqs = [one["seq"] for one in acknowledged]
    assert seqs == sorted(set(seqs))
    assert home.events() == seqs[-1]


def test_acknowledgements_nobody_reads_end_the_replay_with_everything_kept(tmp_path: Path) -> None:
    home = new_home(tmp_path, in_process=True)
    process, lines = replayed_with_acknowledgements(home, ON_PAPER, tmp_path / "out")
    next(lines)
    lines.close()  # type: ignore[attr-defined]
    assert process.wait() == 6
    assert home.is_whole()
