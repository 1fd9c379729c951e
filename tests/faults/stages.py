"""Homes as they stand before each act of the example interviews, and what must hold after a crash.

A home is copied before every act of one unharmed replay; an act is then done in a copy of its own.
"""

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.faults.killing import Acknowledge
from tests.faults.script_files import every_script

from advisor_desk.domain.codec import plain
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.forms.register import Register
from advisor_desk.packs.script import Script, read_script
from advisor_desk.packs.script_sale_acts import WitnessComes
from advisor_desk.services.homes import REGISTER, HomePlan, make_home
from advisor_desk.services.interviews import Interviews
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.records import Records
from advisor_desk.services.replay import Acknowledgement, Replay, enrol_people
from advisor_desk.services.script_clock import ScriptClock
from advisor_desk.services.station import Desk, Station
from advisor_desk.store.keys import PUBLISHED_PASSWORD

ADMINISTRATOR = StaffMember("10001", "系統管理員（虛構）", Role.administrator, "系統管理", None)
# What the witness does needs the own sign-in in the same process.
OF_THE_WITNESS = frozenset(
    {"hear_recap", "give_second_warning", "witness_hears", "client_decides", "witness_decides"}
)


@dataclass(frozen=True)
class Stage:
    """A home before step ``step`` (from 0) of a script; ids None before they are known."""

    home: Path
    script: Path
    step: int
    client: str | None
    interview: str | None

    @property
    def act(self) -> str:
        """Return the name of the act that comes next."""
        return acts_of(self.script)[self.step]


def new_home(folder: Path) -> Path:
    """Make a training home with nobody but its administrator."""
    plan = HomePlan(folder / "home", "CD", ADMINISTRATOR, PUBLISHED_PASSWORD, is_training=True)
    make_home(plan, MachineClock())
    return plan.folder


def acts_of(script: Path) -> tuple[str, ...]:
    """Return the name of the act of each step."""
    return tuple(step["act"] for step in json.loads(script.read_text("utf-8"))["steps"])


def first_of_each_kind() -> tuple[tuple[Path, int], ...]:
    """Return a script and step for every kind of act that the scripts hold."""
    found: dict[str, tuple[Path, int]] = {}
    for script in every_script():
        for step, act in enumerate(acts_of(script)):
            found.setdefault(act, (script, step))
    return tuple(found.values())


@cache
def stages(script: Path) -> tuple[Stage, ...]:
    """Replay a script once and keep a copy of the home before each of its steps."""
    folder = Path(tempfile.mkdtemp(prefix="stages-"))
    home = new_home(folder)
    read = read_script(script)
    made: list[Stage] = []

    def keep(acknowledgement: Acknowledgement | None, replay: Replay) -> None:
        step = acknowledgement.step if acknowledgement else 0
        copy = folder / str(step)
        shutil.copytree(home, copy)
        made.append(Stage(copy, script, step, replay._client, replay._interview))

    with station_for(home, read) as (station, clock):
        replay = Replay(_desk(station, read), read, clock, lambda one: keep(one, replay))
        keep(None, replay)
        replay.run()
    return tuple(made)


def stage_before(script: Path, step: int) -> Stage:
    """Return the home as it stands before a step."""
    return next(one for one in stages(script) if one.step == step)


@dataclass(frozen=True)
class Held:
    """A home held for a script."""

    station: Station
    clock: ScriptClock

    def __enter__(self) -> tuple[Station, ScriptClock]:
        return self.station, self.clock

    def __exit__(self, *_: object) -> None:
        self.station.close()


def station_for(home: Path, script: Script) -> Held:
    """Take hold of a home at the script's first moment."""
    clock = ScriptClock(MachineClock(), script.times[0])
    return Held(Station.open(home, clock, source="script"), clock)


def _desk(station: Station, script: Script) -> Desk:
    enrol_people(station, script.people)
    return station.training_desk(script.adviser.staff_no)


def one_act(
    stage: Stage, home: Path, *, is_done: bool = True
) -> Callable[[], Callable[[Acknowledge], None]]:
    """Return a task that makes ready for the step open in ``stage``, and then does it.

    What is made ready is never killed. With ``is_done`` false nothing comes after it.
    """

    def prepare() -> Callable[[Acknowledge], None]:
        replay = prepared(stage, home)
        return lambda say: _one(replay, stage, say) if is_done else None

    return prepare


def prepared(stage: Stage, home: Path) -> Replay:
    """Return a replay just before the open step: for an act of the witness, with the witness.

    A new process knows no witness, so the one who came signs in once more, as at the desk.
    """
    read = read_script(stage.script)
    station, clock = station_for(home, read).__enter__()
    clock.set(read.times[stage.step])
    replay = replaying(station, read, clock, stage)
    if stage.act in OF_THE_WITNESS:
        before = read.file.steps[: stage.step]
        replay._do(next(one for one in reversed(before) if isinstance(one, WitnessComes)))
    return replay


def replaying(station: Station, script: Script, clock: ScriptClock, stage: Stage) -> Replay:
    """Return a replay that stands where the stage does."""
    replay = Replay(_desk(station, script), script, clock, lambda _: None)
    replay._client, replay._interview = stage.client, stage.interview
    return replay


def _one(replay: Replay, stage: Stage, say: Acknowledge) -> None:
    replay._acknowledge = lambda one: say(as_line(one))
    replay._guarded(stage.step, replay._script.file.steps[stage.step])


def whole_interview(script: Path, home: Path) -> Callable[[], Callable[[Acknowledge], None]]:
    """Return a task that replays a whole script in ``home``, sign-in and enrolling included."""

    def prepare() -> Callable[[Acknowledge], None]:
        read = read_script(script)

        def act(say: Acknowledge) -> None:
            with station_for(home, read) as (station, clock):
                Replay(_desk(station, read), read, clock, lambda one: say(as_line(one))).run()

        return act

    return prepare


def as_line(acknowledgement: Acknowledgement) -> bytes:
    """Return an acknowledgement as it is said."""
    return json.dumps(plain(acknowledgement)).encode()


@dataclass(frozen=True)
class Afterwards:
    """What stands in a home after a crash: what the adviser's book tells, the registered forms."""

    kinds: tuple[str, ...]
    registered: tuple[str, ...]


def check_home(home: Path, script: Path, acknowledged: tuple[bytes, ...]) -> Afterwards:
    """Open a home after a crash; everything holds and everything acknowledged is there."""
    read = read_script(script)
    with station_for(home, read) as (station, _):
        desk = _desk(station, read)
        Interviews(desk)  # as every work at the desk begins: brings the register up to date
        reports = Records(desk).check(deep=True)
        assert [one.broken for one in reports] == [()] * len(reports)
        for line in acknowledged:
            said = json.loads(line)
            assert desk.book.passes(said["seq"], said["digest"]), line
        registered = tuple(one.sha256 for one in Register(home / REGISTER).entries())
        kept = {str(row["sha256"]) for row in desk.book.rows("form")}
        assert set(registered) <= kept
        signed = [row for row in desk.book.rows("form") if row["state"] in ("signed", "registered")]
        assert {str(row["sha256"]) for row in signed} <= set(registered), "register reconciled"
        told = desk.book._connection.exec_driver_sql("SELECT kind FROM event ORDER BY seq")
        return Afterwards(tuple(str(row[0]) for row in told), registered)


def leftovers(home: Path) -> list[str]:
    """Return files that nobody made on purpose: journals and half-written files."""
    known = {
        "attempts.json",
        "branch.db",
        "keys.json",
        "root.crt",
        "device.key",
        "lock",
        "register.jsonl",
    }
    return sorted(
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file() and path.name not in known and path.suffix not in (".db", ".db-journal")
    )
