"""``form``: the forms of interviews, listed and written as files."""

from pathlib import Path
from typing import Annotated

import typer

from advisor_desk.cli.at_the_desk import desk_of
from advisor_desk.cli.output import Answer, Shared, language_of_machine, verb
from advisor_desk.packs.wording import wording
from advisor_desk.services.desk import Desk
from advisor_desk.services.exporting import folder_for_forms
from advisor_desk.services.interview_files import InterviewFiles

app = typer.Typer(no_args_is_help=True, help="Forms: list, write as files.")


@app.callback()
def forms() -> None:
    """Forms of interviews: list them, write them as files."""


@app.command("list")
@verb("form list")
def list_forms(context: typer.Context) -> Answer:
    """List the forms of the books that can be opened here, void ones included."""
    language = language_of_machine()
    words = wording(language)
    with desk_of(context) as desk:
        rows = _files(desk, context).forms()
    lines = [
        f"{row['number']}-{row['form']}  {row['interview']}  {words['PAPER_' + str(row['state'])]}"
        for row in rows
    ]
    return Answer([dict(row) for row in rows], "\n".join(lines) or words["NO_FORM"])


@app.command("render")
@verb("form render")
def render(
    context: typer.Context,
    interview: Annotated[str, typer.Argument(help="Its id, like I01-000001.")],
    *,
    out: Annotated[Path, typer.Option(help="Folder for the forms; made if missing.")],
    why: Annotated[str, typer.Option(help="Why copies are made; recorded.")] = "form render",
) -> Answer:
    """Write the final forms of an interview, exactly the signed bytes; the copy is recorded."""
    words = wording(language_of_machine())
    folder = folder_for_forms(out)
    with desk_of(context) as desk:
        written = _files(desk, context).export(interview, folder, why)
    result = [
        {"form": one.form, "number": one.number, "file": str(one.file), "sha256": one.sha256}
        for one in written
    ]
    lines = [words["SIGNED_FORM"].format(form=one.form, file=one.file) for one in written]
    return Answer(result, "\n".join(lines))


def _files(desk: Desk, context: typer.Context) -> InterviewFiles:
    shared: Shared = context.obj
    return InterviewFiles(desk, of_everybody=shared.user is None)
