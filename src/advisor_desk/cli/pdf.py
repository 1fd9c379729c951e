"""``pdf verify``: is this file a form signed at this home? No sign-in, beside an open desktop."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from advisor_desk.cli.output import Answer, Shared, language_of_machine, verb
from advisor_desk.domain.languages import Language
from advisor_desk.domain.trouble import Tampered, Trouble, Unavailable
from advisor_desk.forms.authority import load_certificate
from advisor_desk.forms.register import Register
from advisor_desk.forms.verification import LARGEST_FORM, Verdict, Verification, verify_pdf
from advisor_desk.packs.wording import wording

app = typer.Typer(no_args_is_help=True, help="Signed forms as files.")


@dataclass(frozen=True, slots=True)
class _Home:
    register: Register | None
    root: bytes | None


@dataclass(frozen=True, slots=True)
class _Judged:
    file: Path
    found: Verification | Trouble


@app.callback()
def forms_as_files() -> None:
    """Signed forms as files."""


@app.command("verify")
@verb("pdf verify")
def verify(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(help="PDF files.", metavar="FILE")],
) -> Answer:
    """Say of each file whether it is genuine, superseded, altered or unknown."""
    shared: Shared = context.obj
    home = _home(shared.home)
    judged = [_judged(file, home) for file in files]
    return Answer(
        result=[_for_programs(one) for one in judged],
        text="\n\n".join(_for_people(judged, language_of_machine())),
        exit_code=max(_exit_code(one) for one in judged),
        troubles=tuple(one.found for one in judged if isinstance(one.found, Trouble)),
    )


def _home(folder: Path | None) -> _Home:
    """Return what a home says about its forms; the register is read once, and its chain checked.

    Raises:
        Unavailable: ``ROOT_UNREADABLE``, where the folder is no home.
        Tampered: ``ROOT_BROKEN``, ``REGISTER_BROKEN``.
    """
    if folder is None:
        return _Home(None, None)
    path = folder / "root.crt"
    try:
        root = path.read_bytes()
        load_certificate(root)
    except OSError as error:
        raise Unavailable("ROOT_UNREADABLE", file=path, cause=error.strerror or "") from error
    except ValueError as error:
        raise Tampered("ROOT_BROKEN", file=path) from error
    register = Register(folder / "forms" / "register.jsonl")
    register.entries()
    return _Home(register, root)


def _judged(file: Path, home: _Home) -> _Judged:
    try:
        content = _read(file)
    except Unavailable as trouble:
        return _Judged(file, trouble)
    return _Judged(file, verify_pdf(content, register=home.register, root=home.root))


def _read(file: Path) -> bytes:
    """Return a file's bytes, of a larger file than any form only the first."""
    try:
        if file.exists() and not file.is_file() and not file.is_dir():
            raise Unavailable("FILE_UNREADABLE", file=file, cause="not a regular file")
        with file.open("rb") as opened:
            return opened.read(LARGEST_FORM + 1)
    except OSError as error:
        raise Unavailable("FILE_UNREADABLE", file=file, cause=error.strerror or "") from error


def _exit_code(judged: _Judged) -> int:
    if isinstance(judged.found, Trouble):
        return judged.found.exit_code
    return 0 if judged.found.verdict is Verdict.genuine else 1


def _for_programs(judged: _Judged) -> dict[str, object]:
    # A name that is no text must not stop the answer about the others.
    file, found = os.fsencode(judged.file).decode("utf-8", "replace"), judged.found
    if isinstance(found, Trouble):
        return {"file": file, "verdict": None, "form": None, "causes": [found.code]}
    verdict, causes = found.verdict.value, list(found.causes)
    return {"file": file, "verdict": verdict, "form": found.form, "causes": causes}


def _for_people(judged: Sequence[_Judged], language: Language) -> list[str]:
    words = wording(language)
    texts = []
    for one in judged:
        if isinstance(one.found, Trouble):
            continue
        form = one.found.form or words["FORM_NUMBER_NOT_KNOWN"]
        file = _for_programs(one)["file"]
        head = words[f"VERDICT_{one.found.verdict.name.upper()}"].format(file=file, form=form)
        texts.append("\n".join([head, *(f"  - {words[cause]}" for cause in one.found.causes)]))
    return texts
