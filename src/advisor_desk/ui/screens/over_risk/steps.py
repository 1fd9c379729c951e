"""The six steps of the bank's procedure above the grade, each as it stands. No Qt."""

from dataclasses import dataclass

from advisor_desk.domain.duties import FEWEST_ALTERNATIVES
from advisor_desk.domain.facts import OverRisk
from advisor_desk.ui.words import Wording

NAMES = ("restate", "exceeds", "others", "insist", "declare", "witness")


@dataclass(frozen=True, slots=True)
class Step:
    """One step in words; ``state`` is done, now or later."""

    name: str
    title: str
    text: str
    state: str


def steps_of(words: Wording, wish: OverRisk | None, declined: int) -> tuple[Step, ...]:
    """Return the steps; the first that is not done is the one of now."""
    warned = wish is not None and wish.warned_at is not None
    offered = declined >= FEWEST_ALTERNATIVES
    declared = wish is not None and bool(wish.declared)
    done = (warned, warned, offered, declared, declared, False)
    now = done.index(False)
    found = []
    for place, name in enumerate(NAMES):
        state = "done" if done[place] else "now" if place == now else "later"
        text = words.say(f"WISH_STEP_{name}_TEXT", count=declined, least=FEWEST_ALTERNATIVES)
        found.append(Step(name, words.say(f"WISH_STEP_{name}"), text, state))
    return tuple(found)
