"""A step as the rail shows it, and the rail while nothing but a referral is open."""

from dataclasses import dataclass

from advisor_desk.domain.facts import Facts
from advisor_desk.domain.interview import Stage
from advisor_desk.domain.steps import steps_of
from advisor_desk.ui.interview.refer_mode import ReferMode, ReferPage


@dataclass(frozen=True, slots=True)
class RailStep:
    """One step as the rail shows it; ``by_rule``: it is there because a rule asks for it.

    ``locked``: not open to this person today; it can be pressed to read why.
    """

    stage: Stage
    number: int
    done: bool
    shown: bool
    may_go: bool
    by_rule: bool
    locked: bool = False


def locked_rail(facts: Facts, refer: ReferMode) -> tuple[RailStep, ...]:
    """Return the steps that apply: all but the opening are visible and locked. Clause: S24."""
    shown = {ReferPage.opening: Stage.opening, ReferPage.locked: refer.tried}.get(refer.page())
    return tuple(
        RailStep(
            stage=step.stage,
            number=number,
            done=step.stage is Stage.opening and not refer.lacking(),
            shown=step.stage is shown,
            may_go=step.stage is Stage.opening,
            by_rule=False,
            locked=step.stage is not Stage.opening,
        )
        for number, step in enumerate(steps_of(facts), start=1)
    )
