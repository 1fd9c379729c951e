"""A practice home in which an interview waits at every step, in each language, for one adviser."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Self

from tests.services.branch import CHINA, SetClock

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.languages import Language
from advisor_desk.packs.script import read_script
from advisor_desk.services.demo import make_demo
from advisor_desk.services.replay import Acknowledgement, Replay
from advisor_desk.services.script_clock import ScriptClock
from advisor_desk.services.station import Station

ADVISER = "20417"
DAY = datetime(2026, 11, 24, 8, 0, tzinfo=CHINA)
NOW = DAY + timedelta(hours=12)
ON_PAPER, ON_SCREEN = "01-matching-adult-on-paper", "02-matching-adult-on-screen"
MINOR = "12-minor-with-guardian"

INKED = "handover_screen"

# A place of an interview: the written one, and the act after which it waits (and which one of
# them, 0 the first); an empty act is its whole length.
CUTS: Mapping[str, tuple[str, str, int]] = {
    "opening": (ON_PAPER, "open_interview", 0),
    "needs": (ON_PAPER, "confirm_opening", 0),
    "pots": (ON_PAPER, "record_pot", -1),
    "questionnaire": (ON_PAPER, "confirm_needs", 0),
    "result": (ON_PAPER, "confirm_answers", 0),
    "portfolio": (ON_PAPER, "accept_result", 0),
    "products": (ON_PAPER, "make_suggestion", 0),
    "presentation": (ON_PAPER, "confirm_choice", 0),
    "review": (ON_PAPER, "say_back", -1),
    "ready": (ON_PAPER, "confirm_review", -1),
    "signing": (ON_PAPER, "begin_signing", 0),
    "printed": (ON_PAPER, "print_forms", 0),
    "ink": (ON_SCREEN, "begin_signing", 0),
    "handover": (ON_PAPER, "sign_set", 0),
    INKED: (ON_SCREEN, "sign_set", 0),
    "close": (ON_PAPER, "hand_over", 0),
    "closed": (ON_PAPER, "", 0),
    "elder_opening": ("demo/11-elder-waits-for-a-witness", "open_interview", 0),
    "witness": ("demo/11-elder-waits-for-a-witness", "say_back", -1),
    "elder": ("demo/11-elder-waits-for-a-witness", "", 0),
    "minor": ("demo/12-minor-without-guardian", "", 0),
    "minor_opening": (MINOR, "open_interview", 0),
    "guidance": (MINOR, "confirm_answers", 0),
    "above": ("demo/13-above-the-grade", "", 0),
    "wish": ("demo/13-above-the-grade", "confirm_choice", 0),
    "tomorrow": ("demo/15-left-for-tomorrow", "", 0),
}


@dataclass(frozen=True)
class Waiting:
    """The home, and the interviews in it by language and place."""

    folder: Path
    interviews: Mapping[tuple[str, str], str]

    def at(self, place: str, language: Language) -> str:
        return self.interviews[language.name, place]

    def to_json(self) -> str:
        """Write it for another process."""
        rows = [[*key, interview] for key, interview in self.interviews.items()]
        return json.dumps({"folder": str(self.folder), "interviews": rows})

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what another process wrote."""
        kept = json.loads(text)
        rows = {(language, place): found for language, place, found in kept["interviews"]}
        return cls(Path(kept["folder"]), rows)


def make_waiting(folder: Path, languages: tuple[Language, ...] = tuple(Language)) -> Waiting:
    """Make it. A few seconds: made once, copied by whoever changes it."""
    home = folder / "home"
    before = SetClock(DAY - timedelta(days=1))
    make_demo(home, before)
    clock = ScriptClock(before, DAY)
    found: dict[tuple[str, str], str] = {}
    with Station.open(home, clock, source="script") as station:
        for language, place, path in _written(folder, languages):
            script = read_script(path)
            told: list[Acknowledgement] = []
            clock.set(script.times[0])
            Replay(station.training_desk(ADVISER), script, clock, told.append).run()
            found[language.name, place] = str(told[-1].interview)
    return Waiting(home, found)


def window_clock() -> SetClock:
    """A clock that stands after everything that was written."""
    return SetClock(NOW)


def _written(folder: Path, languages: tuple[Language, ...]) -> Iterator[tuple[Language, str, Path]]:
    number = 0
    for language in languages:
        for place, (name, act, which) in CUTS.items():
            if place == INKED and language is not Language.zh_CN:
                continue  # its ink is written for the boxes of its own language
            script = _cut(name, act, which)
            script["day"] = f"{DAY:%Y-%m-%d}"
            script["starts_at"] = f"{DAY + timedelta(minutes=5 * number):%H:%M}"
            script["client"]["language"] = language.name
            path = folder / f"{language.name}-{place}.json"
            path.write_text(json.dumps(script, ensure_ascii=False), "utf-8")
            number += 1
            yield language, place, path


def _cut(name: str, act: str, which: int) -> dict[str, Any]:
    script, paper = _example(name), _example(ON_PAPER)
    script["adviser"], script["people"] = paper["adviser"], paper["people"]
    if act:
        places = [at for at, step in enumerate(script["steps"]) if step["act"] == act]
        script["steps"] = script["steps"][: places[which] + 1]
    return script


def _example(name: str) -> dict[str, Any]:
    path = data_folder("resources") / "examples" / f"{name}.json"
    script: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return script
