"""The verbs by name. A verb's module is imported only when that verb is asked for."""

import importlib
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from advisor_desk.cli.output import Shared
from advisor_desk.cli.usage import with_json_usage

# name: module under advisor_desk.cli, and the line shown by --help
VERBS: dict[str, tuple[str, str]] = {
    "init": ("home", "Make a new home: keys, first administrator, recovery sheets."),
    "suitability": ("suitability", "May this client buy this product?"),
    "pack": ("pack", "Check rule packs before they are used."),
    "questionnaire": ("questionnaire", "Score and check risk questionnaires."),
    "demo": ("demo", "Make a training home with an invented branch."),
    "interview": ("interview", "Replay, list and show interviews."),
    "form": ("form", "List forms and write them as files."),
    "user": ("user", "Staff who may sign in."),
    "cert": ("cert", "Qualification certificates of the staff."),
    "db": ("db", "Check the encrypted records."),
    "audit": ("audit", "Check the chain of events; print its head."),
    "pdf": ("pdf", "Check signed forms."),
}


class LazyVerbs(TyperGroup):
    """The table above as a command group."""

    def main(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - typer's own types
        """Run the command line; wrong usage is answered in JSON where that was asked for."""
        return with_json_usage(partial(super().main, *args, **options))

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - click's own types
        """Return the verbs in the order of the table."""
        del ctx
        return list(VERBS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - click's own types
        """Return one verb, importing its module now."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(f"advisor_desk.cli.{VERBS[cmd_name][0]}")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        command.short_help = VERBS[cmd_name][1]
        if ctx.params.get("json"):  # a program asks for one object, and reads no help
            command.no_args_is_help = False
        return command


app = typer.Typer(
    cls=LazyVerbs,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Guided interviews for in-branch wealth advisers.",
)


@app.callback()
def shared_options(
    context: typer.Context,
    home: Annotated[
        Path | None, typer.Option(envvar="ADVISOR_DESK_HOME", help="The station's home folder.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Answer with one JSON object.")] = False,
    user: Annotated[str | None, typer.Option(help="Staff number to sign in with.")] = None,
    password_fd: Annotated[
        int | None, typer.Option(help="File descriptor the password is read from.")
    ] = None,
) -> None:
    """Keep the options that stand before the verb."""
    context.obj = Shared(home, json, user, password_fd)
