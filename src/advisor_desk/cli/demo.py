"""``demo``: a training home with an invented branch, to try everything without doing harm."""

import typer

from advisor_desk.cli.output import Answer, Shared, language_of_machine, verb
from advisor_desk.domain.people import StaffMember
from advisor_desk.packs.wording import wording
from advisor_desk.services.demo import make_demo
from advisor_desk.services.machine_clock import MachineClock

app = typer.Typer(add_completion=False)


@app.command()
@verb("demo")
def demo(context: typer.Context) -> Answer:
    """Make the new home named by --home a training home with an invented branch."""
    shared: Shared = context.obj
    home = shared.needed_home().absolute()
    made = make_demo(home, MachineClock())
    words = wording(language_of_machine())
    result = {
        "home": str(home),
        "password": made.password,
        "people": [_person(one) for one in made.people],
        "interviews": [
            {
                "interview": one.facts.interview,
                "adviser": one.facts.adviser,
                "state": one.facts.state.value,
            }
            for one in made.interviews
        ],
    }
    lines = [
        words["DEMO_HOME"].format(home=home),
        words["DEMO_PASSWORD"].format(password=made.password),
        *(f"{one.staff_no}  {one.name}  {one.post}" for one in made.people),
        *(
            f"{one.facts.interview}  {words[f'STATE_{one.facts.state.value}']}"
            for one in made.interviews
        ),
    ]
    return Answer(result, "\n".join(lines))


def _person(member: StaffMember) -> dict[str, object]:
    held = member.certificate
    return {
        "staff_no": member.staff_no,
        "name": member.name,
        "role": member.role.value,
        "post": member.post,
        "certificate": held
        and {
            "number": held.number,
            "valid_from": held.valid_from.isoformat(),
            "valid_until": held.valid_until.isoformat(),
        },
    }
