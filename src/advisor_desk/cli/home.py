"""``init``: a new home, its first administrator, and the three recovery sheets."""

from pathlib import Path
from typing import Annotated

import typer

from advisor_desk.cli.output import Answer, Shared, language_of_machine, verb
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.packs.wording import wording
from advisor_desk.services.homes import HomePlan, make_home
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.sheets import SheetFolder
from advisor_desk.store.keys import PUBLISHED_PASSWORD

app = typer.Typer(add_completion=False)


@app.command()
@verb("init")
def init(
    context: typer.Context,
    branch: Annotated[str, typer.Option(help="The branch's id; it begins every form number.")],
    admin: Annotated[str, typer.Option(help="Staff number of the first administrator.")],
    training: Annotated[bool, typer.Option("--training", help="Nothing in it is real.")] = False,
    packs: Annotated[str, typer.Option(help="Rule packs, by commas; all if left out.")] = "",
    sheets: Annotated[
        Path | None, typer.Option(help="Folder outside the home for the recovery sheets.")
    ] = None,
    branch_name: Annotated[str, typer.Option(help="Name on forms; the id if left out.")] = "",
    station: Annotated[str, typer.Option(help="The station's number.")] = "01",
    name: Annotated[str, typer.Option(help="The administrator's name.")] = "",
) -> Answer:
    """Make a new home at --home; the first user's password comes by --password-fd or a prompt.

    A training home takes the published password where none is given.
    """
    shared: Shared = context.obj
    post = wording(language_of_machine())["ROLE_administrator"]
    plan = HomePlan(
        folder=shared.needed_home(),
        branch=branch,
        administrator=StaffMember(admin, name or admin, Role.administrator, post, None),
        password=_password(shared, is_training=training),
        branch_name=branch_name,
        station_no=station,
        is_training=training,
        packs=tuple(one.strip() for one in packs.split(",") if one.strip()),
    )
    return _answer(plan, _make(plan, sheets))


def _password(shared: Shared, *, is_training: bool) -> str:
    if is_training and shared.password_fd is None:
        return PUBLISHED_PASSWORD
    return shared.new_password()


def _make(plan: HomePlan, sheets: Path | None) -> tuple[str, ...]:
    clock = MachineClock()
    if sheets is None:
        make_home(plan, clock)
        return ()
    folder = SheetFolder(sheets, plan.folder, plan.branch, clock.now().date())
    try:
        make_home(plan, clock, folder.deliver)
    except BaseException:
        folder.withdraw()
        raise
    return tuple(str(file) for file in folder.written)


def _answer(plan: HomePlan, sheets: tuple[str, ...]) -> Answer:
    words = wording(language_of_machine())
    home = str(plan.folder.absolute())
    said = words["SHEETS_WRITTEN" if sheets else "NO_SHEETS_MADE"]
    return Answer(
        result={
            "home": home,
            "branch": plan.branch,
            "training": plan.is_training,
            "sheets": list(sheets),
        },
        text="\n  ".join((words["HOME_MADE"].format(home=home) + "\n" + said, *sheets)),
    )
