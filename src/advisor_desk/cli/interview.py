"""``interview``: replay a written interview; list and show what is recorded.

A replay runs in a training home, with the times of its script. One acknowledgement a durable step
goes to ``--ack-fd`` after the commit, so another program knows what can no longer be lost.
"""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from advisor_desk.cli.at_the_desk import desk_of
from advisor_desk.cli.interview_text import replayed_text, shown_text, state_word
from advisor_desk.cli.output import Answer, Shared, language_of_machine, verb
from advisor_desk.domain.codec import plain
from advisor_desk.domain.trouble import BadInput, NotPermitted, Unavailable
from advisor_desk.packs.script import Script, read_script
from advisor_desk.packs.wording import wording
from advisor_desk.services.desk import Desk
from advisor_desk.services.exporting import ExportedForm, folder_for_forms
from advisor_desk.services.interview_files import InterviewFiles, final_forms, write_forms
from advisor_desk.services.machine_clock import MachineClock
from advisor_desk.services.replay import (
    Acknowledge,
    Acknowledgement,
    Replay,
    Replayed,
    enrol_people,
)
from advisor_desk.services.script_clock import ScriptClock
from advisor_desk.services.station import Station

app = typer.Typer(no_args_is_help=True, help="Interviews: replay, list, show.")


@app.callback()
def interviews() -> None:
    """Interviews: replay a written one, list them, show one."""


@app.command("replay")
@verb("interview replay")
def replay(
    context: typer.Context,
    script: Annotated[Path, typer.Argument(help="A written interview (JSON).")],
    *,
    out: Annotated[Path, typer.Option(help="Folder for the signed forms; made if missing.")],
    ack_fd: Annotated[
        int | None, typer.Option(help="Descriptor for one line a durable step.")
    ] = None,
) -> Answer:
    """Run a written interview through the same services as the screens. Training homes only."""
    shared: Shared = context.obj
    home = shared.needed_home()
    read = read_script(script)
    folder = folder_for_forms(out)
    acknowledge = _acknowledging(ack_fd)
    clock = ScriptClock(MachineClock(), read.times[0])
    with Station.open(home, clock, source="script") as station:
        if not station.is_training:
            raise NotPermitted("TRAINING_HOMES_ONLY")
        enrol_people(station, read.people)
        desk = station.training_desk(read.adviser.staff_no)
        done = Replay(desk, read, clock, acknowledge).run()
        forms = write_forms(desk.book, final_forms(desk.book, done.facts.interview), folder)
    return _replayed(read, done, forms)


@app.command("list")
@verb("interview list")
def list_interviews(context: typer.Context) -> Answer:
    """List the interviews of the books that can be opened here."""
    language = language_of_machine()
    with desk_of(context) as desk:
        rows = _files(desk, context).interviews()
    lines = [
        "  ".join(
            (str(row["interview"]), str(row["day"]), str(row["name"]), state_word(row, language))
        )
        for row in rows
    ]
    return Answer(
        [dict(row) for row in rows], "\n".join(lines) or wording(language)["NO_INTERVIEW"]
    )


@app.command("show")
@verb("interview show")
def show(
    context: typer.Context,
    interview: Annotated[str, typer.Argument(help="Its id, like I01-000001.")],
    why: Annotated[str, typer.Option(help="Why it is looked at; recorded.")] = "interview show",
) -> Answer:
    """Show one interview: its facts, its state, the open step, and what is missing there."""
    with desk_of(context) as desk:
        shown = _files(desk, context).show(interview, why)
    result = {
        "interview": interview,
        "state": shown.facts.state.value,
        "open": shown.open.stage.name if shown.open else None,
        "missing": list(shown.missing),
        "above_grade": plain(shown.above_grade),
        "facts": plain(shown.facts),
    }
    return Answer(result, shown_text(shown, language_of_machine()))


def _acknowledging(descriptor: int | None) -> Acknowledge:
    """Return what writes acknowledgements; without a descriptor nothing is written.

    Raises:
        BadInput: ``ACK_FD_UNUSABLE``, before anything is done.
    """
    if descriptor is None:
        return lambda _: None
    try:
        os.fstat(descriptor)
    except OSError as error:
        raise BadInput("ACK_FD_UNUSABLE", descriptor=descriptor) from error

    def write(acknowledgement: Acknowledgement) -> None:
        line = json.dumps(plain(acknowledgement), separators=(",", ":")) + "\n"
        try:
            os.write(descriptor, line.encode())
        except OSError as error:
            cause = error.strerror or ""
            raise Unavailable("ACK_NOT_WRITTEN", descriptor=descriptor, cause=cause) from error

    return write


def _replayed(script: Script, done: Replayed, forms: tuple[ExportedForm, ...]) -> Answer:
    facts, decision = done.facts, done.decision
    judged = decision.result() if decision else {"outcome": None, "reasons": [], "documents": []}
    result = {
        "interview": facts.interview,
        "state": facts.state.value,
        "number": forms[0].number if forms else None,
        "forms": [{"form": one.form, "file": str(one.file), "sha256": one.sha256} for one in forms],
        **judged,
        "duties": [
            {"code": one.code, "clause": one.clause, "pack": one.pack, "say": one.say.all()}
            for one in done.duties
        ],
        "needs": list(facts.pause_documents),
        "steps": done.steps,
        "script": script.sha256,
    }
    return Answer(
        result, replayed_text(done, forms, language_of_machine()), exit_code=int(done.stopped)
    )


def _files(desk: Desk, context: typer.Context) -> InterviewFiles:
    shared: Shared = context.obj
    return InterviewFiles(desk, of_everybody=shared.user is None)
