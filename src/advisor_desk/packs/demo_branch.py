"""The invented branch that ``demo`` makes: its people, and the interviews it starts with."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from pydantic import model_validator

from advisor_desk.domain.data_folder import data_folder
from advisor_desk.domain.people import StaffMember
from advisor_desk.packs.reading import Strict, read_bytes, read_toml
from advisor_desk.packs.script import PersonRow, Script, read_script


class BranchFile(Strict):
    """``branch.toml``; ``about`` says that everybody is invented."""

    about: str
    branch: str
    name: str
    station: str
    administrator: str
    people: tuple[PersonRow, ...]

    @model_validator(mode="after")
    def _names_its_people(self) -> Self:
        numbers = [one.staff_no for one in self.people]
        if len(set(numbers)) != len(numbers):
            raise ValueError("each person of people once")
        if self.administrator not in numbers:
            raise ValueError("an administrator who stands among people")
        return self


@dataclass(frozen=True, slots=True)
class DemoBranch:
    """The branch and its scripts in the order in which they are replayed: by day and time."""

    branch: str
    name: str
    station: str
    administrator: StaffMember
    others: tuple[StaffMember, ...]
    scripts: tuple[Script, ...]


def load_demo_branch() -> DemoBranch:
    """Read the branch and every script: the examples, and those of ``demo`` alone.

    Raises:
        BadData: mistakes with their lines.
    """
    examples = data_folder("resources") / "examples"
    path = examples / "demo" / "branch.toml"
    found = read_toml(read_bytes(path), BranchFile, str(path))
    people = {one.staff_no: one.member() for one in found.people}
    administrator = people.pop(found.administrator)
    scripts = [read_script(script) for script in _scripts(examples)]
    return DemoBranch(
        found.branch,
        found.name,
        found.station,
        administrator,
        tuple(people.values()),
        tuple(sorted(scripts, key=lambda script: script.times[0])),
    )


def _scripts(examples: Path) -> tuple[Path, ...]:
    return (*sorted(examples.glob("*.json")), *sorted((examples / "demo").glob("*.json")))
