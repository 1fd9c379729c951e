"""Real homes for the tests of stations and staff: cheap passwords, the device secret in a file."""

from datetime import date
from pathlib import Path

from tests.store.books import SetClock

from advisor_desk.domain.people import Certificate, Role, StaffMember
from advisor_desk.services.homes import HomePlan, make_home
from advisor_desk.services.station import Desk
from advisor_desk.store.recovery import Sheet
from advisor_desk.store.sealing import TRAINING_COST

PASSWORD = "correct horse"
OTHER_PASSWORD = "battery staple"
ADMINISTRATOR = StaffMember("10001", "管理員示例", Role.administrator, "系統管理員", None)
CERTIFICATE = Certificate(date(2025, 1, 1), date(2027, 1, 1), "EX-20417")
ADVISER = StaffMember("20417", "王敏（虛構）", Role.adviser, "客戶經理", CERTIFICATE)
WITNESS = StaffMember("30001", "趙六（虛構）", Role.branch_retail_head, "負責人", None)


def plan_of(folder: Path, *, branch: str = "CD3", is_training: bool = False) -> HomePlan:
    return HomePlan(
        folder=folder,
        branch=branch,
        administrator=ADMINISTRATOR,
        password=PASSWORD,
        branch_name="虛構分行",
        is_training=is_training,
        cost=TRAINING_COST,
        device_in_file=True,
    )


def real_home(folder: Path, clock: SetClock, branch: str = "CD3") -> tuple[Sheet, ...]:
    """Make a real home; return its sheets."""
    sheets: list[Sheet] = []
    make_home(plan_of(folder, branch=branch), clock, sheets.extend)
    return tuple(sheets)


def training_home(folder: Path, clock: SetClock) -> None:
    make_home(plan_of(folder, is_training=True), clock)


def kinds(desk: Desk) -> list[str]:
    """Return the kinds of the branch's events, in order."""
    return [one.event.kind for one in desk.branch.every_event()]
