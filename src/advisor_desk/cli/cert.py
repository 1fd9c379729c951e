"""``cert``: the qualification certificates of the staff, as their papers say. Clause: S23."""

from typing import Annotated

import typer

from advisor_desk.cli.at_the_desk import desk_of
from advisor_desk.cli.days import given_day
from advisor_desk.cli.output import Answer, language_of_machine, verb
from advisor_desk.domain.people import Certificate, StaffMember
from advisor_desk.packs.wording import wording
from advisor_desk.services.staff import StaffRegister

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Qualification certificates of the staff."
)


@app.command("set")
@verb("cert set")
def set_certificate(
    context: typer.Context,
    staff_no: Annotated[str, typer.Argument(metavar="STAFFNO", help="Staff number.")],
    valid_from: Annotated[str, typer.Option(help="First day, YYYY-MM-DD.")],
    valid_until: Annotated[str, typer.Option(help="Last day, included, YYYY-MM-DD.")],
    number: Annotated[str, typer.Option(help="The certificate's number.")] = "",
) -> Answer:
    """Record a person's certificate; it takes the place of the one before."""
    certificate = Certificate(
        given_day(valid_from, "--valid-from"), given_day(valid_until, "--valid-until"), number
    )
    with desk_of(context) as desk:
        StaffRegister(desk).set_certificate(staff_no, certificate)
        member = desk.staff(staff_no)
    return Answer(_for_programs(member), _for_people(member))


@app.command("list")
@verb("cert list")
def list_certificates(context: typer.Context) -> Answer:
    """List everybody's certificate."""
    with desk_of(context) as desk:
        people = desk.everyone()
    return Answer(
        [_for_programs(one) for one in people], "\n".join(_for_people(one) for one in people)
    )


def _for_programs(member: StaffMember) -> dict[str, object]:
    held = member.certificate
    return {
        "staff_no": member.staff_no,
        "number": held.number if held else None,
        "valid_from": held.valid_from.isoformat() if held else None,
        "valid_until": held.valid_until.isoformat() if held else None,
    }


def _for_people(member: StaffMember) -> str:
    words = wording(language_of_machine())
    held = member.certificate
    if held is None:
        return words["CERTIFICATE_NONE"].format(staff_no=member.staff_no, name=member.name)
    return words["CERTIFICATE_HELD"].format(
        staff_no=member.staff_no,
        name=member.name,
        valid_from=held.valid_from,
        valid_until=held.valid_until,
    )
