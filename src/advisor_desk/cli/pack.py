"""``pack check``: a rule pack and its cases, before it is used; needs no home and no sign-in."""

from pathlib import Path
from typing import Annotated

import typer

from advisor_desk.cli.output import Answer, language_of_machine, verb
from advisor_desk.packs.pack_cases import check_pack
from advisor_desk.packs.wording import wording

app = typer.Typer(no_args_is_help=True, help="Check rule packs before they are used.")


@app.callback()
def pack() -> None:
    """Check rule packs before they are used."""


@app.command("check")
@verb("pack check")
def check_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(help="A rule pack (TOML); its cases lie in cases/.")],
) -> Answer:
    """Check a pack and run its cases: all mistakes at once, with their lines."""
    del context
    sound = check_pack(file)
    facts = {
        "pack": sound.pack.id,
        "day": sound.pack.effective.isoformat(),
        "rules": len(sound.pack.rules),
        "cases": sound.cases,
        "sha256": sound.pack.sha256,
    }
    text = wording(language_of_machine())["PACK_SOUND"].format(file=file, **facts)
    return Answer(facts, text)
