"""A training home filled with an invented branch: people of every role, interviews of every kind.

The interviews are written ones, replayed through the services: what is seen in the home was done
in it, step by step.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from advisor_desk.domain.clock import Clock
from advisor_desk.domain.people import StaffMember
from advisor_desk.domain.trouble import Unavailable
from advisor_desk.packs.demo_branch import DemoBranch, load_demo_branch
from advisor_desk.packs.script import Script
from advisor_desk.services.homes import HomePlan, make_home
from advisor_desk.services.replay import Replay, Replayed, enrol_people
from advisor_desk.services.script_clock import ScriptClock
from advisor_desk.services.station import Station
from advisor_desk.store.keys import PUBLISHED_PASSWORD

TRAINING_PASSWORD = PUBLISHED_PASSWORD


@dataclass(frozen=True, slots=True)
class Demo:
    """What was made: who can sign in, with which password, and the interviews."""

    people: tuple[StaffMember, ...]
    password: str
    interviews: tuple[Replayed, ...]


def make_demo(folder: Path, clock: Clock) -> Demo:
    """Make the home; it stands under its name only when it is whole.

    Raises:
        Unavailable: ``HOME_EXISTS``, or the disk refuses.
    """
    branch = load_demo_branch()
    target = folder.absolute()
    if target.is_symlink() or (target.exists() and not _is_empty_folder(target)):
        raise Unavailable("HOME_EXISTS", home=target)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as beside:
        fresh = Path(beside) / target.name
        replayed = _fill(fresh, branch, clock)
        fresh.rename(target)  # an empty folder of that name gives way
    return Demo((branch.administrator, *branch.others), PUBLISHED_PASSWORD, replayed)


def _is_empty_folder(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def _fill(home: Path, branch: DemoBranch, clock: Clock) -> tuple[Replayed, ...]:
    make_home(_plan(home, branch), clock)
    with Station.open(home, clock) as station:
        enrol_people(station, branch.others)
    times = ScriptClock(clock, branch.scripts[0].times[0])
    with Station.open(home, times, source="script") as station:
        return tuple(_replay(station, script, times) for script in branch.scripts)


def _plan(folder: Path, branch: DemoBranch) -> HomePlan:
    return HomePlan(
        folder=folder,
        branch=branch.branch,
        administrator=branch.administrator,
        password=PUBLISHED_PASSWORD,
        branch_name=branch.name,
        station_no=branch.station,
        is_training=True,
        device_in_file=True,
    )


def _replay(station: Station, script: Script, clock: ScriptClock) -> Replayed:
    clock.set(script.times[0])
    desk = station.training_desk(script.adviser.staff_no)
    return Replay(desk, script, clock, lambda _: None).run()
