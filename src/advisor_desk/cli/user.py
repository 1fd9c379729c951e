"""``user``: the people of the branch, their passwords, and whether they may sign in.

With ``--password-fd`` the descriptor carries one line for each secret, in the order asked: first
the actor's password where ``--user`` is given, for a visiting officer then that of the second
person, then the new one.
"""

from typing import Annotated

import typer

from advisor_desk.cli.at_the_desk import desk_of
from advisor_desk.cli.days import given_day
from advisor_desk.cli.output import Answer, Shared, language_of_machine, verb
from advisor_desk.domain.people import Role, StaffMember
from advisor_desk.packs.wording import wording
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.recovering import NewPassword, reset_by_sheets
from advisor_desk.services.staff import StaffRegister
from advisor_desk.services.station import Desk
from advisor_desk.services.visiting import Visitors, Vouching
from advisor_desk.store.keys import PUBLISHED_PASSWORD
from advisor_desk.store.recovery import Sheet

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Staff who may sign in. With --password-fd the descriptor carries one line for each "
    "secret: first the actor's password (where --user is given), then the new person's.",
)
StaffNumber = Annotated[str, typer.Argument(metavar="STAFFNO", help="Staff number.")]


@app.command("add")
@verb("user add")
def add(
    context: typer.Context,
    staff_no: StaffNumber,
    name: Annotated[str, typer.Option(help="Name as forms print it.")],
    role: Annotated[Role, typer.Option(help="What the person does in the branch.")],
    post: Annotated[str, typer.Option(help="Title on forms; that of the role if left out.")] = "",
) -> Answer:
    """Add a person. --password-fd: the actor's line, then the new person's line."""
    words = wording(language_of_machine())
    member = StaffMember(staff_no, name, role, post or words[f"ROLE_{role.value}"], None)
    with desk_of(context) as desk:
        StaffRegister(desk).add(member, _new_password(context.obj, desk))
        return _answer("USER_ADDED", desk.staff(staff_no))


@app.command("visiting")
@verb("user visiting")
def visiting(
    context: typer.Context,
    staff_no: StaffNumber,
    name: Annotated[str, typer.Option(help="Name as forms print it.")],
    role: Annotated[Role, typer.Option(help="The officer's rank at home.")],
    valid_from: Annotated[str, typer.Option("--from", help="First day, YYYY-MM-DD.")],
    valid_until: Annotated[str, typer.Option("--until", help="Last day, included, YYYY-MM-DD.")],
    second: Annotated[str, typer.Option(metavar="STAFFNO", help="The head who vouches too.")],
    post: Annotated[str, typer.Option(help="Title on forms; that of the role if left out.")] = "",
) -> Answer:
    """Enrol a visiting officer for a term: an administrator, and a head beside.

    --password-fd: the administrator's line, the second person's, then the officer's.
    """
    words = wording(language_of_machine())
    title = post or words[f"ROLE_{role.value}"]
    days = given_day(valid_from, "--from"), given_day(valid_until, "--until")
    member = StaffMember(staff_no, name, role, title, None, True, *days)
    shared: Shared = context.obj
    with desk_of(context) as desk:
        is_asked = not desk.is_training or shared.password_fd is not None
        vouching = shared.password("Password of the second person") if is_asked else ""
        known = Vouching(second, vouching or PUBLISHED_PASSWORD)
        enrolled = Visitors(desk).enrol(member, _new_password(shared, desk), known)
        return _answer("USER_VISITING", enrolled)


@app.command("list")
@verb("user list")
def list_people(context: typer.Context) -> Answer:
    """List the people of the branch."""
    with desk_of(context) as desk:
        people = desk.everyone()
    words = wording(language_of_machine())
    lines = [
        words["USER_ENABLED" if one.enabled else "USER_DISABLED"].format(
            staff_no=one.staff_no, name=one.name, role=words[f"ROLE_{one.role.value}"]
        )
        for one in people
    ]
    return Answer([_for_programs(one) for one in people], "\n".join(lines))


@app.command("disable")
@verb("user disable")
def disable(context: typer.Context, staff_no: StaffNumber) -> Answer:
    """Let a person not sign in any more."""
    with desk_of(context) as desk:
        StaffRegister(desk).disable(staff_no)
        return _answer("USER_DISABLED", desk.staff(staff_no))


@app.command("enable")
@verb("user enable")
def enable(context: typer.Context, staff_no: StaffNumber) -> Answer:
    """Let a person sign in again."""
    with desk_of(context) as desk:
        StaffRegister(desk).enable(staff_no)
        return _answer("USER_ENABLED", desk.staff(staff_no))


@app.command("unlock")
@verb("user unlock")
def unlock(context: typer.Context, staff_no: StaffNumber) -> Answer:
    """Set a person's failed sign-ins back, so that the person may try again at once."""
    with desk_of(context) as desk:
        failed = StaffRegister(desk).unlock(staff_no)
    text = wording(language_of_machine())["USER_UNLOCKED"].format(staff_no=staff_no, failed=failed)
    return Answer({"staff_no": staff_no, "failed": failed}, text)


@app.command("passwd")
@verb("user passwd")
def passwd(
    context: typer.Context,
    with_sheets: Annotated[
        bool, typer.Option("--with-sheets", help="Two recovery sheets stand for the password.")
    ] = False,
) -> Answer:
    """Change the own password: the old one, then the new one.

    With --with-sheets, for --user: the code of one sheet, of another, then the new password.
    """
    shared: Shared = context.obj
    if with_sheets:
        staff_no = shared.needed_user()
        first = Sheet.parse(shared.password("Code of one recovery sheet"))
        second = Sheet.parse(shared.password("Code of another recovery sheet"))
        wanted = NewPassword(staff_no, shared.new_password())
        reset_by_sheets(shared.needed_home().absolute(), MachineClock(), (first, second), wanted)
    else:
        with desk_of(context) as desk:
            staff_no = desk.me.staff_no
            StaffRegister(desk).change_password(shared.new_password())
    text = wording(language_of_machine())["PASSWORD_CHANGED"].format(staff_no=staff_no)
    return Answer({"staff_no": staff_no}, text)


def _new_password(shared: Shared, desk: Desk) -> str:
    if desk.is_training and shared.password_fd is None:
        return PUBLISHED_PASSWORD
    return shared.new_password()


def _answer(code: str, member: StaffMember) -> Answer:
    words = wording(language_of_machine())
    role = words[f"ROLE_{member.role.value}"]
    days = {"first": member.serves_from, "last": member.serves_until}
    text = words[code].format(staff_no=member.staff_no, name=member.name, role=role, **days)
    return Answer(_for_programs(member), text)


def _for_programs(member: StaffMember) -> dict[str, object]:
    return {
        "staff_no": member.staff_no,
        "name": member.name,
        "role": member.role.value,
        "post": member.post,
        "enabled": member.enabled,
        "serves_from": member.serves_from.isoformat() if member.serves_from else None,
        "serves_until": member.serves_until.isoformat() if member.serves_until else None,
    }
