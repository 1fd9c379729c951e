"""The scripts whose acts are killed: the examples, and what no example holds made out of them."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from advisor_desk.domain.data_folder import data_folder

Step = dict[str, Any]
EXAMPLES = data_folder("resources") / "examples"
SCRIPTS = tuple(sorted(EXAMPLES.glob("*.json")))
WAITING_FOR_A_WITNESS = EXAMPLES / "demo" / "11-elder-waits-for-a-witness.json"
WRITTEN = tuple(sorted((Path(__file__).parent / "scripts").glob("*.json")))
# Kept as long as this module is.
_FOLDER = tempfile.TemporaryDirectory(prefix="scripts-")


def every_script() -> tuple[Path, ...]:
    """Return a script for every act there is."""
    made = (
        _made("minor-alone", "12-minor-with-guardian", _the_guardian_goes),
        _made("told-apart", "01-matching-adult-on-paper", _chooses_most_risk),
        _made("signed-and-void", "13-above-the-grade", _is_made_void),
    )
    return (*SCRIPTS, *WRITTEN, WAITING_FOR_A_WITNESS, *made)


def _made(name: str, example: str, change: Callable[[list[Step]], list[Step]]) -> Path:
    script = json.loads((EXAMPLES / f"{example}.json").read_text("utf-8"))
    script["steps"] = change(script["steps"])
    path = Path(_FOLDER.name) / f"{name}.json"
    path.write_text(json.dumps(script, ensure_ascii=False, indent=1), "utf-8")
    return path


def _until(steps: list[Step], act: str) -> list[Step]:
    return steps[: [step["act"] for step in steps].index(act)]


def _the_guardian_goes(steps: list[Step]) -> list[Step]:
    return [*_until(steps, "give_own_estimate"), {"act": "dismiss_party", "role": "guardian"}]


def _chooses_most_risk(steps: list[Step]) -> list[Step]:
    """Let the client test high enough for a fund whose risk is told apart."""
    for step in steps:
        if step["act"] == "give_answer":
            step["letter"] = "D"
        if "product" in step:
            step["product"] = "DEMO-R5-002"
    return [*_until(steps, "open_review"), {"act": "give_special_attention"}]


def _is_made_void(steps: list[Step]) -> list[Step]:
    second = {"second": "10066"}
    return [
        *steps,
        {"act": "add_addendum", "words": "客戶來電確認收到文件", **second},
        {"act": "void_interview", "reason": "客戶在冷靜期內改變主意", **second},
    ]
